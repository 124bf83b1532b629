import ColumnStore
import Foundation
import MarketData
import Testing

@Suite("DelimitedReader")
struct DelimitedReaderTests {
    private let header = "date,open,high,low,close,volume\n"

    private func read(_ text: String, isLenient: Bool = false) throws(StoreError) -> BarTable {
        try DelimitedReader(isLenient: isLenient).read(Array(text.utf8), named: "x.csv")
    }

    private func findings(_ text: String) throws -> [ImportFinding] {
        let error = try failure { () throws(StoreError) in _ = try read(text) }
        guard case .rows(_, let findings, let total) = error else { throw error }
        #expect(total >= findings.count)
        return findings
    }

    @Test("keeps every cell to the bit (FDI-01)")
    func exactCells() throws {
        let table = try read(
            header + """
                2024-01-02,256.09,256.09,256.09,256.09,9876543210
                2024-01-03,0.0713,0.0714,0.0712,0.0713,4294967296
                2024-01-04,5500000.01,5500000.01,5500000.01,5500000.01,7

                """)
        let bits = table.close.map(\.bitPattern)
        #expect(bits == [0x4070_0170_A3D7_0A3D, 0x3FB2_40B7_8034_6DC6, 0x4154_FB18_00A3_D70A])
        #expect(table.volume == [9_876_543_210, 4_294_967_296, 7])
        #expect(table.interval == .day)
    }

    @Test("shifts suffixes as decimals and takes a dash as unknown (FDI-03)")
    func suffixes() throws {
        let text = """
            "Date","Price","Open","High","Low","Vol.","Change %"
            "Mar 04, 2019","1,736.15","1,731.00","1,738.00","1,728.50","2.1B","-0.10%"
            "Mar 05, 2019","1,740.50","1,735.00","1,744.00","1,733.00","-","0.25%"
            "Mar 06, 2019","1,747.50","1,741.00","1,749.00","1,740.50","1.001M","0.40%"
            "Mar 07, 2019","1,749.60","1,745.00","1,752.10","1,744.00","950","0.12%"
            "Mar 08, 2019","1,742.50","1,750.00","1,751.25","1,738.75","73.46K","-0.41%"
            """
        let table = try read("\u{FEFF}" + text.replacing("\n", with: "\r\n"))
        #expect(table.times.first?.text == "2019-03-04")
        #expect(table.volume[0] == 2_100_000_000)
        #expect(table.volume[1].isNaN)
        #expect(Array(table.volume[2...]) == [1_001_000, 950, 73_460])
        #expect(table[0] == [1_731, 1_738, 1_728.5, 1_736.15])
    }

    @Test("refuses a descending file, and sorts it when it is lenient (FDI-03)")
    func descending() throws {
        let text = header + "2024-01-03,1,1,1,1,1\n2024-01-02,2,2,2,2,2\n"
        #expect(try findings(text).map(\.reason) == [.unsorted])
        let table = try read(text, isLenient: true)
        #expect(table.close == [2, 1])
    }

    @Test("takes names in any order and case, and keeps the adjusted close")
    func columns() throws {
        let table = try read(
            "Adj Close,CLOSE,Low,High,Open,Timestamp\n9,10,8,12,9.5,2024-01-02T00:00:00Z\n")
        #expect(table[0] == [9.5, 12, 8, 10])
        #expect(table.volume[0].isNaN)
        #expect(table.extras.map(\.name) == ["adj_close"])
        #expect(table.extras.first?.values == [9])
    }

