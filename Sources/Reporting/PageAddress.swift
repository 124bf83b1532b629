import Backtesting

/// Where the page of a run lies in a folder of reports, and how another page links to it.
///
/// The page of a strategy's first instrument is that of the strategy; the others lie in the
/// folders of their runs, so that a page stays of one size however many instruments there are.
struct PageAddress {
    /// The folders that lead to the file, and its name.
    let parts: [String]

    /// The page of the run at an index of a strategy's results.
    init(of results: [RunResult], at index: Int) {
        let result = results[index]
        parts =
            index == 0
            ? [ReportWriter.pageName(result.strategy)]
            : [
                ReportWriter.fileName(result.strategy), ReportWriter.fileName(result.symbol),
                "report.html",
            ]
    }

    /// The folder of the page within that of the reports; empty for the latter itself.
    var folder: String { parts.dropLast().joined(separator: "/") }

    /// The file's name.
    var name: String { parts[parts.count - 1] }

    /// The relative address, as a link on a page that lies `depth` folders down.
    ///
    /// A sign of percent in a file name is one in no address.
    func link(fromDepth depth: Int = 0) -> String {
        let escaped = parts.map { part in
            part.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
        }
        return String(repeating: "../", count: depth) + escaped.joined(separator: "/")
    }
}
