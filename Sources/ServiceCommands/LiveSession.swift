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
    private let folderFeed: FolderFeed?
    private let demotesOnDrift: Bool
    private var loaded: [String]?
    private var complaints: [String: Int] = [:]
    private var toldAt = ContinuousClock.now
    private var date: CivilDate?

    init(_ service: ServiceStore, _ options: LiveCommand) throws {
        (self.service, demotesOnDrift) = (service, options.demoteOnDrift)
        journal = try service.journal()
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
            notifier: OutputNotifier(isJSON: options.json), settings: options.settings)
    }

    /// One look: fetch, decide, tell.
    func runOnce() throws {
        try reload()
        let step = try runner.run(at: WallClock.now())
        try endSession()
        for complaint in folderFeed?.complaints ?? [] { Terminal.note(complaint) }
        Terminal.note(
            "\(runner.promotions.count) promotions, \(step.bars) bars, \(step.decisions) "
                + "decisions, \(step.signals) signals, \(step.delivered) messages")
    }

    /// Looks until the process ends. What fails is told once a minute and tried again.
    func runForever(every seconds: Double) -> Never {
        while true {
            do {
                try reload()
                _ = try runner.run(at: WallClock.now())
                try endSession()
                for complaint in folderFeed?.complaints ?? [] { complain(complaint) }
            } catch {
                complain("\(error)")
            }
            Thread.sleep(forTimeInterval: seconds)
        }
    }

    /// Takes over promotions that came or went: all, or none of them.
    private func reload() throws {
        let now = WallClock.now()
        let (active, refused) = try service.promotions(journal, now: now)
        let present = active.map(\.id) + refused
        guard present != loaded else { return }
        try runner.load(active, now: now)
        loaded = present
        for reason in refused { Terminal.note(reason) }
        if active.isEmpty { Terminal.note("no promotion is active; 'finstage promote' makes one") }
    }

    /// When a session is over: what was recorded is held against the backtest, and its bars go
    /// into the immutable files.
    private func endSession() throws {
        let today = CivilDate(WallClock.now())
        guard today != date else { return }
        defer { date = today }
        for session in Set(try journal.equity().map(\.session)).sorted().suffix(3) {
            guard let day = CivilDate(session), day < today else { continue }
            try checkDrift(day)
        }
        _ = try runner.fold(before: today.midnight)
    }

    private func checkDrift(_ session: CivilDate) throws {
        let parity = SessionParity(archive: archive, journal: journal)
        for promotion in runner.promotions {
            for difference in try parity.compare(promotion, session: session).differences {
                try journal.note(
                    kind: "drift", subject: "\(difference.promotion) \(difference.symbol)",
                    time: session.midnight.microseconds,
                    text: "session \(session): \(difference)")
                guard demotesOnDrift else { continue }
                try service.registry.demote(
                    promotion.id, reason: "drift in session \(session): \(difference)",
                    journal: journal, now: WallClock.now())
            }
        }
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
