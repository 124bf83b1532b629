import ColumnStore
import Database
import Foundation
import MarketData
import Promotions
import Testing

@Suite("How promotions end")
struct EndOfPromotionTests {
    private func told(_ outcome: ServiceProgram.Outcome, _ words: String) -> Int {
        outcome.output.components(separatedBy: words).count - 1
    }

    @Test("an expiry and a demotion by hand are told once, and are no failure")
    func ordinary() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let old = try fixture.registry.add(
            ServiceFixture.manifest(
                fixture.series, symbol: "AAA", strategy: "Other", expires: "2021-01-01"))
        #expect(
            try fixture.program.run(
                "promotions", "demote", fixture.id, "--reason", "on holiday"
            ).status == 0)
        let first = try fixture.once()
        #expect(first.status == 0, "\(first.complaint)")
        #expect(told(first, "\(old) decides nothing more: expires") == 1, "\(first.output)")
        #expect(told(first, "\(fixture.id) decides nothing more: demoted: on holiday") == 1)
        let second = try fixture.once()
        #expect(second.status == 0 && told(second, "decides nothing more") == 0)
        let kinds = try fixture.journal().findings().map(\.kind)
        #expect(kinds.contains("expires") && kinds.contains("demoted"))
    }

    @Test("the same plan promoted again takes over, and says where the old account stands")
    func renewed() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let whole = ServiceFixture.manifest(fixture.series, symbol: "AAA")
        // Within one second too, whatever the ids are.
        #expect(whole.issued(after: [whole]).issued == "2020-01-01T00:00:01Z")
        try fixture.feed(ServiceFixture.warm..<250)
        #expect(try fixture.once().status == 0)
        let new = try fixture.registry.add(
            ServiceFixture.manifest(fixture.series, symbol: "AAA", issued: "2020-02-01"))
        let outcome = try fixture.once()
        #expect(outcome.status == 0 && outcome.complaint.contains("1 promotion, "))
        #expect(told(outcome, "\(fixture.id) decides nothing more: renewed: \(new)") == 1)
        #expect(outcome.output.contains("the paper account of this one stands "))
        try fixture.feed(ServiceFixture.warm..<400)
        let later = try fixture.once()
        #expect(later.status == 0 && told(later, "renewed") == 0)
        let points = try fixture.journal().checkpoints().map { ($0.promotion, $0.barTime) }
        let through = Dictionary(uniqueKeysWithValues: points)
        #expect(through[fixture.id] == fixture.series.times[249].microseconds)
        #expect(through[new] == fixture.series.times[399].microseconds)
        #expect(try fixture.program.run("promotions", "list").output.contains("renewed: \(new)"))
    }

    @Test("what was taken over from does not come back when the newer one is taken back or expires")
    func endedRenewal() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let expired = try fixture.registry.add(
            ServiceFixture.manifest(
                fixture.series, symbol: "AAA", issued: "2020-02-01", expires: "2021-01-01"))
        try fixture.feed(ServiceFixture.warm..<250)
        let first = try fixture.once()
        // It never ran before its expiry: what closed before is its own all the same.
        #expect(first.complaint.contains("1 promotion, 150 bars, 150 decisions"))
        #expect(first.status == 0)
        #expect(told(first, "\(fixture.id) decides nothing more: renewed: \(expired)") == 1)
        let third = try fixture.registry.add(
            ServiceFixture.manifest(fixture.series, symbol: "AAA", issued: "2020-03-01"))
        #expect(try fixture.once().complaint.contains("1 promotion, "))
        let demoted = try fixture.program.run("promotions", "demote", third, "--reason", "enough")
        #expect(demoted.status == 0)
        try fixture.feed(ServiceFixture.warm..<400)
        let last = try fixture.once()
        #expect(last.complaint.contains("0 promotions, 0 bars, 0 decisions"), "\(last.complaint)")
        #expect(try fixture.program.run("promotions", "list").output.contains("promote it anew"))
    }

    @Test("one that was taken back and cannot be believed any more stops no other")
    func unbelieved() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let other = try fixture.registry.add(
            ServiceFixture.manifest(fixture.series, symbol: "AAA", strategy: "Other"))
        try fixture.feed(ServiceFixture.warm..<250)
        #expect(try fixture.once().complaint.contains("2 promotions, "))
        #expect(
            try fixture.program.run("promotions", "demote", other, "--reason", "enough").status
                == 0)
        let file = fixture.registry.folder.appending(path: "\(other).json")
        try Data("{}".utf8).write(to: file)
        try fixture.feed(ServiceFixture.warm..<400)
        let outcome = try fixture.once()
        #expect(outcome.status == 0 && outcome.complaint.contains("1 promotion, 150 bars"))
    }

    @Test("what closed before the expiry while no runner ran is decided by the next one, once")
    func lapsed() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let series = fixture.series
        let other = try fixture.registry.add(
            ServiceFixture.manifest(
                series, symbol: "AAA", strategy: "Other", expires: "2020-01-01T05:00:00"))
        try fixture.feed(ServiceFixture.warm..<250)
        let now = series.closedAt[249].microseconds / 1_000_000
        let first = try fixture.once(["FINSTAGE_NOW": "\(now)"])
        #expect(first.status == 0 && first.complaint.contains("2 promotions, "))
        try fixture.feed(ServiceFixture.warm..<400)
        let second = try fixture.once()
        #expect(second.status == 0, "\(second.complaint)")
        // 150 bars of one, 50 of the other.
        #expect(second.complaint.contains("200 decisions"), "\(second.complaint)")
        #expect(told(second, "\(other) decides nothing more: expires: it expired at") == 1)
        let third = try fixture.once()
        #expect(third.complaint.contains("1 promotion, ") && told(third, "expires") == 0)
        #expect(try fixture.journal().findings(kind: "expires").count == 1)
        let point = try fixture.journal().checkpoints().first { $0.promotion == other }
        #expect(point?.barTime == series.times[299].microseconds)
        #expect(try fixture.program.run("positions").output.contains("[expires]"))
    }

    @Test(
        "a clock that was ahead once ends nothing, and what it told is taken back",
        arguments: [
            true, false,
        ])
    func clockAhead(hasLookBetween: Bool) throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let series = fixture.series
        let other = try fixture.registry.add(
            ServiceFixture.manifest(
                series, symbol: "AAA", strategy: "Other", expires: "2020-01-01T05:00:00"))
        func clock(_ row: Int) -> [String: String] {
            ["FINSTAGE_NOW": "\(series.closedAt[row].microseconds / 1_000_000)"]
        }
        try fixture.feed(ServiceFixture.warm..<200)
        #expect(try fixture.once(clock(199)).status == 0)
        let ahead = try fixture.once(["FINSTAGE_NOW": "1600000000"])
        #expect(told(ahead, "\(other) decides nothing more") == 1, "\(ahead.output)")
        if hasLookBetween {
            try fixture.feed(ServiceFixture.warm..<250)
            let back = try fixture.once(clock(249))
            #expect(told(back, "\(other) goes on until 2020-01-01T05:00:00") == 1)
            #expect(back.complaint.contains("2 promotions, 50 bars, 100 decisions"))
        }
        try fixture.feed(ServiceFixture.warm..<400)
        let last = try fixture.once()
        let points = try fixture.journal().checkpoints().filter { $0.promotion == other }
        #expect(points.map(\.barTime) == [series.times[299].microseconds], "\(last.complaint)")
        #expect(told(last, "\(other) decides nothing more") == (hasLookBetween ? 1 : 0))
        let after = try fixture.once()
        #expect(after.complaint.contains("1 promotion, ") && told(after, "nothing more") == 0)
    }

    @Test("one whose series is not there is not called active; a wrong id has a nearest one")
    func listed() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let list = { try fixture.program.run("promotions", "list").output }
        #expect(try list().contains("\(fixture.id)  active"))
        let near = String(fixture.id.dropLast()) + "x"
        for words in [["verify"], ["show"], ["demote", "--reason", "none"]] {
            let wrong = try fixture.program.run(["promotions", words[0], near] + words.dropFirst())
            let all = wrong.complaint + wrong.output
            #expect(wrong.status == 1 && all.contains("did you mean '\(fixture.id)'?"), "\(all)")
        }
        let store = try Store(folder: fixture.program.store)
        try store.catalogue.tamper("DELETE FROM series")
        #expect(try !list().contains("active") && list().contains("AAA"))
    }

    @Test("one that has expired and can decide nothing any more has ended all the same")
    func lapsedWithoutBars() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let series = fixture.series
        let file = fixture.program.folder.appending(path: "bbb.csv")
        try Data(ServiceFixture.csv(series, 0..<ServiceFixture.warm).utf8).write(to: file)
        let store = try Store(folder: fixture.program.store)
        _ = try store.importFile(file, symbol: "BBB", calendar: .continuous, interval: .minute)
        let other = try fixture.registry.add(
            ServiceFixture.manifest(
                series, symbol: "BBB", strategy: "Other", expires: "2020-01-01T05:00:00"))
        let now = series.closedAt[249].microseconds / 1_000_000
        #expect(try fixture.once(["FINSTAGE_NOW": "\(now)"]).status == 0)
        try store.catalogue.tamper(
            "DELETE FROM series WHERE instrumentId = (SELECT max(id) FROM instrument)")
        let second = try fixture.once()
        #expect(second.status == 0, "\(second.complaint)")
        #expect(try fixture.once().status == 0)
        #expect(try fixture.journal().findings(kind: "expires").map(\.subject) == [other])
    }

    @Test("two of one plan that share an instrument both run, and that is told once")
    func overlap() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let file = fixture.program.folder.appending(path: "bbb.csv")
        try Data(ServiceFixture.csv(fixture.series, 0..<ServiceFixture.warm).utf8).write(to: file)
        _ = try Store(folder: fixture.program.store)
            .importFile(file, symbol: "BBB", calendar: .continuous, interval: .minute)
        let wide = try fixture.registry.add(
            ServiceFixture.manifest(fixture.series, symbol: "AAA", more: ["BBB"]))
        let first = try fixture.once()
        #expect(first.status == 0 && first.complaint.contains("2 promotions, "))
        #expect(told(first, "are the same plan and both trade AAA: each tells its own") == 1)
        #expect(first.output.contains(wide) && first.output.contains(fixture.id))
        #expect(told(try fixture.once(), "are the same plan") == 0)
    }

    @Test("a renewal that cannot be evaluated takes over from none")
    func failedRenewal() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let other = SyntheticMarket(symbol: 4).minutes(count: 400)
        let new = try fixture.registry.add(
            ServiceFixture.manifest(other, symbol: "AAA", issued: "2020-02-01"))
        try fixture.feed(ServiceFixture.warm..<400)
        let outcome = try fixture.once()
        #expect(outcome.status == 1 && outcome.complaint.contains("1 promotion, "))
        #expect(outcome.complaint.contains("300 decisions"), "\(outcome.complaint)")
        #expect(outcome.output.contains("promotion \(new)") && told(outcome, "renewed") == 0)
        // Nor does it when it is taken back, for it never ran.
        let demoted = try fixture.program.run("promotions", "demote", new, "--reason", "a slip")
        #expect(demoted.status == 0)
        let later = try fixture.once()
        #expect(later.status == 0 && later.complaint.contains("1 promotion, "))
        #expect(told(later, "renewed") == 0, "\(later.output)")
    }
}
