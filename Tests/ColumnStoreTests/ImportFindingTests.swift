import ColumnStore
import Foundation
import MarketData
import Reporting
import Testing

/// What an import notices without refusing the file, and what it says about the rest.
@Suite("Findings of an import")
struct ImportFindingTests {
    private static let header = "date,open,high,low,close,volume\n"

    private func bars(_ closes: [Double], from day: Int = 2) -> String {
        Self.header
            + closes.enumerated().map { index, close in
                let date = CivilDate(year: 2024, month: 4, day: 1)?.adding(days: day - 1 + index)
                return "\(date?.description ?? ""),\(close),\(close),\(close),\(close),10\n"
            }.joined()
    }

    private func imported(
        _ text: String, calendar: MarketData.Calendar = .continuous, basis: BasisKind = .raw,
        actions: [CorporateAction] = [], isLenient: Bool = false
    ) throws -> (outcome: ImportOutcome, stored: [SeriesFinding]) {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        let outcome = try store.importFile(
            try scratch.write(text, to: "x.csv"), symbol: "X", calendar: calendar, basis: basis,
            actions: actions, isLenient: isLenient)
        let stored = try store.findings(symbol: "X", interval: .day)
        try expectKorean(stored)
        return (outcome, stored)
    }

    private func expectKorean(_ findings: [SeriesFinding]) throws {
        for finding in findings {
            let korean = try #require(SentenceTexts.korean(finding.text), "\(finding.text)")
            // Nothing of the problem stays English but names of options and calendars.
            let problem = finding.text.split(separator: "\": ").last ?? ""
            for words in problem.split(separator: "; ") where words.count > 24 {
                #expect(!korean.contains(words), "\(korean)")
            }
        }
    }

    @Test("every reason has Korean", arguments: ImportFinding.Reason.allCases)
    func korean(reason: ImportFinding.Reason) throws {
        let finding = ImportFinding(
            file: "a.csv", line: 3, column: "close", text: "x: \"y", reason: reason,
            remark: "line 7 holds")
        let text = try #require(SentenceTexts.korean(finding.description))
        #expect(text.hasPrefix("a.csv:3, close 열: \"x: \"y\": ") && text.hasSuffix("7행이 남습니다"))
        #expect(!text.contains(reason.rawValue))
    }

    @Test("every remark and every action that is left out has Korean")
    func koreanRemarks() throws {
        let rows = { (rows: [String]) in Self.header + rows.joined(separator: "\n") + "\n" }
        let doubtful = rows([
            "2024-04-08,10,11,9,10,10", "2024-04-09,10,11,9,10,0", "2024-04-12,10,11,4,10,10",
        ])
        let repeated = rows(["2024-04-08,1,1,1,1,1", "2024-04-08,2,2,2,2,1"])
        for (text, calendar, kinds) in [
            (doubtful, MarketData.Calendar.newYork, ["gap", "silentVolume", "spike"]),
            (repeated, .continuous, ["duplicate"]),
            (bars([1, 1, 100, 100]), .continuous, ["unitJump"]),
        ] {
            let found = try imported(text, calendar: calendar, isLenient: true).stored
            #expect(Set(kinds).isSubset(of: found.map(\.kind)), "\(found.map(\.kind))")
        }
        let day = try #require(CivilDate(year: 2024, month: 6, day: 3)).midnight
        let reasons: [ActionFinding.Reason] = [
            .amountNotBelowClose(close: 2), .notPositive, .inverted(ratio: 0.5),
            .notShown(ratio: 1), .repeated,
        ]
        for kind in [CorporateAction.Kind.split(new: 2, old: 1), .dividend(amount: 3)] {
            for reason in reasons {
                let finding = ActionFinding(
                    symbol: "X", action: CorporateAction(exDate: day, kind: kind), reason: reason)
                let korean = try #require(SentenceTexts.korean(finding.description))
                #expect(korean.hasPrefix("X: 2024-06-03 ") && !korean.contains("left out"))
            }
        }
    }

    @Test("rows on days without a session are counted, and the first is named")
    func holiday() throws {
        let dates = ["2024-03-28", "2024-03-29", "2024-04-01"]
        let text = Self.header + dates.map { "\($0),9,9,9,9,1\n" }.joined()
        let found = try imported(text, calendar: .newYork).stored
        #expect(found.map(\.kind) == ["nonSession"])
        #expect(found[0].date?.text == "2024-03-29" && found[0].line == 3)
        #expect(found[0].text.contains("1 row lies on days without a session of XNYS"))
        #expect(!found[0].text.contains("24/7"))
    }

    @Test("many weekends name the calendar that has them")
    func weekends() throws {
        let text = bars(Array(repeating: 9, count: 14))
        let found = try imported(text, calendar: .newYork).stored
        #expect(found.count == 1 && found[0].text.contains("4 of them on weekends"))
        #expect(found[0].text.contains("--calendar 24/7"))
        #expect(try imported(text, calendar: .continuous).stored.isEmpty)
    }

    @Test(
        "a close that jumps as at a split is noted",
        arguments: [
            (80, 40.2, "2:1"), (90, 30, "3:1"), (90, 60.3, "3:2"), (80, 20, "4:1"),
            (100, 20, "5:1"), (140, 20.1, "7:1"), (100, 10, "10:1"), (100, 5, "20:1"),
            (10, 20, "1:2"), (1, 10.05, "1:10"),
        ] as [(Double, Double, String)])
    func splitLike(before: Double, after: Double, ratio: String) throws {
        let found = try imported(bars([before, before, after, after])).stored
        #expect(found.map(\.kind) == ["splitLike"])
        #expect(found[0].date?.text == "2024-04-04" && found[0].treatment == "noted")
        #expect(found[0].text.contains("looks like a split of \(ratio) on 2024-04-04"))
        #expect(found[0].text.contains("--actions"))
    }

