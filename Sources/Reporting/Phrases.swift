import MarketData

/// The catalogue of a page's texts.
enum Phrases {
    static let skip = Phrase("Skip to the results", "결과로 건너뛰기")
    static let kicker = Phrase("Finstage backtest", "Finstage 백테스트")
    static let instruments = Phrase("Instruments", "종목")
    static let range = Phrase("%1 to %2", "%1 ~ %2")
    static let data = Phrase("Data: %1", "데이터: %1")
    static let overview = Phrase("All instruments", "전체 종목")
    static let plan = Phrase("Plan", "전략 그래프")
    static let planNote = Phrase(
        "The rules as the engine computes them, from prices on the left to decisions on the right.",
        "엔진이 계산하는 규칙입니다. 왼쪽의 가격에서 오른쪽의 매매 판단으로 이어집니다.")
    static let planText = Phrase("Plan as text", "전략 그래프 원문")
    static let fingerprint = Phrase("Fingerprint %1", "지문 %1")
    static let source = Phrase("Source of the strategy", "전략 소스 코드")
    static let theme = Phrase("Theme", "화면 테마")
    static let footer = Phrase(
        "Simulated on past prices; past results do not promise future ones. Drawdowns are "
            + "fractions below the earlier peak. An open position is in no trade statistic. "
            + "“Held” is the same cash invested at the close before the first bar, or at the first "
            + "where there is none before, and held.",
        "과거 가격으로 모의 실행한 결과이며, 과거 성과가 미래 수익을 보장하지 않습니다. 낙폭은 직전 고점 "
            + "대비 하락률입니다. 보유 중인 포지션은 거래 통계에 포함되지 않습니다. ‘보유 시’는 같은 자금으로 "
            + "첫 봉 직전의 종가(없으면 첫 종가)에 매수해 계속 보유한 경우입니다.")
    static let noRuns = Phrase("No runs.", "실행이 없습니다.")
    static let noBars = Phrase("No bars.", "봉이 없습니다.")
    static let median = Phrase("Median", "중앙값")
    static let ruin = Phrase(
        "The account was ruined: its equity fell to zero or below, and trading ended there.",
        "계좌가 파산했습니다. 평가액이 0 이하로 떨어져 그 시점에서 매매가 끝났습니다.")

