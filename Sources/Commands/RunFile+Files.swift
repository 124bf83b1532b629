import Backtesting
import Digests
import Reporting

extension RunFile {
    /// The tables of a run that must come out byte for byte when it is repeated.
    static func tables(_ result: RunResult) -> [(path: String, bytes: [UInt8])] {
        let folder =
            ReportWriter.fileName(result.strategy) + "/" + ReportWriter.fileName(result.symbol)
        return ReportWriter.tables(of: result).map { ("\(folder)/\($0.name)", $0.bytes) }
    }

    /// The SHA-256 of each table of a run.
    static func digests(_ result: RunResult) -> [(path: String, digest: String)] {
        tables(result).map { ($0.path, Digest(of: $0.bytes).description) }
    }
}
