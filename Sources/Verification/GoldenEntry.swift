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

    init(_ cells: (String) throws(VerificationError) -> String, line: Int)
        throws(VerificationError)
    {
        file = try cells("file")
        indicator = try cells("indicator")
        series = try cells("series")
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
            values[String(parts[0])] = value
        }
        parameters = values
    }
}
