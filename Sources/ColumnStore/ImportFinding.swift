import MarketData

/// What an import noticed: a row or a cell that it could not take as it is, or something about
/// the series that a person should know.
public struct ImportFinding: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The row has more or fewer cells than the header.
        case cellCount = "the row does not have as many cells as the header"
        /// A quote is never closed, or text follows a closed one.
        case quote = "a quoted cell does not end before the separator"
        /// The date is none that the reader knows.
        case date = "no date of the form YYYY-MM-DD or YYYY-MM-DD hh:mm:ss"
        /// The date stands for no date at all, as 9999-12-31 does.
        case farDate = "a year before 1800 or after 2100 stands for no date"
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
        /// The same time as another row, which says something else.
        case duplicate = "the same time as another row"
        /// A row within the bar of the row before it: what a source repeats while a bar runs.
        case liveRow = "lies within the bar of the row before it"
        /// Rows on days on which the exchange does not trade.
        case nonSession = "no session of the calendar"
        /// Weeks that are named by their Sunday.
        case sundayWeek = "a week named by a Sunday is taken as the one that ends there"
        /// The close jumps as a split makes it jump, and no action of that day says so.
        case splitLike = "the close jumps as at a split"
        /// The close jumps by a factor of a hundred, as between pounds and pence.
        case unitJump = "the close jumps by a factor of 100"
        /// Bars outside the hours in which the exchange trades.
        case outsideHours = "outside the hours of the session"
        /// Sessions between the first and the last bar that have none.
        case gap = "sessions without a bar"
        /// A high or a low far away from both the open and the close.
        case spike = "a high or low far from open and close"
        /// A volume of zero in bars whose prices move.
        case silentVolume = "volume 0 in bars whose prices move"
    }

    /// What an import does with a row or a cell.
    public enum Treatment: String, Hashable, Sendable {
        /// The row is left out.
        case setAside = "set aside"
        /// The row is kept, and the value counts as missing.
        case missing = "kept with the value missing"
        /// The rows are put in order of time.
        case sorted = "sorted"
        /// The row becomes part of the bar before it.
        case merged = "merged"
        /// Nothing is changed.
        case noted = "noted"
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
    /// What else there is to say, such as the other line or the remedy; often empty.
    public let remark: String
    /// The bar that is meant; nil when none is.
    public let time: Timestamp?

    /// A finding from its parts.
    public init(
        file: String, line: Int, column: String, text: String, reason: Reason,
        remark: String = "", time: Timestamp? = nil
    ) {
        (self.file, self.line, self.column) = (file, line, column)
        (self.text, self.reason, self.remark, self.time) = (text, reason, remark, time)
    }

    /// What is wrong, with what else there is to say.
    public var problem: String {
        remark.isEmpty ? reason.rawValue : "\(reason.rawValue); \(remark)"
    }

    /// The finding on one line: place, text and what is wrong.
    public var description: String {
        let place = column.isEmpty ? "\(file):\(line)" : "\(file):\(line), column \(column)"
        return "\(place): \"\(text)\": \(problem)"
    }
}

extension ImportFinding.Reason {
    /// The name in the catalogue and in JSON, which never changes.
    public var name: String { "\(self)" }

    /// What an import does about it.
    public var treatment: ImportFinding.Treatment {
        switch self {
        case .missing, .notFinite: .missing
        case .unsorted: .sorted
        case .liveRow: .merged
        case .nonSession, .sundayWeek, .splitLike, .unitJump, .outsideHours, .gap, .spike,
            .silentVolume:
            .noted
        default: .setAside
        }
    }

    /// True when a strict import refuses the file for it.
    var isRefused: Bool { treatment != .merged && treatment != .noted }
}
