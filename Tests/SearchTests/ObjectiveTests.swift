import Search
import Testing

@Suite("An objective")
struct ObjectiveTests {
    private let metrics = [
        "sharpe_annualized", "max_drawdown_fraction", "max_drawdown_days", "turnover_annualized",
        "cagr_fraction",
    ]

    @Test(
        "is read from its text, and from the text that it has",
        arguments: [
            ("sharpe_annualized", "max:sharpe_annualized"), ("sharpe", "max:sharpe_annualized"),
            ("max_drawdown_fraction", "min:max_drawdown_fraction"),
            ("max:turnover", "max:turnover_annualized"), ("min:cagr", "min:cagr_fraction"),
        ])
    func text(text: String, expected: String) throws {
        let objective = try Objective(text, metrics: metrics)
        #expect("\(objective)" == expected)
        #expect(try Objective(expected, metrics: metrics) == objective)
    }

    @Test(
        "says what to write instead",
        arguments: [
            ("sharp_annualized", "did you mean 'sharpe_annualized'?"), ("", "no metric ''"),
            ("max_drawdown", "may be max_drawdown_fraction or max_drawdown_days"),
            ("most:sharpe", "'most' is no direction; write max:METRIC or min:METRIC"),
            ("sharpe,", "no metric ''"), ("sharpe,min:sharpe", "stands twice"),
        ])
    func mistakes(text: String, words: String) {
        let error = #expect(throws: SearchError.self) {
            try Objective.list(text, metrics: metrics)
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains(words))
    }

    @Test("has several in a list")
    func list() throws {
        let list = try Objective.list("sharpe,max_drawdown_days", metrics: metrics)
        #expect(
            list == [
                Objective("sharpe_annualized", .maximize),
                Objective("max_drawdown_days", .minimize),
            ])
    }

    @Test("scores more as better, and what is undefined not at all")
    func scores() {
        #expect(Objective("a", .maximize).score(2) == 2)
        #expect(Objective("a", .minimize).score(2) == -2)
        #expect(Objective("a", .maximize).score(nil) == nil)
        #expect(Objective("a", .minimize).score(.nan) == nil)
        #expect(Objective("a", .minimize).score(-.infinity) == nil)
    }

    @Test("a rule for giving up is read from its text, and asked after its bars")
    func abortRules() throws {
        let rule = try AbortRule("max_drawdown_fraction > 0.5 after 252", metrics: metrics)
        #expect(rule == AbortRule("max_drawdown_fraction", .above, 0.5, afterBars: 252))
        #expect(try AbortRule("\(rule)", metrics: metrics) == rule)
        #expect(rule.givesUp(0.6, afterBars: 252) && !rule.givesUp(0.6, afterBars: 251))
        #expect(!rule.givesUp(0.5, afterBars: 252) && !rule.givesUp(.nan, afterBars: 252))
        let low = try AbortRule("sharpe_annualized < -1", metrics: metrics)
        #expect(low.givesUp(-1.5, afterBars: 0) && !low.givesUp(-1, afterBars: 0))
        #expect("\(low)" == "sharpe_annualized < -1.0")
    }

    @Test(
        "a rule for giving up says what to write instead",
        arguments: [
            ("sharpe_annualized", "write METRIC > NUMBER"),
            ("sharpe_annualized = 1", "write METRIC > NUMBER"),
            ("sharpe_annualized > 1 after", "write METRIC > NUMBER"),
            ("sharpe_annualised > 1", "did you mean 'sharpe_annualized'?"),
            ("sharpe_annualized > nan", "'nan' is no finite number"),
            ("sharpe_annualized > 1 after -3", "'-3' is no number of bars"),
        ])
    func badRules(text: String, words: String) {
        let error = #expect(throws: SearchError.self) { try AbortRule(text, metrics: metrics) }
        #expect("\(error.map { "\($0)" } ?? "")".contains(words))
    }
}