    static let charts = Phrase("Charts", "차트")
    static let chartHelp = Phrase(
        "Drag to zoom into a range; Shift-drag or arrow keys to pan; wheel to zoom once a chart "
            + "has been clicked (or with Ctrl); + and − to zoom; 0 or a double click shows "
            + "everything; Shift and arrow keys move the crosshair.",
        "끌어서 구간 확대, Shift+끌기나 화살표 키로 이동, 차트를 클릭한 뒤(또는 Ctrl과 함께) 휠로 확대·축소, "
            + "+와 − 키로 확대·축소, 0 키나 두 번 클릭으로 전체 보기, Shift+화살표 키로 십자선 이동.")
    static let equity = Phrase("Equity", "평가액")
    static let buyAndHold = Phrase("Buy and hold", "매수 후 보유")
    static let underwater = Phrase("Drawdown", "낙폭")
    static let priceAndTrades = Phrase("Price and trades", "가격과 매매")
    static let price = Phrase("Price", "가격")
    static let prices = Phrase("OHLC", "시고저종")
    static let volume = Phrase("Volume", "거래량")
    static let position = Phrase("Exposure: units held", "노출: 보유 수량")
    static let rollingSharpe = Phrase("Sharpe over %1 bars", "샤프 지수 (최근 %1봉)")
    static let rollingVolatility = Phrase("Volatility over %1 bars", "변동성 (최근 %1봉)")
    static let rollingBeta = Phrase("Beta over %1 bars", "베타 (최근 %1봉)")
    static let shownBars = Phrase(
        "Of %1 the charts show %2: the lowest and highest of each stretch and those of every fill "
            + "and event, so that no spike is lost. Zoomed in, lines break where bars are left "
            + "out. Tables and figures count all.",
        "차트는 %1 가운데 %2봉을 보여 줍니다. 구간마다 가장 낮은 봉과 높은 봉, 모든 체결과 사건의 봉이 남아 있어 "
            + "급등락이 사라지지 않습니다. 확대하면 빠진 봉이 있는 곳에서 선이 끊어집니다. "
            + "표와 지표는 모든 봉으로 계산합니다.")
    static let wholeTrades = Phrase(
        "Of %1 trades %2 have the bars that decided them, and %3 every bar from before the entry "
            + "until after the exit.",
        "매매 %1건 가운데 %2건은 매매를 결정한 봉이, %3건은 진입 전부터 청산 후까지 모든 봉이 남아 있습니다.")
    static let rollingTooShort = Phrase(
        "Sharpe, volatility and beta over a year are not drawn: they need %1, and the run has %2.",
        "1년 구간의 샤프 지수, 변동성, 베타는 그리지 않았습니다. %1이 필요하지만 %2뿐입니다.")
    static let undefinedPanel = Phrase(
        "Not drawn, being undefined throughout: %1.", "전 구간에서 정의되지 않아 그리지 않음: %1.")
    static let noExcursion = Phrase(
        "Not drawn, as no closed trade went that way: %1.",
        "그 방향으로 움직인 청산 거래가 없어 그리지 않음: %1.")
    static let noClosedTrade = Phrase(
        "Not drawn, as no trade was closed: %1.", "청산한 거래가 없어 그리지 않음: %1.")
    static let noPosition = Phrase(
        "Exposure is not drawn: no position was ever held.",
        "포지션을 보유한 적이 없어 노출은 그리지 않았습니다.")
    static let logarithmic = Phrase("Log: %1", "로그: %1")
    static let shade = Phrase("Shade drawdowns", "낙폭 구간 표시")
    static let all = Phrase("All", "전체")
    static let zoomIn = Phrase("Zoom in", "확대")
    static let zoomOut = Phrase("Zoom out", "축소")
    static let chartTitle = Phrase("%1 of %2 on %3", "%3 %2: %1")

    static let returns = Phrase("Returns", "수익률")
    static let monthly = Phrase("Monthly and yearly returns", "월별·연도별 수익률")
    static let year = Phrase("Year", "연도")
    static let held = Phrase("Held", "보유 시")
    static let distribution = Phrase("Distribution of bar returns", "봉 수익률 분포")
    static let distributionNote = Phrase(
        "%1 with a change, worst %2, best %3. Left out: %4 without one, be it that nothing was "
            + "held or that the price stood still.",
        "변동이 있는 %1, 최저 %2, 최고 %3. 미보유이거나 가격이 그대로여서 변동이 없는 %4봉은 제외했습니다.")
    static let rollingFormulas = Phrase(
        "The rolling figures follow Finstage's own formulas, whatever convention the others have.",
        "이동 구간 지표는 다른 지표의 산출 방식과 관계없이 Finstage 공식을 따릅니다.")
    static let bin = Phrase("%1 to %2: %3", "%1 ~ %2: %3")
    static let lowBin = Phrase("below %2: %3", "%2 미만: %3")
    static let highBin = Phrase("%1 or more: %3", "%1 이상: %3")
    static let drawdowns = Phrase("Worst drawdowns", "최대 낙폭 순위")
    static let noDrawdown = Phrase(
        "The account never fell below an earlier peak.", "계좌가 직전 고점 아래로 내려간 적이 없습니다.")
    static let depth = Phrase("Depth", "낙폭")
    static let peak = Phrase("Peak", "고점")
    static let trough = Phrase("Trough", "저점")
    static let recovery = Phrase("Recovery", "회복")
    static let start = Phrase("start", "시작")
    static let notYet = Phrase("not yet", "미회복")
    static let bars = Phrase("Bars", "봉 수")
    static let days = Phrase("Days", "일수")
    static let excursions = Phrase("Worst point and return of each trade", "거래별 최대 역행폭과 수익률")
    static let bestExcursions = Phrase(
        "Best point and return of each trade", "거래별 최대 순행폭과 수익률")
    static let excursionNote = Phrase(
        "One point a trade; select one to see it on the chart.",
        "점 하나가 거래 하나입니다. 선택하면 차트에서 볼 수 있습니다.")
    static let adverse = Phrase("Worst point of the way (MAE)", "보유 중 최대 역행폭 (MAE)")
    static let favorable = Phrase("Best point of the way (MFE)", "보유 중 최대 순행폭 (MFE)")
    static let tradeReturn = Phrase("Return of the trade", "거래 수익률")
    static let breakdown = Phrase("Breakdown of trades", "거래 분석")
    static let bySide = Phrase("By side", "방향별")
    static let byYear = Phrase("By year", "연도별")
    static let byReason = Phrase("By exit reason", "청산 사유별")
    static let count = Phrase("Count", "건수")
    static let meanReturn = Phrase("Mean return", "평균 수익률")

