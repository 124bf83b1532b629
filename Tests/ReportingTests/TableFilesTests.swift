import Analysis
import Backtesting
import Foundation
import Reporting
import Testing

@Suite("Tables of a run")
struct TableFilesTests {
    private func market() throws -> RunResult {
        var fixture = MarketFixture(symbol: "=HYPERLINK(\"x\")", count: 400).fixture()
        fixture.orders.append([
            "row": 7, "time": fixture.time(7), "side": "buy", "purpose": "entry",
            "status": "rejected", "reason": "-1 units affordable, \"none\"",
        ])
        return try fixture.result()
    }

    @Test("explains every column of every file, in its order")
    func dictionary() throws {
        let result = try market()
        let entries = DelimitedText.parse(DataDictionary(convention: .finstage).csv).dropFirst()
        let files = [
            "trades.csv": TradesTable(result).csv, "orders.csv": OrdersTable(result).csv,
            "equity.csv": EquityTable(result).csv, "positions.csv": PositionsTable(result).csv,
            "monthly.csv": MonthlyTable(result).csv, "metrics.csv": MetricsTable(result).csv,
            "rejections.csv": RejectionsTable(result).csv,
            "drawdowns.csv": DrawdownsTable(result).csv, "rolling.csv": RollingTable(result).csv,
            "comparison.csv": ComparisonTable([result]).csv,
        ]
        let tables = entries.map { $0[0] }.filter { $0.hasSuffix(".csv") && $0 != "dictionary.csv" }
        #expect(Set(tables) == Set(files.keys))
        for (file, text) in files {
            let rows = DelimitedText.parse(text)
            #expect(rows[0] == entries.filter { $0[0] == file }.map { $0[1] }, "\(file)")
            #expect(Set(rows.map(\.count)).count == 1, "\(file)")
        }
    }

    @Test("explains every key of every document")
    func documents() throws {
        let result = try market()
        let entries = DelimitedText.parse(DataDictionary(convention: .finstage).csv).dropFirst()
        let metrics = MetricCatalog.definitions.map(\.key)
        #expect(metrics.count > 50)
        for (file, text) in [
            "summary.json": Summary(result).json, "comparison.json": ComparisonTable([result]).json,
        ] {
            let explained = Set(entries.filter { $0[0] == file }.map { $0[1] })
            let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
            var written = Set(Self.keys(document))
            for key in metrics {
                if written.remove("buy_and_hold_metrics.\(key)") != nil {
                    written.insert("buy_and_hold_metrics.*")
                }
            }
            written = Set(
                written.map { $0.hasPrefix("settings.parameters.") ? "settings.parameters.*" : $0 })
            #expect(written.subtracting(explained).isEmpty, "\(file)")
            // What this run does not have: an open position, a benchmark, other series, remarks.
            let absent = explained.subtracting(written).filter { key in
                ![
                    "open_position", "passport.benchmark", "passport.re", "rejections.by_reason",
                    "holdings",
                ]
                .contains { key.hasPrefix($0) }
            }
            #expect(absent.isEmpty, "\(file)")
        }
    }

    @Test("says of each metric how it is computed, by the run's own convention")
    func metricMeanings() throws {
        func meaning(_ key: String, _ convention: MetricConvention) -> [String]? {
            DelimitedText.parse(DataDictionary(convention: convention).csv)
                .first { $0[0] == "summary.json" && $0[1] == "metrics.\(key)" }
        }
        let sharpe = try #require(meaning("sharpe_annualized", .finstage))
        let definition = try #require(MetricCatalog.definition(of: "sharpe_annualized"))
        #expect(sharpe[2] == "ratio" && sharpe[3].hasPrefix("Sharpe: \(definition.formula)"))
        #expect(meaning("ulcer_index_fraction", .quantstats)?[3].contains("(n − 1)") == true)
        #expect(meaning("alpha_fraction", .backtestingPy) != nil)
        #expect(meaning("alpha_fraction", .finstage) == nil)
        #expect(!DataDictionary(convention: .finstage).csv.contains("as its name says"))
    }

    @Test("explains every column of a kept run's Arrow file, there and in the file")
    func arrow() throws {
        let entries = DelimitedText.parse(DataDictionary(convention: .finstage).csv).filter {
            $0[0] == "SYMBOL.arrow"
        }
        #expect(entries.contains { $0[1] == "drawn_*" && $0[3].contains("label") })
        #expect(entries.contains { $0[1] == "factor" && $0[3].contains("share basis") })
        #expect(entries.allSatisfy { $0.count == 4 && !$0[2].isEmpty && !$0[3].isEmpty })
    }

    /// The keys of a document, with those above them; `[]` for the members of a list.
    private static func keys(_ value: Any, _ place: String = "") -> [String] {
        if let object = value as? [String: Any] {
            return object.flatMap { keys($1, place.isEmpty ? $0 : "\(place).\($0)") }
        }
        guard let list = value as? [Any] else { return [place] }
        return list.flatMap { keys($0, place + "[]") }
    }

    @Test("lists every order, the rejected ones with their reason")
    func orders() throws {
        let rows = DelimitedText.parse(OrdersTable(try market()).csv)
        let last = try #require(rows.last)
        #expect(last[1...4] == ["buy", "entry", "rejected", "-1 units affordable, \"none\""])
        #expect(last[5...].dropLast() == ["", "", "", ""])
        #expect(last.last == "=HYPERLINK(\"x\")")
        #expect(rows.count > 3 && rows[1][3] == "filled")
    }

    @Test("lists months, then years")
    func months() throws {
        let result = try market()
        let rows = DelimitedText.parse(MonthlyTable(result).csv).dropFirst()
        #expect(rows.count == result.tables.months.count + result.tables.years.count)
        #expect(rows.last?[1] == "")
    }

    @Test("shows an undefined figure as an empty cell with its unit")
    func metrics() throws {
        let rows = DelimitedText.parse(
            MetricsTable(try ResultFixture.idle().result()).csv)
        let sharpe = try #require(rows.first { $0[0] == "sharpe_annualized" })
        #expect(sharpe == ["sharpe_annualized", "ratio", "", "", "finstage"])
        #expect(rows.allSatisfy { $0.count == 5 })
    }

    @Test("writes numbers as the shortest text that reads back")
    func shortest() {
        var state: UInt64 = 11
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let bits = Double(bitPattern: state)
            let price = Double(state >> 44) / 10_000
            for value in [bits, price, -price, (price * 100).rounded() / 100, price / 3] {
                let text = DelimitedText.row([.number(value)])
                let written = String(text.dropLast())
                #expect(Double(written) == value || !value.isFinite, "\(value)")
                #expect(DelimitedText.shortest(value) ?? "" == written)
            }
        }
    }

    @Test("adds a byte order mark and CRLF for a spreadsheet, and reads them back")
    func excel() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("excel-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let result = try market()
        try ReportWriter(folder: folder, options: ReportOptions(isExcel: true)).write(result)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/trades.csv"))
        #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.utf8.count { $0 == 0x0D } == text.utf8.count { $0 == 0x0A })
        #expect(DelimitedText.parse(text) == DelimitedText.parse(TradesTable(result).csv))
    }
}
