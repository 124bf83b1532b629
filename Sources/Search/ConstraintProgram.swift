/// A constraint as a flat list of instructions over one number at hand and a short stack.
///
/// A truth is 1 or 0. Every number is whole, so that arithmetic and comparison are exact.
struct ConstraintProgram: Hashable, Sendable {
    enum Operation: UInt8 {
        case load, add, subtract, multiply, less, lessOrEqual, equal, unequal, and, or
    }

    /// Where the right side comes from.
    enum Source: UInt8 {
        /// The number at hand; the left side is then taken from the stack.
        case stack
        /// A value of the cell.
        case axis
        /// A value of the cell in whole multiples of its last decimal.
        case scaledAxis
        /// A number of the program.
        case constant
    }

    struct Instruction: Hashable {
        let operation: Operation
        let source: Source
        let axis: Int
        /// The number, or the power of ten of a scaled value.
        let number: Double

        init(_ operation: Operation, _ source: Source, axis: Int = 0, number: Double = 0) {
            (self.operation, self.source) = (operation, source)
            (self.axis, self.number) = (axis, number)
        }
    }

    let code: [Instruction]
    /// How many numbers the stack holds at most.
    private let depth: Int

    init(_ code: [Instruction]) {
        self.code = code
        var (depth, deepest) = (0, 0)
        for instruction in code {
            if instruction.operation == .load {
                depth += 1
            } else if instruction.source == .stack {
                depth -= 1
            }
            deepest = max(deepest, depth)
        }
        self.depth = deepest
    }

    /// This and another.
    func and(_ other: ConstraintProgram) -> ConstraintProgram {
        ConstraintProgram(code + other.code + [Instruction(.and, .stack)])
    }

    /// The value of the program, which is a truth.
    func isTrue(for values: Span<Double>) -> Bool {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: depth) { stack in
            let code = code.span
            var (height, atHand) = (0, 0.0)
            for index in code.indices {
                let instruction = code[index]
                var right: Double
                switch instruction.source {
                case .stack: right = atHand
                case .axis: right = values[instruction.axis]
                case .scaledAxis: right = Self.whole(values[instruction.axis] * instruction.number)
                case .constant: right = instruction.number
                }
                if instruction.operation == .load {
                    // Below the first number lies one that nobody takes.
                    stack.initializeElement(at: height, to: atHand)
                    (height, atHand) = (height + 1, right)
                    continue
                }
                if instruction.source == .stack {
                    height -= 1
                    atHand = stack[height]
                }
                atHand = Self.result(instruction.operation, atHand, right)
            }
            return atHand != 0
        }
    }

    @inline(__always)
    private static func result(_ operation: Operation, _ left: Double, _ right: Double) -> Double {
        switch operation {
        case .load: right
        case .add: left + right
        case .subtract: left - right
        case .multiply, .and: left * right
        case .less: left < right ? 1 : 0
        case .lessOrEqual: left <= right ? 1 : 0
        case .equal: left == right ? 1 : 0
        case .unequal: left != right ? 1 : 0
        case .or: max(left, right)
        }
    }

    /// The nearest whole number of one below 2⁵¹: the sum has no room for a fraction.
    @inline(__always)
    private static func whole(_ value: Double) -> Double { value + 0x1.8p52 - 0x1.8p52 }
}
