import ColumnStore
import MarketData
import Testing

/// The session that a row of a daily file belongs to, however its time is written.
@Suite("Times as written")
struct WrittenTimeTests {
    private func times(
        _ cells: [String], _ calendar: MarketData.Calendar = .newYork
    ) throws -> [String] {
        let rows = cells.map { "\($0),1,1,1,1,1\n" }.joined()
        let text = "time,open,high,low,close,volume\n" + rows
        return try DelimitedReader(calendar: calendar).read(Array(text.utf8), named: "t")
            .times.map(\.text)
    }

    @Test("a daily row is the session date as written in the zone as written")
    func daily() throws {
        let dates = ["2024-01-02", "2024-01-03", "2024-01-04"]
        #expect(try times(dates) == dates)
        #expect(try times(dates.map { $0 + "T00:00:00-05:00" }) == dates)
        #expect(try times(dates.map { $0 + " 20:00:00-05:00" }) == dates)
        #expect(try times(dates.map { $0 + "T23:30:00+09:00" }) == dates)
    }

    @Test("a daily stamp is the exchange's date at that instant")
    func stamps() throws {
        // 20:00 in New York, 8 to 10 January 2024: the next day in UTC.
        #expect(
            try times(["1704762000", "1704848400", "1704934800"])
                == ["2024-01-08", "2024-01-09", "2024-01-10"])
    }

    @Test("an hourly row with an offset is an instant, midnight too")
    func hourly() throws {
        let written = [
            "2024-01-02T23:00:00+09:00", "2024-01-03T00:00:00+09:00", "2024-01-03T01:00:00+09:00",
        ]
        #expect(
            try times(written, .continuous)
                == ["2024-01-02T14:00:00Z", "2024-01-02T15:00:00Z", "2024-01-02T16:00:00Z"])
    }

    @Test("stamps across a change of clocks keep their session (FDI-05)")
    func clockChange() throws {
        let dates = [1_647_009_000, 1_647_030_600, 1_647_264_600].map { (second: Int64) in
            MarketData.Calendar.newYork
                .localDate(at: Timestamp(microseconds: second * 1_000_000)).description
        }
        #expect(dates == ["2022-03-11", "2022-03-11", "2022-03-14"])
    }

    @Test("an import keeps stamps as they are, whatever the offset of the day (FDI-05)")
    func importedStamps() throws {
        let seconds: [Int64] = [1_647_009_000, 1_647_030_600, 1_647_264_600]
        let rows = seconds.map { "\($0),100,101,99,100.5,10\n" }.joined()
        let text = "timestamp,open,high,low,close,volume\n" + rows
        let table = try DelimitedReader(interval: .hour, calendar: .newYork)
            .read(Array(text.utf8), named: "t")
        #expect(table.times.map(\.microseconds) == seconds.map { $0 * 1_000_000 })
        let closed = table.series(symbol: "X", calendar: .newYork).closedAt
        #expect(
            closed.map(\.text) == [
                "2022-03-11T15:30:00Z", "2022-03-11T21:00:00Z", "2022-03-14T14:30:00Z",
            ])
        #expect(table.findings.isEmpty)
    }

    @Test("--repair keeps a row that lacks a value, with that value missing (FDI-67)")
    func missing() throws {
        let closes = ["10", "11", "inf", "12", "13", "-Infinity", "1e999", "N/A", "null", "14"]
        let rows = closes.enumerated().map { row, close in
            "2024-01-\(row + 10),10,20,9,\(close),1\n"
        }
        let text = "date,open,high,low,close,volume\n" + rows.joined()
        let table = try DelimitedReader(isLenient: true).read(Array(text.utf8), named: "t")
        #expect(table.count == 10 && table.findings.map(\.line) == [4, 7, 8, 9, 10])
        #expect(table.close.map(\.isFinite) == closes.map { Int($0) != nil })
        #expect(table.high.allSatisfy { $0 == 20 })
        #expect(throws: StoreError.self) {
            try DelimitedReader().read(Array(text.utf8), named: "t")
        }
    }
}
