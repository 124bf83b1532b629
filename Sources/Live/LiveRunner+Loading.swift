import Database
import MarketData
import Promotions

extension LiveRunner {
    /// Makes the lanes of promotions, and computes what those decided that are new.
    func build(_ promotions: [Promotion], now: Timestamp) throws(LiveError) {
        let checkpoints = try journaled { () throws(DatabaseError) in try journal.checkpoints() }
        var known: [String: CheckpointRecord] = [:]
        for checkpoint in checkpoints {
            known["\(checkpoint.promotion) \(checkpoint.symbol)"] = checkpoint
        }
        let before = Set(instruments.keys)
        try open(promotions, known, now: now)
        var built: [Lane] = []
        var fresh: [Lane] = []
        for promotion in promotions {
            for instrument in promotion.manifest.universe {
                let present = lanes.first {
                    $0.promotion.id == promotion.id && $0.own.key.symbol == instrument.symbol
                }
                if let present {
                    built.append(present)
                    continue
                }
                let lane = try lane(promotion, instrument)
                built.append(lane)
                fresh.append(lane)
            }
        }
        lanes = built
        route()
        // One instrument after the other, so that one history is in memory at a time.
        var open: InstrumentBars?
        for lane in fresh.sorted(by: { $0.own.rank < $1.own.rank }) {
            if let open, open !== lane.own { open.close() }
            open = lane.own
            try start(lane, known["\(lane.promotion.id) \(lane.own.key.symbol)"], now: now)
        }
        for bars in ranked { bars.close() }
        // What the feeds gave of a series that nobody read is lost: they give it again.
        if !before.isSuperset(of: instruments.keys) { feeds.forEach { $0.rewind() } }
    }

    /// Opens the series that promotions trade and read.
    ///
    /// The bars of the file count up to the last decision that any of them took; what the file has
    /// beyond comes by the feed.
    private func open(
        _ promotions: [Promotion], _ known: [String: CheckpointRecord], now: Timestamp
    ) throws(LiveError) {
        var until: [SeriesKey: Timestamp] = [:]
        for promotion in promotions {
            let all = promotion.manifest.universe + promotion.manifest.reads
            let decided = promotion.manifest.universe.compactMap {
                known["\(promotion.id) \($0.symbol)"]?.decidedAt
            }.max()
            for instrument in all {
                let key = SeriesKey(symbol: instrument.symbol, interval: promotion.interval)
                let calendar = Calendar.named(instrument.calendar) ?? .continuous
                let made = BarSchedule(interval: promotion.interval, calendar: calendar)
                    .closedAt(ofBarAt: Timestamp(microseconds: instrument.last))
                let instant = max(made, Timestamp(microseconds: decided ?? .min))
                until[key] = max(until[key] ?? instant, instant)
            }
        }
        var opened: [SeriesKey: InstrumentBars] = [:]
        for (key, instant) in until.sorted(by: { $0.key < $1.key }) {
            if let present = instruments[key] {
                opened[key] = present
                continue
            }
            let records = try journaled { () throws(DatabaseError) in
                try journal.bars(symbol: key.symbol, interval: key.interval.microseconds)
            }
            let tail = records.map(\.bar)
            var revisions = try journaled { () throws(DatabaseError) in
                try journal.foldedRevisions(
                    symbol: key.symbol, interval: key.interval.microseconds)
            }
            for record in records { revisions[record.time] = record.revision }
            let bars = try InstrumentBars(
                key, archive, closedBy: instant, tail: tail,
                revisions: Dictionary(
                    uniqueKeysWithValues: revisions.map {
                        (Timestamp(microseconds: $0.key), $0.value)
                    }))
            try takeStated(bars, now: now)
            // It is opened again when its lanes start: all at once would not fit the memory.
            bars.close()
            opened[key] = bars
        }
        instruments = opened
    }

    private func lane(
        _ promotion: Promotion, _ instrument: ManifestInstrument
    ) throws(LiveError) -> Lane {
        func bars(_ symbol: String) throws(LiveError) -> InstrumentBars {
            let key = SeriesKey(symbol: symbol, interval: promotion.interval)
            guard let bars = instruments[key] else {
                throw .promotion(id: promotion.id, reason: "\(symbol) is not in the manifest")
            }
            return bars
        }
        var others: [(symbol: String, bars: InstrumentBars)] = []
        for symbol in promotion.plan.symbols { others.append((symbol, try bars(symbol))) }
        return Lane(promotion, instrument, own: try bars(instrument.symbol), others: others)
    }

    /// Brings a new lane to where it was, and queues what has come since.
    ///
    /// A checkpoint of another plan, origin or engine is not believed: the history is replayed
    /// and what it says is compared with what was stored.
    private func start(
        _ lane: Lane, _ checkpoint: CheckpointRecord?, now: Timestamp
    ) throws(LiveError) {
        for bars in [lane.own] + lane.others.map(\.bars) {
            try hold(lane, toItsPromise: bars, hasRun: checkpoint != nil)
        }
        let through = max(
            lane.liveAfter, Timestamp(microseconds: checkpoint?.barTime ?? .min))
        try reconcile(lane, through: through, now: now)
        guard !lane.isHalted else { return }
        if let checkpoint { check(lane, against: checkpoint) }
        let accepted = try lane.own.accepted(through: lane.own.last.time).series
        let first = accepted.firstRow(
            notBefore: Timestamp(microseconds: through.microseconds + 1))
        lane.queue = (first..<accepted.count).map { accepted[$0] }
    }

    private func check(_ lane: Lane, against checkpoint: CheckpointRecord) {
        let present = lane.checkpoint(engine: settings.engine)
        let isSameMaker =
            checkpoint.plan == present.plan && checkpoint.engine == present.engine
            && checkpoint.origin == present.origin
        let isSameState =
            checkpoint.barTime == present.barTime
            && checkpoint.equity.bitPattern == present.equity.bitPattern
        guard !isSameMaker || !isSameState else { return }
        let what =
            isSameMaker
            ? "its bars have changed since; the history was computed again"
            : "it was made by another plan, engine or origin; the history was replayed"
        batch.findings.append(
            JournalFindingRecord(
                kind: "checkpoint", subject: "\(lane.promotion.id) \(lane.own.key.symbol)",
                time: checkpoint.barTime,
                text: "\(lane.promotion.id) \(lane.own.key.symbol): the checkpoint is discarded: "
                    + what, isTold: !isSameMaker))
    }
}

extension JournalBarRecord {
    /// The bar of a record.
    var bar: Bar {
        Bar(
            time: Timestamp(microseconds: time), open: values[0], high: values[1], low: values[2],
            close: values[3], volume: values[4])
    }
}
