import Reporting
import Testing

@Suite("Headline")
struct HeadlineTests {
    /// FE-31.
    @Test("says which part of the gain is open, against what, and that it is hindsight")
    func openWinner() throws {
        let headline = Headline(try ResultFixture.openWinner().result())
        #expect(headline.openPart == "+440 of +390 is open")
        #expect(
            headline.text == """
                SmaCross on AAPL earned 390 (+3.90%) on 10,000, against +40.00% from buying and \
                holding, with a greatest drawdown of 0.50% (4.00% when held), over 5 bars from \
                2024-01-01 to 2024-01-05 of bundle; 1 closed trade; +440 of +390 is open; the \
                symbol was chosen in hindsight, as nobody could have chosen it then.
                """)
    }

    @Test("does not say hindsight of an index, nor open without a position")
    func plain() throws {
        var fixture = ResultFixture.idle()
        fixture.selection = "pointInTime"
        let headline = Headline(try fixture.result())
        #expect(!headline.text.contains("hindsight"))
        #expect(headline.openPart == nil)
        #expect(headline.text.contains("no closed trade"))
    }
}
