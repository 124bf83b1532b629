/// Numbers for people: a fixed count of decimals, without a locale.
public enum NumberText {
    /// What stands for a number that is not known.
    public static let undefined = "–"

    /// The number rounded to `decimals` places; an en dash when it is not finite.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - decimals: The places after the dot, 0…12.
    ///   - isGrouped: True to part the thousands by commas.
    ///   - isSigned: True to show a plus before a number above zero.
    /// - Returns: The text, with a hyphen for a minus.
    public static func fixed(
        _ value: Double, decimals: Int, isGrouped: Bool = false, isSigned: Bool = false
    ) -> String {
        precondition((0...12).contains(decimals), "decimals must be 0…12, was \(decimals)")
        guard value.isFinite else { return undefined }
        var power = 1
        for _ in 0..<decimals { power *= 10 }
        let scaled = (abs(value) * Double(power)).rounded()
        // Beyond what a double tells apart a decimal says nothing.
        guard scaled < (decimals > 0 ? 9e15 : 9e18) else {
            return decimals == 0
                ? "\(value)"
                : fixed(value, decimals: decimals - 1, isGrouped: isGrouped, isSigned: isSigned)
        }
        let units = Int(scaled)
        let sign = units == 0 ? "" : value < 0 ? "-" : isSigned ? "+" : ""
        var whole = "\(units / power)"
        if isGrouped { whole = grouped(whole) }
        guard decimals > 0 else { return sign + whole }
        let part = "\(units % power)"
        return sign + whole + "." + String(repeating: "0", count: decimals - part.count) + part
    }

    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
            result.append(digit)
        }
        return result
    }
}
