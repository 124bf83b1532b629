import Backtesting
import Validation

/// Writes reports into a folder, each file as a whole.
public struct ReportWriter: Sendable {
    /// The folder; it is made when the first file is written.
    public let folder: String
    /// The language and colours of pages, the form of tables.
    public let options: ReportOptions

    /// A writer for one folder.
    public init(folder: String, options: ReportOptions = ReportOptions()) {
        (self.folder, self.options) = (folder, options)
    }

    /// The tables of one run, with `dictionary.csv` that explains their columns.
    ///
    /// - Parameters:
    ///   - result: the run.
    ///   - isExcel: true for a byte-order mark and `\r\n`.
    /// - Returns: their names and bytes.
    public static func tables(
        of result: RunResult, isExcel: Bool = false
    ) -> [(name: String, bytes: [UInt8])] {
        let convention = MetricConvention(rawValue: result.metrics.convention) ?? .finstage
        let tables: [(String, any RunTable)] = [
            ("trades.csv", TradesTable(result)), ("orders.csv", OrdersTable(result)),
            ("equity.csv", EquityTable(result)), ("positions.csv", PositionsTable(result)),
            ("monthly.csv", MonthlyTable(result)), ("metrics.csv", MetricsTable(result)),
            ("drawdowns.csv", DrawdownsTable(result)), ("rolling.csv", RollingTable(result)),
            ("rejections.csv", RejectionsTable(result)),
            ("dictionary.csv", DataDictionary(convention: convention)),
        ]
        return tables.map { ($0.0, $0.1.bytes(isExcel: isExcel)) }
    }

    /// Writes the tables and `summary.json` of one run; returns their paths.
    @discardableResult
    public func write(_ result: RunResult) throws(ReportError) -> [String] {
        var paths: [String] = []
        for table in Self.tables(of: result, isExcel: options.isExcel) {
            paths.append(try write(table.bytes, name: table.name))
        }
        paths.append(try write(Summary(result).json, name: "summary.json"))
        return paths
    }

    /// Writes the page of one of a strategy's runs: of the first as `<Strategy>.html`, of another
    /// as `<Strategy>/<Symbol>/report.html`; returns its path.
    ///
    /// - Precondition: the index is one of the results, all of one strategy.
    @discardableResult
    public func writePage(
        _ results: [RunResult], showing index: Int = 0
    ) throws(ReportError) -> String {
        let page = RunPage(results, showing: index, options: options)
        let address = PageAddress(of: results, at: index)
        let path = address.folder.isEmpty ? folder : folder + "/" + address.folder
        return try ReportWriter(folder: path, options: options)
            .write(page.html, name: address.name)
    }

    /// Writes `index.html`, which compares all runs and links to their pages where they have any;
    /// returns its path.
    @discardableResult
    public func writeIndex(
        _ results: [RunResult], hasPages: Bool = true
    ) throws(ReportError) -> String {
        try write(
            IndexPage(results, options: options, hasPages: hasPages).html, name: "index.html")
    }

    /// Writes the page of one instrument's prices as `<Symbol>.html`; returns its path.
    @discardableResult
    public func write(_ page: ChartPage) throws(ReportError) -> String {
        try write(page.html, name: Self.pageName(page.symbol))
    }

    /// Writes `comparison.csv` and `comparison.json`; returns their paths.
    @discardableResult
    public func write(_ table: ComparisonTable) throws(ReportError) -> [String] {
        [
            try write(table.bytes(isExcel: options.isExcel), name: "comparison.csv"),
            try write(table.json, name: "comparison.json"),
        ]
    }

    /// Writes the evidence of a verdict as a page and as `<Strategy>.gates.json`; returns their
    /// paths.
    @discardableResult
    public func write(_ verdict: Verdict) throws(ReportError) -> [String] {
        [
            try write(
                VerdictPage(verdict, options: options).html, name: Self.pageName(verdict.strategy)),
            try write(
                VerdictTable([verdict]).json,
                name: Self.fileName(verdict.strategy) + ".gates.json"),
        ]
    }

    /// The file name of a strategy's page; `index.html` is never one.
    public static func pageName(_ strategy: String) -> String {
        // Long names are cut, with what tells them apart at their end.
        var name = fileName(strategy)
        if name.lowercased() == "index" { name = "%" + name }
        guard name.utf8.count > 200 else { return name + ".html" }
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var head = ""
        for letter in name.prefix(160) where head.utf8.count < 157 { head.append(letter) }
        return head + "-" + String(sum, radix: 16) + ".html"
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
        try write(Array(text.utf8), name: name)
    }

    private func write(_ bytes: [UInt8], name: String) throws(ReportError) -> String {
        try AtomicFile.createFolder(folder)
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        try AtomicFile.write(bytes, to: path)
        return path
    }
}
