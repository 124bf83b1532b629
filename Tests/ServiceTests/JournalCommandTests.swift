import ColumnStore
import Database
import Foundation
import MarketData
import Testing

@Suite("What the journal is asked by command")
struct JournalCommandTests {
    private struct Finding: Decodable {
        let kind: String
        let subject: String
        let time: String
        let words: String
    }

    private func decoded<Row: Decodable>(_: Row.Type, _ text: String) throws -> [Row] {
        try text.split(separator: "\n").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
    }

    @Test("findings are printed by symbol and by promotion; left out rows are said once")
    func findings() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let rows = ServiceFixture.csv(fixture.series, ServiceFixture.warm..<400) + "rubbish\n"
        let file = fixture.program.folder.appending(path: "incoming/AAA.csv")
        try Data(rows.utf8).write(to: file)
        let first = try fixture.once()
        #expect(first.status == 0)
        #expect(first.complaint.contains("1 row of AAA.csv is left out"), "\(first.complaint)")
        // A look of its own tells another one, and neither again.
        try Data((rows + "2020-01-01,\n").utf8).write(to: file)
        let second = try fixture.once()
        #expect(second.complaint.contains("2 rows of AAA.csv are left out, the first: AAA.csv:302"))
        let third = try fixture.once()
        #expect(!third.complaint.contains("left out") && !third.output.contains("left out"))
        let words = ["signals", "--findings", "--json"]
        let all = try decoded(Finding.self, try fixture.program.run(words).output)
        let own = try decoded(
            Finding.self, try fixture.program.run(words + ["--symbol", "AAA"]).output)
        #expect(own.count { $0.kind == "rows" } == 2, "\(own)")
        #expect(own.count == all.count { $0.kind != "parity" })
        let text = try fixture.program.run("signals", "--findings", "--promotion", fixture.id)
        #expect(text.output.contains("1 of 1 accounts equal to the bit"), "\(text.output)")
        #expect(!text.output.contains("rubbish"))
    }

    @Test("equity and parity are JSON lines that say what the text says")
    func lines() throws {
        struct Equity: Decodable {
            let promotion: String
            let symbol: String
            let session: String
            let equity: Double
            let equityBits: String
        }
        struct Counts: Decodable, Equatable {
            let compared: Int
            let differing: Int
        }
        struct Difference: Decodable {
            let promotion: String
            let symbol: String
            let kind: String
            let text: String
        }
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        try fixture.feed(ServiceFixture.warm..<400)
        #expect(try fixture.once().status == 0)
        let row = try #require(try fixture.journal().equity().first)
        let shown = try fixture.program.run("equity", "--json")
        let equity = try decoded(Equity.self, shown.output)
        #expect(shown.status == 0 && equity.count == 1)
        #expect(equity[0].promotion == fixture.id && equity[0].symbol == "AAA")
        #expect(equity[0].session == "2020-01-01" && equity[0].equity == row.equity)
        #expect(equity[0].equityBits == String(row.equity.bitPattern, radix: 16))
        let words = ["parity", "--session", "2020-01-01", "--json"]
        let same = try fixture.program.run(words)
        #expect(same.status == 0)
        #expect(
            try decoded(Counts.self, same.output) == [Counts(compared: 1, differing: 0)])
        var batch = JournalBatch()
        batch.equity = [
            EquityRecord(
                promotion: row.promotion, symbol: row.symbol, session: row.session,
                barTime: row.barTime, equity: row.equity.nextUp, quantity: row.quantity,
                barDigest: row.barDigest)
        ]
        try fixture.journal().apply(batch)
        let other = try fixture.program.run(words)
        let parts = other.output.split(separator: "\n").map(String.init)
        #expect(other.status == 1 && parts.count == 2)
        let difference = try decoded(Difference.self, parts[0])
        #expect(difference[0].kind == "order" && difference[0].symbol == "AAA")
        #expect(difference[0].promotion == fixture.id && difference[0].text.contains("equity live"))
        #expect(try decoded(Counts.self, parts[1]) == [Counts(compared: 1, differing: 1)])
    }

    @Test("live --zone says whose clocks show the times; without it local ones decide nothing")
    func zone() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let made = SyntheticMarket(symbol: 5).minutes(count: 200)
        let open = MarketData.Calendar.london.opensAt(try #require(CivilDate("2026-06-03")))
        let shift = open.microseconds - made.times[0].microseconds
        func moved(_ series: Series, by shift: Int64, _ calendar: MarketData.Calendar) -> Series {
            Series(
                symbol: "LON", interval: .minute, calendar: calendar,
                bars: series.bars.map { bar in
                    Bar(
                        time: Timestamp(microseconds: bar.time.microseconds + shift),
                        open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                        volume: bar.volume)
                })
        }
        let series = moved(made, by: shift, .london)
        let file = fixture.program.folder.appending(path: "lon.csv")
        try Data(ServiceFixture.csv(series, 0..<ServiceFixture.warm).utf8).write(to: file)
        _ = try Store(folder: fixture.program.store)
            .importFile(file, symbol: "LON", calendar: .london, interval: .minute)
        _ = try fixture.registry.add(ServiceFixture.manifest(series, symbol: "LON"))
        // As the clocks in London show them, an hour ahead of UTC.
        let local = moved(series, by: Interval.hour.microseconds, .continuous)
        let rows = ServiceFixture.csv(local, 0..<200).replacing("Z,", with: ",")
        try Data(rows.utf8).write(to: fixture.program.folder.appending(path: "incoming/LON.csv"))
        let words = ["live", "--once", "--folder", "incoming"]
        let doubted = try fixture.program.run(words)
        #expect(doubted.status == 1 && doubted.complaint.contains(" 0 decisions"))
        #expect(doubted.complaint.contains("give --zone exchange"), "\(doubted.complaint)")
        let wrong = try fixture.program.run(words + ["--zone", "mars"])
        #expect(wrong.status != 0 && wrong.complaint.contains("--zone takes utc or exchange"))
        let taken = try fixture.program.run(words + ["--zone", "exchange"])
        #expect(taken.status == 0 && taken.complaint.contains("100 decisions"), "\(taken)")
        let point = try fixture.journal().checkpoints().first { $0.symbol == "LON" }
        #expect(point?.barTime == series.times[199].microseconds)
    }

    @Test("messages name the id where several promotions of one strategy run")
    func ids() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        try fixture.feed(ServiceFixture.warm..<250)
        let one = try fixture.once()
        #expect(one.output.contains("RsiReversal AAA: ") && !one.output.contains(fixture.id))
        let longer = try fixture.registry.add(
            ServiceFixture.manifest(
                fixture.series, symbol: "AAA", issued: "2020-02-01", adjusted: "none"))
        try fixture.feed(ServiceFixture.warm..<400)
        let two = try fixture.once()
        #expect(two.output.contains("\(longer) AAA: "), "\(two.output)")
        #expect(!two.output.contains("RsiReversal AAA: "))
    }
}
