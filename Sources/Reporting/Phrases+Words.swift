import Backtesting
import MarketData

extension Phrases {
    /// The words of records in both languages: sides, reasons, wishes, selections.
    static let words: [String: Phrase] = [
        "long": Phrase("long", "매수"), "short": Phrase("short", "공매도"),
        "signal": Phrase("signal", "신호"), "stop": Phrase("stop", "손절"),
        "target": Phrase("target", "목표가"), "ruin": Phrase("ruin", "파산"),
        "reversal": Phrase("reversal", "반대 신호"), "split": Phrase("split", "주식 분할"),
        "time": Phrase("time", "보유 기간"), "size": Phrase("size", "규모"),
        "delisting": Phrase("delisting", "상장 폐지"),
        "rebalance": Phrase("rebalance", "리밸런싱"),
        "daily-loss": Phrase("daily loss", "일일 손실 한도"),
        "scale-in": Phrase("scale in", "추가 진입"), "scale-out": Phrase("scale out", "부분 청산"),
        "limits": Phrase("limits", "한도"),
        "enter long": Phrase("enter long", "매수 진입"),
        "exit long": Phrase("exit long", "매수 청산"),
        "enter short": Phrase("enter short", "공매도 진입"),
        "exit short": Phrase("exit short", "공매도 청산"),
        "action": Phrase("action", "기업 행위"), "finding": Phrase("finding", "점검 결과"),
    ]

    /// A word of a record; one that is not in the catalogue stays as it is.
    static func word(_ text: String, _ language: Language) -> String {
        words[text]?.text(language) ?? text
    }

    /// The texts that the script shows.
    static func script(_ language: Language) -> [JSONValue.Member] {
        let own: [String: Phrase] = [
            "bar": Phrase("bar", "봉"), "bars": Phrase("bars", "봉"),
            "shown": Phrase("shown", "봉 표시"), "previous": Phrase("Previous", "이전"),
            "next": Phrase("Next", "다음"), "close": Phrase("Close", "닫기"),
            "trade": Phrase("Trade", "거래"), "entry": entry, "exit": exit,
            "at": Phrase("at", "체결가"), "today": Phrase("on today's shares", "현재 주식 기준"),
            "decided": Phrase("decided at the close of", "판단한 봉:"),
            "worst": Phrase("Worst point (MAE)", "최대 역행폭 (MAE)"),
            "best": Phrase("Best point (MFE)", "최대 순행폭 (MFE)"), "quantity": quantity,
            "fees": fees, "showTrade": Phrase("Show trade", "차트에서 보기: 거래"),
            "theme-auto": Phrase("Theme: auto", "테마: 자동"),
            "theme-light": Phrase("Theme: light", "테마: 밝게"),
            "theme-dark": Phrase("Theme: dark", "테마: 어둡게"),
        ]
        return own.merging(words) { first, _ in first }.sorted { $0.key < $1.key }
            .map { JSONValue.Member($0.key, .text($0.value.text(language))) }
    }

    /// A remark on the data.
    static func remark(_ remark: DataRemark, _ language: Language) -> String {
        guard language == .korean else { return remark.description }
        return switch remark {
        case .findings(let count, let first):
            "데이터 점검에서 \(count)건이 발견되었습니다(예: \(SentenceTexts.text(first, language)))"
        case .futureDividends: "가격에 해당 봉 이후에 지급된 배당이 반영되어 있습니다(--adjusted total)"
        case .lateHolding: "매수 후 보유는 처음 알려진 종가에서 시작합니다"
        case .tooShort(let lookback, let bars):
            "전략이 봉 \(lookback)개를 되돌아보는데 봉이 \(bars)개뿐이라 아무 판단도 할 수 없습니다"
        case .ended(let symbol, let date, let days):
            "전략이 읽는 \(symbol)의 데이터는 마지막 봉보다 \(days)일 이른 \(date)에 끝나며, 그 뒤에는 마지막 값을 유지합니다"
        case .memberEnded(let symbol, let date):
            "\(symbol)의 데이터는 \(date)에 끝나며, 그때 보유분은 마지막 종가로 정산했습니다"
        case .benchmarkApart(let symbol): "벤치마크 \(symbol)와 공통인 봉이 없어 비교할 수 없습니다"
        case .benchmarkGaps(let symbol, let common, let bars):
            "벤치마크 \(symbol)에는 봉 \(bars)개 중 \(common)개만 있어, 비교는 그 봉에 한합니다"
        }
    }

