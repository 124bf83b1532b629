import Database
import Foundation
import Live
import MarketData
import Promotions
import Synchronization
import Telemetry

/// The lives of one simulated runner.
struct SimulatedLife {
    private let market: SimulatedMarket
    private let promotions: [Promotion]
    private let chaos: Chaos
    private let folder: URL
    private var dice: SplitMix64
    private let archive: MemoryArchive
    private let mailbox: Mailbox
    private let fuse = Fuse()
    private var feed: StormFeed
    /// The files through which the bars come; nil where they come one by one.
    private let files: SimulatedFolder?
    private var runner: LiveRunner
    private var journal: JournalDatabase
    private var active: [Promotion]
    /// Kills, full disks and restarts so far.
    private(set) var faultCount = 0
    private var counts: [String: Int] = [:]

    init(
        _ market: SimulatedMarket, _ promotions: [Promotion], _ chaos: Chaos, _ folder: URL,
        _ dice: SplitMix64
    ) throws {
        (self.market, self.promotions, self.chaos) = (market, promotions, chaos)
        (self.folder, self.dice, active) = (folder, dice, promotions)
        archive = market.archive()
        mailbox = Mailbox()
        feed = StormFeed(market.arrivals)
        var dice = dice
        let isFiled = dice.chance(0.4) && chaos.contains(.folders)
        files =
            isFiled ? try SimulatedFolder(market, in: folder, SplitMix64(seed: dice.next())) : nil
        journal = try JournalDatabase(folder: folder, isDurable: false)
        runner = Self.runner(archive, journal, feed, files, mailbox)
        if isFiled { note(.folders) }
    }

    /// The keys of all messages that arrived.
    var deliveredKeys: [String] { mailbox.keys }

    /// What happened to the runner, by kind: how often.
    var happened: [String: Int] {
        counts.merging([Chaos.lostMessages.names: mailbox.lostCount]) { $1 }
    }

    private mutating func note(_ kind: Chaos) { counts[kind.names, default: 0] += 1 }

    private static func runner(
        _ archive: MemoryArchive, _ journal: JournalDatabase, _ feed: StormFeed,
        _ files: SimulatedFolder?, _ mailbox: Mailbox
    ) -> LiveRunner {
        let source: any BarFeed = files.map { FolderFeed(folder: $0.url) } ?? feed
        return LiveRunner(
            archive: archive, journal: journal, feeds: [source], notifier: mailbox)
    }

    /// From the first live bar until everything has come and was delivered.
    mutating func live() throws {
        guard let start = market.series.values.compactMap({ $0.closedAt.first }).min() else {
            return
        }
        let end = (market.arrivals.last?.at ?? start) + .minutes(30)
        let warm = SimulatedMarket.warmCount - 1
        var now = market.series.values.map { $0.closedAt[warm] }.max() ?? start
        let fuse = fuse
        journal.setProbe { fuse.burn() }
        try attempt { runner, active in try runner.load(active, now: now) }
        while now < end {
            now = Timestamp(
                microseconds: now.microseconds
                    + Int64.random(in: 10...90, using: &dice) * 1_000_000)
            try pass(to: now)
            try disturb(now)
            try attempt { runner, active in
                // A load that the clock refused is tried again, as the program does.
                if runner.promotions.map(\.id) != active.map(\.id) {
                    try runner.load(active, now: now)
                }
                _ = try runner.run(at: now)
            }
        }
        fuse.disarm()
        (mailbox.lossRate, active) = (0, promotions)
        try files?.settle()
        for round in 1...6 {
            let later = now + .minutes(30 * round)
            try pass(to: later)
            try attempt { runner, all in try runner.load(all, now: later) }
            try attempt { runner, _ in _ = try runner.run(at: later) }
        }
    }

    /// The true time goes on, and what has come by then is there.
    private func pass(to now: Timestamp) throws {
        feed.present = now
        try files?.write(through: now)
    }

