import Foundation
import Testing

/// Numbers that are no prices, imported and read by a rule, through the program.
@Suite("Stored columns")
struct ColumnTests {
    private let program: Program

    init() throws { program = try Program() }

    private func write(_ name: String, _ text: String) throws -> String {
        let url = program.folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    private func rule(_ column: String) throws -> String {
        try write(
            "Moody.swift",
            """
            import Signals

            struct Moody: Strategy {
                func target(_ bars: Bars) -> TargetExposure {
                    let mood = bars.column("\(column)")
                    return .long(enter: mood > 0.1, exit: mood < -0.1)
                }
            }
            """)
    }

    /// The column's value at some sessions of AAPL.
    private func values(_ rule: String) throws -> [Substring: Substring] {
        let table = try program.run(["nodes", rule, "--symbol", "AAPL", "--csv"])
        #expect(table.status == 0, "\(table.complaint)")
        return table.output.split(separator: "\n").dropFirst().reduce(into: [:]) { values, line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            values[cells[0]] = cells[1]
        }
    }

    @Test("a number is known from its time on, and not at a close before it")
    func arrival() throws {
        defer { program.discard() }
        // The exchange closes at 21:00 UTC in January.
        let file = try write(
            "mood.csv",
            """
            time,mood
            2014-01-07T20:58:00Z,0.5
            2014-01-08T21:30:00Z,-0.25
            2014-01-10T14:00:00Z,0.75
            """)
        let imported = try program.run(
            ["data", "import", file, "--symbol", "AAPL", "--column", "mood"])
        #expect(imported.status == 0 && imported.output.hasPrefix("AAPL:mood: 3 "))
        let values = try values(rule("mood"))
        #expect(values["2014-01-06"] == "")
        #expect(values["2014-01-07"] == "0.5" && values["2014-01-08"] == "0.5")
        #expect(values["2014-01-09"] == "-0.25" && values["2014-01-10"] == "0.75")
        #expect(values["2023-09-21"] == "0.75")
    }

    @Test("one with a date alone is known when the day is over, or at the exchange's close")
    func dates() throws {
        defer { program.discard() }
        let file = try write("mood.csv", "date,value\n2014-01-07,1\n2014-01-08,2\n2014-01-11,3\n")
        let words = ["data", "import", file, "--symbol", "AAPL", "--column"]
        #expect(try program.run(words + ["late"]).status == 0)
        #expect(
            try program.run(words + ["prompt", "--calendar", "XNYS"]).status == 0)
        let late = try values(rule("late"))
        #expect(late["2014-01-07"] == "" && late["2014-01-08"] == "1")
        #expect(late["2014-01-10"] == "2" && late["2014-01-13"] == "3")
        let prompt = try values(rule("prompt"))
        #expect(prompt["2014-01-07"] == "1" && prompt["2014-01-08"] == "2")
    }

    @Test("a column is no instrument, and one that is not there is named with those that are")
    func elsewhere() throws {
        defer { program.discard() }
        let file = try write("mood.csv", "date,value\n2014-01-07,1\n")
        let words = ["data", "import", file, "--symbol", "AAPL", "--column", "mood"]
        #expect(try program.run(words).status == 0)
        #expect(try program.run("data", "list").output.contains("AAPL:mood"))
        let all = try program.run("backtest", "SmaCross", "--reports", "none", "--quiet")
        #expect(all.status == 0 && !all.output.contains("AAPL:mood"))
        let wrong = try program.run(
            ["backtest", rule("tone"), "--symbol", "AAPL", "--reports", "none"])
        #expect(wrong.status == 1)
        #expect(wrong.complaint.contains("reads the column tone of AAPL, which has mood"))
        let other = try program.run(
            ["backtest", rule("mood"), "--symbol", "MSFT", "--reports", "none"])
        #expect(other.complaint.contains("the column mood of MSFT, which has adj_close"))
        for check in ["lookahead", "warmup", "replay"] {
            let found = try program.run([check, rule("mood"), "--symbol", "AAPL"])
            #expect(found.status == 0, "\(check): \(found.complaint)")
        }
        let traded = try program.run(
            "backtest", "SmaCross", "--symbol", "AAPL:mood", "--reports", "none")
        #expect(traded.status == 1 && traded.complaint.contains("holds no prices"))
    }

    @Test("text that is no number, and a file without the column, are refused with their place")
    func badInput() throws {
        defer { program.discard() }
        let bad = try write("bad.csv", "date,mood\n2014-01-07,good\n")
        let words = ["--symbol", "AAPL", "--column", "mood"]
        let refused = try program.run(["data", "import", bad] + words)
        #expect(refused.status == 1 && refused.complaint.contains("bad.csv:2"))
        let none = try write("none.csv", "date,tone\n2014-01-07,1\n")
        let missing = try program.run(["data", "import", none] + words)
        #expect(missing.status == 1 && missing.complaint.contains("mood"))
        let blank = try program.run(
            ["data", "import", bad, "--symbol", "AAPL", "--column", "a b"])
        #expect(blank.status == 64 && blank.complaint.contains("--column"))
        let nameless = try program.run(["data", "import", bad, "--column", "mood"])
        #expect(nameless.status == 64 && nameless.complaint.contains("--symbol"))
    }
}
