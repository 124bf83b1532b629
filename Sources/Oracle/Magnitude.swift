/// How large the numbers are that a definition's rounding errors are measured by.
///
/// A kernel's stated magnitude, as a rule that can be computed: its output may differ from the
/// definition by eight units in the last place of this, at each bar.
struct Magnitude: Sendable {
    typealias Rule = @Sendable ([ExactSeries], Arguments, ExactSeries) -> [Double]

    /// The rule in words.
    let text: String
    let of: Rule

    init(_ text: String = "the largest intermediate value", of: @escaping Rule) {
        (self.text, self.of) = (text, of)
    }

    /// The output itself.
    static let output = Magnitude("|output|") { _, _, output in
        output.values.map { abs($0.high) }
    }
    /// Nothing: the output is exact.
    static let exact = Magnitude("exact") { _, _, output in
        Array(repeating: 0, count: output.count)
    }

    /// The same at every bar.
    static func constant(_ value: Double) -> Magnitude {
        Magnitude(short(value)) { _, _, output in
            Array(repeating: value, count: output.count)
        }
    }

    /// A constant and the output.
    static func output(plus value: Double) -> Magnitude {
        Magnitude("|output| + \(short(value))") { _, _, output in
            output.values.map { abs($0.high) + value }
        }
    }

    /// The largest |input| of the last bars.
    static func window(
        _ length: @escaping @Sendable (Arguments) -> Int = { $0.period }
    ) -> Magnitude {
        Magnitude("the largest |input| of the window") { inputs, arguments, _ in
            largest(inputs, over: length(arguments))
        }
    }

    /// The largest |input| so far.
    static let soFar = Magnitude("the largest |input| so far") { inputs, _, _ in
        largest(inputs, over: .max)
    }

    /// The sum of |xᵢ| so far, of one input.
    static func sum(of index: Int) -> Magnitude {
        Magnitude("the sum of |terms| so far") { inputs, _, _ in
            var sum = 0.0
            return inputs[index].values.map { value in
                sum += value.isKnown ? abs(value.high) : 0
                return sum
            }
        }
    }

    /// The larger of two, and a factor.
    func times(_ factor: Double) -> Magnitude {
        Magnitude("\(Self.short(factor)) × \(text)") { inputs, arguments, output in
            of(inputs, arguments, output).map { $0 * factor }
        }
    }

    private static func short(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    static func largest(_ columns: [ExactSeries], over length: Int) -> [Double] {
        let count = columns.first?.count ?? 0
        let sizes = (0..<count).map { bar in
            columns.reduce(0.0) { max($0, $1[bar].isKnown ? abs($1[bar].high) : 0) }
        }
        var candidates: [Int] = []
        var first = 0
        return (0..<count).map { bar in
            while candidates.count > first, let last = candidates.last, sizes[last] <= sizes[bar] {
                candidates.removeLast()
            }
            candidates.append(bar)
            while bar - candidates[first] >= length { first += 1 }
            return sizes[candidates[first]]
        }
    }
}
