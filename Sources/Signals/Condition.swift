import Kernels
import Trading

/// True, false or unknown at every bar, described but not computed.
///
/// Kleene's logic: `false && unknown` is false, `true || unknown` is true, all else that holds an
/// unknown is unknown. An unknown condition neither enters nor exits.
public struct Condition: Sendable {
    package let expression: Expression

    package init(_ operation: Operation, _ inputs: [Expression]) {
        expression = Expression(operation, inputs)
    }

    /// True where both are.
    public static func && (left: Condition, right: Condition) -> Condition {
        Condition(.and, [left.expression, right.expression])
    }

    /// True where either is.
    public static func || (left: Condition, right: Condition) -> Condition {
        Condition(.or, [left.expression, right.expression])
    }

    /// True where this is false.
    public static prefix func ! (condition: Condition) -> Condition {
        Condition(.not, [condition.expression])
    }

    /// What was true `count` bars ago, counted in the bars of its frame.
    public func lagged(by count: Int) -> Condition {
        demand(count >= 0, "lag must be ≥ 0, was \(count): the future cannot be named")
        return count == 0 ? self : Condition(.lagged(by: count), [expression])
    }

    /// True at the bar where this is true and was false at the last bar at which it was known.
    ///
    /// Unknown where this is unknown, and at the first bar at which it is known.
    public var begins: Condition { Condition(.begins, [expression]) }
}
