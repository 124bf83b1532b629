import Foundation
import Testing

/// Runs are kept, and can be shown, compared, repeated and forgotten.
@Suite("Kept runs")
struct RunsTests {
    private let program: Program

    init() throws { program = try Program() }

    private func backtest(_ options: String..., at seconds: Int) throws {
        let outcome = try program.run(
            ["backtest", "SmaCross", "--symbol", "MSFT,IBM", "--output", "out\(seconds)"] + options,
            environment: ["SOURCE_DATE_EPOCH": "\(seconds)"])
        #expect(outcome.status == 0, "\(outcome.complaint)")
    }

    private func id(_ line: Int) throws -> String {
        let list = try program.run("runs", "list").output.split(separator: "\n")
        return String(try #require(list.dropFirst(2 + line).first?.split(separator: " ").first))
    }

    @Test("repeated, a run gives the same bytes; with another rule it says what has changed")
    func reproduce() throws {
        defer { program.discard() }
        try backtest("--commission", "fixed:2", at: 1_700_000_000)
        let again = try program.run("runs", "reproduce", "last")
        #expect(again.status == 0 && again.output.contains("20 tables, equal byte for byte"))
        let file = program.folder.appending(path: "store/runs/\(try id(0))/run.yaml")
        var text = try String(contentsOf: file, encoding: .utf8)
        text.replace("fast=10", with: "fast=11")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let changed = try program.run("runs", "reproduce", "last")
        #expect(changed.status == 1 && changed.output.contains("changed: the rule's plan"))
        #expect(changed.output.contains("differs: SmaCross/MSFT/trades.csv"))
        try "strategy: [".write(to: file, atomically: true, encoding: .utf8)
        let broken = try program.run("runs", "reproduce", "last")
        #expect(broken.status == 1 && broken.complaint.contains("run.yaml"))
    }

    @Test("what was kept of a run makes its reports again, byte for byte, without its data")
    func report() throws {
        defer { program.discard() }
        try backtest("--benchmark", "SPX", at: 1_700_000_000)
        let series = program.folder.appending(path: "store/series")
        try FileManager.default.removeItem(at: series)
        let again = try program.run("report", "last", "--output", "again")
        #expect(again.status == 0, "\(again.complaint)")
        let names = ["SmaCross.html", "index.html", "comparison.json", "SmaCross/MSFT/rolling.csv"]
        for name in names {
            let files = ["out1700000000", "again"].map {
                try? Data(contentsOf: program.folder.appending(path: "\($0)/\(name)"))
            }
            #expect(files[0] != nil && files[0] == files[1], "\(name)")
        }
        let opened = try program.run("report", "open", environment: ["PATH": "/nowhere"])
        #expect(opened.output.hasSuffix("/out1700000000/SmaCross.html\n"))
        #expect(opened.status == 0 && opened.complaint.contains("no browser"))
        let page = program.folder.appending(path: "out1700000000/SmaCross.html")
        try FileManager.default.removeItem(at: page)
        #expect(try program.run("report", "open").complaint.contains("not where they were"))
        let file = program.folder.appending(path: "store/runs/\(try id(0))/MSFT.arrow")
        var bytes = try Data(contentsOf: file)
        // A digit within the numbers, where no reader of the format would notice it.
        let place = try #require(bytes.range(of: Data("\"barCount\":".utf8))).upperBound
        bytes[place] ^= 1
        for damaged in [bytes, Data("no Arrow".utf8)] {
            try damaged.write(to: file)
            let broken = try program.run("report", "last", "--output", "broken")
            #expect(broken.status == 1 && broken.complaint.contains("a file is damaged: "))
            #expect(broken.complaint.contains("MSFT.arrow"), "\(broken.complaint)")
        }
        try FileManager.default.removeItem(at: file)
        let gone = try program.run("report", "last", "--output", "gone")
        #expect(gone.status == 1 && gone.complaint.contains("MSFT.arrow is missing; put it back"))
    }

    @Test("a report made later shows the source that ran, not today's")
    func keptSource() throws {
        defer { program.discard() }
        let strategies = program.folder.appending(path: "project/Strategies")
        let original = strategies.resolvingSymlinksInPath()
        try FileManager.default.removeItem(at: strategies)
        try FileManager.default.copyItem(at: original, to: strategies)
        try backtest(at: 1_700_000_000)
        let file = strategies.appending(path: "SmaCross.swift")
        try "// something else".write(to: file, atomically: true, encoding: .utf8)
        let again = try program.run("report", "last", "--output", "again")
        #expect(again.status == 0, "\(again.complaint)")
        let page = try String(
            contentsOf: program.folder.appending(path: "again/SmaCross.html"), encoding: .utf8)
        #expect(page.contains("struct SmaCross") && !page.contains("something else"))
    }

    @Test("equal runs of one second are one run, and nothing is left behind")
    func equalRuns() throws {
        defer { program.discard() }
        for _ in 0..<2 { try backtest(at: 1_700_000_000) }
        let kept = try FileManager.default.contentsOfDirectory(
            atPath: program.folder.appending(path: "store/runs").path)
        #expect(kept == [try id(0)])
    }

    @Test("a run's file starts the same run; an option typed beside it goes first")
    func runFile() throws {
        defer { program.discard() }
        try backtest("--param", "fast=20", at: 1_700_000_000)
        let file = "out1700000000/SmaCross.run.yaml"
        let others = [
            ("other", ["--cash", "5000"]), ("faster", ["--param", "fast=10"]),
            ("fastest", ["--param=fast=5"]),
        ]
        for (name, extra) in [("same", [String]())] + others {
            let outcome = try program.run(
                ["backtest", "--run", file, "--output", name] + extra)
            #expect(outcome.status == 0, "\(outcome.complaint)")
            // One's own parameter is no change that one must be warned of.
            #expect(!outcome.complaint.contains("is not as it was"), "\(outcome.complaint)")
        }
        func equity(_ folder: String) throws -> String {
            let path = program.folder.appending(path: "\(folder)/SmaCross/IBM/equity.csv")
            return try String(contentsOf: path, encoding: .utf8)
        }
        #expect(try equity("same") == equity("out1700000000"))
        #expect(try Set(others.map { try equity($0.0) } + [equity("same")]).count == 4)
        let refused = try program.run("backtest", "MacdCross", "--run", file)
        #expect(refused.status == 64 && refused.complaint.contains("leave 'MacdCross' out"))
        try "strategy: SmaCross\noptoins: {}\n".write(
            to: program.folder.appending(path: "hand.yaml"), atomically: true, encoding: .utf8)
        let mistyped = try program.run("backtest", "--run", "hand.yaml")
        #expect(mistyped.status == 1 && mistyped.complaint.contains("'optoins'"))
    }

    @Test(
        "a wrong value of a file is named with its line, its key and the remedy",
        arguments: [
            ("cash: abc", 64, "4: cash: 'abc': "), ("fill: never", 64, "next-open or same-close"),
            ("csh: 5", 64, "4: csh: '5': Unknown option '--csh'. Did you mean '--cash'?"),
            ("param: [fast=10, slow=1]", 64, "4: param: 'slow=1': SmaCross: '1' is not"),
            ("to: 2019-01-01\n  from: 2020-01-01", 64, "4: to: '2019-01-01': "),
            ("whole-shares: no", 64, "4: whole-shares: 'no': "), ("cash: [5", 1, "no YAML"),
            ("cash:", 1, "4: 'cash' has no value"), ("fill: a\n  fill: b", 1, "fill stands twice"),
            ("symbols: [MSFT]\noption: {}", 1, "5: 'option' is not understood"),
        ])
    func handWritten(line: String, status: Int32, words: String) throws {
        defer { program.discard() }
        let text = "strategy: SmaCross\noptions:\n  symbol: MSFT\n  \(line)\n"
        try text.write(
            to: program.folder.appending(path: "hand.yaml"), atomically: true, encoding: .utf8)
        for command in ["backtest", "validate"] {
            let outcome = try program.run(command, "--run", "hand.yaml", "--output", "out")
            #expect(outcome.status == status, "\(outcome.complaint)")
            #expect(outcome.complaint.contains("hand.yaml:"), "\(outcome.complaint)")
            #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        }
    }

    @Test("a symbol that is not there is named with its line; a typed word is not the file's")
    func places() throws {
        defer { program.discard() }
        let text = "strategy: SmaCross\noptions:\n  symbol:\n  - MSFT\n  - MSTF\n"
        let file = program.folder.appending(path: "hand.yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let symbol = try program.run("backtest", "--run", "hand.yaml", "--output", "out")
        #expect(symbol.status == 1 && symbol.complaint.contains("hand.yaml:5: symbol: 'MSTF': "))
        let typed = try program.run("backtest", "--run", "hand.yaml", "--fill", "never")
        #expect(typed.status == 64 && !typed.complaint.contains("hand.yaml"))
        let other = text.replacing("  - MSTF\n", with: "  benchmark: SPY\n")
        try other.write(to: file, atomically: true, encoding: .utf8)
        let benchmark = try program.run("backtest", "--run", "hand.yaml", "--output", "out")
        #expect(benchmark.complaint.contains("hand.yaml:5: benchmark: 'SPY': "))
    }

    @Test("what only reads works where nothing can be written, and writes nothing")
    func frozen() throws {
        defer { program.discard() }
        try backtest(at: 1_700_000_000)
        let store = program.folder.appending(path: "store").path
        let files = try FileManager.default.subpathsOfDirectory(atPath: store)
        func permit(_ isWritable: Bool) throws {
            for path in [store] + files.map({ "\(store)/\($0)" }) {
                let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
                let mode = isWritable ? 0o755 : isFolder ? 0o555 : 0o444
                try FileManager.default.setAttributes(
                    [.posixPermissions: mode], ofItemAtPath: path)
            }
        }
        try permit(false)
        defer { try? permit(true) }
        // The superuser may write everywhere unless that right is given up.
        let rights = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
        for words in [
            "runs list", "runs show last", "runs compare last last", "runs trials", "data list",
            "data show MSFT", "data path MSFT", "data verify", "chart MSFT --output chart",
            "report last --output again", "indicators compute SMA --symbol MSFT",
        ] {
            let outcome = try program.run(
                under: getuid() == 0 ? rights : [], words.split(separator: " ").map(String.init))
            #expect(outcome.status == 0, "\(words): \(outcome.complaint)")
        }
        let refused = try program.run(
            under: getuid() == 0 ? rights : [],
            ["backtest", "SmaCross", "--symbol", "MSFT", "--output", "out"])
        #expect(refused.status == 1 && refused.complaint.contains("cannot be written"))
        #expect(try FileManager.default.subpathsOfDirectory(atPath: store) == files)
    }

    @Test("names that YAML takes for something else stand in quotes", arguments: ["TRUE", "0123"])
    func quoted(symbol: String) throws {
        defer { program.discard() }
        let rows = (1...28).map { "2021-05-\($0 < 10 ? "0" : "")\($0),1,1,1,1,1" }
        try ("date,open,high,low,close,volume\n" + rows.joined(separator: "\n") + "\n").write(
            to: program.folder.appending(path: "rows.csv"), atomically: true, encoding: .utf8)
        let imported = try program.run(
            "data", "import", "rows.csv", "--symbol", symbol, "--calendar", "24/7")
        #expect(imported.status == 0, "\(imported.complaint)")
        let outcome = try program.run(
            "backtest", "SmaCross", "--symbol", symbol, "--whole-shares", "--cash", "1e15",
            "--output", "out")
        #expect(outcome.status == 0, "\(outcome.complaint)")
        let file = program.folder.appending(path: "out/SmaCross.run.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("symbol: '\(symbol)'") && text.contains("whole-shares: yes\n"))
        #expect(text.contains("\n  '\(symbol)': "), "\(text)")
        let page = try String(
            contentsOf: program.folder.appending(path: "out/SmaCross.html"), encoding: .utf8)
        #expect(page.contains("1,000,000,000,000,000") && !page.contains("1e+15"))
        let again = try program.run("backtest", "--run", file.path, "--output", "again")
        #expect(again.status == 0 && !again.complaint.contains("warning"), "\(again.complaint)")
    }

    @Test("what cannot be written to standard output is said", arguments: ["", "--csv", "--json"])
    func fullDisk(kind: String) throws {
        defer { program.discard() }
        let words = ["backtest", "SmaCross", "--symbol", "IBM", "--output", "out"]
        let outcome = try program.run(
            under: ["sh", "-c", "exec \"$@\" > /dev/full", "sh"], words + (kind == "" ? [] : [kind])
        )
        #expect(outcome.status == 1)
        #expect(
            outcome.complaint.contains(
                "standard output could not be written: No space left on device"),
            "\(outcome.complaint)")
    }

    @Test("help that cannot be written is said; usage shows what is typed")
    func help() throws {
        defer { program.discard() }
        let outcome = try program.run(
            under: ["sh", "-c", "exec \"$@\" > /dev/full", "sh"], ["backtest", "--help"])
        #expect(outcome.status == 1 && outcome.complaint.contains("No space left on device"))
        let usage = try program.run("report")
        #expect(usage.status == 64 && usage.complaint.contains("Usage: finstage report <id>"))
    }

    @Test("the dictionary names every file of a run")
    func dictionary() throws {
        defer { program.discard() }
        try backtest(at: 1_700_000_000)
        let folder = program.folder.appending(path: "out1700000000")
        let table = try String(
            contentsOf: folder.appending(path: "SmaCross/IBM/dictionary.csv"), encoding: .utf8)
        let named = Set(table.split(separator: "\n").map { $0.prefix { $0 != "," } })
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let files = paths.map { $0.split(separator: "/").last ?? "" }.filter { $0.contains(".") }
        #expect(files.count == 28, "\(files)")
        for file in files {
            #expect(named.contains(file.replacing("SmaCross", with: "STRATEGY")[...]), "\(file)")
        }
        let kept = program.folder.appending(path: "store/runs/\(try id(0))/IBM.arrow")
        let bytes = try Data(contentsOf: kept)
        for note in ["sma(close, 50)", "a price times it is on the share basis of the last bar"] {
            #expect(bytes.range(of: Data(note.utf8)) != nil, "\(note)")
        }
    }

    @Test("two runs side by side: what was asked differently, and what came of it")
    func compare() throws {
        defer { program.discard() }
        try backtest(at: 1_700_000_000)
        try backtest("--param", "fast=20", "--slippage", "0.001", at: 1_700_000_100)
        let outcome = try program.run("runs", "compare", try id(1), "last")
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(outcome.output.contains("param: fast=10, slow=50 → fast=20, slow=50"))
        #expect(outcome.output.contains("slippage: 0.0 → 0.001"))
        #expect(outcome.output.contains("plan: another fingerprint"))
        for name in ["Sortino", "Profit factor", "Days of the greatest drawdown", "Fees"] {
            #expect(outcome.output.components(separatedBy: "\n\(name) ").count == 3, "\(name)")
        }
        let table = try program.run("runs", "compare", try id(1), "last", "--csv").output
        #expect(table.hasPrefix("symbol,metric,unit,a,b\n") && !table.hasSuffix("\n\n"))
        #expect(table.contains("\nIBM,sortino_annualized,ratio,"))
        let both = try program.run("runs", "compare", try id(1), "last", "--json").output
        let compared = try #require(
            JSONSerialization.jsonObject(with: Data(both.utf8)) as? [String: Any])
        #expect((compared["figures"] as? [Any])?.count == table.split(separator: "\n").count - 1)
        #expect((compared["differences"] as? [String])?.isEmpty == false)
        let shown = try program.run("runs", "show", "last", "--json").output
        let run = try #require(
            JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
        #expect((run["options"] as? [String: Any])?["slippage"] as? [String] == ["0.001"])
        #expect((run["files"] as? [String: Any])?.count == 20 && run["kept_in"] is String)
        #expect(try program.run("runs", "list").output.contains("Convention"))
        let several = try program.run("runs", "show", "2023")
        #expect(several.status == 1 && several.complaint.contains("2 runs begin with '2023'"))
        let unknown = try program.run("runs", "show", "2099")
        #expect(unknown.status == 1 && unknown.complaint.contains("runs list"))
        let json = try program.run("runs", "list", "--json").output
        let runs = try #require(
            JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(runs.count == 2 && (runs[0]["figures"] as? [Any])?.count == 2)
    }

    @Test("old runs are forgotten only when told twice, and reports stay")
    func prune() throws {
        defer { program.discard() }
        try backtest(at: 1_700_000_000)
        try backtest(at: 1_700_000_100)
        let old = try id(1)
        let dry = try program.run("runs", "prune", "--keep", "1")
        #expect(dry.output.contains("would remove \(old)"))
        let folder = program.folder.appending(path: "store/runs/\(old)").path
        #expect(FileManager.default.fileExists(atPath: folder))
        #expect(try program.run("runs", "prune", "--keep", "1", "--yes").status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(
            FileManager.default.fileExists(
                atPath: program.folder.appending(path: "out1700000000").path))
        #expect(try program.run("runs", "list").output.split(separator: "\n").count == 3)
    }

    @Test("what a kill left among the runs is forgotten too, but nothing that is being written")
    func leftovers() throws {
        defer { program.discard() }
        try backtest(at: 1_700_000_000)
        let runs = program.folder.appending(path: "store/runs")
        for (name, age) in [("old.tmp-17", 7_200.0), ("orphan", 7_200), ("new.tmp-18", 0)] {
            let folder = runs.appending(path: name)
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: folder.path)
        }
        let dry = try program.run("runs", "prune", "--keep", "5").output
        #expect(dry.contains("would remove old.tmp-17") && dry.contains("would remove orphan"))
        #expect(try program.run("runs", "prune", "--keep", "5", "--yes").status == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: runs.path).sorted()
        #expect(left == [try id(0), "new.tmp-18"].sorted())
    }

