import Database
import MarketData
import Promotions

extension LiveRunner {
    /// Holds the stored history of a series that a lane trades or reads against what the manifest
    /// promised.
    ///
    /// A promotion that never ran here is refused when one bar or action differs: it was judged on
    /// something else. One that has run goes on, because somebody may hold what it told: the
    /// change is told, and everything is computed again. Whatever runs is refused when the bar at
    /// its origin is gone, because nothing can be computed.
    func hold(
        _ lane: Lane, toItsPromise bars: InstrumentBars, hasRun: Bool
    ) throws(LiveError) {
        let (id, manifest) = (lane.promotion.id, lane.promotion.manifest)
        let instruments = bars === lane.own ? manifest.universe : manifest.reads
        guard let promise = instruments.first(where: { $0.symbol == bars.key.symbol }) else {
            throw .promotion(id: id, reason: "\(bars.key.symbol) is not in the manifest")
        }
        let first = Timestamp(microseconds: promise.first)
        let last = Timestamp(microseconds: promise.last)
        guard let found = try bars.promised(from: first, through: last) else {
            throw .promotion(
                id: id,
                reason: "\(promise.symbol) has no bar at its origin, \(first.text), any more; "
                    + "import that history again, or validate and promote anew")
        }
        guard let what = promise.objection(to: found) else { return }
        guard hasRun else {
            throw .promotion(
                id: id, reason: "\(what); import those again, or validate and promote anew")
        }
        batch.findings.append(
            JournalFindingRecord(
                kind: "history", subject: "\(id) \(promise.symbol) \(found.text.prefix(12))",
                time: promise.last,
                text: "\(id): \(what). What it decided is computed again; validate it anew",
                isTold: true))
    }
}
