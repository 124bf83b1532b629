import Foundation

/// What a number of a gate counts.
public enum GateUnit: String, Hashable, Sendable, Codable {
    /// A fraction, read as a percentage.
    case fraction
    /// A plain number.
    case ratio
    /// A whole number of things.
    case count

    /// Where a threshold of this unit may lie.
    var range: ClosedRange<Double> {
        switch self {
        case .fraction: 0...1
        case .ratio: -100...100
        case .count: 0...1_000_000_000
        }
    }

    /// A number in words, such as `70%`, `0.85` or `31`.
    ///
    /// - Parameters:
    ///   - value: the number; nil where it is undefined.
    ///   - undefined: what stands for an undefined one.
    /// - Returns: the words.
    public func text(_ value: Double?, undefined: String = "–") -> String {
        guard let value else { return undefined }
        return text(value, decimals: self == .ratio ? 2 : 1)
    }

    /// A number in words that differ from those of another number, where the numbers do: `94.96%`
    /// beside `95%`.
    func text(_ value: Double?, apartFrom other: Double) -> String {
        guard let value, value != other, text(value) == text(other) else { return text(value) }
        return (2...9).lazy.map { (text(value, decimals: $0), text(other, decimals: $0)) }
            .first { $0 != $1 }?.0 ?? "\(value)"
    }

    private func text(_ value: Double, decimals: Int) -> String {
        switch self {
        case .fraction: trimmed(fixed(value * 100, decimals: decimals)) + "%"
        case .ratio: fixed(value, decimals: decimals)
        case .count: trimmed(fixed(value, decimals: decimals))
        }
    }

    /// Decimals, and no sign before a zero.
    private func fixed(_ value: Double, decimals: Int) -> String {
        let text = String(format: "%.\(decimals)f", value)
        return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) }
            ? String(text.dropFirst()) : text
    }

    private func trimmed(_ text: String) -> String {
        text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
