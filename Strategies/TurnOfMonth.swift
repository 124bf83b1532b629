import Signals

/// Holds over the turn of the month.
///
/// - Rule: enters at a close that leaves at most `before` sessions in the month, so that the last
///   ones are held from their open; leaves at the close of the session `after` of the next month.
/// - Idea: wages and pensions are invested around the first, and funds buy to show for the month.
/// - Breaks: an effect that everybody knows; and costs, twelve times a year.
/// - Source: Lakonishok, Smidt, Review of Financial Studies 1 (4), 1988.
public struct TurnOfMonth: Strategy {
    @Parameter(0...10) var before = 1
    @Parameter(1...10) var after = 3

    /// The rule with its defaults.
    public init() {}

    /// Enters near the end of the month, leaves soon after its turn.
    public func target(_ bars: Bars) -> TargetExposure {
        let isEnding = bars.sessionsLeftInMonth <= Signal(Double(before))
        let isOver = bars.sessionOfMonth >= Signal(Double(after))
        return .long(enter: isEnding, exit: isOver && !isEnding)
    }
}
