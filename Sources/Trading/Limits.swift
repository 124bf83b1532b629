/// What bounds a position and an account beside a rule's conditions: the language names it, the
/// session carries it out, for it depends on fills.
public struct Limits: Hashable, Sendable {
    /// How far a price has gone in favour of a position.
    public enum Advance: Hashable, Sendable {
        /// A fraction of the entry price.
        case gain(Double)
        /// A multiple of the distance between the entry and its first stop.
        case risk(Double)
    }

    /// Further entries into a position that goes well.
    public struct ScaleIn: Hashable, Sendable {
        /// The entries in all, the first included.
        public let units: Int
        /// How far the close has to lie beyond the last of them.
        public let every: Advance

        /// As many entries as `units`, each as large as the first.
        public init(units: Int, every: Advance) { (self.units, self.every) = (units, every) }
    }

    /// A part of a position that is taken home at a price.
    public struct ScaleOut: Hashable, Sendable {
        /// How far the price has to go from the entry.
        public let at: Advance
        /// The share of the largest position that leaves.
        public let share: Double

        /// A share that leaves at a price.
        public init(at: Advance, share: Double) { (self.at, self.share) = (at, share) }
    }

    /// Leaves a position at the open that follows so many bars in it; nil for never.
    public var maxBars: Int?
    /// The bars, that of the exit included, at whose closes no entry is decided.
    public var coolDown: Int
    /// Moves the stop to the entry price once the price has gone so far; nil for never.
    public var breakEven: Advance?
    /// Leaves, and enters no more in the same session, where a close has lost this fraction of the
    /// equity since the session before; nil for no limit.
    public var dailyLoss: Double?
    /// Leaves, and enters no more, where a bar closes at most so many minutes before the end of
    /// its session: as many as leave one more bar to trade in. Nil for never; bars of a day or
    /// longer always end with their session.
    public var minutesBeforeClose: Int?
    /// Further entries; nil for none.
    public var scaleIn: ScaleIn?
    /// What is taken home on the way, nearest first.
    public var scaleOut: [ScaleOut]
    /// The most instruments that one account for several holds at once; nil for no limit. An
    /// account of one instrument knows no other.
    public var maxPositions: Int?

    /// No limits but those that are given.
    public init(
        maxBars: Int? = nil, coolDown: Int = 0, breakEven: Advance? = nil,
        dailyLoss: Double? = nil, minutesBeforeClose: Int? = nil, scaleIn: ScaleIn? = nil,
        scaleOut: [ScaleOut] = [], maxPositions: Int? = nil
    ) {
        demand(maxBars ?? 1 >= 1, "maxBars must be ≥ 1, was \(maxBars ?? 0)")
        demand(coolDown >= 0, "coolDown must be ≥ 0, was \(coolDown)")
        demand(
            (0..<1).contains(dailyLoss ?? 0) && dailyLoss != 0,
            "dailyLoss is a fraction above 0 and below 1, was \(dailyLoss ?? 0)")
        demand(
            minutesBeforeClose ?? 1 >= 1,
            "minutesBeforeClose must be ≥ 1, was \(minutesBeforeClose ?? 0)")
        demand(
            scaleIn?.units ?? 2 >= 2, "scaleIn takes ≥ 2 units, was \(scaleIn?.units ?? 0)")
        demand(
            scaleOut.allSatisfy { $0.share > 0 && $0.share <= 1 },
            "the share of a scaleOut is above 0 and at most 1")
        demand(maxPositions ?? 1 >= 1, "maxPositions must be ≥ 1, was \(maxPositions ?? 0)")
        (self.maxBars, self.coolDown, self.breakEven) = (maxBars, coolDown, breakEven)
        (self.dailyLoss, self.minutesBeforeClose) = (dailyLoss, minutesBeforeClose)
        (self.scaleIn, self.scaleOut, self.maxPositions) = (scaleIn, scaleOut, maxPositions)
    }

    /// True where an advance is counted in risks, so that a stop is needed.
    package var needsStop: Bool {
        let advances = [breakEven, scaleIn?.every].compactMap(\.self) + scaleOut.map(\.at)
        return advances.contains { if case .risk = $0 { true } else { false } }
    }
}
