/// The values that one parameter takes in a search, in their order.
///
/// Numbers are exact decimals: a value is the `Double` that its text names, and a range hits its
/// end. A range holds its ends and its step alone, however many values it has.
public struct ParameterAxis: Hashable, Sendable {
    /// What an axis is made of.
    public enum Kind: String, Hashable, Sendable {
        /// Whole numbers.
        case integer
        /// Decimal numbers.
        case decimal
        /// False (0) and true (1).
        case boolean
        /// Words; the value is the word's position in the list.
        case word
    }

    /// The parameter.
    public let name: String
    /// What the values are.
    public let kind: Kind
    /// How many values there are, at least one.
    public let count: Int
    /// True when a step along the axis means something: numbers that rise or fall throughout.
    public let isOrdered: Bool

    /// The digits after the point of the finest value.
    let scale: Int
    /// What a coefficient is divided by: 10^scale.
    let divisor: Double
    let first: Int
    let step: Int
    /// Coefficients of a list, empty for a range.
    let listed: [Int]
    let words: [String]

    /// An even progression of coefficients.
    init(_ name: String, _ kind: Kind, scale: Int, first: Int, step: Int, count: Int) {
        (self.name, self.kind, self.scale, self.count) = (name, kind, scale, count)
        (self.first, self.step, listed, words) = (first, step, [], [])
        (divisor, isOrdered) = (ExactDecimal.power(scale), true)
    }

    /// A list of coefficients.
    init(_ name: String, _ kind: Kind, scale: Int, listed: [Int]) {
        (self.name, self.kind, self.scale, self.listed) = (name, kind, scale, listed)
        (first, step, words, count) = (0, 0, [], listed.count)
        divisor = ExactDecimal.power(scale)
        let pairs = zip(listed, listed.dropFirst())
        isOrdered = kind != .boolean && (pairs.allSatisfy(<) || pairs.allSatisfy(>))
    }

    /// A list of words.
    init(_ name: String, words: [String]) {
        (self.name, kind, scale, self.words, count) = (name, .word, 0, words, words.count)
        (first, step, listed, divisor, isOrdered) = (0, 1, [], 1, false)
    }

    /// The coefficient of a value: the value times 10^scale.
    func coefficient(at index: Int) -> Int {
        listed.isEmpty ? first + index * step : listed[index]
    }

    /// A value.
    ///
    /// - Parameter index: its place, from 0.
    /// - Returns: the number; 0 or 1 for a Boolean, the place for a word.
    public func value(at index: Int) -> Double {
        precondition((0..<count).contains(index), "'\(name)' has \(count) values, not \(index)")
        return Double(coefficient(at: index)) / divisor
    }

    /// A value as text, as a parameter is set with it.
    ///
    /// - Parameter index: its place, from 0.
    /// - Returns: `20`, `0.5`, `true` or the word.
    public func text(at index: Int) -> String {
        let value = value(at: index)
        return switch kind {
        case .integer: "\(coefficient(at: index))"
        case .decimal: "\(value)"
        case .boolean: value == 0 ? "false" : "true"
        case .word: words[index]
        }
    }

    /// Where a value stands.
    ///
    /// - Parameter value: a number, as `value(at:)` returns it.
    /// - Returns: its place; nil where the axis does not have it.
    public func index(of value: Double) -> Int? {
        let scaled = (value * divisor).rounded()
        guard scaled.magnitude <= Double(ExactDecimal.greatest) else { return nil }
        let coefficient = Int(scaled)
        guard Double(coefficient) / divisor == value else { return nil }
        if !listed.isEmpty { return listed.firstIndex(of: coefficient) }
        let distance = coefficient - first
        guard distance >= 0, distance.isMultiple(of: step) else { return nil }
        return distance / step < count ? distance / step : nil
    }

    /// The greatest coefficient, whatever its sign.
    var magnitude: Int {
        guard listed.isEmpty else { return listed.map { abs($0) }.max() ?? 0 }
        return max(abs(first), abs(first + (count - 1) * step))
    }
}

extension ParameterAxis: CustomStringConvertible {
    /// The text that makes the axis again: `fast=5...50:5`.
    public var description: String {
        switch kind {
        case .word: name + "=[\(words.joined(separator: ","))]"
        case .boolean: name + "=[\((0..<count).map(text).joined(separator: ","))]"
        case _ where !listed.isEmpty:
            name + "=[\(listed.map(digits).joined(separator: ","))]"
        case _ where count == 1: name + "=" + digits(first)
        default:
            name + "=\(digits(first))...\(digits(first + (count - 1) * step)):\(digits(step))"
        }
    }

    private func digits(_ coefficient: Int) -> String {
        ExactDecimal(coefficient: coefficient, scale: scale, isWhole: kind == .integer).text
    }
}
