import MarketData

/// What a source has done to its prices, as its owner states it.
public enum BasisKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// As traded.
    case raw
    /// Divided by every split up to the last row.
    case splits
    /// Also adjusted for every dividend up to the last row.
    case total
    /// No prices, but other numbers, one at each time.
    case values

    /// Those of prices.
    public static let ofPrices: [BasisKind] = [.raw, .splits, .total]

    /// The basis of a series whose last bar is known.
    public func basis(asOf last: Timestamp) -> PriceBasis {
        switch self {
        case .raw: .raw
        case .splits: .splits(asOf: last)
        case .total: .total(asOf: last)
        case .values: .values
        }
    }
}

extension PriceBasis {
    /// What the source has done, whatever the date.
    public var kind: BasisKind {
        switch self {
        case .raw: .raw
        case .splits: .splits
        case .total: .total
        case .values: .values
        }
    }

    /// `raw`, `splits@2023-09-21`, `total@2023-09-21` or `values`.
    public var text: String {
        switch self {
        case .raw: "raw"
        case .splits(let asOf): "splits@\(asOf.text)"
        case .total(let asOf): "total@\(asOf.text)"
        case .values: "values"
        }
    }

    /// A basis from its text; nil when it is none.
    public init?(text: String) {
        let parts = text.split(separator: "@", maxSplits: 1)
        let kind = parts.first.flatMap { BasisKind(rawValue: String($0)) }
        guard let kind else { return nil }
        if parts.count == 1, kind == .raw || kind == .values {
            self = kind == .raw ? .raw : .values
            return
        }
        guard parts.count == 2, let asOf = Timestamp(iso8601: parts[1]) else { return nil }
        self = kind.basis(asOf: asOf)
    }

    /// The actions that prices of this basis do not contain yet, in the share basis of the prices:
    /// a dividend is listed as it was paid, so each contained split after it divides it.
    public func pending(_ listed: [CorporateAction]) -> [CorporateAction] {
        let splits = listed.filter { $0.isSplit && contains($0) }
        return listed.filter { !contains($0) }.map { action in
            guard case .dividend(let amount) = action.kind else { return action }
            let later = splits.filter { $0.exDate > action.exDate }
            return CorporateAction(
                exDate: action.exDate,
                kind: .dividend(amount: later.reduce(amount) { $0 / $1.splitRatio }))
        }
    }

    /// True when prices of this basis contain an action already.
    public func contains(_ action: CorporateAction) -> Bool {
        switch self {
        case .raw: false
        case .splits(let asOf): action.isSplit && action.exDate <= asOf
        case .total(let asOf): action.exDate <= asOf
        case .values: true
        }
    }
}

extension CorporateAction {
    /// New shares for an old one; 1 for a dividend.
    fileprivate var splitRatio: Double {
        if case .split(let new, let old) = kind { Double(new) / Double(old) } else { 1 }
    }
}
