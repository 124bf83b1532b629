/// What `bench runner` measured.
struct RunnerFigures: Encodable {
    var symbols = 0
    var strategies = 0
    var sessions = 0
    /// Decisions taken while catching up.
    var decisions = 0
    /// The first start, with one session of history.
    var startMilliseconds = 0.0
    /// The signals among them.
    var caughtUpSignals = 0
    /// (strategy, bar)/s of processor time: reading the store, evaluating, storing signals with
    /// their messages, delivering these.
    var evaluationsPerSecond = 0.0
    /// The same by the clock on the wall, which waits for the disk and for other programs.
    var evaluationsPerWallSecond = 0.0
    /// A start after the last session: every history is computed again.
    var restartMilliseconds = 0.0
    /// The bars that came one by one, from the instant each was due until all it caused was
    /// stored and delivered.
    var singleBars = 0
    var barsPerSecond = 0.0
    var latencyMedianMilliseconds = 0.0
    var latencyP99Milliseconds = 0.0
    var latencyWorstMilliseconds = 0.0
    var signals = 0
    /// The largest resident memory while catching up, while starting again, and afterwards.
    var catchUpMegabytes = 0.0
    var restartMegabytes = 0.0
    var liveMegabytes = 0.0

    enum CodingKeys: String, CodingKey {
        case symbols, strategies, sessions, decisions, signals
        case caughtUpSignals = "caught_up_signals"
        case evaluationsPerWallSecond = "evaluations_per_wall_second"
        case startMilliseconds = "start_milliseconds"
        case evaluationsPerSecond = "evaluations_per_second"
        case restartMilliseconds = "restart_milliseconds"
        case singleBars = "single_bars"
        case barsPerSecond = "bars_per_second"
        case latencyMedianMilliseconds = "bar_to_outbox_p50_milliseconds"
        case latencyP99Milliseconds = "bar_to_outbox_p99_milliseconds"
        case latencyWorstMilliseconds = "bar_to_outbox_max_milliseconds"
        case catchUpMegabytes = "catch_up_peak_megabytes"
        case restartMegabytes = "restart_peak_megabytes"
        case liveMegabytes = "live_peak_megabytes"
    }

    var text: String {
        func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
        return """
            \(symbols) symbols, \(strategies) strategies, \(sessions) sessions of New York minutes
            start          \(rounded(startMilliseconds)) ms
            evaluation     \(Int(evaluationsPerSecond)) (strategy, bar)/s of processor time, \
            \(Int(evaluationsPerWallSecond))/s by the clock, over \(decisions) with \
            \(caughtUpSignals) signals, peak \(rounded(catchUpMegabytes)) MB
            start again    \(rounded(restartMilliseconds)) ms, peak \(rounded(restartMegabytes)) MB
            bar to outbox  p50 \(rounded(latencyMedianMilliseconds)) ms, \
            p99 \(rounded(latencyP99Milliseconds)) ms, \
            worst \(rounded(latencyWorstMilliseconds)) ms over \(singleBars) bars at \
            \(rounded(barsPerSecond))/s, \(signals) signals, peak \(rounded(liveMegabytes)) MB
            """
    }
}
