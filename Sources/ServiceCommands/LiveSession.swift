import ArgumentParser
import Commands
import Database
import Foundation
import Live
import MarketData
import Promotions
import Telemetry

/// A runner with its store, from the start of the process to its end.
final class LiveSession {
    private let service: ServiceStore
    private let journal: JournalDatabase
    private let archive: StoreArchive
    private let runner: LiveRunner
    private let lock: RunnerLock
    private let folderFeed: FolderFeed?
    private let onDrift: LiveCommand.DriftRule
    private var loaded: [String]?
    /// Why promotions that can be believed do not run.
    private var stopped: [LiveError] = []
    /// Promotions that cannot be believed.
    private var refused: [PromotionError] = []
    /// When it was last told that a promotion does not run.
    private var toldRefusals: [String: CivilDate] = [:]
    private var mustReload = false
    private var complaints: [String: Int] = [:]
    private var toldAt = ContinuousClock.now
    private var folded: CivilDate?
    private var watchedAt: Timestamp?

    init(_ service: ServiceStore, _ options: LiveCommand, _ lock: RunnerLock) throws {
        (self.service, self.lock, onDrift) = (service, lock, options.onDrift)
        let isNew = !JournalDatabase.exists(in: service.store.folder)
        journal = try service.journal()
        if isNew { Terminal.note("a new journal begins: \(journal.path)") }
        archive = StoreArchive(service.store)
        folderFeed = options.folder.map {
            FolderFeed(
                folder: URL(filePath: $0),
                zone: options.zone.flatMap { FolderFeed.Zone(rawValue: $0) })
        }
        let feeds: [any BarFeed] = [StoreFeed(archive)] + (folderFeed.map { [$0] } ?? [])
        runner = LiveRunner(
            archive: archive, journal: journal, feeds: feeds,
            notifier: OutputNotifier(isJSON: options.json), settings: options.settings,
            lock: lock)
        runner.beforeMending = { [unowned self] promotion throws(LiveError) in
            let found = try checkDrift([promotion], now: WallClock.live(), limit: nil)
            if found.contains(where: demotes) { return false }
            return try !isDemoted(promotion)
        }
    }

    /// One look: fetch, decide, tell.
    func runOnce() throws {
        let known = Set(try journal.findings(kind: "rows").map(\.subject))
        let step = try look()
        for complaint in folderFeed?.complaints ?? [] where !known.contains(complaint.subject) {
            Terminal.note(complaint.text)
        }
        Terminal.note(
            [
                counted(runner.promotions.count, "promotion"), counted(step.bars, "bar"),
                counted(step.decisions, "decision"), counted(step.signals, "signal"),
                counted(step.delivered, "message"),
            ].joined(separator: ", "))
        let undelivered = try tellUndelivered()
        if let first = refused.first { throw first }
        if let first = (stopped + runner.feedErrors).first { throw first }
        if undelivered > 0 { throw ExitCode.failure }
    }

    /// Says how many messages wait for another attempt; their number.
    private func tellUndelivered() throws -> Int {
        let count = try journal.pendingCount()
        guard count > 0 else { return 0 }
        let reason = runner.deliveryError.map { ": \($0)" } ?? ""
        complain(
            "\(counted(count, "message")) could not be delivered and "
                + (count == 1 ? "is" : "are") + " kept for a later look\(reason)")
        return count
    }

    /// Looks until the process ends. What fails is told once a minute and tried again.
    ///
    /// - Throws: when the store is no longer this runner's.
    func runForever(every seconds: Double) throws -> Never {
        while true {
            do {
                _ = try look()
                if runner.deliveryError != nil { _ = try tellUndelivered() }
                for complaint in folderFeed?.complaints ?? [] { complain(complaint.text) }
                for case .feed(let name, let reason) in runner.feedErrors
                where !(folderFeed?.complaints.contains { $0.text == reason } ?? false) {
                    complain("feed \(name): \(reason)")
                }
            } catch {
                try lock.check()
                complain("\(error)")
            }
            Thread.sleep(forTimeInterval: seconds)
        }
    }

    /// Sessions that are over are compared before anything is computed again: what was told is
    /// held against the backtest as it was told.
    private func look() throws -> LiveRunner.Step {
        try lock.check()
        do { try watchDrift() } catch { complain("\(error)") }
        do { try reload() } catch {
            // What runs already goes on as it is.
            guard loaded != nil else { throw error }
            complain("\(error)")
        }
        // After trouble everything is looked at anew: an instrument may have lost its bars.
        mustReload = true
        let step = try runner.run(at: WallClock.live())
        mustReload = !stopped.isEmpty
        try fold()
        return step
    }

    /// Takes over promotions that came or went: all that can be evaluated, at once, or none.
    private func reload() throws {
        let now = WallClock.live()
        let (active, refused) = try service.promotions(journal, now: now)
        // The runner tells the end of those that still have something to decide.
        let lapsed = try service.lapsed(refused, active, journal)
        for refusal in refused where !lapsed.contains(where: { $0.id == refusal.id }) {
            try tell(refusal, now: now)
        }
        try resume(active, now: now)
        self.refused = refused.filter { !$0.isOrdinaryEnd }
        let present = (active + lapsed).map(\.id) + refused.map(\.description)
        guard present != loaded || mustReload else { return }
        for renewed in try load(active + lapsed, now: now) { try tell(renewed, now: now) }
        // One that has expired and cannot be evaluated has ended.
        for refusal in refused where stopped.contains(where: { $0.promotion == refusal.id }) {
            try tell(refusal, now: now)
            stopped.removeAll { $0.promotion == refusal.id }
        }
        try tellOverlaps()
        for error in stopped { complain("\(error)") }
        guard present != loaded else { return }
        loaded = present
        for refusal in refused { Terminal.note(refusal.description) }
        if active.isEmpty { Terminal.note("no promotion is active; 'finstage promote' makes one") }
    }

