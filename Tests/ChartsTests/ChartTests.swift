import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Chart")
struct ChartTests {
    static let hostile = "</script><img src=x onerror=alert(1)> & \"quotes\" 'too' \u{1B}[31m"

    @Test("is well-formed XML, whatever its texts are")
    func escapes() {
        let marker = Marker(row: 1, value: 2, direction: .down, label: Self.hostile)
        let chart = Chart(
            title: Self.hostile, rowCount: 3, rowTicks: [RowTick(row: 1, label: Self.hostile)],
            marks: [
                AreaMark([1, 2, 3], legend: Self.hostile), RuleMark(2),
                MarkerMark([marker], legend: Self.hostile, tone: .negative),
            ])
        let svg = chart.svg(isStandalone: true)
        #expect(!svg.contains("<img"))
        #expect(!svg.contains("\u{1B}"))
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    @Test(
        "draws any values without a number that is none",
        arguments: [
            [0], [5], [5, 5, 5], [.nan], [.nan, 1, .infinity], [0, 0], [-1, -2], [1e300, -1e300],
            [1e-12, 2e-12],
        ] as [[Double]], [ScaleKind.linear, .logarithmic])
    func drawsAnything(values: [Double], scale: ScaleKind) {
        let svg = Chart(
            title: "t", rowCount: values.count, marks: [LineMark(values), AreaMark(values)],
            scale: scale
        ).svg(isStandalone: true)
        #expect(!svg.contains("nan") && !svg.contains("inf"))
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    @Test("draws candles where they fit, else the closes")
    func candles() {
        let prices = (0..<50).map { 100 + Double($0 % 5) }
        let mark = CandleMark(
            open: prices, high: prices.map { $0 + 1 }, low: prices.map { $0 - 1 },
            close: prices.map { $0 + 0.5 })
        let wide = Chart(title: "t", rowCount: 50, marks: [mark], columns: 900).svg()
        #expect(wide.contains("candle positive"))
        let narrow = Chart(title: "t", rowCount: 50, marks: [mark], columns: 100).svg()
        #expect(!narrow.contains("candle"))
        #expect(narrow.contains("line primary"))
    }

    @Test("colours by class, so that a page can be light or dark")
    func colours() {
        let svg = Chart(title: "t", rowCount: 2, marks: [LineMark([1, 2])]).svg()
        #expect(!svg.contains("#"))
        #expect(svg.contains("viewBox=\"0 0 960 280\""))
        #expect(ChartStyle.colours.contains("prefers-color-scheme:dark"))
        for tone in Tone.allCases {
            #expect(ChartStyle.css.contains(".line.\(tone.rawValue)"))
            #expect(ChartStyle.css.contains(".marker.\(tone.rawValue)"))
        }
    }
}
