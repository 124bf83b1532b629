import Database
import Foundation
import Live
import MarketData
import Promotions
import Signals
import Telemetry
import Trading

/// A runner over a made-up series of minutes, with a feed that the test fills.
final class LiveFixture {
    static let warm = 60
    let folder: URL
    let key = SeriesKey(symbol: "AAA", interval: .minute)
    let series: Series
    let archive: MemoryArchive
    let feed = ListFeed()
    let mailbox = RecordingNotifier()
    let journal: JournalDatabase
    let runner: LiveRunner
    let promotion: Promotion

    init(
        count: Int = 160, actions: [CorporateAction] = [], expires: String = "2100-01-01",
        settings: LiveSettings = LiveSettings(), transform: (Int, Bar) -> Bar = { $1 }
    ) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-live-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let bars = SyntheticMarket(symbol: 3).minutes(count: count).bars
        series = Series(
            symbol: "AAA", interval: .minute,
            bars: bars.enumerated().map { transform($0, $1) })
        archive = MemoryArchive([
            key: ArchivedBars(series: series.rows(0..<Self.warm), actions: actions)
        ])
        journal = try JournalDatabase(folder: folder)
        runner = LiveRunner(
            archive: archive, journal: journal, feeds: [feed], notifier: mailbox,
            settings: settings)
        promotion = try Self.promotion(series, expires: expires, actions: actions)
        try runner.load([promotion], now: series.closedAt[Self.warm - 1])
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    /// Signals are tested here, not strategies.
    static let gate = GateOutcome(
        name: "made", value: 1, comparison: "at least", threshold: 1, passed: true,
        why: "made for a test")

    static func promotion(
        _ series: Series, expires: String = "2100-01-01", reads: [ManifestInstrument] = [],
        exposure: TargetExposure? = nil, symbol: String = "AAA", first row: Int = 0,
        actions: [CorporateAction] = [], id: String = "Crossing-1",
        through last: Int = warm - 1
    ) throws -> Promotion {
        let close = Bars().close
        let plan = Plan(
            exposure
                ?? .long(
                    enter: close.sma(period: 3).crosses(above: close.sma(period: 9)),
                    exit: close.sma(period: 3).crosses(below: close.sma(period: 9))),
            name: "Crossing")
        let instrument = ManifestInstrument(
            symbol: symbol, currency: "", series, actions: actions, from: series.times[row],
            through: series.times[last])
        let manifest = Manifest(
            strategy: "Crossing", plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
            parameters: [:], interval: "1m", adjusted: "splits", universe: [instrument],
            reads: reads, rules: ManifestRules(TradingRules()), gates: [gate],
            accepted: [], replayedBars: 0, ledgerDigest: "",
            trialsDigest: "", engine: "0", issued: "2020-01-01", expires: expires)
        return try Promotion(
            id: id, manifest: manifest, custom: [], now: Timestamp(microseconds: 0))
    }

    /// Feeds some bars as a group.
    func feed(_ bars: [Bar], isPartial: Bool = false) {
        feed.append(bars.map { FedBar(key: key, bar: $0, isPartial: isPartial) })
    }

    func bars(_ rows: Range<Int>) -> [Bar] { rows.map { series[$0] } }

    /// The latest signals that stand.
    func signals() throws -> [SignalRecord] {
        try journal.latestSignals(
            promotion: promotion.id, symbol: "AAA", interval: key.interval.microseconds
        ).filter { !$0.isWithdrawn }
    }

    /// What the whole series gives when each bar comes in its turn.
    func undisturbed() throws -> [SignalRecord] {
        let other = try LiveFixture(count: series.count)
        defer { other.discard() }
        other.feed(bars(Self.warm..<series.count))
        _ = try other.runner.run(at: end)
        return try other.signals()
    }

    var end: Timestamp { series.closedAt[series.count - 1] + .hour }

    func findings(_ kind: String) throws -> [JournalFindingRecord] {
        try journal.findings().filter { $0.kind == kind }
    }
}

/// What two lists of signals say, without when it was written.
func isSame(_ one: [SignalRecord], _ other: [SignalRecord]) -> Bool {
    one.count == other.count
        && zip(one, other).allSatisfy { $0.decidedAt == $1.decidedAt && $0.says(sameAs: $1) }
}
