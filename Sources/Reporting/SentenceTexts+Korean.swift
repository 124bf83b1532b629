/// The forms of sentences with their Korean.
extension SentenceTexts {
    static let gates: [(english: String, korean: String)] = [
        ("Refused by %1 of %2 gates.", "관문 %2개 중 %1개에서 거부되었습니다."),
        ("Refused by %1 of 1 gate.", "관문 1개 중 %1개에서 거부되었습니다."),
        ("Passed all %1 gates.", "관문 %1개를 모두 통과했습니다."),
        ("Passed, accepting what fails: %1.", "미달 관문을 예외로 수용하여 통과: %1."),
        (
            "Is the Sharpe ratio above that of buying and holding?",
            "샤프 지수가 매수 후 보유보다 높은가?"
        ),
        (
            "the Sharpe ratio is %1, and %2 of holding the same",
            "샤프 지수는 %1, 같은 종목을 보유하면 %2입니다"
        ),
        (
            "Were the instruments chosen as somebody could have at the time?",
            "당시에 고를 수 있었던 방식으로 종목을 골랐는가?"
        ),
        (
            "every series was chosen with the knowledge of its time",
            "모든 종목을 당시의 정보로 골랐습니다"
        ),
        (
            "%1; that a portfolio of the first day would have held them is not shown",
            "%1; 첫날의 포트폴리오가 이 종목들을 보유했으리라는 근거가 없습니다"
        ),
        (
            "%1 of %2 series were chosen with today's knowledge",
            "%2개 종목 중 %1개는 현재의 지식으로 골랐습니다"
        ),
        (
            "%1 of %2 series are members of a list also in the years before they joined it",
            "%2개 종목 중 %1개는 목록에 편입되기 전의 기간도 포함합니다"
        ),
        ("%1 of %2 series are of unknown choice", "%2개 종목 중 %1개는 선정 방식을 알 수 없습니다"),
        (
            "How much of the Sharpe ratio is left at twice the costs?",
            "비용이 두 배일 때 샤프 지수가 얼마나 남는가?"
        ),
        (
            "neither commission nor slippage is charged, so that there is nothing to double; "
                + "state what trading costs",
            "수수료도 슬리피지도 없어 두 배로 할 비용이 없습니다. 거래 비용을 지정하십시오"
        ),
        (
            "How much of the Sharpe ratio is left when every decision comes a bar late?",
            "모든 판단이 한 봉 늦을 때 샤프 지수가 얼마나 남는가?"
        ),
        (
            "the Sharpe ratio is %1 to begin with: there is no edge that could survive",
            "샤프 지수가 처음부터 %1이므로 남을 수 있는 우위가 없습니다"
        ),
        (
            "the Sharpe ratio is %1, and %2 at twice the costs",
            "샤프 지수는 %1, 비용이 두 배이면 %2입니다"
        ),
        ("each side costs %1 more at least", "편도 비용은 최소 %1 늘립니다"),
        ("the Sharpe ratio is %1, and %2 a bar later", "샤프 지수는 %1, 한 봉 늦으면 %2입니다"),
        ("Are there enough closed trades to judge by?", "판단하기에 청산 거래가 충분한가?"),
        ("1 round trip was closed on %1", "%1에서 청산한 거래는 1건입니다"),
        ("%1 round trips were closed on %2", "%2에서 청산한 거래는 %1건입니다"),
        ("How probable is a true Sharpe ratio above zero?", "실제 샤프 지수가 0보다 클 확률은?"),
        (
            "the account never changes, so that nothing can be judged",
            "계좌가 전혀 변하지 않아 판단할 수 없습니다"
        ),
        ("the Sharpe ratio is %1 over %2", "%2 동안의 샤프 지수는 %1입니다"),
        (
            "Does the rule gain in most windows, each begun flat?",
            "포지션 없이 시작한 구간 대부분에서 이익을 내는가?"
        ),
        (
            "the range after the warm-up holds %1, and %2 are needed; take a longer range, or "
                + "shorter windows in a file of thresholds",
            "준비 구간 이후에 %1뿐이지만 %2개가 필요합니다. 기간을 늘리거나 기준 파일에서 구간을 줄이십시오"
        ),
        (
            "%1 of %2 gain after costs; joined, their Sharpe ratio is %3",
            "%2 중 %1개가 비용을 빼고 이익을 냈으며, 이어 붙인 샤프 지수는 %3입니다"
        ),
        ("1 window", "구간 1개"), ("%1 windows", "구간 %1개"), ("%1 series", "%1개 종목"),
        ("1 bar", "1봉"), ("%1 bars", "%1봉"), ("undefined", "정의되지 않음"),
    ]

