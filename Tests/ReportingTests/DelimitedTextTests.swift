import Reporting
import Testing

@Suite("DelimitedText")
struct DelimitedTextTests {
    /// FE-65.
    @Test(
        "cannot become a formula and reads back as it was",
        arguments: [
            "</script><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\",\"y\")", "-ABC",
            "+1 idea", "@cmd", "\tTab", "\rReturn", "'=quoted", "''-twice", "'plain", "", " ",
            "a,b", "a\"b", "line\nline", "a\r\nb", "日本株", "e\u{301}", "\"", "\"\"",
        ])
    func roundTrip(text: String) throws {
        let written = DelimitedText.row([.text(text), .number(-12.5), .text(text)])
        let first = try #require(written.first { $0 != "\"" })
        #expect(!"=+-@\t\r".contains(first))
        #expect(DelimitedText.parse(written) == [[text, "-12.5", text]])
    }

    @Test("leaves numbers alone")
    func numbers() {
        let row = DelimitedText.row([
            .number(-12.5), .number(10), .number(nil), .number(.nan), .integer(-3),
            .number(0.1 + 0.2), .number(1e-5), .number(-0.0), .empty,
        ])
        #expect(row == "-12.5,10,,,-3,0.30000000000000004,1e-05,0,\n")
    }

    @Test("reads line ends of both kinds and a last line without one")
    func lineEnds() {
        #expect(DelimitedText.parse("a,b\r\nc,d\n") == [["a", "b"], ["c", "d"]])
        #expect(DelimitedText.parse("a,b\nc,") == [["a", "b"], ["c", ""]])
        #expect(DelimitedText.parse("").isEmpty)
        #expect(DelimitedText.parse("\"a\n") == [["a\n"]])
    }
}