    @Test("a jump that an action explains, that prices contain, or that is no ratio is not")
    func explained() throws {
        let day = try #require(CivilDate(year: 2024, month: 4, day: 3)).midnight
        let split = CorporateAction(exDate: day, kind: .split(new: 2, old: 1))
        #expect(try imported(bars([80, 40]), actions: [split]).stored.isEmpty)
        #expect(try imported(bars([80, 40]), basis: .splits).stored.isEmpty)
        #expect(try imported(bars([80, 45])).stored.isEmpty)
    }

    @Test("a factor of a hundred is another unit of the currency", arguments: [true, false])
    func unit(isUp: Bool) throws {
        let found = try imported(bars(isUp ? [1.5, 150] : [150, 1.5]), basis: .splits).stored
        #expect(found.map(\.kind) == ["unitJump"])
        #expect(found[0].text.contains("pounds and pence"))
    }

    @Test("an action that the prices contradict is among the findings of the series (FDI-35)")
    func contradictory() throws {
        let day = try #require(CivilDate(year: 2024, month: 4, day: 3)).midnight
        let split = CorporateAction(exDate: day, kind: .split(new: 1, old: 2))
        let found = try imported(bars([80, 40.2]), actions: [split]).stored
        #expect(found.map(\.kind) == [SeriesFinding.action])
        #expect(found[0].date == day && found[0].text.contains("the opposite of the split"))
    }

    @Test("a dividend larger than the price is left out of a stored series (FDI-33)")
    func largeDividend() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        let dates = ["2024-06-03", "2024-06-04", "2024-06-05"]
        let text =
            Self.header
            + zip(dates, [2.1, 2.1, 2.05]).map {
                "\($0),\($1),\($1),\($1),\($1),1\n"
            }.joined()
        let actions = try scratch.write(
            "symbol,ex_date,kind,value\nX,2024-06-04,dividend,15.00\nX,2024-06-05,dividend,2.10\n",
            to: "actions.csv")
        _ = try store.importFile(
            try scratch.write(text, to: "x.csv"), symbol: "X", calendar: .newYork,
            actions: try ActionsFile.read(contentsOf: actions)["X"])
        let stored = try store.series(symbol: "X")
        #expect(stored.actions.isEmpty && stored.actionFindings.count == 2)
        #expect(stored.findings.map(\.kind) == [SeriesFinding.action, SeriesFinding.action])
        #expect(stored.findings.allSatisfy { $0.text.contains("not below the previous close") })
    }

    @Test("an import says what it did about each row")
    func treatments() throws {
        let text =
            Self.header
            + "2024-04-03,1,1,1,1,1\n2024-04-02,2,2,2,inf,2\n2024-04-04,x,1,1,1,1\n"
        let found = try imported(text, isLenient: true).stored
        #expect(found.map(\.treatment) == ["kept with the value missing", "sorted", "set aside"])
        let error = try failure { () throws(StoreError) in
            _ = try DelimitedReader().read(Array(text.utf8), named: "x.csv")
        }
        #expect(error.description.contains("sorts the rows"))
        #expect(error.description.contains("keeps such rows with the value missing"))
        #expect(error.description.contains("sets such rows aside"))
    }

    @Test("a file with the newest row first is one finding, and --repair sorts it (FDI-03)")
    func newestFirst() throws {
        let rows = (2..<20).reversed().map { "2024-04-\($0 < 10 ? "0" : "")\($0),1,1,1,1,1\n" }
        let text = Self.header + rows.joined()
        let error = try failure { () throws(StoreError) in
            _ = try DelimitedReader().read(Array(text.utf8), named: "x.csv")
        }
        #expect(error.description.contains("x.csv: 1 finding;"), "\(error)")
        #expect(error.description.contains("--repair sorts"))
        #expect(try imported(text, isLenient: true).outcome.rowCount == 18)
    }

    @Test("dates that stand for no date are no bars", arguments: ["0000-01-01", "9999-12-31"])
    func farDates(date: String) throws {
        let text = bars([9, 9]) + "\(date),9,9,9,9,1\n"
        let error = try failure { () throws(StoreError) in
            _ = try DelimitedReader().read(Array(text.utf8), named: "x.csv")
        }
        #expect(error.description.contains("x.csv:4, column date: \"\(date)\""), "\(error)")
        #expect(try imported(text, isLenient: true).outcome.rowCount == 2)
    }

    @Test("findings belong to one interval of a symbol")
    func intervals() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        let daily = try scratch.write(bars([80, 40, 40]), to: "d.csv")
        let hours = (0..<4).map { "2024-04-02 0\($0):00:00,9,9,9,9,1\n" }.joined()
        let hourly = try scratch.write(Self.header + hours, to: "h.csv")
        _ = try store.importFile(daily, symbol: "X", calendar: .continuous)
        _ = try store.importFile(hourly, symbol: "X", calendar: .continuous)
        #expect(try store.findings(symbol: "X", interval: .day).count == 1)
        #expect(try store.findings(symbol: "X", interval: .hour).isEmpty)
        #expect(try store.findings(symbol: "X").count == 1)
    }
}
