import MarketData

/// When what is held is brought to its weights.
///
/// It is decided at the close of a bar and traded at the next open. Between two such bars nothing
/// is traded, whatever the weights become.
public struct Rebalance: Sendable {
    package let condition: Condition

    /// At every bar.
    public static let everyBar = Rebalance(condition: .always)
    /// At the first bar of each week.
    public static let weekly = first(of: .week)
    /// At the first bar of each month.
    public static let monthly = first(of: .month)
    /// At the first bar of January, April, July and October.
    public static let quarterly = Rebalance(
        condition: quarter > quarter.lagged(by: 1) || quarter < quarter.lagged(by: 1))
    /// At the first bar of each year.
    public static let yearly = Rebalance(
        condition: number(.yearMonth) < number(.yearMonth).lagged(by: 1))

    /// At each bar at which a condition is true.
    public static func when(_ condition: Condition) -> Rebalance {
        Rebalance(condition: condition)
    }

    private static func number(_ number: SessionNumber) -> Signal {
        Signal(expression: Expression(.session(number), in: .own))
    }

    private static func first(of unit: SessionNumber) -> Rebalance {
        Rebalance(condition: number(unit) > number(unit).lagged(by: 1))
    }

    /// From 0 to 3.
    private static let quarter = ((number(.yearMonth) - 1) / 3).floor
}
