import Signals

/// Holds above the cloud.
///
/// - Rule: enters as the close lies above both spans, as they are drawn at this bar, with the
///   conversion line above the base line; leaves as the close comes to lie below the base line.
///   The spans of `base` bars ago are those drawn here; the lagging line is not used.
/// - Idea: the middle of a range is its balance; above the balances of three horizons is a rise.
/// - Breaks: ranges narrower than the cloud, and sharp turns: the cloud lies a month behind.
/// - Source: Hosoda, Ichimoku Kinkō Hyō, 1969; Elliott, Ichimoku Charts, 2007.
public struct IchimokuCloud: Strategy {
    @Parameter(2...100) var conversion = 9
    @Parameter(3...200) var base = 26
    @Parameter(4...400) var span = 52

    /// The rule with its defaults.
    public init() {}

    /// Enters above the cloud with rising lines, leaves below the base line.
    public func target(_ bars: Bars) -> TargetExposure {
        let lines = bars.ichimoku(conversion: conversion, base: base, span: span)
        let isAbove =
            bars.close > lines.spanA.lagged(by: base) && bars.close > lines.spanB.lagged(by: base)
        return .long(
            enter: (isAbove && lines.conversion > lines.base).begins,
            exit: bars.close.crosses(below: lines.base))
    }
}
