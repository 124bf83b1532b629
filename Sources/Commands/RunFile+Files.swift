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

    /// What of the rule, the data and the program is another than when the file was written; a
    /// file written by hand names none of them.
    func changes(_ run: PlannedRun, _ results: [RunResult]) -> [String] {
        var changes: [String] = []
        if !plan.isEmpty, plan != run.plan.fingerprint.description {
            changes.append("the rule's plan")
        }
        for (symbol, digests) in data {
            let now = results.first { $0.symbol == symbol }?.passport.dataDigests
            if let now, now != digests { changes.append("the data of \(symbol)") }
        }
        if !engine.isEmpty, engine != Version.text {
            changes.append("the program, \(engine) then, \(Version.text) now")
        }
        return changes
    }
}
