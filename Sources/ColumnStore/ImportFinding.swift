/// A row or a cell that an import could not take as it is.
public struct ImportFinding: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The row has more or fewer cells than the header.
        case cellCount = "the row does not have as many cells as the header"
        /// A quote is never closed, or text follows a closed one.
        case quote = "a quoted cell does not end before the separator"
        /// The date is none that the reader knows.
        case date = "no date of the form YYYY-MM-DD or YYYY-MM-DD hh:mm:ss"
        /// The cell is empty where a price must be.
        case missing = "a price is missing"
        /// The cell is no decimal number.
        case number = "not a decimal number"
        /// The number is infinite, too large, or not a number.
        case notFinite = "not a finite number"
        /// A price of zero or less.
        case notPositive = "a price must be above zero"
        /// A negative volume.
        case negative = "a volume must not be negative"
        /// The high lies below the low.
        case highBelowLow = "high is below low"
        /// The open or the close lies outside the range from low to high.
        case outsideRange = "lies outside the range from low to high"
        /// The row is earlier than the one above it.
        case unsorted = "earlier than the row above"
        /// The same time as another row.
        case duplicate = "the same time as another row"
    }

    /// The name of the file.
    public let file: String
    /// The line; line 1 is the header.
    public let line: Int
    /// The name of the column; empty when the whole row is meant.
    public let column: String
    /// The text of the cell, or of the row.
    public let text: String
    /// What is wrong.
    public let reason: Reason

    /// A finding from its parts.
    public init(file: String, line: Int, column: String, text: String, reason: Reason) {
        (self.file, self.line, self.column) = (file, line, column)
        (self.text, self.reason) = (text, reason)
    }

    /// The finding on one line: place, text and what is wrong.
    public var description: String {
        let place = column.isEmpty ? "\(file):\(line)" : "\(file):\(line), column \(column)"
        return "\(place): \"\(text)\": \(reason.rawValue)"
    }
}
