import Database
import Live
import MarketData
import Promotions
import Synchronization
import Testing

@Suite("Drift")
struct DriftTests {
    private let warm = LiveFixture.warm
    private let over = Timestamp(microseconds: 1_577_926_800_000_000)

    /// A fixture that has lived through its one session.
    private func lived() throws -> LiveFixture {
        let fixture = try LiveFixture()
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        return fixture
    }

    /// Another revision of a stored signal, as a fault would have written it.
    private func plant(
        _ old: SignalRecord, in fixture: LiveFixture, to: String? = nil, values: String? = nil,
        stop: Double? = nil
    ) throws {
        var batch = JournalBatch()
        let record = SignalRecord(
            promotion: old.promotion, symbol: old.symbol, interval: old.interval,
            decidedAt: old.decidedAt, revision: old.revision + 1, barTime: old.barTime,
            from: old.from, to: to ?? old.to, reason: old.reason, stop: stop ?? old.stop,
            target: old.target, price: old.price, values: values ?? old.values,
            isLate: old.isLate, written: old.written)
        batch.signals = [(record, "planted")]
        try fixture.journal.apply(batch)
    }

    private func check(
        _ fixture: LiveFixture, at now: Timestamp
    ) throws -> (differences: [ParityDifference], demoted: [String]) {
        let before = Set(try fixture.journal.demotions())
        let watch = DriftWatch(archive: fixture.archive, journal: fixture.journal)
        let differences = try watch.check([fixture.promotion], now: now, demotes: \.demotes)
            .differences
        let demoted = try fixture.journal.demotions().filter { !before.contains($0) }.map(\.reason)
        return (differences, demoted)
    }

