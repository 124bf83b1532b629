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
        let calendars = try service.store.entries().map { ($0.symbol, $0.calendar) }
        folderFeed = options.folder.map {
            FolderFeed(
                folder: URL(filePath: $0),
                calendars: Dictionary(calendars) { one, _ in one })
        }
        let feeds: [any BarFeed] = [StoreFeed(archive)] + (folderFeed.map { [$0] } ?? [])
        runner = LiveRunner(
            archive: archive, journal: journal, feeds: feeds,
            notifier: OutputNotifier(isJSON: options.json), settings: options.settings,
            lock: lock)
    }

    /// One look: fetch, decide, tell.
    func runOnce() throws {
        let step = try look()
        for complaint in folderFeed?.complaints ?? [] { Terminal.note(complaint.text) }
        Terminal.note(
            [
                counted(runner.promotions.count, "promotion"), counted(step.bars, "bar"),
                counted(step.decisions, "decision"), counted(step.signals, "signal"),
                counted(step.delivered, "message"),
            ].joined(separator: ", "))
        if let first = stopped.first { throw first }
    }

    /// Looks until the process ends. What fails is told once a minute and tried again.
    ///
    /// - Throws: when the store is no longer this runner's.
    func runForever(every seconds: Double) throws -> Never {
        while true {
            do {
                _ = try look()
                for complaint in folderFeed?.complaints ?? [] { complain(complaint.text) }
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
        let present = active.map(\.id) + refused
        guard present != loaded || mustReload else { return }
        stopped = try runner.loadReadable(active, now: now)
        for error in stopped { complain("\(error)") }
        guard present != loaded else { return }
        loaded = present
        for reason in refused { Terminal.note(reason) }
        if active.isEmpty { Terminal.note("no promotion is active; 'finstage promote' makes one") }
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
        let watch = DriftWatch(archive: archive, journal: journal)
        let active = try service.promotions(journal, now: now).active
        let demotes = { [onDrift] (found: ParityDifference) in
            onDrift == .demote && found.demotes
        }
        let check = Result { try watch.check(active, now: now, demotes: demotes) }
        // Without a key the journal's word holds all the same.
        do { try service.registry.stateRemembered(by: journal) } catch {
            let found = (try? check.get()) ?? []
            let demoted = Set(found.filter(demotes).map(\.promotion)).sorted()
            let subject = demoted.joined(separator: ", ")
            complain(demoted.isEmpty ? "\(error)" : "\(subject) is demoted, unsigned: \(error)")
        }
        _ = try check.get()
        watchedAt = now
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
