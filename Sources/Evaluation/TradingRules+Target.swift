import Signals
import Trading

extension TradingRules {
    /// These rules with the stop, target and size that a compiled target asks for; `size`, where
    /// it is given, takes the place of the target's own.
    public func applying(_ target: Plan.Target, size: Size? = nil) -> TradingRules {
        var rules = self
        rules.stop = Level(target.stop)
        rules.target = Level(target.target)
        rules.sizing = Sizing(size ?? target.size)
        (rules.limits, rules.band) = (target.limits, target.band)
        return rules
    }
}

extension TradingRules.Level {
    init(_ level: Plan.Target.Level) {
        switch level {
        case .none: self = .none
        case .percent(let fraction): self = .percent(fraction)
        case .distance: self = .distance
        case .price: self = .price
        case .trailingPercent(let fraction): self = .trailingPercent(fraction)
        case .trailingDistance: self = .trailingDistance
        case .chandelier: self = .chandelier
        }
    }
}

extension TradingRules.Sizing {
    init(_ size: Size) {
        switch size {
        case .allIn: self = .allIn
        case .fraction(let fraction): self = .fraction(fraction)
        case .fixed(let quantity): self = .fixed(quantity)
        case .cash(let amount): self = .cash(amount)
        case .equity(let share): self = .equity(share)
        case .risk(let fraction): self = .risk(fraction: fraction)
        case .weight: self = .weight
        }
    }
}

extension Plan.Target {
    /// The wishes of one lane, from the truths of the condition nodes.
    @inline(__always)
    func wishes(_ isTrue: (Int) -> Bool) -> Decision.Wishes {
        var wishes: Decision.Wishes = []
        if let sessionStart, isTrue(sessionStart) { wishes.insert(.sessionStart) }
        if let rebalance, isTrue(rebalance) { wishes.insert(.rebalance) }
        if let long {
            if isTrue(long.enter) { wishes.insert(.enterLong) }
            if isTrue(long.exit) { wishes.insert(.exitLong) }
        }
        if let short {
            if isTrue(short.enter) { wishes.insert(.enterShort) }
            if isTrue(short.exit) { wishes.insert(.exitShort) }
        }
        return wishes
    }
}