    static let evidence: [(english: String, korean: String)] = [
        ("Beside buying and holding", "매수 후 보유와 비교"), ("Account", "계좌"),
        ("Strategy", "전략"), ("Holding", "보유"), ("Return", "수익률"), ("Sharpe", "샤프 지수"),
        ("Volatility a year", "연간 변동성"), ("Choice of the instruments", "종목 선정"),
        ("Series", "종목"), ("%1: hindsight", "%1: 사후 선택"), ("%1: index", "%1: 지수"),
        ("%1: pointInTime", "%1: 시점 기준"), ("%1: unknown", "%1: 알 수 없음"), ("%1: ", "%1: 알 수 없음"),
        ("Costs doubled", "비용 두 배"), ("One bar late", "한 봉 지연"), ("Terms", "조건"),
        ("As asked for", "요청한 조건"), ("Trades", "거래"), ("Closed trades", "청산 거래"),
        ("Significance", "유의성"), ("Record", "기록"), ("Bars", "봉 수"), ("Skewness", "왜도"),
        ("Kurtosis", "첨도"), ("PSR", "확률적 샤프 지수(PSR)"),
        ("Bars needed for 95 %", "95 %에 필요한 봉 수"), ("Mean of the accounts", "계좌 평균"),
        ("Windows", "구간"), ("Window", "구간"), ("%1 on %2, %3 to %4", "%1 · %2, %3 ~ %4"),
        ("%1 to %2", "%1 ~ %2"),
    ]

    /// What an import finds wrong; a test holds them against its reasons.
    static let findings: [(english: String, korean: String)] = [
        ("the row does not have as many cells as the header", "행의 칸 수가 머리글과 다릅니다"),
        (
            "a quoted cell does not end before the separator",
            "따옴표로 묶은 칸이 구분 기호 앞에서 끝나지 않습니다"
        ),
        (
            "no date of the form YYYY-MM-DD or YYYY-MM-DD hh:mm:ss",
            "YYYY-MM-DD 또는 YYYY-MM-DD hh:mm:ss 형식의 날짜가 아닙니다"
        ),
        (
            "a year before 1800 or after 2100 stands for no date",
            "1800년 이전이나 2100년 이후는 날짜로 보지 않습니다"
        ),
        ("a price is missing", "가격이 없습니다"), ("not a decimal number", "십진수가 아닙니다"),
        ("not a finite number", "유한한 수가 아닙니다"), ("a price must be above zero", "가격은 0보다 커야 합니다"),
        ("a volume must not be negative", "거래량은 음수일 수 없습니다"),
        ("high is below low", "고가가 저가보다 낮습니다"),
        ("lies outside the range from low to high", "저가와 고가의 범위를 벗어납니다"),
        ("earlier than the row above", "윗행보다 이른 시각입니다"),
        ("the same time as another row", "다른 행과 시각이 같습니다"),
        ("lies within the bar of the row before it", "앞 행의 봉 안에 들어갑니다"),
        ("no session of the calendar", "달력의 거래일이 아닙니다"),
        (
            "a week named by a Sunday is taken as the one that ends there",
            "일요일로 적힌 주는 그날 끝나는 주로 봅니다"
        ),
        ("the close jumps as at a split", "종가가 주식 분할처럼 뜁니다"),
        ("the close jumps by a factor of 100", "종가가 100배로 뜁니다"),
        ("outside the hours of the session", "거래 시간 밖입니다"),
        ("sessions without a bar", "봉이 없는 거래일이 있습니다"),
        ("a high or low far from open and close", "고가나 저가가 시가·종가에서 크게 벗어납니다"),
        ("volume 0 in bars whose prices move", "가격이 움직이는 봉의 거래량이 0입니다"),
    ]

