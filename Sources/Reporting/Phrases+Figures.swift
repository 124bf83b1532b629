extension Phrases {
    static let totalReturn = Phrase("Total return", "총수익률")
    static let cagr = Phrase("Growth a year", "연평균 성장률")
    static let maxDrawdown = Phrase("Greatest drawdown", "최대 낙폭")
    static let sharpe = Phrase("Sharpe", "샤프 지수")
    static let sortino = Phrase("Sortino", "소르티노 지수")
    static let calmar = Phrase("Calmar", "칼마 지수")
    static let volatility = Phrase("Volatility", "변동성")
    static let exposure = Phrase("Exposure", "노출도")
    static let closedTrades = Phrase("Closed trades", "청산 거래")
    static let winRate = Phrase("Win rate", "승률")
    static let profitFactor = Phrase("Profit factor", "손익비")
    static let expectancy = Phrase("Mean trade", "거래당 평균 손익")
    static let fees = Phrase("Fees", "수수료")

    static let byConvention = Phrase(
        "As %1 computes it, where that differs from: %2", "%1 방식으로 계산합니다. 기본 정의: %2")
    static let metricConvention = Phrase("Convention of the figures", "지표 산출 방식")
    static let periods = Phrase("Bars a year", "연간 봉 수")
    static let riskFree = Phrase("Risk-free rate a year", "무위험 이자율(연)")
    static let benchmark = Phrase("Benchmark", "벤치마크")
    static let extrapolated = Phrase("extrapolated, under a year", "1년 미만 구간에서 연율로 환산")
    static let noTrades = Phrase("no trades", "거래 없음")
    static let noLoss = Phrase("no losing trade", "손실 거래 없음")
    static let noLosingBar = Phrase("no losing bar", "손실 봉 없음")
    static let noVariation = Phrase("no variation", "변동 없음")
    static let noFall = Phrase("no drawdown", "낙폭 없음")
    static let fewReturns = Phrase("too few returns", "수익률 부족")
    static let oneBar = Phrase("one bar", "봉 하나")
    static let undefined = Phrase("not defined", "정의되지 않음")

    static let totalReturnNote = Phrase(
        "Last equity ÷ starting cash − 1.", "마지막 평가액 ÷ 초기 자금 − 1.")
    static let cagrNote = Phrase(
        "(Last equity ÷ starting cash)^(1 ÷ calendar years) − 1. Under a year it is extrapolated.",
        "(마지막 평가액 ÷ 초기 자금)^(1 ÷ 연수) − 1. 1년 미만이면 연율로 환산한 값입니다.")
    static let maxDrawdownNote = Phrase(
        "The greatest fraction of equity below an earlier peak, at closes; the starting cash is "
            + "the first peak.",
        "종가 기준 평가액이 직전 고점에서 가장 많이 내려간 비율. 초기 자금이 첫 고점입니다.")
    static let sharpeNote = Phrase(
        "Mean ÷ deviation (n − 1) of the bar returns × √%1. Undefined without variation.",
        "봉 수익률의 평균 ÷ 표준편차(n − 1) × √%1. 변동이 없으면 정의되지 않습니다.")
    static let sortinoNote = Phrase(
        "Mean ÷ downside deviation of the bar returns × √%1. Undefined without a losing bar.",
        "봉 수익률의 평균 ÷ 하방 편차 × √%1. 손실 봉이 없으면 정의되지 않습니다.")
    static let calmarNote = Phrase(
        "Growth a year ÷ greatest drawdown. Undefined without a drawdown.",
        "연평균 성장률 ÷ 최대 낙폭. 낙폭이 없으면 정의되지 않습니다.")
    static let volatilityNote = Phrase(
        "Deviation (n − 1) of the bar returns × √%1.", "봉 수익률의 표준편차(n − 1) × √%1.")
    static let exposureNote = Phrase(
        "Bars with a position at the close ÷ all %1 bars.", "종가에 포지션이 있는 봉 ÷ 전체 %1봉.")
    static let tradesNote = Phrase(
        "Closed round trips; %1 open at the end are in no statistic.",
        "진입부터 청산까지 끝난 거래. 마지막에 보유 중인 %1건은 통계에서 제외합니다.")
    static let winRateNote = Phrase(
        "Trades with a net profit > 0 ÷ closed trades.", "비용 차감 후 이익인 거래 ÷ 청산 거래.")
    static let profitFactorNote = Phrase(
        "Net winnings ÷ net losses, in money. Undefined without a losing trade.",
        "순이익 합계 ÷ 순손실 합계. 손실 거래가 없으면 정의되지 않습니다.")
    static let expectancyNote = Phrase(
        "The mean net profit of a closed trade, in money.", "청산 거래의 평균 순손익(금액).")
    static let feesNote = Phrase("Commission paid, in money.", "지불한 수수료(금액).")
}
