/// The distance of an account from its earlier peak.
enum Drawdown {
    /// The fraction below the peak at each bar, ≥ 0; the peak is seeded with the starting cash.
    static func fractions(of equity: [Double], cash: Double) -> [Double] {
        var peak = cash
        return equity.map { value in
            guard value.isFinite else { return .nan }
            peak = max(peak, value)
            return peak > 0 ? (peak - value) / peak : 0
        }
    }
}
