import Commands
import MarketData
import Promotions
import Signals
import Trading

/// Manifests of a few strategies over a made-up market: for measurements and trials, which need no
/// replay before they are signed.
enum MadeUpPromotions {
    /// The strategies that the runner is measured with, of those that are compiled in: figures stay
    /// comparable while the catalogue grows.
    private static let names: Set = [
        "AdxTrend", "BollingerReversion", "DonchianBreakout", "MacdCross", "RsiReversal",
        "SmaCross",
    ]

    /// The manifests.
    ///
    /// - Parameters:
    ///   - universe: the instruments, with the last bar before going live.
    ///   - interval: the length of a bar.
    /// - Returns: one manifest a strategy.
    static func manifests(
        _ universe: [ManifestInstrument], _ interval: Interval
    ) -> [Manifest] {
        StrategyChoice.all.filter { names.contains($0.name) }.map { type in
            let plan = Plan(type.init())
            return Manifest(
                strategy: type.name, plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
                parameters: [:], interval: interval.name, adjusted: "splits", universe: universe,
                reads: [], rules: ManifestRules(TradingRules().applying(plan.targets[0])),
                gates: [gate], accepted: [], replayedBars: 0, ledgerDigest: "",
                trialsDigest: "", engine: Version.text, issued: "2020-01-01",
                expires: "2100-01-01")
        }
    }

    /// The runner is looked at here, not the strategies.
    private static let gate = GateOutcome(
        name: "made-up", value: 1, comparison: "at least", threshold: 1, passed: true,
        why: "made for a measurement")

    /// One instrument of a made-up market; `last` is the row of its last bar before going live.
    static func instrument(_ series: Series, last row: Int) -> ManifestInstrument {
        ManifestInstrument(
            symbol: series.symbol, currency: "", series, actions: [], through: series.times[row])
    }

    /// The lines of a file of bars, with its header.
    static func csv(_ bars: some Sequence<Bar>) -> String {
        bars.reduce(into: "time,open,high,low,close,volume\n") { $0 += line($1) }
    }

    /// One bar as a line of such a file.
    static func line(_ bar: Bar) -> String {
        "\(bar.time.text),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(bar.volume)\n"
    }
}