    static func selection(_ selection: String, _ language: Language) -> String {
        guard language == .korean else { return SelectionText.words(selection) }
        switch selection {
        case "hindsight": return "사후 선택: 지금 잘된 종목을 고른 것으로, 당시에는 알 수 없었음"
        case "index": return "지수: 한 목록의 구성 종목이며, 편입 전 기간도 포함함"
        case "pointInTime": return "시점 기준: 각 날짜에 알려진 구성 종목"
        case "unknown": return "종목을 고른 방법은 알려지지 않음"
        default: return selection
        }
    }
}

extension Phrases {
    static let rangeAsked = Phrase("Range asked for", "요청 구간")
    static let cash = Phrase("Cash", "초기 자금")
    static let size = Phrase("Size", "진입 규모")
    static let wholeShares = Phrase("Whole shares", "정수 수량만")
    static let commission = Phrase("Commission", "수수료")
    static let slippage = Phrase("Slippage", "슬리피지")
    static let fill = Phrase("Fill", "체결 방식")
    static let adjusted = Phrase("Adjusted", "수정 주가")
    static let engine = Phrase("Rules", "체결 규칙")
    static let run = Phrase("Run", "실행 ID")
    static let dataset = Phrase("Dataset", "데이터셋")
    static let origin = Phrase("Origin", "출처")
    static let licence = Phrase("Licence", "라이선스")
    static let selectionName = Phrase("Selection", "종목 선정")
    static let priceBasis = Phrase("Price basis", "가격 기준")
    static let calendar = Phrase("Calendar", "달력")
    static let evaluated = Phrase("Evaluated", "평가 구간")
    static let evaluatedRange = Phrase("%1, %2 to %3", "%1, %2 ~ %3")
    static let seriesDigest = Phrase("Series digest", "시계열 다이제스트")
    static let actionsDigest = Phrase("Actions digest", "기업 행위 다이제스트")
    static let planFingerprint = Phrase("Plan fingerprint", "전략 지문")
}

extension Phrases {
    static let indexTitle = Phrase("Backtest comparison", "백테스트 비교")
    static let indexNote = Phrase(
        "Strategies: %1, instruments: %2, runs: %3. Each links to its page.",
        "전략 %1개, 종목 %2개, 실행 %3건. 각 항목에서 상세 페이지로 이동합니다.")
    static let indexNoteWithoutPages = Phrase(
        "Strategies: %1, instruments: %2, runs: %3. No pages were written; a command such as "
            + "'finstage report %4' writes those of one strategy, 'finstage runs list' names all.",
        "전략 %1개, 종목 %2개, 실행 %3건. 상세 페이지는 만들지 않았습니다. 'finstage report %4'처럼 "
            + "실행하면 한 전략의 페이지를 만들고, 'finstage runs list'가 모든 실행을 보여 줍니다.")
    static let filter = Phrase("Filter by name", "이름으로 찾기")
    static let symbol = Phrase("Symbol", "종목")
    static let curve = Phrase("Equity and held", "평가액과 보유 시")
    static let chartFooter = Phrase(
        "A chart of past prices, and no backtest: nothing was traded, and past prices promise no "
            + "future ones. Prices are on the shares of the last bar, so that a split is no crash. "
            + "An indicator sees each bar up to its close.",
        "과거 가격의 차트이며 백테스트가 아닙니다. 매매한 것은 없으며, 과거 가격이 미래 가격을 보장하지 "
            + "않습니다. 가격은 마지막 봉의 주식 기준이므로 주식 분할이 급락으로 보이지 않습니다. 지표는 각 봉의 "
            + "종가까지를 봅니다.")
    static let chartKicker = Phrase("Finstage chart", "Finstage 차트")
    static let events = Phrase("Actions and findings", "기업 행위와 점검 결과")
    static let date = Phrase("Date", "날짜")
    static let kind = Phrase("Kind", "종류")
    static let event = Phrase("What", "내용")
    static let noEvents = Phrase("None in this range.", "이 구간에는 없습니다.")
}
