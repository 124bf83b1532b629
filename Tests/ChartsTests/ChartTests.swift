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

    @Test("leaves as much room as its labels need, in millions where they are many")
    func labelRoom() {
        let small = Chart(title: "t", rowCount: 2, marks: [LineMark([1, 2])])
        #expect(small.neededRoom == 64)
        let large = Chart(title: "t", rowCount: 2, marks: [LineMark([1_200_000, 3_400_000])])
        #expect(large.svg().contains(">2,000,000<") && large.neededRoom > 70)
        #expect(large.frame.rows.end == 960 - large.neededRoom)
        let huge = Chart(title: "t", rowCount: 2, marks: [LineMark([1.2e9, 3.4e9])])
        #expect(huge.svg().contains(">2,000M<"))
        var shared = small
        shared.room = 100
        #expect(shared.frame.rows.end == 860)
    }

    @Test(
        "shows a sensible span around a flat line",
        arguments: [
            (0, TickFormat.percent, ["−1%", "0%", "1%"]),
            (0, .number, ["−1", "0", "1"]),
            (100_000, .number, ["95,000", "100,000", "105,000"]),
        ])
    func flat(value: Double, format: TickFormat, labels: [String]) {
        let chart = Chart(
            title: "t", rowCount: 3, marks: [AreaMark([value, value, value], base: value)],
            tickFormat: format, height: 150)
        for label in labels { #expect(chart.svg().contains(">\(label)<"), "\(chart.svg())") }
    }

    @Test("labels three values at least", arguments: [110.0, 120, 150, 270])
    func labels(height: Double) {
        for top in stride(from: 1.0, through: 9.9, by: 0.1) {
            let chart = Chart(
                title: "t", rowCount: 2, marks: [LineMark([0.7, top])], height: height)
            let count = chart.frame.values.ticks(atMost: 3).values.count
            #expect((3...8).contains(count), "\(top)")
        }
    }
}