    @Test("a session as the backtest has it is compared once, when it is over")
    func clean() throws {
        let fixture = try lived()
        defer { fixture.discard() }
        let early = Timestamp(microseconds: over.microseconds - 1)
        #expect(try check(fixture, at: early).differences.isEmpty)
        #expect(try fixture.findings("parity").isEmpty)
        #expect(try check(fixture, at: over).differences.isEmpty)
        #expect(
            try fixture.findings("parity").map(\.text)
                == ["session 2020-01-01: 1 of 1 accounts equal to the bit"])
    }

    @Test(
        "the first difference is named, told once, and demotes by the rule",
        arguments: ["input", "node", "decision", "order", "level"])
    func planted(kind: String) throws {
        let fixture = try lived()
        defer { fixture.discard() }
        let signal = try fixture.signals()[3]
        switch kind {
        case "input":
            let bar = fixture.series[130]
            let changed = Bar(
                time: bar.time, open: bar.open, high: bar.high * 1.1, low: bar.low,
                close: bar.close * 1.05, volume: bar.volume)
            try fixture.archive.fold(
                fixture.bars(warm..<130) + [changed] + fixture.bars(131..<160),
                into: fixture.key)
            try fixture.journal.removeBars(
                symbol: "AAA", interval: Interval.minute.microseconds, through: .max)
        case "node": try plant(signal, in: fixture, to: "short", values: "{}")
        case "decision": try plant(signal, in: fixture, to: "short")
        case "level": try plant(signal, in: fixture, stop: 1)
        default:
            let row = try #require(try fixture.journal.equity().first)
            var batch = JournalBatch()
            batch.equity = [
                EquityRecord(
                    promotion: row.promotion, symbol: row.symbol, session: row.session,
                    barTime: row.barTime, equity: row.equity.nextUp, quantity: row.quantity,
                    barDigest: row.barDigest)
            ]
            try fixture.journal.apply(batch)
        }
        let found = try check(fixture, at: over)
        let named = kind == "level" ? "order" : kind
        #expect(found.differences.map(\.kind.rawValue) == [named], "\(found)")
        #expect(found.demoted.count == (kind == "input" ? 0 : 1))
        #expect(found.demoted.allSatisfy { $0.contains("session 2020-01-01") })
        #expect(try fixture.findings("drift").count == 1)
        let again = try check(fixture, at: over)
        #expect(again.differences.isEmpty && again.demoted.isEmpty)
        _ = try fixture.runner.run(at: over)
        let told = fixture.mailbox.notices.filter { $0.key.hasPrefix("drift/") }
        #expect(told.count == 1 && told[0].kind == .alert && told[0].text.contains(named))
    }

    @Test("a restated bar that only warmed the rule is input drift: told, and demotes nothing")
    func restatedWarmUp() throws {
        let fixture = try lived()
        defer { fixture.discard() }
        let bar = fixture.series[warm - 5]
        let changed = Bar(
            time: bar.time, open: bar.open, high: bar.high * 1.1, low: bar.low,
            close: bar.close * 1.05, volume: bar.volume)
        try fixture.archive.fold([changed], into: fixture.key)
        let found = try check(fixture, at: over)
        #expect(found.differences.map(\.kind) == [.input], "\(found)")
        #expect(found.demoted.isEmpty)
        #expect(try fixture.findings("drift").count == 1)
    }

    @Test("a promotion whose bars are gone keeps no other from being compared")
    func unreadable() throws {
        let fixture = try lived()
        defer { fixture.discard() }
        try plant(try fixture.signals()[3], in: fixture, to: "short")
        let row = try #require(try fixture.journal.equity().first)
        var batch = JournalBatch()
        batch.equity = [
            EquityRecord(
                promotion: "Gone-1", symbol: "ZZZ", session: row.session, barTime: row.barTime,
                equity: row.equity, quantity: row.quantity, barDigest: row.barDigest)
        ]
        try fixture.journal.apply(batch)
        let gone = try LiveFixture.promotion(fixture.series, symbol: "ZZZ", id: "Gone-1")
        let watch = DriftWatch(archive: fixture.archive, journal: fixture.journal)
        for _ in 0..<2 {
            let found = try watch.check([gone, fixture.promotion], now: over, demotes: \.demotes)
            #expect(found.errors.count == 1)
            #expect(found.errors[0].description.contains("ZZZ"), "\(found.errors)")
            #expect(try fixture.journal.demotions().map(\.promotion) == ["Crossing-1"])
        }
    }

    @Test("a kill at any point of a check leaves finding, demotion and mark, or none of them")
    func killed() throws {
        var point = 0
        while point >= 0 {
            let fixture = try lived()
            defer { fixture.discard() }
            try plant(try fixture.signals()[3], in: fixture, to: "short")
            let watch = DriftWatch(archive: fixture.archive, journal: fixture.journal)
            let left = Mutex(point)
            fixture.journal.setProbe {
                left.withLock { left in
                    defer { left -= 1 }
                    return left == 0 ? .kill : nil
                }
            }
            let found = try? watch.check([fixture.promotion], now: over, demotes: \.demotes)
            fixture.journal.setProbe(nil)
            let counts = try [
                fixture.findings("drift").count, fixture.findings("parity").count,
                fixture.journal.demotions().count,
            ]
            #expect(counts == [0, 0, 0] || counts == [1, 1, 1], "at point \(point): \(counts)")
            // The next process, whatever the last one left.
            _ = try check(fixture, at: over)
            #expect(try fixture.journal.demotions().count == 1)
            #expect(try fixture.findings("drift").count == 1)
            if found != nil {
                #expect(point > 3)
                point = -2
            }
            point += 1
        }
    }

    @Test("after a long absence sessions are worked off in parts, the latest first")
    func inParts() throws {
        let fixture = try LiveFixture(count: 6 * 1_440)
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<fixture.series.count))
        _ = try fixture.runner.run(at: fixture.end)
        let watch = DriftWatch(archive: fixture.archive, journal: fixture.journal)
        for count in [3, 6, 6] {
            let found = try watch.check(
                [fixture.promotion], now: fixture.end + .day, demotes: \.demotes)
            #expect(found.differences.isEmpty && found.errors.isEmpty)
            let days = try fixture.findings("parity").map { Timestamp(microseconds: $0.time).text }
            #expect(days.count == count && days.contains { $0.hasPrefix("2020-01-04") })
        }
    }

    @Test(
        "sessions that differ alike are told in one message, and the history is read once",
        arguments: [nil, DriftWatch.mostAtOnce])
    func manySessions(limit: Int?) throws {
        let fixture = try LiveFixture(count: 6 * 1_440)
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<fixture.series.count))
        _ = try fixture.runner.run(at: fixture.end)
        let archive = CountingArchive(fixture.archive)
        let watch = DriftWatch(archive: archive, journal: fixture.journal)
        let now = fixture.end + .day
        // One correction of the first day is in the digest of every later session.
        let bar = fixture.series[100]
        let changed = Bar(
            time: bar.time, open: bar.open, high: bar.high, low: bar.low, close: bar.close,
            volume: bar.volume + 1)
        try fixture.archive.fold(
            fixture.bars(warm..<100) + [changed] + fixture.bars(101..<fixture.series.count),
            into: fixture.key)
        try fixture.journal.removeBars(
            symbol: "AAA", interval: Interval.minute.microseconds, through: .max)
        let session = try #require(CivilDate("2020-01-06"))
        _ = try SessionParity(archive: archive, journal: fixture.journal)
            .compare(fixture.promotion, session: session)
        let once = archive.readCount
        archive.readCount = 0
        let found = try watch.check(
            [fixture.promotion], now: now, limit: limit, demotes: \.demotes)
        #expect(found.differences.count == 6)
        let told = try fixture.findings("drift").map(\.text)
        #expect(told.count == 1, "\(told)")
        #expect(told[0].hasPrefix("6 sessions from 2020-01-01 to 2020-01-06: "), "\(told)")
        #expect(try fixture.findings("parity").count == 6)
        // Once for the latest sessions, and once for all where those differ.
        #expect(archive.readCount == (limit == nil ? 1 : 2) * once)
    }

    @Test(
        "before anything is computed again, every session that is over is compared",
        arguments: [true, false])
    func beforeMending(goesOn: Bool) throws {
        let fixture = try lived()
        defer { fixture.discard() }
        try plant(try fixture.signals()[3], in: fixture, to: "short")
        let row = try #require(try fixture.journal.equity().first)
        var batch = JournalBatch()
        batch.equity = (2...6).map { day in
            EquityRecord(
                promotion: row.promotion, symbol: row.symbol, session: "2020-01-0\(day)",
                barTime: row.barTime, equity: row.equity, quantity: row.quantity,
                barDigest: row.barDigest)
        }
        try fixture.journal.apply(batch)
        let watch = DriftWatch(archive: fixture.archive, journal: fixture.journal)
        let later = over + .day + .day + .day + .day + .day + .day
        fixture.runner.beforeMending = { promotion throws(LiveError) in
            _ = try watch.check([promotion], now: later, limit: nil, demotes: \.demotes)
            return goesOn
        }
        let before = try fixture.signals()
        // A correction has everything computed again, which mends what was planted.
        let bar = fixture.series[150]
        fixture.feed([
            Bar(
                time: bar.time, open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                volume: bar.volume + 1)
        ])
        _ = try fixture.runner.run(at: later)
        #expect(try fixture.findings("parity").count == 6)
        // Sessions that differ in the same way are told in one message.
        let told = try fixture.findings("drift").map(\.text)
        #expect(told.count == 2, "\(told)")
        #expect(told.contains { $0.hasPrefix("5 sessions from 2020-01-02 to 2020-01-06: ") })
        #expect(told.contains { $0.hasPrefix("session 2020-01-01: ") })
        #expect(try fixture.journal.demotions().map(\.promotion) == [fixture.promotion.id])
        if goesOn {
            #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        } else {
            #expect(try fixture.signals() == before)
            fixture.feed(fixture.bars(155..<160))
            _ = try fixture.runner.run(at: later)
            #expect(try fixture.signals() == before)
        }
    }
}