    /// What else a finding says, and what is wrong with a corporate action.
    static let remarks: [(english: String, korean: String)] = [
        (
            "%1 of %2 between its %3 have no bar, this is the first",
            "%2의 거래일 %3일 가운데 %1에 봉이 없으며, 이것이 처음입니다"
        ),
        ("1 session", "1일"), ("%1 sessions", "%1일"), ("open %1, close %2", "시가 %1, 종가 %2"),
        ("they are taken as traded", "거래된 것으로 봅니다"),
        ("line %1 holds", "%1행이 남습니다"),
        (
            "merged with line %1: the first open, the highest high, the lowest low, the last "
                + "close, the larger volume",
            "%1행과 합침: 첫 시가, 최고 고가, 최저 저가, 마지막 종가, 큰 거래량"
        ),
        (
            "the newest row comes first; --repair sorts the file",
            "최신 행이 먼저 나옵니다. --repair가 정렬합니다"
        ),
        (
            "1 row lies on days without a session of %1, this is the first",
            "%1의 거래일이 아닌 날의 행이 1개이며, 이것이 처음입니다"
        ),
        (
            "%1 rows lie on days without a session of %2, this is the first",
            "%2의 거래일이 아닌 날의 행이 %1개이며, 이것이 처음입니다"
        ),
        (
            "%1 of them on weekends: import with --calendar 24/7 what trades then",
            "그중 %1개는 주말입니다. 주말에도 거래되면 --calendar 24/7로 가져오십시오"
        ),
        (
            "a time without an offset is UTC: give --zone exchange for local times",
            "시차가 없는 시각은 UTC입니다. 현지 시각이면 --zone exchange를 쓰십시오"
        ),
        (
            "1 row is such; where the week begins there, give its Monday",
            "그런 행이 1개입니다. 그날 시작하는 주라면 월요일을 적으십시오"
        ),
        (
            "%1 rows are such; where the week begins there, give its Monday",
            "그런 행이 %1개입니다. 그날 시작하는 주라면 월요일을 적으십시오"
        ),
        (
            "from %1, looks like a split of %2 on %3; name it in --actions",
            "%1에서 바뀌어 %3의 %2 분할로 보입니다. --actions에 적으십시오"
        ),
        (
            "from %1 on %2, as where the unit changes (pounds and pence); bring the file to one "
                + "unit",
            "%2에 %1에서 바뀌어 단위가 바뀐 듯합니다(파운드와 펜스). 파일의 단위를 통일하십시오"
        ),
        ("%1 of %2, this is the first", "%2 중 %1개이며, 이것이 처음입니다"),
        (
            "%1 is left out: amount is not below the previous close %2; give it per share of its "
                + "ex-date, in the currency of the prices",
            "%1 제외: 금액이 전일 종가 %2 이상입니다. 배당락일의 주당 금액을 가격과 같은 통화로 적으십시오"
        ),
        (
            "%1 is left out: its value is not positive; correct it",
            "%1 제외: 값이 양수가 아닙니다. 고치십시오"
        ),
        (
            "%1 is left out: the close changes by a factor of %2, the opposite of the split; write "
                + "it as new:old",
            "%1 제외: 종가가 분할과 반대로 %2배 변합니다. 새 주식:옛 주식으로 적으십시오"
        ),
        (
            "%1 is left out: the close changes by a factor of %2 only; the prices contain the "
                + "split already, or its date is wrong",
            "%1 제외: 종가가 %2배만 변합니다. 가격에 분할이 이미 반영되었거나 날짜가 틀립니다"
        ),
        (
            "%1 is left out: it is listed twice; remove one of the lines",
            "%1 제외: 두 번 적혀 있습니다. 한 행을 지우십시오"
        ),
        ("%1: split %2 of %3", "%1: %3 주식 분할 %2"),
        ("%1: dividend %2 of %3", "%1: %3 배당 %2"), ("split %1", "주식 분할 %1"),
        ("dividend %1", "배당 %1"),
    ]
}
