/// What a new strategy begins as: each compiles, trades on daily bars, and uses what its kind
/// needs.
enum StrategyTemplate: String, CaseIterable {
    case trend, reversion, breakout, rotation, kernel

    /// The text of the file.
    func source(named name: String) -> String {
        """
        import Signals

        /// \(idea)
        ///
        /// - Rule: \(rule)
        /// - Breaks: say what usually breaks it.
        /// - Source: author, title, year.
        public struct \(name): Strategy {
        \(body)
        }

        """
    }

    /// The text of the file's own test.
    static func test(named name: String) -> String {
        """
        import Evaluation
        import MarketData
        import Signals
        import Strategies
        import Testing
        import Trading

        @Suite("\(name)")
        struct \(name)Tests {
            private let series = SyntheticMarket(symbol: 0).daily(count: 600)

            private var wishes: [Decision.Wishes] {
                let history = AdjustedHistory(series, actions: [], view: .none)
                return ColumnarEvaluator(Plan(\(name)())).decisions(for: [history])[0][0].wishes
            }

            @Test("it wants something on a made-up market, and nothing before it can know")
            func wants() {
                #expect(wishes.contains { !$0.isEmpty })
                #expect(wishes.prefix(Plan(\(name)()).lookback).allSatisfy { $0.isEmpty })
            }
        }

        """
    }

    private var idea: String {
        switch self {
        case .trend: "Holds while a fast average lies above a slow one."
        case .reversion: "Buys weakness inside a rising trend, and sells the recovery."
        case .breakout: "Buys a new high, and hangs a stop below the best price since."
        case .rotation: "Holds while the price gains on the market."
        case .kernel: "Holds while the price lies above an average of its own making."
        }
    }

    private var rule: String {
        switch self {
        case .trend: "enters where the fast average crosses above the slow one, leaves where below."
        case .reversion:
            "enters where the RSI is low above the long average; leaves where it has recovered,\n"
                + "///   or after `patience` bars."
        case .breakout:
            "enters above the highest high before this bar; leaves at a chandelier stop."
        case .rotation:
            "enters where the ratio to the market lies above its average, leaves where below."
        case .kernel: "enters above a leaking average, leaves below it."
        }
    }

    private var body: String {
        switch self {
        case .trend: Self.trendBody
        case .reversion: Self.reversionBody
        case .breakout: Self.breakoutBody
        case .rotation: Self.rotationBody
        case .kernel: Self.kernelBody
        }
    }

    private static let trendBody = """
            @Parameter(2...100) var fast = 20
            @Parameter(5...400) var slow = 100

            /// The rule with its defaults.
            public init() {}

            /// Enters and leaves where the averages cross.
            public func target(_ bars: Bars) -> TargetExposure {
                let (fast, slow) = (bars.close.ema(period: fast), bars.close.ema(period: slow))
                return .long(enter: fast.crosses(above: slow), exit: fast.crosses(below: slow))
            }
        """

    private static let reversionBody = """
            @Parameter(2...30) var period = 4
            @Parameter(1...50) var low = 25.0
            @Parameter(1...60) var patience = 10

            /// The rule with its defaults.
            public init() {}

            /// Enters weakness above the long average, leaves strength.
            public func target(_ bars: Bars) -> TargetExposure {
                let rsi = bars.close.rsi(period: period)
                let isRising = bars.close > bars.close.sma(period: 200)
                return .long(
                    enter: isRising && rsi < Signal(low), exit: rsi > 55,
                    limits: Limits(maxBars: patience))
            }
        """

    private static let breakoutBody = """
            @Parameter(5...250) var period = 55
            @Parameter(0.5...10) var distance = 3.0

            /// The rule with its defaults.
            public init() {}

            /// Enters above the highest high before this bar.
            public func target(_ bars: Bars) -> TargetExposure {
                let ceiling = bars.high.highest(period: period).lagged(by: 1)
                return .long(
                    enter: bars.close.crosses(above: ceiling),
                    stop: .chandelier(Signal(distance) * bars.atr(period: 20)),
                    size: .risk(fraction: 0.01))
            }
        """

    private static let rotationBody = """
            @Parameter(5...250) var period = 60

            /// The rule with its defaults.
            public init() {}

            /// Enters where the ratio to the market is strong, as far as that is known.
            public func target(_ bars: Bars) -> TargetExposure {
                let ratio = bars.close / bars.of("SPX").close
                let average = ratio.sma(period: period)
                return .long(enter: ratio.crosses(above: average), exit: ratio < average)
            }
        """

    private static let kernelBody = """
            @Parameter(0.01...0.5) var rate = 0.05

            /// Goes a part of the way to each price: plain state and one step.
            struct Leak: ScalarKernel {
                static let name = "my-leak"
                let rate: Double
                var level = 0.0
                var isFirst = true

                var lookback: Int { 0 }
                var unit: KernelUnit { .input }

                mutating func step(_ price: Double) -> Double {
                    level = isFirst ? price : level + rate * (price - level)
                    isFirst = false
                    return level
                }
            }

            /// The rule with its defaults.
            public init() {}

            /// Enters above the average, leaves below it.
            public func target(_ bars: Bars) -> TargetExposure {
                let average = bars.close.scan(Leak(rate: rate))
                return .long(
                    enter: bars.close.crosses(above: average),
                    exit: bars.close.crosses(below: average))
            }
        """
}
