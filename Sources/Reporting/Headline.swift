import Backtesting

/// One plain sentence about a run: what it earned, against what, at which risk, on which data.
public struct Headline: Sendable {
    private let result: RunResult

    /// The sentence about one run.
    public init(_ result: RunResult) { self.result = result }

    /// The sentence.
    ///
    /// It says *hindsight* when the symbols were chosen with today's knowledge, and which part
    /// of the gain belongs to a position that is still open.
    public var text: String {
        ([gain, risk, range].joined(separator: ", ") + "; " + remarks.joined(separator: "; "))
            + "."
    }

    /// The part of the gain that is open: `+440 of +390 is open`; nil without a position.
    public var openPart: String? {
        guard let position = result.openPosition else { return nil }
        let part = FigureText.money(position.unrealizedProfit, isSigned: true)
        return "\(part) of \(FigureText.money(profit, isSigned: true)) is open"
    }

    /// The last equity less the starting cash.
    private var profit: Double {
        (result.equity.last ?? result.settings.cash) - result.settings.cash
    }

    private var gain: String {
        let metrics = result.metrics
        let verb = profit < 0 ? "lost" : "earned"
        let hold = FigureText.percent(result.buyAndHoldMetrics.totalReturn, isSigned: true)
        return "\(result.strategy) on \(result.symbol) \(verb) "
            + "\(FigureText.money(profit.magnitude)) "
            + "(\(FigureText.percent(metrics.totalReturn, isSigned: true))) on "
            + "\(FigureText.money(result.settings.cash)), against \(hold) from buying and holding"
    }

    private var risk: String {
        "with a greatest drawdown of \(FigureText.percent(result.metrics.maxDrawdown)) "
            + "(\(FigureText.percent(result.buyAndHoldMetrics.maxDrawdown)) when held)"
    }

    private var range: String {
        let passport = result.passport
        let bars = passport.barCount == 1 ? "1 bar" : "\(passport.barCount) bars"
        return "over \(bars) from \(passport.firstSession) to \(passport.lastSession) "
            + "of \(passport.dataset)"
    }

    private var remarks: [String] {
        let count = result.metrics.tradeCount
        var remarks = [
            count == 0 ? "no closed trade" : "\(count) closed trade\(count == 1 ? "" : "s")"
        ]
        if let openPart { remarks.append(openPart) }
        switch result.passport.selection {
        case "hindsight":
            remarks.append(
                "the symbol was chosen in hindsight, as nobody could have chosen it then")
        case "index", "pointInTime": break
        default: remarks.append("how the symbol was chosen: \(result.passport.selection)")
        }
        return remarks
    }
}
