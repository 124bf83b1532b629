import Backtesting

/// Writes reports into a folder, each file as a whole.
public struct ReportWriter: Sendable {
    /// The folder; it is made when the first file is written.
    public let folder: String

    /// A writer for one folder.
    public init(folder: String) { self.folder = folder }

    /// The tables of one run, by file name.
    public static func tables(of result: RunResult) -> [(name: String, text: String)] {
        [
            ("trades.csv", TradesTable(result).csv), ("equity.csv", EquityTable(result).csv),
            ("rejections.csv", RejectionsTable(result).csv),
        ]
    }

    /// Writes the tables and `summary.json` of one run; returns their paths.
    @discardableResult
    public func write(_ result: RunResult) throws(ReportError) -> [String] {
        var paths: [String] = []
        for table in Self.tables(of: result) {
            paths.append(try write(table.text, name: table.name))
        }
        return paths + [try write(Summary(result).json, name: "summary.json")]
    }

    /// Writes the page of one strategy as `<Strategy>.html`; returns its path.
    ///
    /// - Precondition: at least one result, all of one strategy.
    @discardableResult
    public func writePage(_ results: [RunResult]) throws(ReportError) -> String {
        let page = RunPage(results)
        return try write(page.html, name: Self.fileName(page.strategy) + ".html")
    }

    /// Writes `comparison.csv` and `comparison.json`; returns their paths.
    @discardableResult
    public func write(_ table: ComparisonTable) throws(ReportError) -> [String] {
        [
            try write(table.csv, name: "comparison.csv"),
            try write(table.json, name: "comparison.json"),
        ]
    }

    /// A name that is safe for every file system, and different for different texts: letters,
    /// digits, `-`, `_` and inner dots stay, every other byte becomes `%` and two digits.
    public static func fileName(_ text: String) -> String {
        var (name, isAfterWord) = ("", false)
        for scalar in text.unicodeScalars {
            let isKept =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "-_".unicodeScalars.contains(scalar)
                || (scalar == "." && isAfterWord)
            name += isKept ? String(scalar) : escaped(scalar)
            isAfterWord = isKept && scalar != "."
        }
        return name.isEmpty ? "%" : name
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.map { byte in
            (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// Writes a text under a name of the folder; returns its path.
    @discardableResult
    public func write(_ text: String, name: String) throws(ReportError) -> String {
        try AtomicFile.createFolder(folder)
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        try AtomicFile.write(text, to: path)
        return path
    }
}
