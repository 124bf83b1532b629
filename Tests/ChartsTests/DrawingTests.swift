import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Histogram, ScatterPlot, Sparkline, ColumnMark")
struct DrawingTests {
    private func isWellFormed(_ svg: String) -> Bool {
        let text = svg.replacing(
            "<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" ", maxReplacements: 1)
        return XMLParser(data: Data(text.utf8)).parse()
    }

    @Test(
        "count every value once, zero at an edge",
        arguments: [
            [0.01, -0.01, 0.02], [5], [0, 0, 0], [-0.5, 1e-9], [], [1e9, -1e-9, 0.1],
        ] as [[Double]])
    func histogram(values: [Double]) {
        let plot = Histogram(values + [.nan], title: "a<b") { "\($0 ?? "") \($1 ?? "") \($2)" }
        #expect(plot.counts.reduce(0, +) == values.count)
        #expect(plot.counts.count <= 60)
        #expect(isWellFormed(plot.svg))
    }

    @Test("count in whole numbers, however few there are")
    func wholeCounts() {
        let svg = Histogram([0.01, 0.02, 0.03], title: "t") { "\($2) \($0 ?? "") \($1 ?? "")" }.svg
        #expect(svg.contains(">1</text>") && !svg.contains(">0.5</text>"))
    }

    @Test("have room for the labels of great counts")
    func greatCounts() throws {
        let svg = Histogram(
            (0..<200_000).map { Double($0 % 2) * 0.01 + 0.001 }, title: "t"
        ) { "\($2) \($0 ?? "") \($1 ?? "")" }.svg
        let label = try #require(
            svg.firstMatch(of: #/<text class="tick" x="([\d.]+)"[^>]*>100,000</#))
        #expect(try #require(Double(label.1)) + 7 * 7.2 < Histogram.width)
    }

    @Test("say that the outermost bins are open where values lie beyond them")
    func openBins() {
        let values = [-9.0, 9] + (0..<1_000).map { Double($0 % 100) / 100 + 0.001 }
        let plot = Histogram(values, title: "t") { "\($0 == nil) \($1 == nil) \($2)" }
        #expect(plot.svg.components(separatedBy: "true false").count == 2)
        #expect(plot.svg.components(separatedBy: "false true").count == 2)
        let inner = Histogram([0.1, 0.11, 0.12], title: "t") { "\($0 == nil || $1 == nil) \($2)" }
        #expect(!inner.svg.contains("true"))
    }

    @Test("name bins by the decimals that tell their edges apart")
    func smallBins() {
        let values = (-50..<50).map { Double($0) * 2e-6 }
        let plot = Histogram(values, title: "t") { "\($0 ?? "") to \($1 ?? ""): \($2)" }
        #expect(plot.svg.contains("−0.0005% to 0.0000%: "))
        #expect(!plot.svg.contains("0.00% to 0.00%"))
    }

    @Test("keep every label within the drawing")
    func leftmostLabel() throws {
        let group = ScatterPlot.Group(x: [-0.000_52, 0], y: [0, 0.000_012], tone: .positive)
        let svg = ScatterPlot(title: "t", groups: [group], xLabel: "x", yLabel: "y").svg
        var (count, rest) = (0, svg[...])
        while let found = rest.firstMatch(
            of: /text-anchor="middle" x="([0-9.]+)" y="[0-9.]+">([^<]+)</)
        {
            let x = try #require(Double(found.1))
            #expect(x >= Double(found.2.count) * 3, "\(found.2) at \(x)")
            (count, rest) = (count + 1, rest[found.range.upperBound...])
        }
        #expect(count >= 2)
        #expect(svg.contains("text-anchor=\"start\" x="))
    }

    @Test("draw points and lines of any values")
    func points() {
        let group = ScatterPlot.Group(x: [-0.1, .nan, 0], y: [0.2, 1, 0], tone: .positive)
        let plot = ScatterPlot(title: "t", groups: [group], xLabel: "<x>", yLabel: "y")
        #expect(isWellFormed(plot.svg) && !plot.svg.contains("nan"))
        for values in [[], [1], [.nan], [1, 1, 1], [1, 5, 2]] as [[Double]] {
            #expect(isWellFormed(Sparkline(title: "\"", lines: [(values, .primary)]).svg))
        }
    }

    @Test("keep the greatest column where columns do not fit")
    func columns() {
        var values = [Double](repeating: 1, count: 10_000)
        values[5_000] = 100
        let mark = ColumnMark(values)
        let frame = PlotFrame(
            rows: RowScale(rowCount: values.count, start: 0, end: 100),
            values: LinearScale(lower: 0, upper: 100, start: 100, end: 0), columns: 50, top: 0,
            bottom: 100)
        let svg = mark.svg(in: frame)
        #expect(svg.contains("0-1000"))
        #expect(svg.utf8.count < 4_000)
    }
}
