import Database
import MarketData
import Promotions
import Telemetry
import Trading

/// Takes bars, decides, and writes signal, outbox row and checkpoint in one transaction.
///
/// Everything in memory is a function of the archive and the journal: after any failure it is
/// thrown away and computed again. Not safe to share between threads; one runner a store.
public final class LiveRunner {
    /// What one step did.
    public struct Step: Hashable, Sendable {
        /// Bars that were new or changed.
        public var bars = 0
        /// Decisions taken.
        public var decisions = 0
        /// Signals written.
        public var signals = 0
        /// Messages delivered.
        public var delivered = 0

        /// A step that did nothing.
        public init() {}
    }

    let archive: any BarArchive
    let journal: JournalDatabase
    let notifier: any Notifier
    let settings: LiveSettings
    /// Where bars come from.
    public let feeds: [any BarFeed]
    /// The promotions that are evaluated.
    public private(set) var promotions: [Promotion] = []
    var instruments: [SeriesKey: InstrumentBars] = [:]
    /// The same in order of the keys.
    var ranked: [InstrumentBars] = []
    var lanes: [Lane] = []
    var batch = JournalBatch()
    var step = Step()
    /// Bars that were set aside and may be explained by an action later.
    var aside: [SeriesKey: [Timestamp: FedBar]] = [:]
    /// Series that a feed's bar has released in this look from a stored one that was held.
    var released: Set<SeriesKey> = []
    /// Feeds that gave prices that cannot be.
    var troubled: Set<String> = []
    /// What was told once a day, as of the last day.
    var toldToday: [String: CivilDate] = [:]
    let lock: RunnerLock?
    /// Called with a promotion before what it decided is computed again, once a step: the last
    /// occasion to look at it as it was told. False takes it back: it decides nothing more.
    public var beforeMending: ((Promotion) throws(LiveError) -> Bool)?
    /// The promotions that were asked about in this step, and whether they go on.
    private var mended: [String: Bool] = [:]
    /// What could not be read at the last look: whole feeds, or whole files of them.
    public internal(set) var feedErrors: [LiveError] = []
    /// Why the last message that did not arrive at the last look did not.
    public internal(set) var deliveryError: NotifierError?
    private var isStale = false
    private var archiveVersion: Int64?

    /// A runner without promotions, which writes nothing once its lock, where it has one, is lost.
    public init(
        archive: any BarArchive, journal: JournalDatabase, feeds: [any BarFeed],
        notifier: any Notifier, settings: LiveSettings = LiveSettings(), lock: RunnerLock? = nil
    ) {
        (self.archive, self.journal, self.feeds) = (archive, journal, feeds)
        (self.notifier, self.settings, self.lock) = (notifier, settings, lock)
    }

    /// Evaluates these promotions from now on: all of them, or, when one cannot be, those of
    /// before. What was decided while a promotion was away is decided at once.
    ///
    /// - Throws: also while the clock stands before what was decided: nothing is then written.
    public func load(_ new: [Promotion], now: Timestamp) throws(LiveError) {
        mended = [:]
        // Files may have changed so that what is in memory cannot go on: it is then built anew.
        do throws(LiveError) { try refresh(now: now) } catch { isStale = true }
        if isStale { forget() }
        let before = (instruments, lanes, batch)
        do throws(LiveError) {
            try build(new, now: now)
            try checkClock(now)
            try commit()
        } catch {
            // The lanes of before have not been touched.
            (instruments, lanes, batch) = before
            route()
            throw error
        }
        (promotions, isStale) = (new, false)
    }

    /// Asks the feeds, decides, stores, and delivers what waits.
    ///
    /// - Throws: when something could not be stored. Nothing is then lost: the next step computes
    ///   it again.
    public func run(at now: Timestamp) throws(LiveError) -> Step {
        (step, feedErrors, mended, deliveryError) = (Step(), [], [:], nil)
        if isStale { try recover(now: now) }
        try checkClock(now)
        do throws(LiveError) {
            try refresh(now: now)
            repeat {
                try takeFeeds(now: now)
                try decide(now: now)
                try commit()
            } while feeds.contains { $0.holdsBack }
            for bars in ranked { bars.close() }
            watch(now: now)
            try commit()
            try deliver(at: now)
        } catch {
            (batch, isStale) = (JournalBatch(), true)
            throw error
        }
        return step
    }

    /// Looks whether files or actions have changed, and marks what reads them for a new
    /// computation.
    private func refresh(now: Timestamp) throws(LiveError) {
        let version = try archive.version()
        guard version != archiveVersion else { return }
        for bars in ranked where try bars.refresh() {
            try takeStated(bars, now: now)
            for index in bars.traders + bars.readers.map(\.lane) {
                (lanes[index].isDirty, lanes[index].isRestated) = (true, true)
                try hold(lanes[index], toItsPromise: bars, hasRun: true)
            }
        }
        archiveVersion = version
    }

    /// Tells each series which lanes take its bars.
    func route() {
        ranked = instruments.sorted { $0.key < $1.key }.map(\.value)
        for (rank, bars) in ranked.enumerated() {
            (bars.rank, bars.traders, bars.readers) = (rank, [], [])
        }
        let ids = Dictionary(grouping: lanes, by: \.promotion.manifest.strategy)
            .mapValues { Set($0.map(\.promotion.id)) }
        for (index, lane) in lanes.enumerated() {
            let strategy = lane.promotion.manifest.strategy
            lane.name = (ids[strategy]?.count ?? 0) > 1 ? lane.promotion.id : strategy
            lane.own.traders.append(index)
            for (symbol, bars) in lane.others { bars.readers.append((index, symbol)) }
        }
    }

    /// Builds everything again from archive and journal.
    private func recover(now: Timestamp) throws(LiveError) {
        forget()
        do throws(LiveError) {
            try build(promotions, now: now)
            try commit()
        } catch {
            batch = JournalBatch()
            throw error
        }
        isStale = false
    }

    /// Drops everything that is in memory alone.
    private func forget() {
        for feed in feeds { feed.rewind() }
        (aside, instruments, lanes, batch) = ([:], [:], [], JournalBatch())
        (ranked, archiveVersion, toldToday) = ([], nil, [:])
    }

    /// Lets the owner look at a promotion before it is computed again; false when it is taken back.
    func mayMend(_ promotion: Promotion) throws(LiveError) -> Bool {
        if let known = mended[promotion.id] { return known }
        let goesOn = try beforeMending?(promotion) ?? true
        mended[promotion.id] = goesOn
        if !goesOn { for lane in lanes where lane.promotion.id == promotion.id { lane.halt() } }
        return goesOn
    }

    private func checkClock(_ now: Timestamp) throws(LiveError) {
        let newest = lanes.map(\.lastClosedAt).max() ?? now
        guard now >= newest else {
            throw .clockBehind(now: now.text, newest: newest.text)
        }
    }

    func commit() throws(LiveError) {
        for lane in lanes where lane.hasMoved {
            batch.checkpoints.append(lane.checkpoint(engine: settings.engine))
            batch.equity += lane.takenEquity()
            lane.hasMoved = false
        }
        guard !batch.isEmpty else { return }
        try lock?.check()
        let writing = batch
        try journaled { () throws(DatabaseError) in try journal.apply(writing) }
        step.signals += batch.signals.count
        batch = JournalBatch()
    }

    func journaled<Result>(
        _ body: () throws(DatabaseError) -> Result
    ) throws(LiveError) -> Result {
        do throws(DatabaseError) { return try body() } catch {
            throw .journal(error.description)
        }
    }
}