    @Test("a run goes by its id, and a whole run that the catalogue has forgotten stays")
    func pruneByName() throws {
        defer { program.discard() }
        try backtest(at: 1_700_000_000)
        try backtest(at: 1_700_000_100)
        let (first, second) = (try id(1), try id(0))
        let runs = program.folder.appending(path: "store/runs")
        try FileManager.default.removeItem(at: runs.appending(path: "\(first)/run.yaml"))
        let shown = try program.run("runs", "show", first)
        #expect(shown.complaint.contains("runs prune \(first) --yes"), "\(shown.complaint)")
        #expect(try program.run("runs", "prune").status == 64)
        #expect(try program.run("runs", "prune", first, "--keep", "1").status == 64)
        #expect(try program.run("runs", "prune", first, "--yes").status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: runs.path) == [second])
        for end in ["", "-wal", "-shm"] {
            let file = program.folder.appending(path: "store/catalogue.sqlite\(end)")
            try? FileManager.default.removeItem(at: file)
        }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -7_200)],
            ofItemAtPath: runs.appending(path: second).path)
        #expect(try program.run("data", "rebuild").status == 0)
        let kept = try program.run("runs", "prune", "--keep", "5", "--yes").output
        #expect(kept.contains("Nothing to remove"), "\(kept)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: runs.path) == [second])
    }

    @Test("runs come back into a catalogue made again, and folders that hold none are named")
    func takenBack() throws {
        defer { program.discard() }
        for second in [1_700_000_000, 1_700_000_100, 1_700_000_200] { try backtest(at: second) }
        let ids = try (0..<3).map(id)
        let listed = try program.run("runs", "list").output
        let runs = program.folder.appending(path: "store/runs")
        let damaged = runs.appending(path: "\(ids[1])/IBM.arrow")
        try (Data(contentsOf: damaged) + Data([0])).write(to: damaged)
        try FileManager.default.removeItem(at: runs.appending(path: "\(ids[2])/MSFT.arrow"))
        let catalogue = program.folder.appending(path: "store/catalogue.sqlite")
        for end in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: catalogue.path + end)
        }
        try Data(String(repeating: "junk ", count: 2_000).utf8).write(to: catalogue)
        let rebuilt = try program.run("data", "rebuild")
        #expect(rebuilt.status == 0, "\(rebuilt.complaint)")
        #expect(rebuilt.output.contains("1 run taken back"), "\(rebuilt.output)")
        #expect(rebuilt.output.contains("\(damaged.path) is not what was written"))
        #expect(rebuilt.output.contains("\(ids[2]): MSFT.arrow is missing"))
        let again = try program.run("runs", "list")
        let lines = Array(listed.split(separator: "\n").prefix(3))
        #expect(again.output.split(separator: "\n") == lines, "\(again.output) \(listed)")
        #expect(again.complaint.contains("2 folders of runs unknown to the catalogue"))
        let shown = try program.run("runs", "show", ids[0])
        #expect(shown.output.contains("Reports: none known"))
        let repeated = try program.run("runs", "reproduce", "last")
        #expect(repeated.status == 0 && repeated.output.contains("equal byte for byte"))
        #expect(try program.run("runs", "compare", "last", ids[0]).status == 0)
        #expect(try program.run("runs", "prune", ids[0], "--yes").status == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: runs.path).sorted()
                == ids.dropFirst().sorted())
    }

    @Test("a table for a spreadsheet has its mark on standard output too")
    func excel() throws {
        defer { program.discard() }
        let words = ["backtest", "SmaCross", "--symbol", "IBM", "--output", "out", "--csv"]
        let outcome = try program.run(words + ["--excel"])
        #expect(outcome.output.unicodeScalars.first == "\u{FEFF}")
        #expect(outcome.output.hasSuffix("\r\n"))
        #expect(try program.run(words).output.unicodeScalars.first == "s")
    }

    @Test("what a chart takes and refuses")
    func chart() throws {
        defer { program.discard() }
        let outcome = try program.run(
            "chart", "MSFT", "--indicator", "sma(50)", "--indicator", "macd(12, 26, 9)",
            "--output", "chart")
        #expect(outcome.status == 0, "\(outcome.complaint)")
        let page = try String(
            contentsOf: program.folder.appending(path: "chart/MSFT.html"), encoding: .utf8)
        #expect(page.contains("sma(close, 50)") && page.contains("split 2:1"))
        #expect(page.contains("A chart of past prices") && !page.contains("Simulated on past"))
        let json = try program.run(
            "chart", "MSFT", "--indicator", "sma(50)", "--output", "chart", "--json"
        ).output
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(document["page"] as? String == "chart/MSFT.html")
        #expect(document["bar_count"] as? Int == 3270 && document["symbol"] as? String == "MSFT")
        #expect(document["indicators"] as? [String] == ["sma(50)"])
        #expect((document["actions"] as? [[String: Any]])?.first?["value"] as? String == "2:1")
        let table = try program.run("chart", "MSFT", "--csv")
        #expect(table.status == 64 && table.complaint.contains("no table"))
        for (text, words) in [
            ("rsj(14)", "'rsi'"), ("rsi(0)", "1...1000000"), ("rsi(14", "rsi(14)"),
            ("rsi(14, 3)", "rsi takes period"),
        ] {
            let refused = try program.run("chart", "MSFT", "--indicator", text)
            #expect(refused.status == 64 && refused.complaint.contains(words), "\(text)")
        }
    }

    @Test("beside a benchmark, a rate and a convention the figures change, and say so")
    func measures() throws {
        defer { program.discard() }
        func metrics(_ options: String...) throws -> [String: Any] {
            let outcome = try program.run(
                ["backtest", "SmaCross", "--symbol", "IBM", "--output", "out"] + options)
            #expect(outcome.status == 0, "\(outcome.complaint)")
            let url = program.folder.appending(path: "out/SmaCross/IBM/summary.json")
            let document = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
            return try #require((document as? [String: Any])?["metrics"] as? [String: Any])
        }
        let plain = try metrics()
        let beta = try #require(plain["beta"] as? Double)
        let market = try #require(try metrics("--benchmark", "SPX")["beta"] as? Double)
        #expect(beta != market)
        let rate = try metrics("--risk-free", "0.03")
        #expect(rate["sharpe_annualized"] as? Double != plain["sharpe_annualized"] as? Double)
        let unknown = try program.run(
            "backtest", "SmaCross", "--symbol", "IBM", "--benchmark", "SPY")
        #expect(unknown.status == 1 && unknown.complaint.contains("--benchmark SPY"))
        let convention = try program.run("backtest", "SmaCross", "--convention", "quantstat")
        #expect(convention.status == 64 && convention.complaint.contains("quantstats"))
    }

    @Test("a symbol without bars in the range is left out and named; none at all is a failure")
    func ranges() throws {
        defer { program.discard() }
        let outcome = try program.run(
            "backtest", "SmaCross", "--symbol", "AAPL,MSFT", "--from", "2015-01-01", "--output",
            "out")
        #expect(outcome.status == 0 && outcome.complaint.contains("left out: MSFT"))
        #expect(!outcome.output.contains("MSFT "))
        let none = try program.run("backtest", "SmaCross", "--from", "2030-01-01")
        #expect(none.status == 1 && none.complaint.contains("no bar"))
        let twice = try program.run(
            "backtest", "SmaCross", "sma-cross", "--symbol", "IBM", "--output", "out")
        #expect(twice.status == 0, "\(twice.complaint)")
        for words in [["--param", "fast=5", "--param", "fast=6"], ["--cash", "1e308"]] {
            let refused = try program.run(["backtest", "SmaCross"] + words)
            #expect(refused.status == 64, "\(words)")
        }
        let inverted = try program.run(
            "backtest", "MacdCross", "--param", "fast=30", "--param", "slow=20", "--symbol",
            "IBM", "--output", "out")
        #expect(inverted.status == 0, "\(inverted.complaint)")
    }
}
