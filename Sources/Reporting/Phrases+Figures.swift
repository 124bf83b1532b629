extension Phrases {
    static let winRate = Phrase("Win rate", "승률")
    static let fees = Phrase("Fees", "수수료")
    static let metricConvention = Phrase("Convention of the figures", "지표 산출 방식")
    static let periods = Phrase("Bars a year", "연간 봉 수")
    static let riskFree = Phrase("Risk-free rate a year", "무위험 이자율(연)")
    static let benchmark = Phrase("Benchmark", "벤치마크")
    static let extrapolated = Phrase("extrapolated, under a year", "1년 미만 구간에서 연율로 환산")
}
