import Foundation
import Testing

/// What a person's own files do to the store, through the program.
@Suite("Import by command")
struct ImportTests {
    private let program: Program

    init() throws { program = try Program() }

    private func write(_ name: String, _ lines: [String]) throws -> String {
        let url = program.folder.appending(path: name)
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: url)
        return url.path
    }

    private static let header = "date,open,high,low,close,volume"

    /// Twenty consecutive days of a rising price, at a multiple of it.
    private func bars(scale: Double = 1) -> [String] {
        (10..<30).map { day in
            let price = Double(100 + day) * scale
            return "2024-01-\(day),\(price),\(price),\(price),\(price),1000"
        }
    }

    private func own(_ name: String, _ rows: [String]) throws -> String {
        try write(name, [Self.header] + rows)
    }

    private func list(_ symbol: String) throws -> String {
        let lines = try program.run("data", "list").output.split(separator: "\n")
        return String(try #require(lines.first { $0.hasPrefix(symbol + " ") }))
    }

    @Test("a person's own AAPL stays, whatever the bundle holds", arguments: [true, false])
    func ownSymbol(isBundleFirst: Bool) throws {
        defer { program.discard() }
        if isBundleFirst { #expect(try list("AAPL").contains("2,699 bars")) }
        let path = try own("AAPL.csv", bars())
        #expect(
            try program.run("data", "import", path, "--calendar", "24/7", "--on-conflict", "fresh")
                .status == 0)
        #expect(try list("AAPL").contains("20 bars"))
        #expect(try list("AAPL").contains("20 bars") && list("MSFT").contains("3,270 bars"))
    }

    @Test("importing again without actions keeps them")
    func keptActions() throws {
        defer { program.discard() }
        let path = try own("own.csv", bars())
        let actions = try write(
            "actions.csv", ["symbol,ex_date,kind,value", "WH,2024-01-15,dividend,0.5"])
        let first = ["data", "import", path, "--symbol", "WH", "--actions", actions]
        #expect(try program.run(under: [], first).status == 0)
        let other = try own("other.csv", bars(scale: 1.01))
        let again = ["data", "import", other, "--symbol", "WH"]
        let refused = try program.run(under: [], again)
        #expect(refused.status == 1 && refused.complaint.contains("--on-conflict replace"))
        #expect(try program.run(under: [], again + ["--on-conflict", "replace"]).status == 0)
        #expect(try program.run("data", "show", "WH").output.contains("1 applied"))
    }

    @Test("a file of actions that does not name the symbol deletes none")
    func otherActions() throws {
        defer { program.discard() }
        let path = try own("own.csv", bars())
        let actions = try write(
            "actions.csv", ["symbol,ex_date,kind,value", "WH,2024-01-15,dividend,0.5"])
        let outcome = try program.run(
            "data", "import", path, "--symbol", "WX", "--actions", actions)
        #expect(outcome.status == 1 && outcome.complaint.contains("only of WH"))
    }

    @Test("--from and --to name sessions in the exchange's zone")
    func intradaySessions() throws {
        defer { program.discard() }
        // An evening session in New York: 20:00 of the 16th is 01:00 of the 17th in UTC.
        let times = ["16T20:00", "16T21:00", "17T01:00", "17T02:00", "17T20:00"]
        let path = try own("hours.csv", times.map { "2024-01-\($0):00,9,9,9,9,1" })
        #expect(try program.run("data", "import", path, "--symbol", "HR").status == 0)
        let run = try program.run(
            "backtest", "SmaCross", "--symbol", "HR", "--interval", "1h", "--to", "2024-01-16",
            "--output", "out")
        #expect(run.status == 0, "\(run.complaint)")
        let equity = try String(
            contentsOf: program.folder.appending(path: "out/SmaCross/HR/equity.csv"),
            encoding: .utf8)
        #expect(equity.split(separator: "\n").count == 5)
    }

    @Test("a rule that reads what is not there is left out, and refused where it is asked for")
    func missingPartner() throws {
        defer { program.discard() }
        let path = try own("own.csv", bars())
        #expect(try program.run("data", "import", path, "--symbol", "WH").status == 0)
        let all = try program.run("backtest", "--symbol", "WH", "--output", "out")
        #expect(all.status == 0 && all.output.contains("SmaCross"), "\(all.complaint)")
        #expect(all.complaint.contains("left out: PairsSpread on 1 instrument: "))
        let named = try program.run("backtest", "PairsSpread", "--symbol", "WH")
        #expect(named.status == 1 && named.complaint.contains("the rule reads GOOG beside WH"))
        let hours = try own(
            "hours.csv",
            ["16T20:00:00,9,9,9,9,1", "16T21:00:00,9,9,9,9,1"].map {
                "2024-01-" + $0
            })
        #expect(try program.run("data", "import", hours, "--symbol", "HR").status == 0)
        let other = try program.run("backtest", "--interval", "1h", "--output", "hours")
        #expect(other.status == 0 && other.complaint.contains("left out: PairsSpread reads GOOG"))
    }

    @Test("a dividend as paid on split-adjusted prices earns what it earned on raw ones")
    func dividendUnits() throws {
        defer { program.discard() }
        let raw = try own("raw.csv", Array(bars(scale: 4).prefix(10) + bars().suffix(10)))
        let adjusted = try own("adjusted.csv", bars())
        let returns = try [("RAWX", raw, "raw"), ("ADJX", adjusted, "splits")].map {
            symbol, path, basis in
            let actions = try write(
                "\(symbol).actions.csv",
                [
                    "symbol,ex_date,kind,value", "\(symbol),2024-01-16,dividend,4",
                    "\(symbol),2024-01-20,split,4:1",
                ])
            let imported = try program.run(
                "data", "import", path, "--symbol", symbol, "--basis", basis, "--calendar", "24/7",
                "--actions", actions)
            #expect(imported.status == 0, "\(imported.complaint)")
            let run = try program.run(
                "backtest", "DonchianBreakout", "--param", "entryPeriod=2", "--symbol", symbol,
                "--json", "--output", symbol)
            #expect(run.status == 0, "\(run.complaint)")
            let found = run.output.firstMatch(of: /"total_return_fraction": ([-0-9.e]+)/)
            return try #require(found.flatMap { Double($0.1) })
        }
        #expect(returns[0] > 0.01 && (returns[0] - returns[1]).magnitude < 1e-12, "\(returns)")
    }

    @Test("a symbol that nobody could select is refused", arguments: ["", " ", "A,B", "A\u{7}"])
    func badSymbol(symbol: String) throws {
        defer { program.discard() }
        let path = try own("own.csv", bars())
        let outcome = try program.run("data", "import", path, "--symbol", symbol)
        #expect(outcome.status == 1 && outcome.complaint.contains("symbol"))
    }

    @Test("a symbol that looks like a path stays within its folders")
    func pathSymbol() throws {
        defer { program.discard() }
        let path = try own("own.csv", bars())
        #expect(try program.run("data", "import", path, "--symbol", "../../out/x").status == 0)
        let replay = try program.run("replay", "SmaCross", "--symbol", "../../out/x")
        #expect(replay.status == 0, "\(replay.complaint)")
        let outside = program.folder.deletingLastPathComponent().appending(path: "out")
        #expect(!FileManager.default.fileExists(atPath: outside.path))
        let journals = program.folder.appending(path: "store/journals")
        #expect(try FileManager.default.contentsOfDirectory(atPath: journals.path).count == 1)
    }

    @Test("the store does not depend on where the computer stands (FDI-15)")
    func zones() throws {
        defer { program.discard() }
        let path = try own("own.csv", bars())
        let zones = ["America/New_York", "UTC", "Europe/Berlin", "Pacific/Auckland"]
        let lists = try zones.enumerated().map { number, zone in
            let place = [
                "TZ": zone, "FINSTAGE_STORE": program.folder.appending(path: "\(number)").path,
            ]
            let imported = try program.run(
                under: [], ["data", "import", path, "--symbol", "ZZ"], environment: place)
            #expect(imported.status == 0, "\(imported.complaint)")
            let range = try program.run(
                under: [],
                [
                    "backtest", "SmaCross", "--symbol", "ZZ", "--from", "2024-01-15", "--to",
                    "2024-01-16", "--output", "zone\(number)",
                ], environment: place)
            #expect(range.status == 0, "\(range.complaint)")
            let equity = program.folder.appending(
                path: "zone\(number)/SmaCross/ZZ/equity.csv")
            let days = try String(contentsOf: equity, encoding: .utf8).split(separator: "\n")
            #expect(days.count == 3, "both ends are included")
            return imported.output
        }
        #expect(Set(lists).count == 1)
    }

    @Test("a halted day of zeros is set aside, and never a price (FDI-09)")
    func halted() throws {
        defer { program.discard() }
        let path = try own(
            "halt.csv",
            [
                "2023-05-10,50200,51000,49800,50500,120000",
                "2023-05-11,50600,52000,50400,51800,150000", "2023-05-12,0,0,0,51800,0",
                "2023-05-15,0,0,0,51800,0", "2023-05-16,52000,54000,51500,53500,900000",
            ])
        let strict = try program.run("data", "import", path, "--symbol", "HALT")
        #expect(strict.status == 1 && strict.complaint.contains("above zero"))
        let repaired = try program.run("data", "import", path, "--symbol", "HALT", "--repair")
        #expect(repaired.status == 0 && repaired.output.contains("3 bars"), "\(repaired.output)")
    }

    @Test("a weekly series does not hide the daily one")
    func intervals() throws {
        defer { program.discard() }
        let weeks = ["01", "08", "15", "22"].map { "2024-01-\($0),9,9,9,9,1" }
        for path in [try own("daily.csv", bars()), try own("weekly.csv", weeks)] {
            #expect(try program.run("data", "import", path, "--symbol", "WW").status == 0)
        }
        for (interval, count) in [("1d", 20), ("1w", 4)] {
            let run = try program.run(
                "backtest", "SmaCross", "--symbol", "WW", "--interval", interval, "--output",
                interval)
            #expect(run.status == 0, "\(run.complaint)")
            let url = program.folder.appending(path: "\(interval)/SmaCross/WW/equity.csv")
            let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == count + 1)
        }
    }

    @Test("a size that the cash cannot pay is said in every output")
    func refusedOrders() throws {
        defer { program.discard() }
        let run = try program.run(
            "backtest", "SmaCross", "--symbol", "MSFT", "--size", "fixed:1e9", "--output", "out")
        #expect(run.status == 0 && run.output.contains("Refused orders: SmaCross MSFT"))
        let folder = program.folder.appending(path: "out")
        let list = try String(
            contentsOf: folder.appending(path: "SmaCross/MSFT/rejections.csv"), encoding: .utf8)
        #expect(list.contains("unaffordable") && list.contains("available"))
        let table = try String(
            contentsOf: folder.appending(path: "comparison.csv"), encoding: .utf8)
        #expect(table.contains("refused_order_count"))
    }
}

