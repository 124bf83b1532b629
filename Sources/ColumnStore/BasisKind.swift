import MarketData

/// What a source has done to its prices, as its owner states it.
public enum BasisKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// As traded.
    case raw
    /// Divided by every split up to the last row.
    case splits
    /// Also adjusted for every dividend up to the last row.
    case total

    /// The basis of a series whose last bar is known.
    public func basis(asOf last: Timestamp) -> PriceBasis {
        switch self {
        case .raw: .raw
        case .splits: .splits(asOf: last)
        case .total: .total(asOf: last)
        }
    }
}

extension PriceBasis {
    /// `raw`, `splits@2023-09-21` or `total@2023-09-21`.
    public var text: String {
        switch self {
        case .raw: "raw"
        case .splits(let asOf): "splits@\(asOf.text)"
        case .total(let asOf): "total@\(asOf.text)"
        }
    }

    /// A basis from its text; nil when it is none.
    public init?(text: String) {
        let parts = text.split(separator: "@", maxSplits: 1)
        let kind = parts.first.flatMap { BasisKind(rawValue: String($0)) }
        guard let kind else { return nil }
        if kind == .raw, parts.count == 1 {
            self = .raw
            return
        }
        guard parts.count == 2, let asOf = Timestamp(iso8601: parts[1]) else { return nil }
        self = kind.basis(asOf: asOf)
    }

    /// True when prices of this basis contain an action already.
    public func contains(_ action: CorporateAction) -> Bool {
        switch self {
        case .raw: false
        case .splits(let asOf): action.isSplit && action.exDate <= asOf
        case .total(let asOf): action.exDate <= asOf
        }
    }
}
