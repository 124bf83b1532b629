import Backtesting
import ColumnStore
import Evaluation
import MarketData
import Reporting
import Signals

/// Every node of a run as a column of its own, with position and equity.
struct NodeTable {
    /// The columns by their names, which are different from each other.
    let columns: [(name: String, values: [Double])]
    private let run: TracedRun

    /// The columns of the rows that count.
    init(_ run: TracedRun) {
        let rows = run.subject.rows
        self.run = run
        var seen: Set<String> = ["time", "position", "equity"]
        columns =
            run.plan.nodes.indices.compactMap { index in
                guard !run.plan.isConstant(index) else { return nil }
                let words = run.plan.words(ofNode: index)
                var name = words
                if !seen.insert(name).inserted {
                    name = "\(words) [\(index)]"
                    seen.insert(name)
                }
                return (name, rows.map { Self.number(run.values[index][$0]) })
            } + [("position", run.account.positions), ("equity", run.account.equity)]
    }

    private static func number(_ value: TracedValue) -> Double {
        switch value {
        case .number(let bits): Double(bitPattern: bits)
        case .truth(let truth): truth ? 1 : 0
        case .unknown: .nan
        }
    }

    private var times: [Timestamp] { Array(run.subject.history.traded.times[run.subject.rows]) }

    /// The table as comma-separated text.
    var csv: String {
        var text = DelimitedText.row([.text("time")] + columns.map { .text($0.name) })
        for (row, time) in times.enumerated() {
            text += DelimitedText.row(
                [.text(time.text)] + columns.map { .number($0.values[row]) })
        }
        return text
    }

    /// The table as an Arrow file.
    var arrow: [UInt8] {
        ArrowWriter(
            times: times.map(\.microseconds), columns: columns,
            metadata: [
                ("finstage.strategy", run.plan.targets[0].name),
                ("finstage.symbol", run.subject.symbol),
                ("finstage.plan", run.plan.fingerprint.description),
            ]
        ).bytes()
    }

    /// The table as columns of JSON; null is what is unknown.
    var json: JSONValue {
        .object([
            .init("strategy", .text(run.plan.targets[0].name)),
            .init("symbol", .text(run.subject.symbol)),
            .init("time", .array(times.map { .text($0.text) })),
            .init(
                "columns",
                .object(
                    columns.map { name, values in
                        .init(name, .array(values.map { .number($0) }))
                    })),
        ])
    }
}

extension Plan {
    /// True for a node that is the same number at every bar.
    func isConstant(_ index: Int) -> Bool {
        if case .constant = nodes[index].operation { true } else { false }
    }
}