/// What `data` says about files and stores, through the program.
@Suite("Data by command")
struct DataCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private func write(_ name: String, _ rows: [String]) throws -> String {
        let url = program.folder.appending(path: name)
        let lines = ["date,open,high,low,close,volume"] + rows
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: url)
        return url.path
    }

    private func days(_ numbers: Range<Int> = 10..<24) throws -> String {
        try write("days.csv", numbers.map { "2024-01-\($0),9,9,9,9,1000" })
    }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        try program.run(under: [], arguments)
    }

    private func imported(_ path: String, _ options: String...) throws -> Program.Outcome {
        try program.run(under: [], ["data", "import", path, "--symbol", "WW"] + options)
    }

    private var store: URL { program.folder.appending(path: "store") }

    @Test("a second interval under another calendar is refused with both calendars named")
    func otherCalendar() throws {
        defer { program.discard() }
        #expect(try imported(try days(), "--calendar", "24/7").status == 0)
        let hours = try write("hours.csv", (10..<20).map { "2024-01-10 \($0):00:00,9,9,9,9,1" })
        let refused = try imported(hours)
        #expect(refused.status == 1, "\(refused.output)")
        #expect(refused.complaint.contains("24/7") && refused.complaint.contains("XNYS"))
        #expect(try imported(hours, "--calendar", "24/7").status == 0)
    }

    @Test(
        "a daily file is refused as anything else",
        arguments: [("7m", 64), ("1h", 1), ("1w", 1), ("2d", 64)])
    func contradicted(interval: String, status: Int) throws {
        defer { program.discard() }
        let outcome = try imported(try days(), "--interval", interval)
        #expect(outcome.status == Int32(status), "\(outcome.complaint)")
        #expect(outcome.complaint.contains("1d"), "\(outcome.complaint)")
    }

    @Test("the week with a live row is imported without --repair (FDI-13)")
    func liveWeek() throws {
        defer { program.discard() }
        let path = try write(
            "week.csv",
            [
                "2024-12-23,588,597,586,594,1000", "2024-12-30,590,592,580,585,700",
                "2025-01-03T21:00:01Z,586,593.5,584,592,300",
            ])
        for options in [[], ["--interval", "1w"]] {
            let outcome = try program.run(
                under: [], ["data", "import", path, "--symbol", "WW"] + options)
            #expect(outcome.status == 0 && outcome.output.contains("WW: 2 bars"))
            #expect(outcome.output.contains("  merged: week.csv:4"), "\(outcome.output)")
        }
        let shown = try run("data", "show", "WW")
        #expect(shown.output.contains("2024-12-30  590.0  593.5  580.0  592.0  700.0"))
    }

    @Test("weekends on an exchange name --calendar 24/7")
    func weekends() throws {
        defer { program.discard() }
        let outcome = try imported(try days())
        #expect(outcome.status == 0 && outcome.output.contains("--calendar 24/7"))
        #expect(try run("data", "show", "WW").output.contains("noted: days.csv:"))
    }

    @Test("list shows intervals; show and path take one; JSON is one document")
    func intervals() throws {
        defer { program.discard() }
        let hours = try write("hours.csv", (10..<20).map { "2024-01-10 \($0):00:00,9,9,9,9,1" })
        for path in [try days(), hours] {
            #expect(try imported(path, "--calendar", "24/7").status == 0)
        }
        let list = try run("data", "list").output
        #expect(list.contains("WW  1d  24/7") && list.contains("WW  1h  24/7"), "\(list)")
        let hourly = try run("data", "show", "WW", "--interval", "1h").output
        #expect(hourly.contains("WW 1h  10 bars"))
        let daily = try run("data", "path", "WW").output
        #expect(try run("data", "path", "WW", "--interval", "1h").output != daily)
        let absent = try run("data", "show", "WW", "--interval", "1w")
        #expect(absent.status == 1 && absent.complaint.contains("WW 1w"), "\(absent.complaint)")
        #expect(try run("data", "path", "WW", "--interval", "1y").status == 64)
        let document = try JSONSerialization.jsonObject(
            with: Data(try run("data", "list", "--json").output.utf8))
        let rows = try #require(document as? [[String: Any]])
        #expect(rows.filter { $0["symbol"] as? String == "WW" }.count == 2)
        let shown = try JSONSerialization.jsonObject(
            with: Data(try run("data", "show", "WW", "--interval", "1h", "--json").output.utf8))
        let series = try #require(shown as? [String: Any])
        #expect(series["interval"] as? String == "1h" && series["bar_count"] as? Int == 10)
        #expect((series["findings"] as? [Any])?.isEmpty == true)
    }

    @Test("path and verify create no store", arguments: [["path", "AAPL"], ["verify"]])
    func noStore(arguments: [String]) throws {
        defer { program.discard() }
        let outcome = try program.run(under: [], ["data"] + arguments)
        #expect(outcome.status == 1 && outcome.complaint.contains("no store"))
        #expect(!FileManager.default.fileExists(atPath: store.path))
    }

    @Test("reading commands import nothing into a store that is there")
    func readOnly() throws {
        defer { program.discard() }
        let empty = program.folder.appending(path: "none")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        let place = ["FINSTAGE_ROOT": empty.path]
        let first = try program.run(
            under: [], ["data", "import", try days(), "--symbol", "WW"], environment: place)
        #expect(first.status == 0, "\(first.complaint)")
        for arguments in [["list"], ["show", "WW"], ["path", "WW"], ["verify"]] {
            let outcome = try program.run(under: [], ["data"] + arguments)
            #expect(outcome.status == 0 && outcome.complaint.isEmpty, "\(outcome.complaint)")
        }
        #expect(try run("data", "list").output.split(separator: "\n").count == 1)
        #expect(try program.run("backtest", "SmaCross", "--symbol", "MSFT").status == 0)
    }

    @Test("damage: the series, the path once, the remedy, and right grammar")
    func damage() throws {
        defer { program.discard() }
        #expect(try imported(try days()).status == 0)
        let path = try run("data", "path", "WW").output.trimmingCharacters(in: .newlines)
        try FileManager.default.removeItem(atPath: path)
        let outcome = try run("data", "verify")
        #expect(outcome.status == 1 && outcome.complaint.contains("1 file is damaged"))
        #expect(outcome.output.hasPrefix("WW 1d: \(path): "), "\(outcome.output)")
        #expect(outcome.output.components(separatedBy: path).count == 2)
        #expect(outcome.output.contains("data import days.csv --symbol WW"))
        #expect(try imported(try days()).status == 0)
        #expect(try run("data", "verify").status == 0)
    }

    @Test("a catalogue that is gone is missed, and so are the actions that it held")
    func lostCatalogue() throws {
        defer { program.discard() }
        #expect(try imported(try days()).status == 0)
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(
                at: store.appending(path: "catalogue.sqlite" + end))
        }
        let verified = try run("data", "verify")
        #expect(verified.status == 1 && verified.complaint.contains("finstage data rebuild"))
        for words in [["data", "list"], ["data", "verify"], ["runs", "list"]] {
            let complaint = try program.run(words).complaint
            #expect(complaint.contains("does not name: WW 1d; 'finstage data rebuild'"))
        }
        let tested = try program.run("backtest", "SmaCross", "--symbol", "WW", "--output", "out")
        #expect(tested.status == 1 && tested.complaint.contains("'finstage data rebuild'"))
        let rebuilt = try run("data", "rebuild")
        #expect(rebuilt.output.contains("could not be known of WW; import again"))
        #expect(try run("data", "list").complaint.isEmpty)
    }

    @Test("a damaged catalogue is made again")
    func rebuild() throws {
        defer { program.discard() }
        #expect(try imported(try days()).status == 0)
        let catalogue = store.appending(path: "catalogue.sqlite")
        try Data(String(repeating: "junk ", count: 2_000).utf8).write(to: catalogue)
        for end in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: catalogue.path + end)
        }
        let broken = try run("data", "list")
        #expect(broken.status == 1 && broken.complaint.contains("finstage data rebuild"))
        let rebuilt = try run("data", "rebuild")
        #expect(rebuilt.status == 0, "\(rebuilt.complaint)")
        #expect(rebuilt.output.contains("WW 1d") && rebuilt.output.contains("aside"))
        #expect(try run("data", "show", "WW").output.contains("14 bars"))
        let split = try program.run("backtest", "SmaCross", "--symbol", "MSFT", "--output", "out")
        #expect(split.status == 0, "\(split.complaint)")
        #expect(try run("data", "show", "MSFT").output.contains("split 2:1"))
    }
}
