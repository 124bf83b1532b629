import Signals

/// Holds from November to April: "sell in May and go away".
///
/// - Rule: enters while the month is `first` or later, or before `last`; leaves from month `last`
///   on.
/// - Idea: in most countries and centuries the winter half has earned nearly all; nobody knows why.
/// - Breaks: two trades a year prove little within a life, and summers of great rises are missed.
/// - Source: Bouman, Jacobsen, American Economic Review 92 (5), 2002.
public struct WinterSeason: Strategy {
    @Parameter(7...12) var first = 11
    @Parameter(2...6) var last = 5

    /// The rule with its defaults.
    public init() {}

    /// Enters in autumn, leaves in spring.
    public func target(_ bars: Bars) -> TargetExposure {
        let month = bars.yearMonth
        let isWinter = month >= Signal(Double(first)) || month < Signal(Double(last))
        return .long(enter: isWinter, exit: !isWinter)
    }
}
