/// A decimal number as people write it, held without rounding: `coefficient / 10^scale`.
///
/// Both parts are exact as `Double`, so their quotient is rounded once: it is the `Double` that
/// the text names.
///
/// Ranges are computed in coefficients, so that `0.1...0.3:0.1` is 0.1, 0.2, 0.3: the numbers
/// that are meant when they are typed, not sums of 0.1.
struct ExactDecimal: Hashable, Sendable {
    /// Whole numbers up to here have no gaps in a `Double`.
    static let greatest = 1 << 53
    /// 10²² is the last power of ten that a `Double` holds exactly.
    static let greatestScale = 22

    let coefficient: Int
    let scale: Int
    /// True when it is written as a whole number, without a point and an exponent.
    let isWhole: Bool

    init(coefficient: Int, scale: Int, isWhole: Bool) {
        (self.coefficient, self.scale, self.isWhole) = (coefficient, scale, isWhole)
    }

    /// 10^exponent, exact up to 22.
    static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// The coefficient at a finer scale; nil when it has too many digits.
    func coefficient(at scale: Int) -> Int? {
        var result = coefficient
        for _ in self.scale..<max(scale, self.scale) {
            let (product, isTooLarge) = result.multipliedReportingOverflow(by: 10)
            guard !isTooLarge else { return nil }
            result = product
        }
        return result.magnitude <= Self.greatest ? result : nil
    }

    /// The digits, without zeros at the end; one decimal at least where it is no whole number.
    var text: String {
        let digits = String(coefficient.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        var fraction = padded.suffix(scale)
        while fraction.last == "0" { fraction.removeLast() }
        let whole = (coefficient < 0 ? "-" : "") + padded.dropLast(scale)
        if fraction.isEmpty { return isWhole ? whole : whole + ".0" }
        return whole + "." + fraction
    }
}

extension ExactDecimal {
    /// Why a text is no such number.
    enum Problem: Error { case noNumber, notFinite, tooManyDigits }

    /// A number from its text: digits with a sign, a point, an exponent.
    init(_ text: Substring) throws(Problem) {
        var rest = text
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        if ["nan", "inf", "infinity", "∞"].contains(rest.lowercased()) { throw .notFinite }
        let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, mantissa.count <= 2, mantissa.allSatisfy(Self.isDigits)
        else { throw .noNumber }
        let exponent = parts.count == 2 ? try Self.exponent(parts[1]) : 0
        let fraction = mantissa.count == 2 ? mantissa[1] : ""
        guard var coefficient = Int(mantissa[0] + fraction) else { throw .tooManyDigits }
        var scale = fraction.count - exponent
        // Zeros at the end carry nothing, and a negative scale is one of zeros.
        while scale > 0, coefficient.isMultiple(of: 10) {
            (coefficient, scale) = (coefficient / 10, scale - 1)
        }
        while scale < 0 {
            guard coefficient <= Self.greatest else { throw .tooManyDigits }
            (coefficient, scale) = (coefficient * 10, scale + 1)
        }
        guard coefficient <= Self.greatest, scale <= Self.greatestScale else {
            throw .tooManyDigits
        }
        self.init(
            coefficient: isNegative ? -coefficient : coefficient, scale: scale,
            isWhole: parts.count == 1 && mantissa.count == 1)
    }

    private static func exponent(_ text: Substring) throws(Problem) -> Int {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
        guard isDigits(digits) else { throw .noNumber }
        guard let exponent = Int(text), (-99...99).contains(exponent) else {
            throw .tooManyDigits
        }
        return exponent
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
    }
}
