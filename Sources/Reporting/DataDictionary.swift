import Backtesting

/// What each file of a run is, and each column and key in it, as comma-separated text:
/// `dictionary.csv`. Metrics are explained as the convention computes them that the run follows.
public struct DataDictionary: Sendable, RunTable {
    /// The names of the columns.
    public static let columns = ["file", "column", "unit", "meaning"]

    private let convention: MetricConvention

    /// The dictionary of runs under a convention.
    public init(convention: MetricConvention) { self.convention = convention }

    /// The table, in the order of the columns in their files.
    public var csv: String { plainText }

    func write(to writer: inout DelimitedWriter) {
        writer.row(Self.columns.map { .text($0) })
        for (file, entries) in files {
            for (column, unit, meaning) in entries {
                writer.row([.text(file), .text(column), .text(unit), .text(meaning)])
            }
        }
    }

    typealias Entry = (column: String, unit: String, meaning: String)

    private var files: [(file: String, entries: [Entry])] {
        Self.tables
            + [
                ("comparison.csv", Self.comparison), ("comparison.json", Self.comparisonDocument),
                ("summary.json", Self.summary(convention)), ("SYMBOL.arrow", Self.arrow),
            ] + Self.wholes
    }

    private static let tables: [(file: String, entries: [Entry])] =
        [
            ("trades.csv", trades), ("orders.csv", orders), ("equity.csv", equity),
            (
                "positions.csv",
                [
                    ("time", "date or ISO 8601 UTC", "start of the bar"),
                    ("quantity", "units", "held at the close; negative when short"),
                    ("symbol", "text", "the instrument; of a portfolio a row is a change of it"),
                ]
            ),
            (
                "monthly.csv",
                [
                    ("year", "year", "of the session dates"),
                    ("month", "1-12", "of the session dates; empty for a whole year"),
                    ("return", "fraction", "of the strategy; the months compound to the total"),
                    ("buy_and_hold_return", "fraction", "of buying and holding"),
                ]
            ),
            ("metrics.csv", metrics),
            (
                "drawdowns.csv",
                [
                    ("depth", "fraction", "lost from the peak"),
                    (
                        "peak_time", "date or ISO 8601 UTC",
                        "start of the bar of the peak; empty at the start"
                    ),
                    ("trough_time", "date or ISO 8601 UTC", "start of the bar of the trough"),
                    (
                        "recovery_time", "date or ISO 8601 UTC",
                        "back at the peak; empty while below it"
                    ),
                    ("bars", "bars", "from the peak to the recovery, or to the end"),
                    ("days", "calendar days", "from the peak to the recovery, or to the end"),
                ]
            ),
            (
                "rolling.csv",
                [
                    ("time", "date or ISO 8601 UTC", "start of the last bar of the window"),
                    ("sharpe_annualized", "ratio", "over the bars of a year; empty before"),
                    ("volatility_annualized", "fraction", "over the bars of a year; empty before"),
                    ("beta", "ratio", "over the bars of a year; empty before"),
                ]
            ),
            (
                "rejections.csv",
                [
                    ("time", "date or ISO 8601 UTC", "start of the bar that refused the order"),
                    ("kind", "word", "kind of reason"),
                    ("reason", "text", "what was needed and what was there"),
                    ("symbol", "text", "the instrument"),
                ]
            ),
        ]

    private static let trades: [Entry] = [
        ("side", "word", "long or short"),
        ("entry_time", "date or ISO 8601 UTC", "start of the bar of the entry"),
        ("entry_price", "money a unit", "fill, slippage included, on the share basis of the exit"),
        ("exit_time", "date or ISO 8601 UTC", "start of the bar of the exit; empty while open"),
        ("exit_price", "money a unit", "fill, slippage included; empty while open"),
        ("quantity", "units", "always positive"),
        ("fees", "money", "commission of both sides"),
        ("distributions", "money", "dividends and cash in lieu received less those paid"),
        ("profit", "money", "net of costs, distributions included; unrealised while open"),
        ("return", "fraction", "profit over the amount committed at the entry"),
        (
            "exit_reason", "word",
            "signal, reversal, stop, target, time, daily-loss, split, rebalance, delisting or ruin"
        ),
        ("stop_price", "money a unit", "level of the stop at the exit; empty without one"),
        ("target_price", "money a unit", "level of the target; empty without one"),
        ("status", "word", "closed or open"),
        ("bars", "bars", "from the entry's bar to the exit's"),
        ("adverse_excursion", "fraction", "worst point of the way, at most 0"),
        ("favorable_excursion", "fraction", "best point of the way, at least 0"),
        ("risk_multiple", "ratio", "profit over the risk to the first stop; empty without one"),
        ("symbol", "text", "the instrument"),
    ]

    private static let orders: [Entry] = [
        ("decided_time", "date or ISO 8601 UTC", "start of the bar that decided the order"),
        ("side", "word", "buy or sell"),
        (
            "purpose", "word",
            "entry, scale-in, scale-out, or why it leaves: signal, reversal, stop, target, time, "
                + "daily-loss, split, rebalance, delisting or ruin"
        ),
        ("status", "word", "filled, rejected, cancelled or open"),
        ("reason", "text", "why it came to nothing; empty otherwise"),
        ("fill_time", "date or ISO 8601 UTC", "start of the bar of the fill; empty without one"),
        ("quantity", "units", "always positive; empty where none was found"),
        ("price", "money a unit", "fill, slippage included; empty without one"),
        ("fee", "money", "commission of the fill; empty without one"),
        ("symbol", "text", "the instrument"),
    ]

    private static let equity: [Entry] = [
        ("time", "date or ISO 8601 UTC", "start of the bar"),
        ("close", "money a unit", "last price of the bar, on the basis that the account traded"),
        ("equity", "money", "cash and position, marked at the close"),
        (
            "buy_and_hold", "money",
            "the same cash, invested at the close before the first bar and held"
        ),
        ("drawdown", "fraction", "below the earlier peak, at least 0"),
        ("benchmark", "money", "the same cash in the benchmark; empty where there is none"),
    ]

    private static let metrics: [Entry] = [
        ("metric", "word", "key under metrics in summary.json, which is explained there"),
        ("unit", "word", "unit of the value"),
        ("value", "as unit says", "of the strategy; empty when undefined"),
        ("buy_and_hold", "as unit says", "of buying and holding; empty when undefined"),
        ("convention", "word", "whose formulas it follows"),
    ]
}
