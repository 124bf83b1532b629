import Foundation
import Reporting
import Testing

/// Sample pages for the eye: written where FINSTAGE_PAGES names a folder.
@Suite("Sample pages")
struct PageSamples {
    static let folder = ProcessInfo.processInfo.environment["FINSTAGE_PAGES"]

    @Test(
        "are written on request",
        .enabled(if: PageSamples.folder != nil, "FINSTAGE_PAGES names no folder"))
    func write() throws {
        let folder = try #require(Self.folder)
        let one = try MarketFixture().result()
        let clock = ContinuousClock()
        var html = ""
        let time = clock.measure { html = RunPage([one]).html }
        try Self.save(html, folder + "/one.html")
        let korean = ReportOptions(language: .korean, colors: .korean)
        try Self.save(RunPage([one], options: korean).html, folder + "/one-ko.html")
        let many = try (0..<8).map { index in
            try MarketFixture(symbol: "SYM\(index)", seed: UInt64(index) + 3).result()
        }
        var all = ""
        let allTime = clock.measure { all = RunPage(many).html }
        try Self.save(all, folder + "/eight.html")
        let minutes = try MarketFixture(count: 100_000, isDaily: false).result()
        var long = ""
        let longTime = clock.measure { long = RunPage([minutes]).html }
        try Self.save(long, folder + "/minutes.html")
        try Self.save(IndexPage(many).html, folder + "/index.html")
        let bars = one.bars
        let columns = ChartColumns(
            times: bars.times, open: bars.open, high: bars.high, low: bars.low,
            close: bars.close, volume: bars.close.map { $0 * 12_345 })
        let events = [
            ChartEvent(row: 400, kind: .action, text: "split 4:1"),
            ChartEvent(row: 900, kind: .finding, text: "price jumps by 31% without an action"),
        ]
        let chart = ChartPage(
            symbol: "AAPL", columns: columns, drawn: one.drawn, events: events,
            notes: ["Data: bundle, split-adjusted"])
        try Self.save(chart.html, folder + "/chart.html")
        var equity = ""
        let equityTime = clock.measure { equity = EquityTable(minutes).csv }
        var plain = ""
        let plainTime = clock.measure {
            for row in minutes.equity.indices {
                plain += DelimitedText.row([
                    .text(
                        TimeText(Array(minutes.bars.times[row...row])).text(
                            of: minutes.bars.times[row])),
                    .number(minutes.bars.close[row]), .number(minutes.equity[row]),
                    .number(minutes.buyAndHold[row]), .number(minutes.equity[row] / 7),
                ])
            }
        }
        try Self.save(
            "equity.csv of 100,000 bars: \(equityTime), row by row: \(plainTime), "
                + "\(equity.utf8.count) bytes\n", folder + "/equity.txt")
        let sizes = [html, all, long].map(\.utf8.count)
        try Self.save("\(time) \(allTime) \(longTime) \(sizes)\n", folder + "/times.txt")
    }

    static func save(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
