/// What has been done to the prices of a series.
public enum PriceBasis: Hashable, Sendable, Codable {
    /// As traded.
    case raw
    /// Divided by every split up to an instant.
    case splits(asOf: Timestamp)
    /// Also multiplied by the factor of every dividend up to an instant.
    case total(asOf: Timestamp)
    /// No prices, but other numbers, one at each time.
    case values
}
