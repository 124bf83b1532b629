import Charts

/// Figures for people: percentages, ratios and money, with a dash for what is undefined.
enum FigureText {
    /// A fraction as a percentage: with so many decimals, or with as many more as a small one
    /// needs to show two digits (one where only one decimal is asked for), so that none but zero
    /// looks like zero; and with as many, up to six, as show that less than everything is lost or
    /// won.
    static func percent(_ fraction: Double?, decimals: Int = 2, isSigned: Bool = false) -> String {
        guard let fraction, fraction.isFinite else { return NumberText.undefined }
        var (places, size) = (decimals, abs(fraction) * 100)
        // What is smaller still is the rounding of a zero.
        let isSmall = decimals > 0 && size > 1e-8
        while isSmall, size < (decimals > 1 ? 0.0995 : 0.05) {
            (places, size) = (places + 1, size * 10)
        }
        let left = 100 - abs(fraction) * 100
        if left >= 0.5 / power(6) {
            while left < 0.5 / power(places) { places += 1 }
        }
        return NumberText.fixed(
            fraction * 100, decimals: places, isGrouped: true, isSigned: isSigned) + "%"
    }

    private static func power(_ places: Int) -> Double {
        (0..<places).reduce(1.0) { power, _ in power * 10 }
    }

    static func ratio(_ value: Double?) -> String {
        guard let value else { return NumberText.undefined }
        return NumberText.fixed(value, decimals: 2, isGrouped: true)
    }

    /// Money with cents, or without where there are none.
    static func money(_ value: Double?, isSigned: Bool = false) -> String {
        guard let value else { return NumberText.undefined }
        let text = NumberText.fixed(value, decimals: 2, isGrouped: true, isSigned: isSigned)
        return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
    }

    /// A price or a quantity: as exact as it is, at most six decimals.
    static func amount(_ value: Double) -> String {
        var text = NumberText.fixed(value, decimals: 6, isGrouped: true)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// A count, thousands parted by commas.
    static func count(_ value: Int) -> String {
        NumberText.fixed(Double(value), decimals: 0, isGrouped: true)
    }

    /// Money with cents and its sign, for a column.
    static func cents(_ value: Double) -> String {
        NumberText.fixed(value, decimals: 2, isGrouped: true, isSigned: true)
    }

    /// Money without cents, with its sign.
    static func rounded(_ value: Double) -> String {
        NumberText.fixed(value, decimals: 0, isGrouped: true, isSigned: true)
    }

    /// A parameter: four digits that matter.
    static func significant(_ value: Double) -> String {
        var (decimals, size) = (3, value.magnitude)
        while size < 1, size > 0, decimals < 10 { (decimals, size) = (decimals + 1, size * 10) }
        let text = NumberText.fixed(value, decimals: decimals)
        guard text.contains(".") else { return text }
        let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(digits.reversed())
    }
}
