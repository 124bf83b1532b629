import MarketData
import Signals

/// A rule on bars that carry the future into the past, or that only look as if they did: what the
/// trial by poison is itself held to.
///
/// The language cannot name the future, so a leak comes with the data: a column that was computed
/// over the whole sample, a bar that claims to close before it does. Each case builds its bars from
/// what was known at an instant, as a careless or a careful pipeline would.
public struct LeakCase: Sendable {
    /// What it is called.
    public let name: String
    /// How the bars are made, in words.
    public let text: String
    /// True where the bars know what closes later.
    public let isLeak: Bool
    /// The rule; what it computes is compared.
    public let plan: Plan
    private let rows: Range<Int>
    private let history: @Sendable (Known) -> AdjustedHistory

    /// What is known of a market: all of it, or nothing after an instant.
    struct Known: Sendable {
        fileprivate let instant: Timestamp?
        fileprivate let isAbsurd: Bool

        /// A history as far as it is known.
        func view(_ series: Series, actions: [CorporateAction] = []) -> AdjustedHistory {
            let whole = AdjustedHistory(series, actions: actions, view: .splits)
            return instant.map { whole.poisoned(after: $0, isAbsurd: isAbsurd) } ?? whole
        }

        /// The bars as far as they are known.
        func bars(_ series: Series) -> Series { view(series).traded }
    }

    /// A case; `rows` are those at which the future may be taken away.
    init(
        _ name: String, _ text: String, isLeak: Bool, showing signals: [Signal],
        rows: Range<Int> = 100..<600, history: @escaping @Sendable (Known) -> AdjustedHistory
    ) {
        (self.name, self.text, self.isLeak) = (name, text, isLeak)
        plan = Plan(showing: signals, name: "LeakCase")
        (self.rows, self.history) = (rows, history)
    }

    /// The bars as the case makes them, with nothing taken away.
    public var whole: AdjustedHistory { history(Known(instant: nil, isAbsurd: false)) }

    /// Takes the future away at some closes, and compares.
    public func trial(cutCount: Int = 40) -> PoisonTrial {
        PoisonTrial(plan, rows: rows, cutCount: cutCount) { instant, isAbsurd in
            history(Known(instant: instant, isAbsurd: isAbsurd))
        }
    }

    /// Every case: the leaks, then the look-alikes.
    public static var all: [LeakCase] { leaks + lookAlikes }
}

extension AdjustedHistory {
    /// Bars without any action.
    init(plain series: Series) { self.init(series, actions: [], view: .splits) }
}

extension Series {
    /// The same bars with closes of one's own making; a bar without one is not known.
    func withCloses(_ closes: [Double]) -> Series {
        let made = zip(bars, closes).map { bar, close in
            Bar(
                time: bar.time, open: close, high: close, low: close, close: close,
                volume: bar.volume)
        }
        return Series(symbol: symbol, interval: interval, calendar: calendar, bars: made)
    }
}
