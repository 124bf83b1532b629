import ArgumentParser
import Backtesting
import ColumnStore
import Database
import Foundation
import MarketData
import Reporting
import Validation

extension RunsCommand {
    /// `finstage runs trials`
    struct Trials: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints what was tried so far: one row a run and one a grid.",
            discussion: """
                A trial is a plan with its parameters on the series of a source. Repeating one
                adds nothing, and nothing is ever taken out: how much was tried decides how much
                the best of it is worth.

                Example: finstage runs trials
                """)
        @Flag(help: "One JSON document.") var json = false
        @OptionGroup var store: StoreOption

        func run() throws {
            try reportingFailure {
                let rows = try store.ledger().rows()
                let summary = TrialLedger.Summary(of: rows)
                if json { return Terminal.result(Self.json(rows, summary)) }
                guard !rows.isEmpty else {
                    return Terminal.result("No trials yet; 'finstage backtest' makes one.")
                }
                Terminal.result(Self.table(rows).text)
                let (count, digest) = (summary.trialCount, summary.digest.prefix(12))
                Terminal.result(
                    "\(counted(count, "trial")), digest of the ledger \(digest)")
            }
        }

        private static func table(_ rows: [TrialRecord]) -> TextTable {
            TextTable(
                head: ["First tried", "Strategy", "Parameters", "Data", "Trials", "Sharpe"],
                rows: rows.map { row in
                    [
                        started(row), row.strategy, row.parameters, row.lineage,
                        "\(row.trialCount)", TextTable.ratio(row.sharpeMean),
                    ]
                }, textColumns: 4)
        }

        private static func json(
            _ rows: [TrialRecord], _ summary: TrialLedger.Summary
        ) -> String {
            JSONValue.object([
                .init("trial_count", .integer(summary.trialCount)),
                .init("ledger_digest", .text(summary.digest)),
                .init(
                    "rows",
                    .array(
                        rows.map { row in
                            .object([
                                .init("trial", .text(row.id)),
                                .init("kind", .text(row.kind.rawValue)),
                                .init("first_tried", .text(started(row))),
                                .init("strategy", .text(row.strategy)),
                                .init("parameters", .text(row.parameters)),
                                .init("plan", .text(row.plan)), .init("data", .text(row.lineage)),
                                .init("trial_count", .integer(row.trialCount)),
                                .init("sharpe_annualized_mean", .number(row.sharpeMean)),
                                .init("sharpe_annualized_deviation", .number(row.sharpeDeviation)),
                            ])
                        })),
            ]).document
        }

        private static func started(_ row: TrialRecord) -> String {
            Timestamp(microseconds: row.created / 1_000_000 * 1_000_000).text
        }
    }
}

extension StoreOption {
    /// The trial ledger of the store.
    fileprivate func ledger() throws -> TrialLedger { TrialLedger(try readingOrNew().catalogue) }
}
