import MarketData
import Promotions

extension LiveRunner {
    /// Evaluates those promotions from now on whose bars can be read: trouble with one instrument
    /// stops only what trades or reads it.
    ///
    /// - Returns: an error for each of the others, with its id, the instrument and the reason.
    /// - Throws: what `load` throws for any other cause.
    public func loadReadable(
        _ new: [Promotion], now: Timestamp
    ) throws(LiveError) -> [LiveError] {
        var (left, stopped) = (new, [LiveError]())
        while true {
            do throws(LiveError) {
                try load(left, now: now)
                return stopped
            } catch {
                guard case .bars(let symbol, let reason) = error else { throw error }
                let troubled = left.filter { $0.reads(symbol) }
                guard !troubled.isEmpty else { throw error }
                stopped += troubled.map { .promotion(id: $0.id, reason: "\(symbol): \(reason)") }
                left.removeAll { $0.reads(symbol) }
            }
        }
    }
}

extension Promotion {
    /// True when it trades an instrument or reads it beside what it trades.
    fileprivate func reads(_ symbol: String) -> Bool {
        (manifest.universe + manifest.reads).contains { $0.symbol == symbol }
    }
}
