/// The return of a calendar month or year.
public struct PeriodReturn: Codable, Sendable, Hashable {
    /// The year of the session dates.
    public let year: Int
    /// The month, 1…12; nil for a whole year.
    public let month: Int?
    /// The strategy's return, as a fraction.
    public let value: Double
    /// That of buying and holding.
    public let held: Double
}
