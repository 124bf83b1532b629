import Backtesting

/// Writes reports into a folder, each file as a whole.
public struct ReportWriter: Sendable {
    /// The folder; it is made when the first file is written.
    public let folder: String

    /// A writer for one folder.
    public init(folder: String) { self.folder = folder }

    /// Writes `trades.csv`, `equity.csv`, `rejections.csv` and `summary.json` of one run; returns
    /// their paths.
    @discardableResult
    public func write(_ result: RunResult) throws(ReportError) -> [String] {
        [
            try write(TradesTable(result).csv, name: "trades.csv"),
            try write(EquityTable(result).csv, name: "equity.csv"),
            try write(RejectionsTable(result).csv, name: "rejections.csv"),
            try write(Summary(result).json, name: "summary.json"),
        ]
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

    private func write(_ text: String, name: String) throws(ReportError) -> String {
        try AtomicFile.createFolder(folder)
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        try AtomicFile.write(text, to: path)
        return path
    }
}
