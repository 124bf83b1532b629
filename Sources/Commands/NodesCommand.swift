import ArgumentParser
import Backtesting
import ColumnStore
import Foundation
import MarketData
import Reporting
import Signals

/// `finstage nodes STRATEGY --symbol S`
struct NodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nodes",
        abstract: "Writes every number and condition of a strategy as a column, a row a bar.",
        discussion: """
            Examples:
              finstage nodes SmaCross --symbol AAPL --csv > nodes.csv
              finstage nodes SmaCross --symbol AAPL --arrow --output nodes.arrow

            Each node is named by its words. A condition is 1 or 0; what is unknown is empty in
            CSV and NaN in Arrow. Position and equity are those at the close of the bar. The Arrow
            file is the IPC format: polars.read_ipc, pyarrow.ipc.open_file.
            """)

    @OptionGroup var study: StudyOptions
    @Flag(help: "Comma-separated text; the default.") var csv = false
    @Flag(help: "An Arrow IPC file; needs --output.") var arrow = false
    @Flag(help: "One JSON document on standard output.") var json = false
    @Option(help: "The file to write; default: standard output.") var output: String?
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions

    func validate() throws {
        guard [csv, arrow, json].count(where: \.self) <= 1 else {
            throw wrongWords("--csv, --arrow and --json exclude each other; choose one")
        }
        guard !arrow || output != nil else {
            throw wrongWords("--arrow writes a file; name it with --output")
        }
        if output?.isEmpty == true { throw wrongWords("--output is empty; name a file") }
        guard selection.symbolList.count == 1 else {
            throw wrongWords("--symbol names one instrument, such as --symbol AAPL")
        }
    }

    func run() throws {
        let (_, plan) = try study.plan(over: selection)
        let rules = try account.rulesAlone(for: plan.targets[0])
        try reportingFailure {
            let research = try Research(reading: selection, isQuiet: true)
            let subject = try research.subjects(research.subjects(), for: plan)[0]
            let table = NodeTable(TracedRun(plan, rules, subject))
            if arrow {
                try write(Data(table.arrow))
            } else {
                let text = json ? table.json.document : table.csv
                guard output != nil else {
                    return json ? Terminal.result(text) : Terminal.text(text)
                }
                try write(Data(text.utf8))
            }
        }
    }

    private func write(_ bytes: Data) throws {
        let path = output ?? ""
        do {
            try bytes.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure("\(path) could not be written: \(error.localizedDescription)")
        }
        Terminal.result(path)
    }
}
