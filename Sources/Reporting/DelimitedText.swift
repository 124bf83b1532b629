/// Comma-separated text (RFC 4180) whose text cells cannot become formulas.
///
/// A text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets a leading
/// apostrophe; so does one that looks guarded already, so that reading back is exact. Cells of
/// numbers are never touched.
public enum DelimitedText {
    /// One value of a row.
    public enum Cell: Sendable, Hashable {
        /// Text from outside: guarded and quoted.
        case text(String)
        /// A number in its shortest exact form; nil or not finite is an empty cell.
        case number(Double?)
        /// A whole number.
        case integer(Int)
        /// Nothing.
        case empty
    }

    /// One row with its line end, `\n`.
    public static func row(_ cells: [Cell]) -> String {
        cells.map(text(of:)).joined(separator: ",") + "\n"
    }

    /// The rows of a text that `row(_:)` wrote, guards undone.
    ///
    /// - Complexity: O(bytes). An unfinished quote ends with the text; a byte order mark is left
    ///   out.
    public static func parse(_ text: String) -> [[String]] {
        var reader = DelimitedReader()
        let start = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for byte in text.utf8.dropFirst(start) { reader.take(byte) }
        return reader.finish().map { $0.map(unguarded) }
    }

    /// A number in its shortest exact form: `10`, `-12.5`, `1e-05`; nil when it is not finite.
    public static func shortest(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        let text = "\(value == 0 ? 0 : value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Text from outside as a cell: guarded and quoted.
    static func field(_ text: String) -> String { quoted(guarded(text)) }

    private static func text(of cell: Cell) -> String {
        switch cell {
        case .text(let text): field(text)
        case .number(let value): value.flatMap(shortest) ?? ""
        case .integer(let value): "\(value)"
        case .empty: ""
        }
    }

    private static func guarded(_ text: String) -> String {
        isRisky(text) ? "'" + text : text
    }

    private static func unguarded(_ text: String) -> String {
        text.utf8.first == 0x27 && isRisky(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// True when a formula sign stands first, or first after apostrophes.
    private static func isRisky(_ text: String) -> Bool {
        switch text.utf8.first(where: { $0 != 0x27 }) {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
        default: false
        }
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        guard needsQuotes else { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
