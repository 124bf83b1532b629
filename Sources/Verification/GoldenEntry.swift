/// One file of golden values: a line of the index.
public struct GoldenEntry: Sendable {
    /// The file, from the folder: `AAPL/SMA_5.csv`.
    public let file: String
    /// The indicator: TA-Lib's name, a variant of it, or a kernel's.
    public let indicator: String
    /// The parameters as the file's author spells them.
    public let parameters: [String: Double]
    /// The series that it was computed from.
    public let series: String
    /// The names of the columns.
    public let outputs: [String]
    /// The absolute difference that is allowed, beside the relative one.
    public let tolerance: Double
    /// Its line of the index, from 1.
    public let line: Int

    /// Where it stands: for messages.
    var place: String { "index.csv, line \(line) (\(file))" }

    init(_ cells: (String) throws(VerificationError) -> String, line: Int)
        throws(VerificationError)
    {
        self.line = line
        file = try Self.name(cells, "file", line)
        indicator = try cells("indicator")
        series = try Self.name(cells, "series", line)
        outputs = try cells("outputs").split(separator: "|").map(String.init)
        let tolerance = try cells("suggested_atol")
        guard let number = Double(tolerance), number >= 0, number.isFinite else {
            throw .badCell(
                file: "index.csv", line: line, column: "suggested_atol", cell: tolerance)
        }
        self.tolerance = number
        var values: [String: Double] = [:]
        for pair in try cells("params").split(separator: ";") {
            let parts = pair.split(separator: "=")
            guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
                throw .badCell(
                    file: "index.csv", line: line, column: "params", cell: String(pair))
            }
            guard values.updateValue(value, forKey: String(parts[0])) == nil else {
                throw .twice(file: "index.csv", line: line, name: String(parts[0]))
            }
        }
        parameters = values
    }

    /// A cell that names a file of the folder.
    private static func name(
        _ cells: (String) throws(VerificationError) -> String, _ column: String, _ line: Int
    ) throws(VerificationError) -> String {
        let cell = try cells(column)
        let parts = cell.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
            throw .outside(line: line, column: column, cell: cell)
        }
        return cell
    }
}
