import Live
import MarketData
import Promotions
import Signals
import Trading

/// The rules of a simulated world: long only with a stop, both sides, and one that reads another
/// instrument and longer bars.
enum SimulatedPromotions {
    static func all(_ market: SimulatedMarket) throws(PromotionError) -> [Promotion] {
        let bars = Bars()
        let fast = bars.close.sma(period: 3)
        let slow = bars.close.sma(period: 9)
        let other = bars.of("AAA").close
        let exposures: [(String, TargetExposure)] = [
            (
                "Crossing",
                .long(
                    enter: fast.crosses(above: slow), exit: fast.crosses(below: slow),
                    stop: .percent(0.02))
            ),
            (
                "BothSides",
                .longAndShort(
                    enterLong: fast > slow, exitLong: fast < slow, enterShort: fast < slow,
                    exitShort: fast > slow)
            ),
            (
                "Reading",
                .long(
                    enter: other > other.ema(period: 5) && bars.close > slow,
                    exit: bars.resampled(to: .minutes(5)).close < slow,
                    stop: .distance(bars.atr(period: 5)))
            ),
        ]
        var promotions: [Promotion] = []
        for (name, exposure) in exposures {
            promotions.append(try promotion(name, Plan(exposure, name: name), market))
        }
        return promotions
    }

    private static func promotion(
        _ name: String, _ plan: Plan, _ market: SimulatedMarket
    ) throws(PromotionError) -> Promotion {
        var rules = TradingRules()
        if name == "BothSides" { rules.fill = .sameClose }
        rules.stop = name == "Crossing" ? .percent(0.02) : name == "Reading" ? .distance : .none
        let traded = market.keys.filter { !plan.symbols.contains($0.symbol) }
        let manifest = Manifest(
            strategy: name, plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
            parameters: [:], interval: "1m", adjusted: "splits",
            universe: traded.compactMap { instrument($0, market) },
            reads: market.keys.filter { plan.symbols.contains($0.symbol) }
                .compactMap { instrument($0, market) },
            rules: ManifestRules(rules), gates: [simulatedGate], accepted: [],
            replayedBars: 0, ledgerDigest: "", trialsDigest: "", engine: "simulation",
            issued: "2020-01-01", expires: "2100-01-01")
        return try Promotion(
            id: name, manifest: manifest, custom: [], now: Timestamp(microseconds: 0))
    }

    /// A made-up market has nothing to validate; its manifests say so.
    private static let simulatedGate = GateOutcome(
        name: "simulated", value: 1, comparison: "at least", threshold: 1, passed: true,
        why: "the market is made up")

    private static func instrument(
        _ key: SeriesKey, _ market: SimulatedMarket
    ) -> ManifestInstrument? {
        market.series[key].map { bars in
            ManifestInstrument(
                symbol: key.symbol, currency: "", bars, actions: market.actions[key] ?? [],
                through: bars.times[SimulatedMarket.warmCount - 1])
        }
    }
}
