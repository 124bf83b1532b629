import Trading

/// The conditions of one cell; a missing one is never true.
public struct CellConditions: Sendable {
    /// Where a long position is entered.
    public var enterLong: BitColumn?
    /// Where a long position is left.
    public var exitLong: BitColumn?
    /// Where a short position is entered.
    public var enterShort: BitColumn?
    /// Where a short position is left.
    public var exitShort: BitColumn?

    /// The conditions of a cell.
    public init(
        enterLong: BitColumn? = nil, exitLong: BitColumn? = nil, enterShort: BitColumn? = nil,
        exitShort: BitColumn? = nil
    ) {
        (self.enterLong, self.exitLong) = (enterLong, exitLong)
        (self.enterShort, self.exitShort) = (enterShort, exitShort)
    }

    /// The wishes at the close of a bar.
    func wishes(_ bar: Int) -> Decision.Wishes {
        var wishes: Decision.Wishes = []
        if enterLong?[bar] == true { wishes.insert(.enterLong) }
        if exitLong?[bar] == true { wishes.insert(.exitLong) }
        if enterShort?[bar] == true { wishes.insert(.enterShort) }
        if exitShort?[bar] == true { wishes.insert(.exitShort) }
        return wishes
    }
}
