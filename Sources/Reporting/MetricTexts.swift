/// The texts of the catalogue of metrics in other languages.
package enum MetricTexts {
    /// A name, a formula, a convention, or the words in place of an undefined value. Formulas of
    /// symbols alone are the same in every language.
    static func text(_ english: String, _ language: Language) -> String {
        language == .korean ? korean[english] ?? english : english
    }

    /// The Korean of each English text.
    package static let korean =
        names
        .merging(formulas) { $1 }
        .merging(conventions) { $1 }
        .merging(undefined) { $1 }

    private static let names = [
        "Total return": "총수익률", "Growth a year (CAGR)": "연평균 성장률(CAGR)",
        "Best day": "최고의 날", "Worst day": "최악의 날", "Best month": "최고의 달",
        "Worst month": "최악의 달", "Best year": "최고의 해", "Worst year": "최악의 해",
        "Returns": "수익률 개수", "Mean return a bar": "봉당 평균 수익률",
        "Deviation a bar": "봉당 표준편차", "Volatility": "변동성", "Downside deviation": "하방 편차",
        "Sharpe": "샤프 지수", "Sortino": "소르티노 지수", "Omega": "오메가 비율",
        "Gain to pain": "이익 대 고통 비율", "Winning bars": "상승 봉 비율",
        "Payoff of bars": "봉 손익비", "Skewness": "왜도", "Kurtosis": "첨도",
        "VaR 95 %": "VaR 95 %", "VaR 99 %": "VaR 99 %", "CVaR 95 %": "CVaR 95 %",
        "CVaR 99 %": "CVaR 99 %", "Tail ratio": "꼬리 비율", "Greatest drawdown": "최대 낙폭",
        "Days of the greatest drawdown": "최대 낙폭 기간(일)",
        "Bars of the greatest drawdown": "최대 낙폭 기간(봉)",
        "Days of the longest drawdown": "최장 낙폭 기간(일)",
        "Bars of the longest drawdown": "최장 낙폭 기간(봉)",
        "Longest time under water": "최장 고점 하회 기간", "Ulcer index": "얼서 지수",
        "Calmar": "칼마 지수", "Recovery factor": "회복 계수", "Days to recover": "회복 기간(일)",
        "Bars to recover": "회복 기간(봉)", "Exposure": "노출도", "Turnover a year": "연간 회전율",
        "Fees": "수수료", "Trades": "청산 거래", "Open trades": "미청산 거래", "Win rate": "승률",
        "Profit factor": "손익비(총이익÷총손실)", "Expectancy": "거래당 평균 손익",
        "Expectancy in R": "기대값(R)", "Mean return of a trade": "거래당 평균 수익률",
        "Payoff": "평균 손익비", "System quality (SQN)": "시스템 품질 지수(SQN)", "Kelly": "켈리 비율",
        "Best trade": "최고 거래", "Worst trade": "최악 거래", "Most wins in a row": "최다 연속 이익",
        "Most losses in a row": "최다 연속 손실", "Mean holding time": "평균 보유 기간(봉)",
        "Longest holding time": "최장 보유 기간(봉)", "Mean holding days": "평균 보유 기간(일)",
        "Longest holding days": "최장 보유 기간(일)", "Mean adverse excursion": "평균 최대 역행폭",
        "Worst adverse excursion": "최악 최대 역행폭", "Mean favourable excursion": "평균 최대 순행폭",
        "Best favourable excursion": "최고 최대 순행폭", "Alpha": "알파", "Beta": "베타",
        "Correlation": "상관계수", "R²": "결정계수", "Tracking error": "추적 오차",
        "Information ratio": "정보 비율", "Up capture": "상승 포착률", "Down capture": "하락 포착률",
        "Probabilistic Sharpe ratio": "확률적 샤프 지수(PSR)",
        "Minimum track record": "최소 필요 기간(MinTRL)",
    ]

    private static let undefined = [
        "undefined": "정의되지 않음", "one bar": "봉 하나", "no trades": "거래 없음",
        "too few returns": "수익률 부족", "too few common bars": "공통 봉 부족",
        "fewer than two returns": "수익률이 둘 미만",
        "no losing bar": "손실 봉 없음", "no variation": "변동 없음",
        "no losing or no winning bar": "손실 봉이나 이익 봉이 없음", "no lower tail": "하단 꼬리 없음",
        "no drawdown": "낙폭 없음", "not recovered": "미회복", "no equity": "평가액 없음",
        "no losing trade": "손실 거래 없음",
        "no losing or no winning trade": "손실 거래나 이익 거래가 없음",
        "no tracking error": "추적 오차 없음",
        "no bar on which the benchmark rose": "벤치마크가 오른 봉 없음",
        "no bar on which the benchmark fell": "벤치마크가 내린 봉 없음",
        "Sharpe ratio not above 0": "샤프 지수가 0 이하",
    ]

    private static let formulas = [
        "greatest of E(end) / E(end of the one before) − 1": "E(기간 말) / E(직전 기간 말) − 1의 최댓값",
        "least of E(end) / E(end of the one before) − 1": "E(기간 말) / E(직전 기간 말) − 1의 최솟값",
        "bars with r > 0 / bars with r ≠ 0": "r > 0인 봉 / r ≠ 0인 봉",
        "mean gain / mean loss": "평균 이익 / 평균 손실", "5 % quantile of r": "r의 5 % 분위수",
        "1 % quantile of r": "r의 1 % 분위수", "mean of r ≤ VaR 95 %": "VaR 95 % 이하인 r의 평균",
        "mean of r ≤ VaR 99 %": "VaR 99 % 이하인 r의 평균",
        "|95 % quantile| / |5 % quantile|": "|95 % 분위수| / |5 % 분위수|",
        "max(1 − E / peak)": "max(1 − E / 고점)",
        "calendar days from its peak to the recovery": "그 고점부터 회복까지의 달력 일수",
        "bars from its peak to the recovery": "그 고점부터 회복까지의 봉 수",
        "most calendar days from a peak to its recovery": "고점부터 회복까지 가장 긴 달력 일수",
        "calendar days from the first to the last close below its peak":
            "그 고점 아래 첫 종가부터 마지막 종가까지의 달력 일수",
        "closes below its peak × days of a bar": "그 고점 아래 종가의 개수 × 봉의 일수",
        "most calendar days from the first to the last close below a peak":
            "고점 아래 첫 종가부터 마지막 종가까지 가장 긴 달력 일수",
        "most bars from a peak to its recovery": "고점부터 회복까지 가장 많은 봉 수",
        "most closes in a row below the peak": "고점 아래로 이어진 종가의 최다 개수",
        "most closes in a row below the peak × days of a bar": "고점 아래로 이어진 종가의 최다 개수 × 봉의 일수",
        "√(Σ drawdown² / n)": "√(Σ 낙폭² / n)", "√(Σ drawdown² / (n − 1))": "√(Σ 낙폭² / (n − 1))",
        "CAGR / greatest drawdown": "CAGR / 최대 낙폭",
        "((E / E₀)^(periods / n) − 1) / greatest drawdown": "((E / E₀)^(periods / n) − 1) / 최대 낙폭",
        "((Π (1 + r))^(year / n) − 1) / greatest drawdown": "((Π (1 + r))^(year / n) − 1) / 최대 낙폭",
        "total return / greatest drawdown": "총수익률 / 최대 낙폭",
        "|Σ r| / greatest drawdown": "|Σ r| / 최대 낙폭",
        "calendar days from the trough of the greatest drawdown to its recovery":
            "최대 낙폭의 저점부터 회복까지의 달력 일수",
        "bars from the trough of the greatest drawdown to its recovery": "최대 낙폭의 저점부터 회복까지의 봉 수",
        "bars with a position at the close / bars": "종가에 포지션이 있는 봉 / 전체 봉",
        "bars with a return other than 0 / bars": "수익률이 0이 아닌 봉 / 전체 봉",
        "bars from entry to exit of closed trades, both counted / bars":
            "청산 거래의 진입 봉부터 청산 봉까지(양끝 포함) / 전체 봉",
        "Σ |amount traded| / 2 / mean equity · periods / bars":
            "Σ |매매 금액| / 2 / 평균 평가액 · periods / 봉 수",
        "Σ commission": "Σ 수수료", "closed round trips": "진입부터 청산까지 끝난 거래",
        "positions after the last bar": "마지막 봉 뒤에 남은 포지션",
        "trades with profit > 0 / trades": "손익 > 0인 거래 / 청산 거래",
        "Σ profits > 0 / Σ |profits < 0|": "Σ 이익 / Σ |손실|", "Σ gains / Σ losses": "Σ 이익 / Σ 손실",
        "Σ returns > 0 / Σ |returns < 0|": "Σ 양의 수익률 / Σ |음의 수익률|",
        "mean profit of a trade": "거래 손익의 평균",
        "mean of profit / amount committed": "손익 / 투입 금액의 평균",
        "mean win / mean loss": "평균 이익 / 평균 손실",
        "√n · mean(profit) / deviation(profit)": "√n · 평균(손익) / 표준편차(손익)",
        "p − (1 − p) / payoff": "p − (1 − p) / 평균 손익비",
        "greatest profit / amount committed": "손익 / 투입 금액의 최댓값",
        "least profit / amount committed": "손익 / 투입 금액의 최솟값",
        "most trades in a row with profit > 0": "손익 > 0인 거래가 이어진 최다 횟수",
        "most trades in a row with profit < 0": "손익 < 0인 거래가 이어진 최다 횟수",
        "most bars in a row with r > 0": "r > 0인 봉이 이어진 최다 개수",
        "most bars in a row with r < 0": "r < 0인 봉이 이어진 최다 개수",
        "mean of exit row − entry row": "청산 봉 − 진입 봉의 평균",
        "most bars from entry to exit": "진입부터 청산까지 가장 많은 봉 수",
        "mean of the time between the starts of both bars": "두 봉의 시작 시각 사이 시간의 평균",
        "longest time between the starts of both bars": "두 봉의 시작 시각 사이 가장 긴 시간",
        "mean of (worst or best price / entry price − 1) · side": "(최악·최고 가격 / 진입가 − 1) · 방향의 평균",
        "least of (worst or best price / entry price − 1) · side":
            "(최악·최고 가격 / 진입가 − 1) · 방향의 최솟값",
        "greatest of (worst or best price / entry price − 1) · side":
            "(최악·최고 가격 / 진입가 − 1) · 방향의 최댓값",
        "correlation²": "상관계수²",
        "mean of the worst ⌊share · (n − 1)⌋ + 1 returns": "가장 낮은 ⌊비율 · (n − 1)⌋ + 1개 수익률의 평균",
        "annualised compound r / annualised compound b, on the bars that count":
            "해당 봉에서 r의 연율 복리 / b의 연율 복리",
    ]

    private static let conventions = [
        "E₀ is the starting cash; below −1 where ruin left a deficit":
            "E₀는 초기 자금. 파산으로 부채가 남으면 −1 미만",
        "calendar days between the first and the last bar; −1 after ruin":
            "첫 봉과 마지막 봉 사이의 달력 일수. 파산 뒤에는 −1",
        "n: the number of returns": "n: 수익률 개수",
        "session dates of the exchange; the first and the last may be cut short":
            "거래소의 거래일 기준. 처음과 마지막 기간은 일부일 수 있음",
        "one a bar, the first from the starting cash; none after ruin":
            "봉마다 하나, 첫 수익률은 초기 자금 대비. 파산 뒤에는 없음",
        "0 where nothing varies": "변동이 없으면 0",
        "periods: bars of a usual year; 0 where nothing varies": "periods: 통상 1년의 봉 수. 변동이 없으면 0",
        "over all bars": "모든 봉 기준", "all bars in the denominator": "분모는 모든 봉",
        "n − 1; rf a bar is the annual rate / periods; every bar counts":
            "n − 1. 봉당 rf는 연 이자율 / periods. 모든 봉을 셈",
        "the threshold is rf": "기준은 rf", "on bars, not months": "월이 아닌 봉 기준",
        "population form: moments by n": "모집단식: n으로 나눈 적률",
        "population form, raw: the normal distribution has 3": "모집단식, 원값: 정규분포는 3",
        "corrected for the sample": "표본 보정", "bars, not trades": "거래가 아닌 봉 기준",
        "corrected for the sample; raw: the normal distribution has 3": "표본 보정, 원값: 정규분포는 3",
        "historical, a bar; linear interpolation (type 7); a loss is negative":
            "과거 분포, 봉 단위, 선형 보간(유형 7). 손실은 음수",
        "of a normal distribution; a loss is negative": "정규분포 가정. 손실은 음수",
        "a fixed number of returns; a loss is negative": "정해진 개수의 수익률. 손실은 음수",
        "type 7 quantiles": "유형 7 분위수",
        "≥ 0; the first peak is the starting cash": "0 이상. 첫 고점은 초기 자금",
        "to the last bar while it lasts; equal to the peak is recovered":
            "이어지는 동안은 마지막 봉까지. 고점과 같으면 회복",
        "to the last while it lasts": "이어지는 동안은 마지막 봉까지",
        "to the last bar while it lasts": "이어지는 동안은 마지막 봉까지", "the whole record": "전체 기간",
        "rounded up to 1 %": "1 % 단위로 올림", "bought and sold once is 1": "한 번 사고팔면 1",
        "slippage is in the prices": "슬리피지는 가격에 포함", "flat to flat": "무포지션에서 무포지션까지",
        "in equity, in no trade statistic": "평가액에는 포함, 거래 통계에서는 제외",
        "net of both sides' costs": "양쪽 비용 차감 후", "money, net": "금액, 비용 차감 후", "net": "비용 차감 후",
        "of the trades' fractions, not of money": "금액이 아닌 거래 수익률 기준",
        "R is the mean loss, not the distance of a stop": "R은 손절 거리가 아닌 평균 손실",
        "n − 1; n not capped": "n − 1. n에 상한 없음",
        "prices only; in a bar left at a stop the better side does not count":
            "가격만 반영. 손절로 청산한 봉에서는 유리한 쪽을 세지 않음",
        "levels paired on common bars, then simple returns; n − 1":
            "공통 봉에서 수준을 짝지은 뒤 단순 수익률. n − 1",
        "levels paired on common bars, then simple returns": "공통 봉에서 수준을 짝지은 뒤 단순 수익률",
        "both counted": "양끝 포함", "without the risk-free rate": "무위험 이자율 제외",
        "r added up by day; without the risk-free rate": "r을 날짜별로 합산, 무위험 이자율 제외",
        "a bar without a return is neither": "수익률이 0인 봉은 제외", "bar by bar": "봉 단위",
        "levels paired on common bars, then simple returns; n − 1; periods: the pairs of a year":
            "공통 봉에서 수준을 짝지은 뒤 단순 수익률. n − 1. periods: 1년의 짝 개수",
        "a bar, not annualised": "봉 단위, 연율 아님",
        "from the second bar on": "둘째 봉부터",
        "R and B are the whole returns, not annualised": "R과 B는 전체 수익률, 연율 아님",
        "sessions from the second on; 252 a year, 365 with weekends":
            "둘째 거래일부터. 연 252일, 주말 거래 시 365일",
        "against 0; SR a bar; population skewness, raw population kurtosis":
            "0 대비, 봉 단위 SR, 모집단 왜도와 원값 첨도",
        "against 0; SR a bar; skewness and kurtosis corrected for the sample":
            "0 대비, 봉 단위 SR, 표본 보정한 왜도와 첨도",
        "against 0 at 95 %; SR a bar": "95 % 수준에서 0 대비, 봉 단위 SR",
        "against 0 at 95 %; skewness and kurtosis corrected for the sample":
            "95 % 수준에서 0 대비, 표본 보정한 왜도와 첨도",
    ]
}
