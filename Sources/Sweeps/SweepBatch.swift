/// What a batch of cells has come to.
public struct SweepBatch: Sendable {
    /// The figures of each cell over all instruments.
    public internal(set) var figures: [CellFigures]
    /// The backtests by the name of their path.
    public internal(set) var paths: [String: Int] = [:]
    /// The backtests that left their path for the session.
    public internal(set) var fallbacks = 0
    /// Why a backtest did not take the fastest path, in words; the first reason met.
    public internal(set) var reason: String?

    init(count: Int) { figures = Array(repeating: CellFigures(), count: count) }

    mutating func count(_ path: SweepPath, times: Int = 1) {
        paths[path.name, default: 0] += times
        guard reason == nil else { return }
        switch path {
        case .events: break
        case .lanes(let why), .reference(let why): reason = why.description
        }
    }
}
