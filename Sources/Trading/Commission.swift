/// What a broker takes for one order.
public struct Commission: Hashable, Sendable, Codable {
    /// A fraction of the amount traded.
    public let rate: Double
    /// Money for each order.
    public let fixed: Double
    /// Money for each unit.
    public let perUnit: Double

    /// A commission from its parts; they add up.
    public init(rate: Double = 0, fixed: Double = 0, perUnit: Double = 0) {
        precondition(rate >= 0 && rate < 1, "a commission rate lies in 0..<1, was \(rate)")
        precondition(fixed >= 0, "a fixed commission must be ≥ 0, was \(fixed)")
        precondition(perUnit >= 0, "a commission per unit must be ≥ 0, was \(perUnit)")
        (self.rate, self.fixed, self.perUnit) = (rate, fixed, perUnit)
    }

    /// The commission of a second part of one order, which pays no money for the order again.
    var ofLaterPart: Commission { Commission(rate: rate, perUnit: perUnit) }

    /// The fee of an order, in money.
    @inlinable
    public func fee(quantity: Double, price: Double) -> Double {
        let units = quantity.magnitude
        return units * price * rate + units * perUnit + fixed
    }

    /// The units that `cash` pays for, fee included.
    @inlinable
    public func affordableQuantity(cash: Double, price: Double) -> Double {
        max(0, cash - fixed) / (price * (1 + rate) + perUnit)
    }
}
