public import Kernels
import Oracle

/// A kernel beside the definition that it has to meet.
public struct KernelSubject: Sendable {
    /// The kernel.
    public let kernel: CompiledKernel
    /// The definition of the same name.
    public let definition: Definition
    /// The kernel's parameters.
    public let arguments: [String: Double]

    /// Finds the definition of a kernel by its name.
    ///
    /// - Parameter kernel: any kernel.
    /// - Throws: `DefinitionError` when nothing is defined by its name, or not with its parameters.
    public init(_ kernel: CompiledKernel) throws(DefinitionError) {
        self.kernel = kernel
        definition = try DefinitionCatalog.definition(named: kernel.name)
        var arguments: [String: Double] = [:]
        let text = kernel.identity.dropFirst(kernel.name.count + 1).dropLast()
        for pair in text.split(separator: ",") {
            let parts = pair.split(separator: "=")
            arguments[String(parts[0])] = parts.count == 2 ? Double(parts[1]) ?? .nan : .nan
        }
        self.arguments = arguments
        _ = try definition.lookback(arguments)
        guard definition.inputs.count == kernel.inputCount else {
            throw .wrongColumns(
                definition: definition.name, expected: definition.inputs.map(\.rawValue),
                given: kernel.inputCount)
        }
    }

    /// Compares the kernel with its definition over one market.
    ///
    /// - Parameters:
    ///   - market: the columns.
    ///   - last: of a windowed kernel, the bars that are compared at the end: all before are run
    ///     through, and the definition sees these windows alone. Nil for every bar.
    /// - Returns: one difference an output; beyond the tolerance is what lies further from the
    ///   definition than eight units in the last place of the kernel's magnitude, or what the
    ///   market allows. None where the market does not determine the output.
    /// - Throws: `DefinitionError` when the definition reads other columns than the kernel.
    public func differences(
        over market: HostileMarket, last: Int? = nil
    ) throws(DefinitionError) -> [OutputDifference] {
        guard market.determines(kernel.name) else { return [] }
        precondition(last == nil || kernel.kind == .windowed, "\(kernel.identity) has no window")
        var columns = definition.inputs.map { market.columns[$0] ?? [] }
        var outputs = kernel.outputs(of: inputs(from: columns), anchors: market.anchors)
        let lookback = (0..<kernel.outputCount).map { kernel.lookback(ofOutput: $0) }.max() ?? 0
        let first = last.map { max((columns.first?.count ?? 0) - $0 - lookback, 0) } ?? 0
        let warmup = first > 0 ? lookback : 0
        (columns, outputs) = (
            columns.map { Array($0[first...]) }, outputs.map { Array($0[first...]) }
        )
        let exact = try definition.outputs(of: columns, arguments)
        let units = market.allowedUnits(lookback: kernel.lookback)
        var differences: [OutputDifference] = []
        for (place, name) in kernel.outputNames.enumerated() {
            let index = definition.outputs.firstIndex(of: name) ?? place
            let scale = try magnitudes(of: exact[index], columns)
            let expected = exact[index].rounded
            var difference = OutputDifference(output: name)
            for bar in expected.indices.dropFirst(warmup) {
                difference.add(
                    outputs[place][bar], expected: expected[bar], at: first + bar,
                    tolerance: units * Double.ulpOfOne * scale[bar])
            }
            differences.append(difference)
        }
        return differences
    }

    /// The kernel's inputs: by name where it names all that the definition does, else in order.
    private func inputs(from columns: [[Double]]) -> [[Double]] {
        let names = definition.inputs.map(\.rawValue)
        let places = kernel.inputNames.map { names.firstIndex(of: $0) }
        return places.contains(nil)
            ? columns : places.compactMap { $0 }.map { columns[$0] }
    }

    /// The kernel's stated magnitude at each bar.
    private func magnitudes(
        of output: ExactSeries, _ columns: [[Double]]
    ) throws(DefinitionError) -> [Double] {
        switch kernel.magnitude {
        case .exact: return output.rounded.map { _ in 0 }
        case .number(let number): return output.rounded.map { _ in number }
        case .output: return output.rounded.map(\.magnitude)
        case .window: return columns.largest(over: kernel.lookback + 1) { max(abs($0), abs($1)) }
        case .spread: return columns.largest(over: kernel.lookback + 1) { $1 - $0 }
        case .history: return columns.largest(over: .max) { max(abs($0), abs($1)) }
        case .total, .intermediate:
            return try definition.magnitudes(of: output, from: columns, arguments)
        }
    }
}

extension [[Double]] {
    /// A function of the least and the greatest known value of all columns in the last bars.
    fileprivate func largest(
        over length: Int, _ function: (Double, Double) -> Double
    ) -> [Double] {
        var least = SlidingExtreme(length), greatest = SlidingExtreme(length)
        return (first ?? []).indices.map { bar in
            let known = map { $0[bar] }.filter(\.isFinite)
            let low = least.adding(-(known.min() ?? .infinity))
            let high = greatest.adding(known.max() ?? -.infinity)
            return low.isFinite && high.isFinite ? function(-low, high) : 0
        }
    }
}

/// The greatest of the last values.
private struct SlidingExtreme {
    private let length: Int
    private var (values, first, bar) = ([(bar: Int, value: Double)](), 0, -1)

    init(_ length: Int) { self.length = length }

    mutating func adding(_ value: Double) -> Double {
        bar += 1
        while values.count > first, let last = values.last, last.value <= value {
            values.removeLast()
        }
        values.append((bar, value))
        while bar - values[first].bar >= length { first += 1 }
        return values[first].value
    }
}
