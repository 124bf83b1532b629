/// One column of a bar.
public enum Field: Int, CaseIterable, Hashable, Sendable {
    /// The first price.
    case open
    /// The highest price.
    case high
    /// The lowest price.
    case low
    /// The last price.
    case close
    /// The units traded.
    case volume
}
