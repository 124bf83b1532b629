import Kernels

extension Plan {
    /// What a number node counts in, as far as its kernels tell.
    public enum Unit: Sendable {
        /// The instrument's prices.
        case price
        /// Distances between prices.
        case distance
        /// Units traded.
        case volume
        /// Percent.
        case percent
        /// Bars.
        case bars
        /// Distances between prices, squared.
        case square
        /// Anything else: a ratio, an oscillator, another instrument's price.
        case number
    }

    /// What a number node counts in.
    public func unit(ofNode index: Int) -> Unit {
        let node = nodes[index]
        switch node.operation {
        case .field(.volume): return node.frame.symbol == nil ? .volume : .number
        case .field: return node.frame.symbol == nil ? .price : .number
        case .kernel(let kernel):
            return unit(kernel, 0, node.inputs)
        case .output(let output):
            let input = nodes[node.inputs[0]]
            guard case .kernel(let kernel) = input.operation else { return .number }
            return unit(kernel, output, input.inputs)
        case .across(.demean), .across(.mean), .across(.winsorize):
            return unit(ofNode: node.inputs[0])
        default: return .number
        }
    }

    private func unit(_ kernel: CompiledKernel, _ output: Int, _ inputs: [Int]) -> Unit {
        let units = inputs.map { unit(ofNode: $0) }
        switch kernel {
        case .sum: return units.contains(.price) ? .price : Self.common(units)
        case .difference:
            return units == [.price, .price]
                ? .distance : units.first == .price ? .price : Self.common(units)
        case .choice: return Self.common(Array(units.dropFirst()))
        case .maximum, .minimum: return Self.common(units)
        case .product, .quotient: return scaled(units, inputs)
        default: break
        }
        switch kernel.unit(ofOutput: output) {
        case .input: return units[0]
        case .distance: return units[0] == .price ? .distance : units[0]
        case .square: return units[0] == .price ? .square : .number
        case .volume: return .volume
        case .percent: return .percent
        case .bars: return .bars
        case .product, .number: return .number
        }
    }

    /// A quantity times or over a plain number keeps its unit.
    private func scaled(_ units: [Unit], _ inputs: [Int]) -> Unit {
        for (index, other) in [(0, 1), (1, 0)] {
            if case .constant = nodes[inputs[other]].operation { return units[index] }
        }
        return .number
    }

    private static func common(_ units: [Unit]) -> Unit {
        units.allSatisfy { $0 == units[0] } ? units[0] : .number
    }
}
