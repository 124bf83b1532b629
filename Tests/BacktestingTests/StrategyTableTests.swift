import Backtesting
import Foundation
import Signals
import Strategies
import Testing

/// Holds docs/strategies.md to the catalogue and the bundled data. `FINSTAGE_WRITE_GOLDEN=1`
/// writes it.
@Suite("The table of strategies")
struct StrategyTableTests {
    private static let path = BundledMarket.root.appending(path: "docs/strategies.md")

    @Test("is what the files say and the bundled data give")
    func table() throws {
        let text = try Self.text()
        if ProcessInfo.processInfo.environment["FINSTAGE_WRITE_GOLDEN"] != nil {
            try text.write(to: Self.path, atomically: true, encoding: .utf8)
        }
        let isSame = try String(contentsOf: Self.path, encoding: .utf8) == text
        #expect(
            isSame,
            "write it anew: FINSTAGE_WRITE_GOLDEN=1 Scripts/test --filter StrategyTableTests")
    }

    @Test("each file says its rule, the idea, what breaks it, and the source with a year")
    func documentation() throws {
        for type in StrategyCatalog.all {
            let words = try StrategyWords(type)
            #expect(!words.summary.isEmpty, "\(type.name)")
            for name in ["Rule", "Idea", "Breaks", "Source"] {
                #expect(words.points[name]?.isEmpty == false, "\(type.name) has no '- \(name):'")
            }
            let year = words.points["Source"]?.firstMatch(of: /1[89]\d\d|20\d\d/)
            #expect(year != nil, "\(type.name): the source has no year")
            #expect(!type.init().parameters.isEmpty, "\(type.name) has no parameter")
        }
    }

    private static func text() throws -> String {
        var lines = head
        var held: [Double] = []
        for type in StrategyCatalog.all {
            let words = try StrategyWords(type)
            let results = try BundledMarket.results(of: type)
            let costly = try BundledMarket.results(of: type, commission: 0.002)
            let ahead = results.count { $0.metrics.totalReturn > $0.buyAndHoldMetrics.totalReturn }
            if results.count == 8 { held = results.compactMap(\.buyAndHoldMetrics.cagr) }
            let cells = [
                "[\(type.name)](../Strategies/\(type.name).swift)",
                sentence(words.points["Idea"]), sentence(words.points["Source"]),
                "\(results.reduce(0) { $0 + $1.metrics.tradeCount })",
                percent(median(results.map { $0.metrics.exposure })),
                growth(results.compactMap(\.metrics.cagr)),
                percent(median(costly.compactMap(\.metrics.cagr))),
                percent(median(results.compactMap(\.buyAndHoldMetrics.cagr))),
                "\(ahead) of \(results.count)",
            ]
            lines.append("| \(cells.joined(separator: " | ")) |")
        }
        lines += ["", "Buying and holding each of the eight: \(growth(held)) a year."]
        return lines.map { $0 + "\n" }.joined()
    }

    private static let head = [
        "# The strategies", "",
        "Made from `Strategies/` and the bundled data by `StrategyTableTests`",
        "(`FINSTAGE_WRITE_GOLDEN=1 Scripts/test --filter StrategyTableTests`); a test holds it to",
        "them. Each rule trades one instrument with its defaults (all the cash, unless its file",
        "says otherwise; a rule of weights has one account for all), fills at the next open, and",
        "pays 0.1 % a side (doubled: 0.2 %).", "",
        "**None of these is presented as profitable.** They are the rules that books describe,",
        "each a file to read, change and test. The bundle is chosen in hindsight: seven companies",
        "that everybody knows because they rose, and an index. Whatever buys shares looks good on",
        "it, holding them looks best, and a rule that beats holding on some of eight series has",
        "proved nothing.", "",
        "Growth is a year's, the median of the eight series (in brackets the worst and the best);",
        "*ahead* counts the series on which the rule ended with more than buying and holding.",
        "`Tests/Golden/strategies.csv` has the figures of each strategy on each series.", "",
        "| strategy | idea | source | trades | time held | growth | at doubled costs "
            + "| buy and hold | ahead |",
        "|---|---|---|---|---|---|---|---|---|",
    ]

    /// Begins with a capital and ends without a stop.
    private static func sentence(_ text: String?) -> String {
        let words = (text ?? "").trimmingCharacters(in: ["."])
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func growth(_ values: [Double]) -> String {
        let (least, most) = (values.min() ?? .nan, values.max() ?? .nan)
        return "\(percent(median(values))) (\(percent(least)) … \(percent(most)))"
    }

    private static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    private static func percent(_ value: Double) -> String {
        String(format: "%.1f %%", 100 * value).replacing("-", with: "−")
    }
}

/// What the comment of a strategy's file says.
private struct StrategyWords {
    /// The first sentence.
    let summary: String
    /// The points by name: `Rule`, `Idea`, `Breaks`, `Source`.
    let points: [String: String]

    init(_ type: any Strategy.Type) throws {
        let url = BundledMarket.root.appending(path: "Strategies/\(type.name).swift")
        let comment = try String(contentsOf: url, encoding: .utf8)
            .split(separator: "\n").prefix { !$0.hasPrefix("public struct") }
            .filter { $0.hasPrefix("///") }
            .map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) }
        var paragraphs: [String] = []
        for line in comment {
            if line.isEmpty || line.hasPrefix("- ") || paragraphs.isEmpty {
                paragraphs.append(line)
            } else {
                paragraphs[paragraphs.count - 1] += (paragraphs.last == "" ? "" : " ") + line
            }
        }
        summary = paragraphs.first ?? ""
        points = paragraphs.reduce(into: [:]) { table, text in
            guard let match = text.wholeMatch(of: /- (\w+): (.+)/) else { return }
            table[String(match.1)] = String(match.2)
        }
    }
}