    /// Takes back the end of what has not ended: a clock that was ahead had told it.
    private func resume(_ active: [Promotion], now: Timestamp) throws {
        let ended = Set(try journal.findings(kind: "expires").map(\.subject))
        for promotion in active where ended.contains(promotion.id) {
            try journal.resume(
                promotion.id, at: now.microseconds,
                text: "\(promotion.id) goes on until \(promotion.manifest.expires): that it "
                    + "decides nothing more was told under a clock that was ahead")
        }
    }

    /// Evaluates the promotions that no newer one has taken over from. One that cannot be evaluated
    /// takes over from none.
    ///
    /// - Returns: those that were taken over from.
    private func load(_ active: [Promotion], now: Timestamp) throws -> [PromotionError] {
        var able: [Promotion] = []
        // A renewal that fails, or recovers, brings the older one back, or lets it go.
        for _ in 0..<4 {
            let unable = Set(stopped.compactMap(\.promotion))
            able = active.filter { !unable.contains($0.id) }
            let current = active.filter { promotion in
                unable.contains(promotion.id) || promotion.renewal(among: able) == nil
            }
            stopped = try runner.loadReadable(current, now: now)
            if Set(stopped.compactMap(\.promotion)) == unable { break }
        }
        return try service.renewed(able, journal)
    }

    /// Tells that a promotion does not run: an end that was foreseen or wanted once, anything else
    /// once a day while it lasts.
    private func tell(_ refusal: PromotionError, now: Timestamp) throws {
        guard case .refused(let id, let field, let reason) = refusal else { return }
        let day = CivilDate(now)
        guard toldRefusals.updateValue(day, forKey: refusal.description) != day else { return }
        do {
            try journal.note(
                kind: refusal.isOrdinaryEnd ? field : "refused", subject: id,
                time: refusal.isOrdinaryEnd ? 0 : day.midnight.microseconds,
                text: refusal.isOrdinaryEnd
                    ? "\(id) decides nothing more: \(field): \(reason)"
                    : "\(refusal); the others run")
        } catch {
            toldRefusals[refusal.description] = nil
            throw error
        }
    }

    /// Tells that two promotions say the same of some instruments: both run, for their universes
    /// are not the same, and neither takes over.
    private func tellOverlaps() throws {
        for (row, one) in runner.promotions.enumerated() {
            for other in runner.promotions[(row + 1)...] {
                let shared = one.manifest.sharedSymbols(with: other.manifest)
                guard !shared.isEmpty else { continue }
                try journal.note(
                    kind: "overlap", subject: "\(one.id) \(other.id)", time: 0,
                    text: "\(one.id) and \(other.id) are the same plan and both trade "
                        + "\(shared.joined(separator: ", ")): each tells its own. Take one back "
                        + "with 'finstage promotions demote'")
            }
        }
    }

    /// The bars of days that are over go into the immutable files.
    private func fold() throws {
        let today = CivilDate(WallClock.live())
        guard today != folded else { return }
        _ = try runner.fold(before: today.midnight)
        folded = today
    }

    /// Looks every few minutes whether a session is over.
    private func watchDrift() throws {
        let now = WallClock.live()
        if let watchedAt, watchedAt <= now, now < watchedAt + .minutes(5) { return }
        let active = try service.promotions(journal, now: now).active
        let found = try checkDrift(active, now: now, limit: DriftWatch.mostAtOnce)
        // Without a key the journal's word holds all the same.
        do { try service.registry.stateRemembered(by: journal) } catch {
            let demoted = Set(found.filter(demotes).map(\.promotion)).sorted()
            let subject = demoted.joined(separator: ", ")
            complain(demoted.isEmpty ? "\(error)" : "\(subject) is demoted, unsigned: \(error)")
        }
        watchedAt = now
    }

    /// True for what the journal says was taken back, though it may still be loaded.
    private func isDemoted(_ promotion: Promotion) throws(LiveError) -> Bool {
        do throws(DatabaseError) {
            return try journal.demotions().contains { $0.promotion == promotion.id }
        } catch {
            throw .journal(error.description)
        }
    }

    private func demotes(_ found: ParityDifference) -> Bool {
        onDrift == .demote && found.demotes
    }

    /// Compares sessions that are over; what cannot be compared is complained about.
    private func checkDrift(
        _ promotions: [Promotion], now: Timestamp, limit: Int?
    ) throws(LiveError) -> [ParityDifference] {
        let watch = DriftWatch(archive: archive, journal: journal)
        let found = try watch.check(promotions, now: now, limit: limit, demotes: demotes)
        for error in found.errors { complain("\(error)") }
        return found.differences
    }

    private func complain(_ text: String) {
        let isNew = complaints[text] == nil
        complaints[text, default: 0] += 1
        if isNew { Terminal.note("error: \(text)") }
        guard ContinuousClock.now - toldAt > .seconds(60) else { return }
        for (text, count) in complaints where count > 1 {
            Terminal.note("error, \(count) times: \(text)")
        }
        (complaints, toldAt) = ([:], ContinuousClock.now)
    }
}
