import Foundation
import Testing

/// Kernels that people write in a strategy's file, in the regression test of indicators.
@Suite("Kernels of one's own by command")
struct OwnKernelTests {
    private let program: Program

    init() throws { program = try Program() }

    private static func leak(rate: Double = 0.05, factor: String = "rate") -> String {
        """
        import Signals

        struct Leaky: Strategy {
            struct Leak: ScalarKernel {
                static let name = "leak"
                let rate: Double
                var level = 0.0
                var least = Double.infinity
                var isFirst = true
                var last = SIMD2<Double>(0, 0)

                var lookback: Int { 2 }
                var unit: KernelUnit { .input }

                mutating func step(_ price: Double) -> Double {
                    level = isFirst ? price : level + \(factor) * (price - level)
                    isFirst = false
                    return level
                }
            }

            func target(_ bars: Bars) -> TargetExposure {
                let average = bars.close.scan(Leak(rate: \(rate)))
                return .long(
                    enter: bars.close.crosses(above: average),
                    exit: bars.close.crosses(below: average))
            }
        }
        """
    }

    @Test("a kernel of a strategy's file is shown, recorded and verified; a change is found")
    func ownKernel() throws {
        defer { program.discard() }
        let cache = ["XDG_CACHE_HOME": program.folder.appending(path: "cache").path]
        func run(_ words: String..., isOwn: Bool = true) throws -> Program.Outcome {
            try program.run(
                ["indicators"] + words + (isOwn ? ["--strategy", "Leaky.swift"] : []),
                environment: cache)
        }
        func write(_ text: String) throws {
            try text.write(
                to: program.folder.appending(path: "Leaky.swift"), atomically: true,
                encoding: .utf8)
        }
        try write(Self.leak())
        #expect(try run("list").output.contains("\nleak(rate=0.05,level=0.0,least=inf,isFirst=tr"))
        #expect(try run("show", "leak").output.contains("unknown for 2 bars"))
        #expect(try run("show", "leak", "--json").output.contains("\"digest\": "))
        let computed = try run("compute", "leak", "--symbol", "MSFT")
        #expect(computed.output.contains(",\"leak(rate=0.05,"))
        let recorded = try run(
            "record", "leak", "sma(period=3)", "--output", "own", "--symbol", "MSFT", "--from",
            "2001-01-02", "--to", "2002-12-31")
        #expect(recorded.status == 0, "\(recorded.complaint)")
        #expect(recorded.output == "2 golden files of 2 indicators in own\n")
        func verified(isOwn: Bool = true) throws -> Program.Outcome {
            try run(
                "verify", "--golden", "own", "--tolerance", "0", "--quiet", isOwn: isOwn)
        }
        let same = try verified()
        #expect(same.status == 0 && same.output.contains("leak(rate=0.05,"), "\(same)")
        let unknown = try verified(isOwn: false)
        #expect(unknown.status == 1 && unknown.output.contains("no indicator is called 'leak'"))
        #expect(unknown.output.contains("1 of 2 agree"))

        try write(Self.leak(factor: "(rate * 0.5)"))
        let changed = try verified()
        #expect(changed.status == 1)
        // The first bar that counts; those before --from warm up.
        #expect(changed.output.contains(", value, bar 212: "), "\(changed.output)")
        #expect(changed.output.contains("1 of 2 agree"))
        try write(Self.leak(rate: 0.06))
        let other = try verified()
        #expect(other.status == 1)
        #expect(
            other.output.contains("leak is a strategy's kernel, and there it is leak(rate=0.06"))
        try write("import Signals\nstruct Leaky: Strategy {}\n")
        let broken = try verified()
        #expect(broken.status == 1 && broken.complaint.contains("Leaky.swift does not compile"))
    }

    @Test("a kernel that takes the place of one of the catalogue is refused")
    func takenName() throws {
        defer { program.discard() }
        let text = Self.leak().replacing("\"leak\"", with: "\"absolute\"")
            .replacing("let rate: Double", with: "var rate: Double { 0.05 }")
            .replacing("var level = 0.0", with: "var level: Double { get { 0 } set {} }")
            .replacing("var least = Double.infinity", with: "")
            .replacing("var isFirst = true", with: "var isFirst: Bool { get { true } set {} }")
            .replacing("var last = SIMD2<Double>(0, 0)", with: "").replacing(
                "(rate: 0.05)", with: "()")
        try text.write(
            to: program.folder.appending(path: "Leaky.swift"), atomically: true, encoding: .utf8)
        let outcome = try program.run(
            ["indicators", "list", "--strategy", "Leaky.swift"],
            environment: ["XDG_CACHE_HOME": program.folder.appending(path: "cache").path])
        #expect(outcome.status == 64, "\(outcome.complaint)")
        #expect(outcome.complaint.contains("its kernel absolute() is another than that of the"))
    }

    @Test("bars before --from warm up and are not compared; warm-up is empty, other unknowns nan")
    func recordedRange() throws {
        defer { program.discard() }
        let rows = (1...9).map { "2024-01-0\($0),2,2,2,2,\($0 == 9 ? 5 : 0)\n" }
        try Data(("time,open,high,low,close,volume\n" + rows.joined()).utf8)
            .write(to: program.folder.appending(path: "Z.csv"))
        let imported = try program.run(
            "data", "import", "Z.csv", "--symbol", "Z", "--calendar", "24/7")
        #expect(imported.status == 0, "\(imported.complaint)")
        for (range, cells) in [
            ([], ["", "", "", "nan", "nan", "nan", "nan", "nan", "2.0"]),
            (["--from", "2024-01-03"], ["?", "?", "", "nan", "nan", "nan", "nan", "nan", "2.0"]),
        ] {
            let folder = "pinned\(range.count)"
            let recorded = try program.run(
                ["indicators", "record", "vwma(period=4)", "--output", folder, "--symbol", "Z"]
                    + range)
            #expect(recorded.status == 0, "\(recorded.complaint)")
            let text = try String(
                contentsOf: program.folder.appending(path: "\(folder)/Z/vwma_period=4.csv"),
                encoding: .utf8)
            #expect(text == "value\n" + cells.map { $0 + "\n" }.joined())
            let verified = try program.run(
                "indicators", "verify", "--golden", folder, "--tolerance", "0")
            #expect(verified.status == 0, "\(verified.output)")
        }
    }
}
