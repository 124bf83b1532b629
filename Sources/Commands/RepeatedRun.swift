import Backtesting
import Database
import Foundation
import Reporting

/// A kept run, run again as its file says.
struct RepeatedRun {
    /// The file.
    let file: RunFile
    /// The strategy with its terms.
    let plan: PlannedRun
    /// The results of today.
    let results: [RunResult]

    /// Runs it over the bars of a store.
    ///
    /// - Throws: when the file is damaged, or names what is not there any more.
    init(_ run: RunRecord, in history: RunHistory, store: String?) throws {
        file = try RunFile(keptIn: history.folder(of: run.id))
        let path = store.map { ["--store=\($0)"] } ?? []
        let command = try Self.parsed(file.arguments + path + ["--quiet"])
        plan = try command.plans()[0].repeating(run.command)
        let research = try Research(command.selection, isQuiet: true)
        let benchmark = try command.measures.benchmark.map(research.benchmark)
        results = try plan.results(
            research, research.subjects(), benchmark, stamp: String(run.id.prefix(15)))
    }

    private static func parsed(_ words: [String]) throws -> BacktestCommand {
        do {
            return try BacktestCommand.parse(words)
        } catch {
            let reason = BacktestCommand.message(for: error)
            throw CommandFailure("this program no longer understands the run: \(reason)")
        }
    }

    /// What of the inputs is not as it was.
    var changes: [String] { file.changes(plan, results) }

    /// The symbols whose figures are not what they were, to the last bit.
    func differing(from run: RunRecord) throws -> [String] {
        let decoder = JSONDecoder()
        let then = try decoder.decode([RunHeadline].self, from: Data(run.headline.utf8))
        let now = results.map(RunHeadline.init)
        return then.filter { !now.contains($0) }.map(\.symbol)
    }
}

extension StoreOption {
    /// The whole results of a run: as they were kept, or computed again where only what repeats
    /// them was, and held against the figures of then.
    func results(of run: RunRecord, in history: RunHistory) throws -> [RunResult] {
        guard history.isNoted(run) else {
            return try history.results(of: run, naming: ReportWriter.fileName)
        }
        let again = try RepeatedRun(run, in: history, store: store)
        guard try again.differing(from: run).isEmpty else {
            let reasons = again.changes
            let why = reasons.isEmpty ? "no input has" : reasons.joined(separator: ", ") + " has"
            throw CommandFailure(
                "\(run.id) was kept without its columns and does not come out as it was: \(why) "
                    + "changed; run it anew with 'finstage backtest \(run.strategy)'")
        }
        return again.results
    }
}
