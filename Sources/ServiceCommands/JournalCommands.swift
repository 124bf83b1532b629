import ArgumentParser
import Commands
import Database
import MarketData

/// `finstage signals`
struct SignalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signals", abstract: "Prints the stored signals, every revision.",
        discussion: "Example: finstage signals --symbol AAPL --json")

    @Option(help: "The id of a promotion.") var promotion: String?
    @Option(help: "A symbol.") var symbol: String?
    @Option(help: "The folder of the store.") var store: String?
    @Flag(help: "JSON lines.") var json = false

    func run() throws {
        try reportingFailure {
            let journal = try ServiceStore(store).presentJournal()
            for signal in try journal?.signals(promotion: promotion, symbol: symbol) ?? [] {
                Terminal.result(json ? try ServiceOptions.json(Row(signal)) : Self.text(signal))
            }
        }
    }

    private static func text(_ signal: SignalRecord) -> String {
        let instant = Timestamp(microseconds: signal.decidedAt).text
        let revision = signal.revision > 0 ? "  revision \(signal.revision)" : ""
        return "\(instant)  \(signal.promotion)  \(signal.symbol)  \(signal.from) → \(signal.to)  "
            + "\(signal.reason)\(revision)\(signal.isLate ? "  late" : "")"
    }

    private struct Row: Encodable {
        let key: String
        let promotion: String
        let symbol: String
        let decided: String
        let revision: Int64
        let from: String
        let to: String
        let reason: String
        let price: Double?
        let stop: Double?
        let target: Double?
        let late: Bool
        let values: String

        init(_ signal: SignalRecord) {
            (key, promotion, symbol) = (signal.key, signal.promotion, signal.symbol)
            decided = Timestamp(microseconds: signal.decidedAt).text
            (revision, from, to, reason) = (
                signal.revision, signal.from, signal.to, signal.reason
            )
            (price, stop, target) = (signal.price, signal.stop, signal.target)
            (late, values) = (signal.isLate, signal.values)
        }
    }
}

/// `finstage positions`
struct PositionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "positions", abstract: "Prints what the paper accounts hold.",
        discussion: "Example: finstage positions")

    @Option(help: "The folder of the store.") var store: String?
    @Flag(help: "JSON lines.") var json = false

    func run() throws {
        try reportingFailure {
            for point in try ServiceStore(store).presentJournal()?.checkpoints() ?? [] {
                let bar = Timestamp(microseconds: point.barTime).text
                Terminal.result(
                    json
                        ? try ServiceOptions.json(Row(point, bar))
                        : "\(point.promotion)  \(point.symbol)  \(point.stance)  "
                            + "\(point.quantity) units  equity \(point.equity)  cash "
                            + "\(point.cash)  \(counted(point.tradeCount, "trade"))  as of \(bar)")
            }
        }
    }

    private struct Row: Encodable {
        let promotion: String
        let symbol: String
        let stance: String
        let quantity: Double
        let entryPrice: Double?
        let equity: Double
        let equityBits: String
        let cash: Double
        let trades: Int64
        let bar: String

        init(_ point: CheckpointRecord, _ bar: String) {
            (promotion, symbol, stance) = (point.promotion, point.symbol, point.stance)
            (quantity, entryPrice, equity) = (point.quantity, point.entryPrice, point.equity)
            equityBits = String(point.equity.bitPattern, radix: 16)
            (cash, trades, self.bar) = (point.cash, point.tradeCount, bar)
        }
    }
}

/// `finstage equity`
struct EquityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equity", abstract: "Prints the paper accounts' equity, session by session.",
        discussion: "Example: finstage equity --promotion SmaCross-0123456789ab")

    @Option(help: "The id of a promotion.") var promotion: String?
    @Option(help: "The folder of the store.") var store: String?

    func run() throws {
        try reportingFailure {
            let journal = try ServiceStore(store).presentJournal()
            Terminal.result("promotion,symbol,session,equity,quantity,equity_bits")
            for row in try journal?.equity(promotion: promotion) ?? [] {
                Terminal.result(
                    "\(row.promotion),\(row.symbol),\(row.session),\(row.equity),"
                        + "\(row.quantity),\(String(row.equity.bitPattern, radix: 16))")
            }
        }
    }
}
