import Foundation
import Testing

/// The first layer of causality: what would look ahead, or at values at all, does not compile.
@Suite("The future cannot be written")
struct CausalityTests {
    @Test(
        "a rule that names a value of a bar does not compile",
        arguments: [
            ("bars.close[1] > 10", "no subscripts"),
            ("bars.close.values.last! > 10", "no member 'values'"),
            ("bars.close.map { $0 * 2 } > 10", "no member 'map'"),
            ("bars.close.lagged(by: 1.5) > 10", "cannot convert value of type"),
            ("bars.close.lead(by: 1) > 10", "no member 'lead'"),
            ("bars.close == 10", "hardly ever equal"),
            ("(bars.close > 10 ? bars.open : bars.high) > 1", "requires that 'Signal' conform"),
            ("bars.close > Signal(Double(bars.close))", "requires that 'Signal' conform"),
        ])
    func doesNotCompile(condition: String, words: String) throws {
        let outcome = try backtest(condition)
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains("Mine.swift:5:"), "\(outcome.complaint)")
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    }

    @Test("a negative lag is refused where the rule is built, with the reason")
    func negativeLag() throws {
        let outcome = try backtest("bars.close.lagged(by: -1) > 10")
        #expect(outcome.status != 0)
        #expect(outcome.complaint.contains("the future cannot be named"))
    }

    private func backtest(_ condition: String) throws -> Program.Outcome {
        let program = try Program()
        defer { program.discard() }
        let text = """
            import Signals

            struct Mine: Strategy {
                func target(_ bars: Bars) -> TargetExposure {
                    .long(enter: \(condition))
                }
            }
            """
        try text.write(
            to: program.folder.appending(path: "Mine.swift"), atomically: true, encoding: .utf8)
        return try program.run(
            "backtest", "Mine.swift", "--symbol", "IBM",
            environment: ["XDG_CACHE_HOME": program.folder.appending(path: "cache").path])
    }
}