    static let trades = Phrase("Trades", "거래 내역")
    static let tradeCount = Phrase("%1 closed", "청산 %1건")
    static let openCount = Phrase("%1 open", "보유 %1건")
    static let noTrade = Phrase("No trade was made.", "체결된 거래가 없습니다.")
    static let tradesLeft = Phrase(
        "The %1 earlier trades are in trades.csv, and here with a script.",
        "이전 거래 %1건은 trades.csv에 있으며, 스크립트를 허용하면 여기서도 볼 수 있습니다.")
    static let splitNote = Phrase(
        "Prices and quantities are on the shares of their day, the chart on today's after splits.",
        "가격과 수량은 당시 주식 기준이며, 차트는 분할을 반영한 현재 주식 기준입니다.")
    static let number = Phrase("No.", "번호")
    static let memberIndex = Phrase("equal parts of all, 100 at the start", "전 종목 균등 보유, 시작 100")
    static let heldCount = Phrase("instruments held", "보유 종목 수")
    static let side = Phrase("Side", "방향")
    static let entry = Phrase("Entry", "진입")
    static let exit = Phrase("Exit", "청산")
    static let quantity = Phrase("Quantity", "수량")
    static let profit = Phrase("Profit", "손익")
    static let share = Phrase("Return", "수익률")
    static let reason = Phrase("Reason", "사유")
    static let openPosition = Phrase("open, unrealised", "보유 중 (미실현)")
    static let sourceMissing = Phrase(
        "The source of the strategy was not kept with this run.",
        "이 실행에는 전략 소스 코드가 보관되어 있지 않습니다.")
    static let byConvention = Phrase(
        "Figures by the convention of %1", "지표 산출 방식: %1")
    static let refused = Phrase("Orders refused (%1)", "거부된 주문 (%1건)")
    static let first = Phrase("First", "처음")

    static let figures = Phrase("All figures", "전체 지표")
    static let figure = Phrase("Figure", "지표")
    static let strategy = Phrase("Strategy", "전략")
    static let convention = Phrase("Definition", "정의")
    static let heldValue = Phrase("held %1", "보유 시 %1")
    static let rules = Phrase("Rules in words", "규칙 설명")
    static let wish = Phrase("Decision", "판단")
    static let rule = Phrase("Condition", "조건")
    static let settings = Phrase("Settings", "설정")
    static let settingsAndData = Phrase("Settings and data", "설정과 데이터")
    static let provenance = Phrase("Data and digests", "데이터와 다이제스트")
    static let repeats = Phrase("The command that repeats this run:", "이 실행을 반복하는 명령:")
    static let yes = Phrase("yes", "예")
    static let no = Phrase("no", "아니요")
    static let firstBar = Phrase("the first bar", "첫 봉")
    static let lastBar = Phrase("the last bar", "마지막 봉")

    /// A count of bars.
    static func bars(_ count: Int, _ language: Language) -> String {
        language == .korean ? "\(parted(count))봉" : counted(count, "bar")
    }
}
