import MarketData

/// What holds where a file and the stored series have the same bar with other values.
public enum ImportConflict: String, CaseIterable, Sendable {
    /// Neither: the file is refused, and the store stays as it is.
    case refuse
    /// The stored bar; the file adds the bars that the store lacks.
    case keep
    /// The bar of the file; the stored bars that the file lacks stay.
    case replace
    /// The file alone: the stored series is forgotten.
    case fresh
}
