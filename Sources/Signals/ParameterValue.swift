/// A type that a parameter can have.
public protocol ParameterValue: Comparable, LosslessStringConvertible, Sendable {}

extension Int: ParameterValue {}

extension Double: ParameterValue {}
