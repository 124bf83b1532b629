import Database
import MarketData
import Promotions

extension LiveRunner {
    /// Evaluates those promotions from now on that can be: what is wrong with one, or with an
    /// instrument, stops only that promotion, or those that trade or read the instrument. It is
    /// told once a day.
    ///
    /// - Returns: an error for each of the others, with its id, the instrument and the reason.
    /// - Throws: what `load` throws for any other cause; what ran before then runs on.
    public func loadReadable(
        _ new: [Promotion], now: Timestamp
    ) throws(LiveError) -> [LiveError] {
        var (left, stopped) = (new, [LiveError]())
        while true {
            do throws(LiveError) {
                try load(left, now: now)
                break
            } catch {
                let troubled = left.filter { $0.isStopped(by: error) }
                guard !troubled.isEmpty else { throw error }
                stopped += troubled.map { .promotion(id: $0.id, reason: error.reason) }
                left.removeAll { $0.isStopped(by: error) }
            }
        }
        let ended = Set(new.filter { $0.expires <= now }.map(\.id))
        for error in stopped where error.promotion.map(ended.contains) ?? false {
            // It is tried as long as a bar of before its expiry may come, and told once.
            batch.findings.append(
                JournalFindingRecord(
                    kind: "stopped", subject: error.description, time: 0, text: "\(error)",
                    isTold: true))
        }
        for error in stopped where !(error.promotion.map(ended.contains) ?? false) {
            tellToday("stopped", error.description, "\(error); the others run", now: now)
        }
        do throws(LiveError) { try commit() } catch {
            (batch, toldToday) = (JournalBatch(), [:])
            throw error
        }
        return stopped
    }
}

extension LiveError {
    /// What is wrong, without the promotion.
    fileprivate var reason: String {
        if case .promotion(_, let reason) = self { reason } else { description }
    }
}

extension Promotion {
    /// True when an error is about the promotion or about an instrument that it trades or reads.
    fileprivate func isStopped(by error: LiveError) -> Bool {
        switch error {
        case .promotion(let id, _): id == self.id
        case .bars(let symbol, _):
            (manifest.universe + manifest.reads).contains { $0.symbol == symbol }
        default: false
        }
    }
}
