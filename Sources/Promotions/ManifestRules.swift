import Trading

/// The terms of trading in full, in words that a person can read and a program reads back.
public struct ManifestRules: Hashable, Sendable, Codable {
    /// The starting cash.
    public let cash: Double
    /// `all-in`, `fraction:0.5`, `fixed:100`, `cash:5000`, `equity:0.1`,
    /// `risk:0.01` or `weight`.
    public let size: String
    /// True when quantities are whole units.
    public let wholeUnits: Bool
    /// A fraction of the amount.
    public let commissionRate: Double
    /// Money an order.
    public let commissionFixed: Double
    /// Money a unit.
    public let commissionPerUnit: Double
    /// The fraction of the price that market and stop fills lose.
    public let slippage: Double
    /// `next-open`, `same-close` or `same-close-booked-later`.
    public let fill: String
    /// `none`, `percent:0.05`, `distance`, `price`, `trailing-percent:0.05`, `trailing-distance` or
    /// `chandelier`.
    public let stop: String
    /// The same for the target, which follows nothing.
    public let target: String
    /// True when stop and target work on the entry's bar.
    public let protectsEntryBar: Bool
    /// True when a size beyond the cash is cut instead of rejected.
    public let cutsToCash: Bool
    /// What bounds a position and an account beside, in words; nil where nothing does.
    public let limits: String?

    /// The terms of a session.
    public init(_ rules: TradingRules) {
        (cash, wholeUnits, slippage) = (rules.cash, rules.isWholeUnits, rules.slippage)
        commissionRate = rules.commission.rate
        commissionFixed = rules.commission.fixed
        commissionPerUnit = rules.commission.perUnit
        (fill, stop, target) = (rules.fill.rawValue, rules.stop.words, rules.target.words)
        (protectsEntryBar, cutsToCash) = (rules.protectsEntryBar, rules.cutsToCash)
        limits = rules.limits.words.isEmpty ? nil : rules.limits.words
        size =
            switch rules.sizing {
            case .allIn: "all-in"
            case .fraction(let value): "fraction:\(value)"
            case .fixed(let value): "fixed:\(value)"
            case .cash(let value): "cash:\(value)"
            case .equity(let value): "equity:\(value)"
            case .risk(let value): "risk:\(value)"
            case .weight: "weight"
            }
    }

    /// The terms as a session takes them; nil, with the field's name, where one makes no sense.
    public func rules() -> Result<TradingRules, ManifestFieldError> {
        guard cash > 0, cash.isFinite else { return .failure(.init("rules.cash", "\(cash)")) }
        guard (0..<1).contains(slippage) else {
            return .failure(.init("rules.slippage", "\(slippage)"))
        }
        guard (0..<1).contains(commissionRate), commissionFixed >= 0, commissionPerUnit >= 0
        else { return .failure(.init("rules.commission", "\(commissionRate)")) }
        guard let sizing = TradingRules.Sizing(words: size) else {
            return .failure(.init("rules.size", size))
        }
        guard let fill = TradingRules.Fill(rawValue: fill) else {
            return .failure(.init("rules.fill", self.fill))
        }
        guard let stop = TradingRules.Level(words: stop) else {
            return .failure(.init("rules.stop", self.stop))
        }
        guard let target = TradingRules.Level(words: target), !target.follows else {
            return .failure(.init("rules.target", self.target))
        }
        guard let limits = Limits(words: limits ?? "") else {
            return .failure(.init("rules.limits", limits ?? ""))
        }
        var rules = TradingRules()
        (rules.cash, rules.sizing, rules.isWholeUnits) = (cash, sizing, wholeUnits)
        rules.commission = Commission(
            rate: commissionRate, fixed: commissionFixed, perUnit: commissionPerUnit)
        (rules.slippage, rules.fill, rules.stop, rules.target) = (slippage, fill, stop, target)
        (rules.protectsEntryBar, rules.cutsToCash) = (protectsEntryBar, cutsToCash)
        rules.limits = limits
        return .success(rules)
    }
}

extension TradingRules.Level {
    fileprivate var words: String {
        switch self {
        case .none: "none"
        case .percent(let fraction): "percent:\(fraction)"
        case .distance: "distance"
        case .price: "price"
        case .trailingPercent(let fraction): "trailing-percent:\(fraction)"
        case .trailingDistance: "trailing-distance"
        case .chandelier: "chandelier"
        }
    }

    fileprivate init?(words: String) {
        switch words {
        case "none": self = .none
        case "distance": self = .distance
        case "price": self = .price
        case "trailing-distance": self = .trailingDistance
        case "chandelier": self = .chandelier
        default:
            if let value = value(of: words, named: "percent") {
                self = .percent(value)
            } else if let value = value(of: words, named: "trailing-percent") {
                self = .trailingPercent(value)
            } else {
                return nil
            }
        }
    }
}

extension TradingRules.Sizing {
    fileprivate init?(words: String) {
        if words == "all-in" {
            self = .allIn
        } else if words == "weight" {
            self = .weight
        } else if let value = value(of: words, named: "cash") {
            self = .cash(value)
        } else if let value = value(of: words, named: "fraction") {
            self = .fraction(value)
        } else if let value = value(of: words, named: "equity"), value <= 1 {
            self = .equity(value)
        } else if let value = value(of: words, named: "fixed") {
            self = .fixed(value)
        } else if let value = value(of: words, named: "risk") {
            self = .risk(fraction: value)
        } else {
            return nil
        }
    }
}

/// The positive number in `name:number`.
private func value(of words: String, named name: String) -> Double? {
    let parts = words.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0] == name, let value = Double(parts[1]), value > 0,
        value.isFinite
    else { return nil }
    return value
}
