/// Figures behind a verdict: a label and a number for each column in every row.
public struct GateTable: Hashable, Sendable, Codable {
    /// The head of a column of numbers, and what they count.
    public struct Column: Hashable, Sendable, Codable {
        /// The head.
        public let head: String
        /// What the numbers count.
        public let unit: GateUnit

        /// A column.
        public init(_ head: String, _ unit: GateUnit) { (self.head, self.unit) = (head, unit) }
    }

    /// One row.
    public struct Row: Hashable, Sendable, Codable {
        /// What the row is about.
        public let label: String
        /// A number for each column; nil where it is undefined.
        public let values: [Double?]

        /// A row.
        public init(_ label: String, _ values: [Double?]) {
            (self.label, self.values) = (label, values)
        }
    }

    /// What the table shows.
    public let title: String
    /// The head of the labels.
    public let label: String
    /// The columns of numbers.
    public let columns: [Column]
    /// The rows, each with as many values as there are columns.
    public let rows: [Row]

    /// A table from its parts.
    public init(_ title: String, label: String, columns: [Column], rows: [Row]) {
        precondition(
            rows.allSatisfy { $0.values.count == columns.count },
            "a row of '\(title)' has \(columns.count) values")
        (self.title, self.label, self.columns, self.rows) = (title, label, columns, rows)
    }
}
