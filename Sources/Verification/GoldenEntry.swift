/// One file of golden values: a line of the index.
public struct GoldenEntry: Sendable {
    /// The file, from the folder: `AAPL/SMA_5.csv`.
    public let file: String
    /// The indicator: TA-Lib's name, a variant of it, or a kernel's.
    public let indicator: String
    /// The parameters as the file's author spells them: `name=value;name=value`.
    public let parameterText: String
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
        parameterText = try cells("params")
    }

    /// The name with the parameters, as a kernel that was recorded has them in its identity.
    public var identity: String {
        "\(indicator)(\(parameterText.replacing(";", with: ",")))"
    }

    /// The parameters by name.
    ///
    /// - Returns: their values.
    /// - Throws: where one is no finite number, or stands there twice.
    public func parameters() throws(VerificationError) -> [String: Double] {
        var values: [String: Double] = [:]
        for pair in parameterText.split(separator: ";") {
            let parts = pair.split(separator: "=")
            guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
                throw .badCell(
                    file: "index.csv", line: line, column: "params", cell: String(pair))
            }
            guard values.updateValue(value, forKey: String(parts[0])) == nil else {
                throw .twice(file: "index.csv", line: line, name: String(parts[0]))
            }
        }
        return values
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
