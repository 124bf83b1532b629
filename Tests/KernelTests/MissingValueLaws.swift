import Kernels
import Testing

@Suite("Unknown values in every kernel")
struct MissingValueLaws {
    private static let windowed = KernelFixture.kernels { $0.kind == .windowed }
    /// Kaufman's average moves by a window, which is unknown while it holds an unknown.
    private static let recurrences = KernelFixture.kernels {
        $0.kind != .windowed && $0.name != "kaufman-adaptive-moving-average"
    }

    @Test(
        "a window heals: it has the bits of an unbroken series once the hole has left",
        arguments: windowed, [Double.nan, .infinity, -.infinity])
    func windowHeals(identity: String, hole: Double) {
        let kernel = KernelFixture.kernel(identity)
        let whole = KernelFixture.calm(kernel)
        for row in [260, 399, 400, 500] {
            let holed = whole.map { column in
                var column = column
                column[row] = hole
                return column
            }
            let (expected, outputs) = (kernel.outputs(of: whole), kernel.outputs(of: holed))
            for (index, (expected, values)) in zip(expected, outputs).enumerated() {
                #expect(values[row].isNaN || identity.hasPrefix("lag"), "unknown at \(row)")
                #expect(bits(values[..<row]) == bits(expected[..<row]))
                let healed = row + kernel.lookback(ofOutput: index) + 1
                #expect(bits(values[healed...]) == bits(expected[healed...]), "hole at \(row)")
            }
        }
    }

    @Test("a recurrence skips an unknown bar as if it were not there", arguments: recurrences)
    func recurrenceSkips(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let whole = KernelFixture.calm(kernel, count: 400)
        let isHole = (0..<600).map { $0 % 3 == 1 }
        for hole in [Double.nan, .infinity, -.infinity] {
            let holed = whole.map { column in
                var known = column.makeIterator()
                return isHole.map { $0 ? hole : known.next() ?? hole }
            }
            for (values, unbroken) in zip(kernel.outputs(of: holed), kernel.outputs(of: whole)) {
                let kept = zip(values, isHole).filter { !$1 }.map(\.0)
                #expect(bits(kept) == bits(unbroken))
                #expect(zip(values, isHole).allSatisfy { !$1 || $0.isNaN })
            }
        }
    }

    @Test(
        "an unknown in any one input gives an unknown output", arguments: KernelFixture.identities)
    func everyInputCounts(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        // A choice does not look at what it does not choose.
        guard kernel.lookback > 0 || kernel.inputCount > 1, !identity.hasPrefix("lag"),
            kernel != .choice
        else { return }
        for input in 0..<kernel.inputCount {
            for hole in [Double.nan, .infinity] {
                var columns = KernelFixture.calm(kernel)
                columns[input][700] = hole
                let outputs = kernel.outputs(of: columns)
                #expect(outputs.allSatisfy { $0[700].isNaN }, "input \(input)")
            }
        }
    }

    @Test("every NaN counts as the same unknown", arguments: KernelFixture.identities)
    func payloadsAreIgnored(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        var results: [[[UInt64]]] = []
        for hole in [Double.nan, -Double.nan, Double(nan: 77, signaling: false)] {
            var columns = KernelFixture.calm(kernel)
            for row in [0, 300, 301, 500] { columns[0][row] = hole }
            results.append(bits(kernel.outputs(of: columns)))
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }
}
