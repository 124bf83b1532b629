/// Which adjustment a run asks for: `--adjusted splits|none|total`.
public enum AdjustmentView: String, CaseIterable, Hashable, Sendable, Codable {
    /// Signals see split-adjusted prices; the ledger holds raw prices, splits and dividends.
    case splits
    /// The file's prices as they are; no action is applied or credited.
    case none
    /// Prices that include every dividend; the ledger credits none again.
    case total
}
