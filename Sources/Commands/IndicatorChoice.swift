import Backtesting
import Evaluation
import MarketData
import Signals

/// An indicator as it is typed: `rsi(14)`, `bollinger(20, 2)`.
struct IndicatorChoice {
    private let plans: [(label: String, plan: Plan)]

    private typealias Indicator = (
        count: Int, signals: @Sendable (Bars, [Double]) -> [Signal]
    )

    /// Every indicator that can be typed, with its signals in terms of its numbers.
    private static let known: [String: Indicator] = [
        "sma": (1, { bars, n in [bars.close.sma(period: Int(n[0]))] }),
        "ema": (1, { bars, n in [bars.close.ema(period: Int(n[0]))] }),
        "rma": (1, { bars, n in [bars.close.rma(period: Int(n[0]))] }),
        "wma": (1, { bars, n in [bars.close.wma(period: Int(n[0]))] }),
        "rsi": (1, { bars, n in [bars.close.rsi(period: Int(n[0]))] }),
        "roc": (1, { bars, n in [bars.close.roc(period: Int(n[0]))] }),
        "atr": (1, { bars, n in [bars.atr(period: Int(n[0]))] }),
        "adx": (1, { bars, n in [bars.adx(period: Int(n[0]))] }),
        "highest": (1, { bars, n in [bars.high.highest(period: Int(n[0]))] }),
        "lowest": (1, { bars, n in [bars.low.lowest(period: Int(n[0]))] }),
        "deviation": (1, { bars, n in [bars.close.standardDeviation(period: Int(n[0]))] }),
        "obv": (0, { bars, _ in [bars.obv] }),
        "bollinger": (
            2,
            { bars, n in
                let bands = bars.close.bollinger(period: Int(n[0]), deviations: n[1])
                return [bands.upper, bands.middle, bands.lower]
            }
        ),
        "macd": (
            3,
            { bars, n in
                let macd = bars.close.macd(fast: Int(n[0]), slow: Int(n[1]), signal: Int(n[2]))
                return [macd.line, macd.signal]
            }
        ),
    ]

    /// Reads what was typed.
    ///
    /// - Throws: when the name is unknown or a number is missing or out of range.
    init(_ text: String) throws {
        let words = text.split { "(), ".contains($0) }.map(String.init)
        guard text.contains("(") == text.hasSuffix(")") else {
            throw wrongWords("'\(text)': write an indicator as 'rsi(14)'")
        }
        let name = words.first?.lowercased() ?? ""
        guard let indicator = Self.known[name] else {
            let near = nearest(name, in: Array(Self.known.keys))
            throw wrongWords(
                "no indicator is called '\(text)'\(near.map { "; did you mean '\($0)'?" } ?? ""); "
                    + "there are \(Self.known.keys.sorted().joined(separator: ", "))")
        }
        let numbers = words.dropFirst().compactMap { Double($0) }
        guard numbers.count == words.count - 1, numbers.count == indicator.count,
            numbers.allSatisfy({ (1...10_000).contains($0) })
        else {
            throw wrongWords(
                "'\(text)': \(name) takes \(indicator.count) numbers, each in 1...10000")
        }
        plans = indicator.signals(Bars(), numbers).map { signal in
            let isKnown = signal > signal
            let plan = Plan(
                .long(enter: isKnown, exit: isKnown, stop: .price(signal)), name: name)
            return (plan.words(ofNode: plan.targets[0].stop.node ?? 0), plan)
        }
    }

    /// The values over an instrument's rows; those that are prices on the basis of the last bar.
    func series(of subject: Subject, factors: [Double]) -> [DrawnSeries] {
        let panels = plans.map { _, plan in
            plan.unit(ofNode: plan.targets[0].stop.node ?? 0) == .price ? "price" : nil
        }
        return zip(plans, panels).map { entry, panel in
            let node = entry.plan.targets[0].stop.node ?? 0
            let values = ColumnarEvaluator(entry.plan)
                .numbers(of: [node], for: [subject.history])[0][0][subject.rows]
            return DrawnSeries(
                label: entry.label, panel: panel ?? plans[0].label,
                values: panel == nil ? Array(values) : zip(values, factors).map { $0 * $1 })
        }
    }
}
