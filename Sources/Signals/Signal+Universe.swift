import Kernels
import Trading

/// What a signal is beside that of the other instruments of the universe: all that is stored of the
/// run's interval, or what `--universe` names, whichever of them are traded.
///
/// The universe is compared once a session, when the last of its exchanges has closed, and bars
/// shorter than a day whenever some of them close. Only members with a bar of that session, or
/// that closes then, take part, and only where their value is known. Each instrument sees at its
/// close the last comparison that had been made by then, and what one said stays said.
extension Signal {
    /// The place among all, from 1 for the least; equal ones share the mean of their places.
    public func rankedAcrossUniverse() -> Signal { across(.rank) }

    /// The place over the number of members, above 0 and up to 1.
    public func percentileAcrossUniverse() -> Signal { across(.percentile) }

    /// The distance from the mean of all, in their population deviations.
    public func zScoreAcrossUniverse() -> Signal { across(.zScore) }

    /// The distance from the mean of all: what is left when the universe as a whole is taken out.
    public func neutralized() -> Signal { across(.demean) }

    /// The mean of all.
    public func meanAcrossUniverse() -> Signal { across(.mean) }

    /// The share in the sum of all magnitudes: weights whose magnitudes add up to 1.
    public func shareOfUniverse() -> Signal { across(.share) }

    /// The value, kept between two quantiles of all.
    public func winsorizedAcrossUniverse(lower: Double = 0.05, upper: Double = 0.95) -> Signal {
        demand(
            0 <= lower && lower <= upper && upper <= 1,
            "quantiles are 0 ≤ lower ≤ upper ≤ 1, were \(lower) and \(upper)")
        return across(.winsorize(lower: lower, upper: upper))
    }

    /// True for the `count` greatest of all. Equal values across the border are left out: there
    /// are never more.
    public func isTop(_ count: Int) -> Condition {
        demand(count >= 1, "the top has at least 1 member, was \(count)")
        return across(.placeFromTop) <= Signal(Double(count))
    }

    /// True for the `count` least of all; likewise.
    public func isBottom(_ count: Int) -> Condition { (-self).isTop(count) }

    private func across(_ section: CrossSection) -> Signal { Signal(.across(section), [self]) }
}

extension Condition {
    /// The share of the universe for which it is true, 0…1, of those for which it is known.
    public func shareOfUniverse() -> Signal {
        Signal.when(self, then: 1, else: 0).meanAcrossUniverse()
    }
}
