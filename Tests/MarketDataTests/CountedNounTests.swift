import MarketData
import Testing

@Suite("Counts with their nouns")
struct CountedNounTests {
    @Test(
        "one is one, and thousands are parted",
        arguments: [
            (1, "1 bar"), (0, "0 bars"), (-1, "-1 bars"), (999, "999 bars"), (1_000, "1,000 bars"),
            (1_234_567, "1,234,567 bars"), (-12_345, "-12,345 bars"),
        ])
    func bars(count: Int, text: String) { #expect(counted(count, "bar") == text) }

    @Test("a plural of its own")
    func plural() {
        #expect(counted(2, "row is", plural: "rows are") == "2 rows are")
        #expect(counted(Int64.min, "bar") == "-9,223,372,036,854,775,808 bars")
    }
}
