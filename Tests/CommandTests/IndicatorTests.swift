import Foundation
import Testing

/// The regression test of indicators, as a team runs it on its own.
@Suite("Indicators by command")
struct IndicatorTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test("a listed name is the list's indicator, with its usual values, and no kernel's")
    func listedName() throws {
        defer { program.discard() }
        func rows(_ words: String...) throws -> [[Substring]] {
            let outcome = try program.run(
                ["indicators", "compute"] + words + ["--symbol", "AAPL", "--csv"])
            #expect(outcome.status == 0, "\(outcome.complaint)")
            return outcome.output.split(separator: "\n").dropFirst()
                .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        }
        let sums = try rows("sum")
        #expect(try sums == rows("sum", "--param", "period=30"))
        #expect(sums.count > 100 && sums.last?.last?.hasPrefix("sum(period=30") == true)
    }

    @Test("a name means the same however many of its parameters are typed, and so do its columns")
    func spellings() throws {
        defer { program.discard() }
        func lines(_ words: String...) throws -> [Substring] {
            let outcome = try program.run(
                ["indicators", "compute"] + words + ["--symbol", "MSFT"])
            #expect(outcome.status == 0, "\(words) \(outcome.complaint)")
            return outcome.output.split(separator: "\n")
        }
        let index = try lines("rsi")
        #expect(index.first == "symbol,time,value,indicator" && index.count > 3_000)
        for name in ["RSI", "rsi(period=14)", "rsi(14)", "RSI(period=14)"] {
            #expect(try lines(name) == index, "\(name)")
        }
        let typed = ["fast=12", "slow=26", "signal=9"].flatMap { ["--param", $0] }
        let convergence = try lines("MACD")
        #expect(convergence.first == "symbol,time,macd,signal,histogram,indicator")
        #expect(try lines("MACD", typed[0], typed[1]) == convergence)
        #expect(
            try lines("MACD", typed[0], typed[1], typed[2], typed[3], typed[4], typed[5])
                == convergence)
        #expect(try lines("MINUS_DI", "--param", "period=14") == lines("minus-di"))
        let shown = try program.run("indicators", "show", "rsi(period=21)")
        #expect(shown.output.contains("  period: 21, usually 14, whole, 1...1000000\n"))
        #expect(shown.output.contains("kernel relative-strength-index(period=21)"))
    }

    @Test(
        "a definition has the usual values of the list",
        arguments: ["rma", "zlema", "highest", "lowest", "mavp"])
    func definitions(name: String) throws {
        defer { program.discard() }
        func values(_ words: String...) throws -> [Double?] {
            let outcome = try program.run(
                ["indicators", "compute", name] + words + ["--symbol", "MSFT"])
            #expect(outcome.status == 0, "\(outcome.complaint)")
            return outcome.output.split(separator: "\n").dropFirst()
                .map { Double($0.split(separator: ",", omittingEmptySubsequences: false)[2]) }
        }
        let (own, exact) = try (values(), values("--definition"))
        #expect(own.count == exact.count && own.count > 3_000)
        for (value, expected) in zip(own, exact) {
            #expect(abs((value ?? 0) - (expected ?? 0)) < 1e-12, "\(name)")
        }
    }

    @Test("no bars at all give no values, and no crash")
    func noBars() throws {
        defer { program.discard() }
        let outcome = try program.run("indicators", "verify", "--oracle", "--bars", "0", "--quiet")
        #expect(outcome.status == 1)
        #expect((outcome.output + outcome.complaint).contains("no value to compare"))
    }

    @Test("golden files of the program agree, in each form of the report")
    func golden() throws {
        defer { program.discard() }
        let table = try program.run("indicators", "verify", "--quiet")
        #expect(table.status == 0, "\(table.output.suffix(2_000))\(table.complaint)")
        #expect(table.output.contains("simple-moving-average(period=20)"))
        let csv = try program.run("indicators", "verify", "--quiet", "--report", "csv")
        #expect(csv.output.hasPrefix("subject,against,agrees,values_compared,max_absolute_error"))
        let page = try program.run(
            "indicators", "verify", "--oracle", "--bars", "40", "--report", "html")
        // Forty bars give an average of two hundred nothing to compare.
        #expect(page.status == 1 && page.output.hasPrefix("<!DOCTYPE html>"))
        #expect(page.output.contains("no value to compare"))
    }

    @Test("what is recorded is verified to the last bit, and a changed value is found")
    func record() throws {
        defer { program.discard() }
        let recorded = try program.run(
            "indicators", "record", "--output", "pinned", "--symbol", "MSFT", "--to",
            "2009-12-31")
        #expect(recorded.status == 0, "\(recorded.complaint)")
        let again = try program.run(
            "indicators", "record", "--output", "pinned", "--symbol", "MSFT")
        #expect(again.status == 1 && again.complaint.contains("holds files already"))
        let words = ["indicators", "verify", "--golden", "pinned", "--tolerance", "0"]
        #expect(try program.run(words).status == 0)
        let file = program.folder.appending(
            path: "pinned/MSFT/simple-moving-average_period=20.csv")
        var lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        lines[100] = "1"
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let drifted = try program.run(words + ["--report", "json"])
        #expect(drifted.status == 1)
        #expect(drifted.output.contains("simple-moving-average_period=20.csv, value, bar 99"))
    }

    @Test("FDI-61: sessions are the exchange's own by command too; constants are themselves")
    func sessions() throws {
        defer { program.discard() }
        let rows = """
            time,open,high,low,close,volume
            2024-01-16T20:30:00Z,99.8,100.0,99.0,99.8,1000
            2024-01-17T00:30:00Z,100.3,100.6,100.0,100.3,200
            2024-01-17T14:30:00Z,101.2,101.5,100.9,101.2,800

            """
        try Data(rows.utf8).write(to: program.folder.appending(path: "S.csv"))
        let flat =
            "time,open,high,low,close,volume\n"
            + (10...31).map { "2024-01-\($0),0.1,0.1,0.1,0.1,1000\n" }.joined()
        try Data(flat.utf8).write(to: program.folder.appending(path: "FLAT.csv"))
        let imports = [
            ["S.csv", "--symbol", "S", "--interval", "1m", "--calendar", "NYSE"],
            ["FLAT.csv", "--symbol", "FLAT", "--calendar", "24/7"],
        ]
        for words in imports {
            let outcome = try program.run(["data", "import"] + words)
            #expect(outcome.status == 0, "\(outcome.complaint)")
        }
        func column(_ words: String...) throws -> [String] {
            let outcome = try program.run(["indicators", "compute"] + words + ["--csv"])
            #expect(outcome.status == 0, "\(outcome.complaint)")
            return outcome.output.split(separator: "\n").dropFirst()
                .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[2]) }
        }
        let session = try column("vwap-session", "--symbol", "S", "--interval", "1m")
        let expected = [99.6, (99.6 * 1_000 + 100.3 * 200) / 1_200, 101.2]
        #expect(zip(session, expected).allSatisfy { abs((Double($0) ?? .nan) - $1) < 1e-9 })
        // A day's session is that day.
        for name in ["TYPPRICE", "vwap", "vwap-rolling", "vwap-session"] {
            let values = try column(name, "--symbol", "FLAT").filter { !$0.isEmpty }
            #expect(!values.isEmpty && values.allSatisfy { $0 == "0.1" }, "\(name) \(values)")
        }
    }

    @Test("nothing is recorded where nothing has a value, and a folder that cannot be made is said")
    func recordNothing() throws {
        defer { program.discard() }
        func record(_ output: String, _ words: String...) throws -> Program.Outcome {
            let asked = ["sma(period=5000)", "--symbol", "META", "--output", output]
            return try program.run(["indicators", "record"] + asked + words)
        }
        let empty = try record("pinned")
        #expect(empty.status == 1 && empty.complaint.contains("nothing has a value to record"))
        let late = try record("pinned", "--from", "2090-01-01")
        #expect(late.status == 1 && late.complaint.contains("no bar"))
        let folder = program.folder.appending(path: "pinned").path
        #expect(!FileManager.default.fileExists(atPath: folder))
        let unusable = try record("/proc/pinned")
        #expect(unusable.status == 1 && unusable.complaint.contains("/proc/pinned cannot be made"))
        let nameless = try program.run(["indicators", "show", ""])
        #expect(nameless.status == 64, "\(nameless.output)")
    }

    @Test("all are listed, for people and for machines")
    func list() throws {
        defer { program.discard() }
        let text = try program.run("indicators", "list").output
        let bands = text.split(separator: "\n").first { $0.hasPrefix("bollinger ") }
        #expect(bands?.hasSuffix("  period 20, up 2.0, down 2.0") == true)
        #expect(bands?.contains("  upper, middle, lower  ") == true)
        #expect(bands?.contains("BBANDS") == true && bands?.contains("windowed") == true)
        #expect(text.contains("\nhammer ") && text.contains("CDLHAMMER"))
        #expect(text.contains("simple-moving-average(period=20)  lookback 19  "))
        let json = try JSONSerialization.jsonObject(
            with: Data(try program.run("indicators", "list", "--json").output.utf8))
        let lists = try #require(json as? [String: [[String: Any]]])
        #expect(lists["indicators", default: []].count > 190)
        let rsi = lists["indicators"]?.first { $0["name"] as? String == "rsi" }
        #expect(rsi?["talib"] as? String == "RSI" && rsi?["settles_after"] as? Int == 387)
        let digests = lists["kernels", default: []].compactMap { $0["digest"] as? String }
        #expect(digests.count == lists["kernels"]?.count && digests.allSatisfy { $0.count == 64 })
    }

    @Test("a candlestick pattern is found by TA-Lib's name")
    func pattern() throws {
        defer { program.discard() }
        let shown = try program.run("indicators", "show", "CDLHAMMER")
        #expect(shown.status == 0 && shown.output.contains("the lower one longer than it"))
        let outcome = try program.run(
            "indicators", "compute", "CDLMORNINGSTAR", "--symbol", "AAPL", "--param",
            "penetration=0.5")
        #expect(outcome.output.contains(",100,morning") && outcome.output.contains(",0,morning"))
    }

    @Test("one is computed over a stored series, warmed by the bars before")
    func compute() throws {
        defer { program.discard() }
        let outcome = try program.run(
            "indicators", "compute", "SMA", "--symbol", "AAPL", "--param", "period=3", "--from",
            "2020-12-01", "--csv")
        let lines = outcome.output.split(separator: "\n")
        #expect(outcome.status == 0 && lines.first == "symbol,time,value,indicator")
        let first = try #require(lines.dropFirst().first)
        #expect(first.hasPrefix("AAPL,2020-12-01,1"))
        #expect(first.hasSuffix(",sma(period=3)"))
        let shown = try program.run("indicators", "show", "rsi")
        #expect(shown.output.contains("100 G / (G + L)"))
        let slope = try program.run("indicators", "show", "LINEARREG_SLOPE")
        #expect(slope.output.contains("lost on a price of 10⁶ that moves by 10⁻⁶: TA-Lib 14"))
        let exact = try program.run(
            "indicators", "compute", "SMA", "--symbol", "AAPL", "--definition", "--param",
            "period=3")
        #expect(exact.output.contains(",the definition of simple-moving-average(period=3)\n"))
        #expect(shown.output.contains("settling: forgets its start within 387 bars"))
    }

    @Test("every listed name can be shown, computed and recorded, and what was recorded agrees")
    func names() throws {
        defer { program.discard() }
        let data = Data(try program.run("indicators", "list", "--json").output.utf8)
        let lists = try #require(
            JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
        let names = lists["indicators", default: []].compactMap { $0["name"] as? String }
        #expect(names.contains("vwap-month") && names.contains("ma"))
        let recorded = try program.run(
            "indicators", "record", "--output", "pinned", "--symbol", "MSFT", "--to",
            "2009-12-31")
        #expect(recorded.status == 0, "\(recorded.complaint)")
        // The close lies outside the range of these two functions.
        #expect(recorded.complaint.contains("left out: acos() has no value on MSFT\n"))
        let index = try String(
            contentsOf: program.folder.appending(path: "pinned/index.csv"), encoding: .utf8)
        let pinned = Set(index.split(separator: "\n").map { $0.split(separator: ",")[1] })
        let verified = try program.run(
            "indicators", "verify", "--golden", "pinned", "--tolerance", "0", "--quiet")
        #expect(verified.status == 0, "\(verified.output.suffix(500))")
        #expect(Set(names).subtracting(pinned.map(String.init)) == ["acos", "asin"])
        // All candles are found in one way: one of them stands for them.
        let patterns = names[(names.firstIndex(of: "two-crows") ?? 0)...].dropFirst()
        for name in Set(names).subtracting(patterns) {
            let shown = try program.run("indicators", "show", name, "--json")
            #expect(shown.status == 0 && shown.output.contains("\"name\": \"\(name)\""), "\(name)")
            let computed = try program.run(
                "indicators", "compute", name, "--symbol", "MSFT", "--to", "2003-12-31")
            #expect(computed.status == 0, "\(name) \(computed.complaint)")
        }
    }

    @Test("all kernels and indicators lie within eight ulp of their definitions")
    func oracle() throws {
        defer { program.discard() }
        let outcome = try program.run(
            "indicators", "verify", "--oracle", "--bars", "1600", "--report", "csv", "--quiet")
        let rows = outcome.output.split(separator: "\n").dropFirst()
        let others = rows.filter { !$0.hasSuffix(",agrees") }
        #expect(outcome.status == 0 && others.isEmpty, "\(others)")
        #expect(rows.contains { $0.hasPrefix("cci(") } && rows.count > 400)
        #expect(rows.contains { $0.hasPrefix("rank(),definition,true") })
    }

    @Test("cross-sections are listed, shown, verified, and computed over what begins together")
    func crossSections() throws {
        defer { program.discard() }
        let closes = ["A": [1.0, 5, 3], "B": [2.0, 4], "C": [3.0, 4, 9]]
        for (symbol, values) in closes {
            let rows = values.enumerated().map {
                "2024-01-0\($0 + 2),\($1),\($1),\($1),\($1),1000\n"
            }
            try Data(("time,open,high,low,close,volume\n" + rows.joined()).utf8)
                .write(to: program.folder.appending(path: "\(symbol).csv"))
            let imported = try program.run(
                "data", "import", "\(symbol).csv", "--symbol", symbol, "--calendar", "24/7")
            #expect(imported.status == 0, "\(imported.complaint)")
        }
        func column(_ words: String...) throws -> [String] {
            let outcome = try program.run(
                ["indicators", "compute"] + words + ["--symbol", "A,B,C"])
            #expect(outcome.status == 0, "\(outcome.complaint)")
            return outcome.output.split(separator: "\n").dropFirst().map {
                String($0.split(separator: ",", omittingEmptySubsequences: false)[2])
            }
        }
        let places = try column("rank").map(Double.init)
        #expect(places == [1, 3, 1, 2, 1.5, 3, 1.5, 2])
        let distances = try column("demean").map(Double.init)
        #expect(distances[0] == -1 && distances[6] == distances[4])
        // The changes are 4, −2; 2; 1, 5: what is unknown at the first bar stays so.
        let ranks = try column("rank", "--of", "mom(period=1)").map(Double.init)
        #expect(ranks == [nil, 3, 1, nil, 2, nil, 1, 2])
        for name in ["rank", "percentile", "cross-zscore", "demean", "winsorise"] {
            let shown = try program.run("indicators", "show", name, "--json")
            #expect(shown.status == 0, "\(name)")
        }
        let wrong = try program.run(
            "indicators", "compute", "winsorize", "--param", "lower=0.9", "--param", "upper=0.1")
        #expect(wrong.status == 64 && wrong.complaint.contains("lower is 0.9, above upper, 0.1"))
    }

    @Test("a series that is too short is named, and the others are computed")
    func short() throws {
        defer { program.discard() }
        let flat =
            "time,open,high,low,close,volume\n"
            + (10...31).map { "2024-01-\($0),1,1,1,1,1000\n" }.joined()
        try Data(flat.utf8).write(to: program.folder.appending(path: "FLAT.csv"))
        let imported = try program.run("data", "import", "FLAT.csv", "--symbol", "FLAT")
        #expect(imported.status == 0, "\(imported.complaint)")
        let outcome = try program.run(
            "indicators", "compute", "sma", "--symbol", "FLAT,MSFT", "--param", "period=23")
        #expect(outcome.status == 1 && outcome.output.contains("\nMSFT,"))
        #expect(
            outcome.complaint.contains(
                "sma(period=23) has no value before bar 23; FLAT has 22; give a shorter period"))
    }

    @Test("a misspelt parameter of a golden folder is named, and the rest is verified")
    func misspelt() throws {
        defer { program.discard() }
        let recorded = try program.run(
            "indicators", "record", "--output", "pinned", "--symbol", "MSFT", "--to",
            "2003-12-31")
        #expect(recorded.status == 0, "\(recorded.complaint)")
        let index = program.folder.appending(path: "pinned/index.csv")
        let lines = try String(contentsOf: index, encoding: .utf8)
        let row = try #require(
            lines.split(separator: "\n").firstIndex { $0.contains(",keltner,") })
        try Data(lines.replacing("keltner,period=20;", with: "keltner,perid=20;").utf8)
            .write(to: index)
        let outcome = try program.run(
            "indicators", "verify", "--golden", "pinned", "--tolerance", "0", "--quiet")
        let place = "index.csv, line \(row + 1) (MSFT/keltner_"
        #expect(outcome.status == 1 && outcome.output.contains(place))
        #expect(outcome.output.contains("keltner has no parameter 'perid'; did you mean 'period'?"))
        #expect(outcome.output.contains("\nkeltner-close(") && outcome.output.contains("agrees"))
    }

    @Test(
        "a mistake is one message",
        arguments: [
            (["compute", "SMA", "--param", "period=0"], "period is 0; give a whole number"),
            (["compute", "SMA", "--param", "period=-2"], "period is -2; give a whole number"),
            (["compute", "SMA", "--param", "period=x"], "a parameter is NAME=NUMBER"),
            (["compute", "SMA", "--param", "period=0x10"], "a parameter is NAME=NUMBER"),
            (["compute", "SMMA"], "did you mean 'sma'?"),
            (["compute", "SMA", "--param", "perod=3"], "did you mean 'period'?"),
            (
                ["compute", "bollinger", "--param", "pu=3"],
                "has no parameter 'pu'; did you mean 'up'"
            ),
            (
                ["compute", "keltner", "--param", "period=1.5"],
                "period is 1.5; give a whole number"
            ),
            (["compute", "macdext", "--param", "fastKind=11"], "fastKind is 11; give 0, 1, 2"),
            (
                ["compute", "SMA", "--param", "period=3", "--param", "period=5"],
                "the parameter period stands there twice"
            ),
            (["show", "rssi"], "did you mean 'rsi'?"),
            (["show", "leak"], "--strategy FILE brings the kernels of a strategy's file"),
            (["verify", "--tolerance=-1"], "--tolerance must be ≥ 0 and finite, was -1.0"),
            (["verify", "--tolerance=-nan"], "--tolerance must be ≥ 0 and finite, was no number"),
            (["verify", "--strategy", "Mine.swift"], "name their folder with --golden"),
            (
                ["compute", "mavp", "--param", "least=30", "--param", "most=2"],
                "above most, 2; exchange them\nUsage: finstage indicators compute"
            ),
            (["compute", "mavp(30,2)"], "mavp: least is 30, above most, 2; exchange them"),
            (["compute", "rsi(period=x)"], "a parameter is NAME=NUMBER"),
            (["compute", "rsi(perid=14)"], "rsi has no parameter 'perid'; did you mean 'period'?"),
            (
                ["compute", "rsi(period=14)", "--param", "period=3"],
                "rsi(period=14) has its parameters behind the name; leave --param out"
            ),
            (["record", "nope", "--output", "p"], "no indicator is called 'nope'"),
            (["record", "rank", "--output", "p"], "rank is made of all instruments at one time"),
            (["record", "super-trend", "--output", "p"], "reads high, low, close, range; the"),
        ])
    func mistakes(words: [String], message: String) throws {
        defer { program.discard() }
        let outcome = try program.run(["indicators"] + words)
        #expect(outcome.status == 64 && outcome.complaint.contains(message), "\(outcome)")
    }

    @Test("a folder without golden files fails")
    func noFolder() throws {
        defer { program.discard() }
        let outcome = try program.run("indicators", "verify", "--golden", "nowhere")
        #expect(
            outcome.status == 1 && outcome.complaint.contains("nowhere/index.csv cannot be read"))
    }
}