    private mutating func disturb(_ now: Timestamp) throws {
        mailbox.lossRate = chaos.contains(.lostMessages) ? 0.2 : 0
        mailbox.reseed(dice.next())
        if chaos.contains(.restarts), dice.chance(0.04) {
            note(.restarts)
            try restart(now)
        }
        if chaos.contains(.kills), dice.chance(0.08) {
            fuse.arm(.kill, after: Int.random(in: 0...12, using: &dice))
        } else if chaos.contains(.fullDisk), dice.chance(0.04) {
            fuse.arm(.diskFull, after: Int.random(in: 0...8, using: &dice))
        }
        if chaos.contains(.promotions), dice.chance(0.05) {
            note(.promotions)
            let count = Int.random(in: 0...promotions.count, using: &dice)
            active = Array(promotions.shuffled(using: &dice).prefix(count))
            try attempt { runner, active in try runner.load(active, now: now) }
        }
        if chaos.contains(.clockJumps), dice.chance(0.03) {
            note(.clockJumps)
            let jump = Interval.minutes(Int.random(in: 1...500, using: &dice))
            try attempt { runner, _ in _ = try runner.run(at: now + jump) }
        }
        if chaos.contains(.folds), dice.chance(0.05) {
            var count = 0
            try attempt { runner, _ in count = try runner.fold(before: now) }
            if count > 0 { note(.folds) }
        }
    }

    /// Does something that a fault may end. After a kill a new process takes over.
    private mutating func attempt(_ work: (LiveRunner, [Promotion]) throws -> Void) throws {
        do {
            try work(runner, active)
        } catch let error as LiveError {
            if case .clockBehind = error { return }
            guard let fault = fuse.struck() else { throw error }
            faultCount += 1
            note(fault == .kill ? .kills : .fullDisk)
            if fault == .kill { try restart(nil) }
        }
    }

    private mutating func restart(_ now: Timestamp?) throws {
        faultCount += 1
        fuse.disarm()
        let present = feed.present
        feed = StormFeed(market.arrivals)
        feed.present = present
        journal = try JournalDatabase(folder: folder, isDurable: false)
        runner = Self.runner(archive, journal, feed, files, mailbox)
        let fuse = fuse
        journal.setProbe { fuse.burn() }
        try attempt { runner, active in try runner.load(active, now: now ?? present) }
    }
}

/// Strikes once, some points after it was armed.
private final class Fuse: Sendable {
    private struct State {
        var fault: JournalFault?
        var left = 0
        var struck: JournalFault?
    }
    private let state = Mutex(State())

    func arm(_ fault: JournalFault, after points: Int) {
        state.withLock { ($0.fault, $0.left) = (fault, points) }
    }

    func disarm() { state.withLock { $0 = State() } }

    func burn() -> JournalFault? {
        state.withLock { state in
            guard let fault = state.fault else { return nil }
            guard state.left == 0 else {
                state.left -= 1
                return nil
            }
            (state.fault, state.struck) = (nil, fault)
            return fault
        }
    }

    /// What has struck since the last question.
    func struck() -> JournalFault? {
        state.withLock { state in
            defer { state.struck = nil }
            return state.struck
        }
    }
}

/// Keeps the keys of messages, and loses some on their way.
private final class Mailbox: Notifier {
    private struct State {
        var keys: [String] = []
        var lostCount = 0
        var lossRate = 0.0
        var dice = SplitMix64(seed: 0)
    }
    private let state = Mutex(State())

    var keys: [String] { state.withLock { $0.keys } }
    var lostCount: Int { state.withLock { $0.lostCount } }
    var lossRate: Double {
        get { state.withLock { $0.lossRate } }
        set { state.withLock { $0.lossRate = newValue } }
    }

    func reseed(_ seed: UInt64) { state.withLock { $0.dice = SplitMix64(seed: seed) } }

    func deliver(_ notice: Notice) throws(NotifierError) {
        let isLost = state.withLock { state in
            // Half of the lost ones arrive all the same: only the answer is missing.
            let (isLost, arrives) = (state.dice.chance(state.lossRate), state.dice.chance(0.5))
            if !isLost || arrives { state.keys.append(notice.key) }
            if isLost { state.lostCount += 1 }
            return isLost
        }
        if isLost { throw NotifierError("no answer") }
    }
}
