import Database
import MarketData

extension LiveRunner {
    /// Holds what a computation would tell against the prices at which it was told, and against
    /// the stored bars that it was computed from: by a file in another unit nothing is mended.
    ///
    /// - Parameters:
    ///   - changed: what would be told, each with the price at which it was told before.
    ///   - lane: who would tell it.
    /// - Throws: an error about the series, which stops the promotions that trade or read it and
    ///   lets the others run; what was told stands.
    func requireBelievable(
        _ changed: [(record: SignalRecord, told: Double?)], _ lane: Lane
    ) throws(LiveError) {
        guard !changed.isEmpty else { return }
        let limit = settings.jumpLimit
        for (record, told) in changed {
            guard let price = record.price, let before = told,
                price > before * limit || price < before / limit
            else { continue }
            let time = Timestamp(microseconds: record.barTime)
            throw restated(lane.own, time, price, price / before, "that of the signal told on it")
        }
        for bars in [lane.own] + lane.others.map(\.bars) {
            guard
                let (bar, ratio) = try bars.unexplained(
                    after: lane.liveAfter, through: lane.last.time, limit: limit)
            else { continue }
            throw restated(bars, bar.time, bar.close, ratio, "the close before")
        }
    }

    private func restated(
        _ bars: InstrumentBars, _ time: Timestamp, _ close: Double, _ ratio: Double, _ what: String
    ) -> LiveError {
        .bars(
            symbol: bars.key.symbol,
            reason: "the stored bar of \(time.text) has now the close \(close), \(ratio) times "
                + "\(what). What was told stands, and nothing is decided on it: import the true "
                + "bars or the split, or raise --jump-limit if the price is true")
    }
}
