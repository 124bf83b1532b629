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

    /// The digests of everything that some results have read, each symbol once.
    static func data(of results: [RunResult]) -> [(symbol: String, digests: [String])] {
        var seen: Set<String> = []
        let own = results.map { $0.passport.digests(symbol: $0.symbol)[0] }
        let others = results.flatMap { $0.passport.digests(symbol: $0.symbol).dropFirst() }
        return (own + others).filter { seen.insert($0.symbol).inserted }
    }

    /// What of the rule (unless other parameters were typed beside the file), the data and the
    /// program is another than when the file was written; a file written by hand names none.
    func changes(_ run: PlannedRun, _ results: [RunResult]) -> [String] {
        var changes: [String] = []
        let parameters = options.first { $0.name == "param" }?.values ?? []
        let isOwn = parameters.allSatisfy { parameter in
            run.strategy.parameters.contains { "\($0.name)=\($0.value)" == parameter }
        }
        if isOwn, !plan.isEmpty, plan != run.plan.fingerprint.description {
            changes.append("the rule's plan")
        }
        let present = Self.data(of: results)
        for (symbol, digests) in data {
            let now = present.first { $0.symbol == symbol }?.digests
            guard let now, now != digests else { continue }
            let isSeries = now.first != digests.first
            changes.append("the \(isSeries ? "data" : "corporate actions") of \(symbol)")
        }
        if !engine.isEmpty, engine != Version.text {
            changes.append("the program, \(engine) then, \(Version.text) now")
        }
        return changes
    }
}
