/// Which side an account is on, or will be once its order has filled.
public enum Stance: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing is held.
    case flat
    /// Units are held.
    case long
    /// Units are owed.
    case short

    /// The side of a signed quantity.
    public init(direction: Double) {
        self = direction > 0 ? .long : direction < 0 ? .short : .flat
    }
}
