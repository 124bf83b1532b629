import Backtesting
import MarketData

/// One plain sentence about a run: what it earned, against what, at which risk, on which data.
public struct Headline: Sendable {
    private let result: RunResult
    private let language: Language

    /// The sentence about one run.
    public init(_ result: RunResult, language: Language = .english) {
        (self.result, self.language) = (result, language)
    }

    /// The sentence.
    ///
    /// It says *hindsight* when the symbols were chosen with today's knowledge, what of the gain
    /// or loss belongs to a position that is still open, and how many orders came to nothing.
    public var text: String {
        if language == .korean { return koreanText }
        return
            ([gain, risk, range].joined(separator: ", ") + "; " + remarks.joined(separator: "; "))
            + "."
    }

    /// What was made by trades that are closed and what stands open, apart, as one may be a gain
    /// and the other a loss: `closed trades made -50, the open position stands at +440`; nil
    /// without a position.
    public var openPart: String? {
        guard let parts else { return nil }
        guard result.metrics.tradeCount > 0 else {
            return "\(openWords) at \(parts.open)"
        }
        return "closed trades made \(parts.closed), \(openWords) at \(parts.open)"
    }

    private var openWords: String {
        let count = result.openPositions.count
        return count == 1 ? "the open position stands" : "the \(count) open positions stand"
    }

    private var parts: (closed: String, open: String)? {
        guard !result.openPositions.isEmpty else { return nil }
        let open = result.openPositions.map(\.unrealizedProfit).reduce(0, +)
        return (
            FigureText.money(profit - open, isSigned: true), FigureText.money(open, isSigned: true)
        )
    }

    /// True where the convention's alpha is a figure a year, and none of the whole range.
    private var isAlphaAnnual: Bool {
        result.metrics.definition(of: Self.alpha)?.key == Self.alpha
    }

    private static let alpha = "alpha_annualized_fraction"

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
        let bars = counted(passport.barCount, "bar")
        return "over \(bars) from \(passport.firstSession) to \(passport.lastSession) "
            + "of \(passport.dataset)"
    }

    /// What the benchmark has earned, as a clause; empty where it has no bar in common.
    private var earned: String {
        guard let held = result.benchmarkReturn else { return "" }
        return ", which earned \(FigureText.percent(held, isSigned: true)),"
    }

    private var remarks: [String] {
        let count = result.metrics.tradeCount
        var remarks = [
            count == 0
                ? "no closed trade"
                : counted(count, "closed trade")
        ]
        if let openPart { remarks.append(openPart) }
        let refused = result.rejections.count
        if refused > 0 {
            remarks.append("\(counted(refused, "order")) \(refused == 1 ? "was" : "were") refused")
        }
        switch result.passport.selection {
        case "hindsight":
            remarks.append(
                result.members == nil
                    ? "the symbol was chosen in hindsight, as nobody could have chosen it then"
                    : "the symbols were chosen in hindsight, as nobody could have chosen them then")
        case "index", "pointInTime": break
        default: remarks.append("how the symbol was chosen is not known")
        }
        if let benchmark = result.settings.benchmark {
            let beta = result.metrics["beta"].map { FigureText.ratio($0) } ?? "undefined"
            let alpha = result.metrics[Self.alpha].map {
                FigureText.percent($0, isSigned: true)
            }
            remarks.append(
                "beside \(benchmark)\(earned) its beta is \(beta) and its alpha "
                    + (isAlphaAnnual ? "a year " : "over the whole range ")
                    + (alpha ?? "undefined"))
        }
        if result.settings.convention != MetricConvention.finstage.rawValue {
            remarks.append("figures by the convention of \(result.settings.convention)")
        }
        return remarks + result.passport.remarks.map(\.description)
    }
}

extension Headline {
    private var koreanText: String {
        let (metrics, passport) = (result.metrics, result.passport)
        let hold = result.buyAndHoldMetrics
        let trades =
            metrics.tradeCount == 0 ? "없습니다" : "\(FigureText.count(metrics.tradeCount))건입니다"
        let own = FigureText.percent(metrics.totalReturn, isSigned: true)
        var sentences = [
            "\(result.strategy) 전략을 \(result.symbol)에 적용하면 초기 자금 "
                + "\(FigureText.money(result.settings.cash))에서 "
                + "\(FigureText.money(profit.magnitude))의 \(profit < 0 ? "손실" : "이익")(\(own))을 "
                + "내고, 매수 후 보유하면 \(FigureText.percent(hold.totalReturn, isSigned: true))입니다",
            "최대 낙폭은 \(FigureText.percent(metrics.maxDrawdown))"
                + "(보유 시 \(FigureText.percent(hold.maxDrawdown)))입니다",
            "\(passport.dataset) 데이터의 \(passport.firstSession)부터 \(passport.lastSession)까지 "
                + "\(FigureText.count(passport.barCount))개 봉을 평가했으며, 청산한 거래는 \(trades)",
        ]
        if let parts {
            let closed = metrics.tradeCount == 0 ? "" : "청산한 거래의 손익은 \(parts.closed), "
            sentences.append(
                "\(closed)아직 보유 중인 포지션의 평가 손익은 \(parts.open)입니다")
        }
        if !result.rejections.isEmpty {
            sentences.append("주문 \(FigureText.count(result.rejections.count))건이 거부되었습니다")
        }
        if !["hindsight", "index", "pointInTime"].contains(passport.selection) {
            sentences.append("종목을 어떻게 골랐는지는 알 수 없습니다")
        }
        if passport.selection == "hindsight" {
            sentences.append("이 종목은 지금 시점에서 사후에 고른 것으로, 당시에는 고를 수 없었습니다")
        }
        if let benchmark = result.settings.benchmark {
            let beta = metrics["beta"].map { FigureText.ratio($0) } ?? "정의되지 않음"
            let alpha = FigureText.percent(metrics[Self.alpha], isSigned: true)
            let span = isAlphaAnnual ? "연간" : "전체 구간의"
            let earned = FigureText.percent(result.benchmarkReturn, isSigned: true)
            sentences.append(
                "벤치마크 \(benchmark)의 수익률은 \(earned)이며, 이에 대한 베타는 \(beta), "
                    + "\(span) 알파는 \(alpha)입니다")
        }
        if result.settings.convention != MetricConvention.finstage.rawValue {
            sentences.append("지표는 \(result.settings.convention) 방식으로 산출했습니다")
        }
        sentences += passport.remarks.map { Phrases.remark($0, .korean) }
        return sentences.map { $0 + "." }.joined(separator: " ")
    }
}