    @Test("names the line, the column and the text of each bad cell")
    func places() throws {
        let found = try findings(
            header + """
                2024-01-02,10,11,9,10,5
                2024-01-03,inf,11,9,10,5
                2024-01-04,10,,9,ten,5
                2024-13-05,10,11,9,10,-5
                2024-01-08,10,8,9,8.5,5
                2024-01-09,10,11,9,12,5
                2024-01-10,0,11,9,10
                2024-01-11,0,11,-9,1e999,5
                2024-01-12,"10,11,9,10,5
                """)
        let places = found.map { "\($0.line) \($0.column) \($0.text) \($0.reason)" }
        #expect(
            places == [
                "3 open inf notFinite", "4 high  missing", "4 close ten number",
                "5 date 2024-13-05 date", "5 volume -5 negative", "6 high 8 highBelowLow",
                "7 close 12 outsideRange", "8  2024-01-10,0,11,9,10 cellCount",
                "9 open 0 notPositive", "9 low -9 notPositive", "9 close 1e999 notFinite",
                "10  2024-01-12,\"10,11,9,10,5 quote",
            ])
    }

    @Test("shows at most twenty findings and counts the rest")
    func manyFindings() throws {
        let rows = (0..<50).map { _ in "nothing,1,1,1,1,1\n" }.joined()
        let error = try failure { () throws(StoreError) in _ = try read(header + rows) }
        #expect(error.description.contains("x.csv: 50 findings"))
        #expect(error.description.contains("and 30 more"))
        #expect(error.description.contains("--repair"))
    }

    @Test("sets bad rows aside when it is lenient; the last of repeated rows holds")
    func lenient() throws {
        let text =
            header + """
                2024-01-04,4,4,4,4,4
                2024-01-02,2,2,2,2,2
                2024-01-02,2,2,2,2,2
                2024-01-03,3,3,3,3,3
                2024-01-03,3.5,3.5,3.5,3.5,3
                2024-01-05,x,5,5,5,5
                """
        let table = try read(text, isLenient: true)
        #expect(table.close == [2, 3.5, 4])
        #expect(
            table.findings.map { "\($0.line) \($0.reason)" } == [
                "3 unsorted", "5 duplicate", "7 number",
            ])
        #expect(Set(try findings(text).map(\.reason)) == [.unsorted, .duplicate, .number])
    }

    @Test("refuses what is no file of bars")
    func noBars() throws {
        func error(_ text: String) throws -> StoreError {
            try failure { () throws(StoreError) in _ = try read(text) }
        }
        #expect(try error("") == .empty(file: "x.csv"))
        #expect(try error("\n\r\n") == .empty(file: "x.csv"))
        #expect(try error(header) == .noRows(file: "x.csv"))
        #expect(
            try error("2024-01-02,1,1,1,1,1\n")
                == .noHeader(file: "x.csv", text: "2024-01-02,1,1,1,1,1"))
        #expect(
            try error("date,open,high,close\n")
                == .missingColumn(file: "x.csv", column: "low", header: "date,open,high,close"))
        let repeated = "date,open,open,high,low,close\n"
        #expect(try error(repeated) == .repeatedColumn(file: "x.csv", column: "open"))
    }

    @Test("reads times before 1970, times of day, offsets and seconds since 1970")
    func times() throws {
        func time(_ text: String) throws -> Int64 {
            let isDate = text.utf8.count == 10 && text.contains("-")
            let reader = DelimitedReader(interval: isDate ? nil : .minute)
            let row = "date,open,high,low,close\n\(text),1,1,1,1\n"
            return try reader.read(Array(row.utf8), named: "x.csv").times[0].microseconds
        }
        #expect(try time("1969-12-22") == -864_000_000_000)
        #expect(try time("2022-03-11 14:30:00") == 1_647_009_000_000_000)
        #expect(try time("2022-03-11T14:30:00Z") == 1_647_009_000_000_000)
        #expect(try time("2022-03-11 09:30:00-05:00") == 1_647_009_000_000_000)
        #expect(try time("1647009000") == 1_647_009_000_000_000)
        #expect(try time("2022-03-11 00:00:00-05:00") == 1_646_974_800_000_000)
    }

    @Test("tells the interval from the spacing")
    func intervals() throws {
        func interval(_ times: String...) throws -> Interval {
            let rows = times.map { "\($0),1,1,1,1,1\n" }.joined()
            return try read(header + rows).interval
        }
        #expect(try interval("2024-01-05", "2024-01-08") == .day)
        #expect(try interval("2024-01-01", "2024-01-08") == .week)
        #expect(try interval("2024-01-01 10:00", "2024-01-01 10:01") == .minute)
        #expect(try interval("2024-01-01 10:00", "2024-01-02 10:00") == .day)
    }

    @Test("agrees with the standard library on every decimal")
    func decimals() throws {
        var generator = SplitMix(state: 7)
        for _ in 0..<20_000 {
            let digits = String(generator.next() % 10_000_000_000_000_000_000)
            let cut = Int(generator.next() % UInt64(digits.count))
            var text = digits.prefix(cut + 1) + "." + digits.dropFirst(cut + 1)
            if generator.next() % 3 == 0 { text += "e\(Int(generator.next() % 60) - 30)" }
            if text.hasSuffix(".") { text.removeLast() }
            guard let expected = Double(text), expected > 0 else { continue }
            let row = "date,open,high,low,close\n2024-01-02,\(text),\(text),\(text),\(text)\n"
            let table = try read(row)
            #expect(table.close[0].bitPattern == expected.bitPattern, "\(text)")
        }
    }

    @Test(
        "imports the bundle strictly",
        arguments: ["AAPL", "AMZN", "GOOG", "IBM", "META", "MSFT", "NVDA", "SPX"])
    func bundle(symbol: String) throws {
        let url = Scratch.bundle.appending(path: "\(symbol).csv")
        let table = try DelimitedReader().read(contentsOf: url)
        #expect(table.count > 2_000)
        #expect(table.interval == .day)
        let strangers = table.times.filter { !MarketData.Calendar.newYork.isSession(CivilDate($0)) }
        #expect(strangers.isEmpty, "\(strangers.map(\.text))")
        let (first, last) = (CivilDate(table.times[0]), CivilDate(table.times[table.count - 1]))
        let sessions = (first.daysSince1970...last.daysSince1970).count {
            MarketData.Calendar.newYork.isSession(CivilDate(daysSince1970: $0))
        }
        #expect(sessions == table.count)
    }
}

extension BarTable {
    fileprivate subscript(row: Int) -> [Double] { [open[row], high[row], low[row], close[row]] }
}

/// A small generator with a seed.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
