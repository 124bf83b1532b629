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
            /// Made-up markets, which a rule may compare with each other.
            private let universe = Universe(
                (0..<8).map {
                    AdjustedHistory(
                        SyntheticMarket(symbol: $0).daily(count: 600), actions: [], view: .none)
                })

            /// The bars at which the rule enters, of all markets.
            private var entries: [Int] {
                let members = universe.members.map { $0.among(universe) }
                let entering: Decision.Wishes = [.enterLong, .enterShort]
                let decisions = ColumnarEvaluator(Plan(\(name)())).decisions(for: members)
                return decisions.flatMap { member in
                    let wishes = member[0].wishes
                    return wishes.indices.filter { !wishes[$0].isDisjoint(with: entering) }
                }
            }

            @Test("it enters on made-up markets, and nowhere before it can know")
            func enters() {
                #expect(!entries.isEmpty)
                #expect(entries.allSatisfy { $0 >= Plan(\(name)()).lookback })
            }
        }

        """
    }

    private var idea: String {
        switch self {
        case .trend: "Holds while a fast average lies above a slow one."
        case .reversion: "Buys weakness inside a rising trend, and sells the recovery."
        case .breakout: "Buys a new high, and hangs a stop below the best price since."
        case .rotation: "Holds the few of a universe that have risen most."
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
            "compares the universe at the first bar of each month; enters what is among the `count`"
                + "\n///   greatest gains, leaves what is not."
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
            @Parameter(1...100) var count = 3
            @Parameter(5...250) var period = 120

            /// The rule with its defaults.
            public init() {}

            /// Ranks the universe, which `--universe` names, at the first bar of each month.
            public func target(_ bars: Bars) -> TargetExposure {
                let isFirst = bars.session(.month).mom(period: 1) > 0
                let isWinner = bars.close.roc(period: period).isTop(count)
                return .long(enter: isFirst && isWinner, exit: isFirst && !isWinner)
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
