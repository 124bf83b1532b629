import Backtesting

/// The orders that came to nothing as comma-separated text: `rejections.csv`.
public struct RejectionsTable: Sendable {
    /// The names of the columns.
    public static let columns = ["time", "kind", "reason"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, one row an order, in order of time.
    public var csv: String {
        let time = TimeText(result.bars.times)
        return DelimitedText.row(Self.columns.map { .text($0) })
            + result.rejections.map { rejection in
                DelimitedText.row([
                    .text(time.text(of: rejection.time)), .text(rejection.kind),
                    .text(rejection.reason),
                ])
            }.joined()
    }
}
