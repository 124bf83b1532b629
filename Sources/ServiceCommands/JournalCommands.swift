import ArgumentParser
import Commands
import Database
import Foundation
import MarketData
import Reporting

/// `finstage signals`
struct SignalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signals", abstract: "Prints the stored signals, every revision.",
        discussion: """
            Examples:
              finstage signals --symbol AAPL --json
              finstage signals --findings

            --findings prints what the runner saw beside signals: bars that were late, corrected,
            misplaced, missing or set aside, rows that were left out, and what ended or differed.
            """)

    @Option(help: "The id of a promotion.") var promotion: String?
    @Option(help: "A symbol.") var symbol: String?
    @Flag(help: "Print what the runner found instead.") var findings = false
    @Option(help: "The folder of the store.") var store: String?
    @Flag(help: "JSON lines.") var json = false

    func run() throws {
        try reportingFailure {
            let service = try ServiceStore(store)
            let journal = try service.presentJournal()
            let promotion = try service.known(promotion: promotion, journal)
            let symbol = try service.known(symbol: symbol, journal)
            if findings {
                let names = [promotion, symbol].compactMap(\.self)
                for finding in try journal?.findings() ?? []
                where Self.isAbout(names, finding) {
                    let row = FindingRow(finding)
                    Terminal.result(json ? try ServiceOptions.json(row) : row.text)
                }
                return
            }
            for signal in try journal?.signals(promotion: promotion, symbol: symbol) ?? [] {
                Terminal.result(json ? try ServiceOptions.json(Row(signal)) : Self.text(signal))
            }
        }
    }

    /// True when a finding's subject has all of some names among its words.
    private static func isAbout(_ names: [String], _ finding: JournalFindingRecord) -> Bool {
        let words = finding.subject.split { $0 == " " || $0 == ":" }
        return names.allSatisfy { words.contains($0[...]) }
    }

    private static func text(_ signal: SignalRecord) -> String {
        let instant = Timestamp(microseconds: signal.decidedAt).text
        let revision = signal.revision > 0 ? "  revision \(signal.revision)" : ""
        let change = signal.isWithdrawn ? "" : "\(signal.from) → \(signal.to)  "
        return "\(instant)  \(signal.promotion)  \(signal.symbol)  \(change)\(signal.reason)"
            + "\(revision)\(signal.isLate ? "  late" : "")"
    }

    private struct FindingRow: Encodable {
        let kind: String
        let subject: String
        let time: String
        let words: String

        init(_ finding: JournalFindingRecord) {
            (kind, subject, words) = (finding.kind, finding.subject, finding.text)
            time = finding.time == 0 ? "" : Timestamp(microseconds: finding.time).text
        }

        var text: String { [time, kind, words].filter { !$0.isEmpty }.joined(separator: "  ") }
    }

    private struct Row: Encodable {
        let key: String
        let promotion: String
        let symbol: String
        let decided: String
        let revision: Int64
        let from: String?
        let to: String?
        let reason: String
        let price: Double?
        let stop: Double?
        let target: Double?
        let late: Bool
        let values: String

        init(_ signal: SignalRecord) {
            (key, promotion, symbol) = (signal.key, signal.promotion, signal.symbol)
            decided = Timestamp(microseconds: signal.decidedAt).text
            (revision, reason) = (signal.revision, signal.reason)
            from = signal.isWithdrawn ? nil : signal.from
            to = signal.isWithdrawn ? nil : signal.to
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
            let service = try ServiceStore(store)
            let journal = try service.presentJournal()
            let (active, refused) = try service.promotions(journal, now: WallClock.live())
            let ended = try refused + service.renewed(active, journal)
            for point in try journal?.checkpoints() ?? [] {
                let bar = Timestamp(microseconds: point.barTime).text
                let end = ended.first { $0.id == point.promotion }
                let isThere = end != nil || active.contains { $0.id == point.promotion }
                let state = isThere ? end?.field ?? "active" : "gone"
                Terminal.result(
                    json
                        ? try ServiceOptions.json(Row(point, bar, state))
                        : Self.text(point, bar) + (state == "active" ? "" : "  [\(state)]"))
            }
        }
    }

    /// Money in cents, and units without the noise of their last bits; JSON has every digit.
    private static func text(_ point: CheckpointRecord, _ bar: String) -> String {
        func money(_ amount: Double) -> String {
            // No sign before a zero.
            let text = String(format: "%.2f", amount)
            return text == "-0.00" ? "0.00" : text
        }
        let units = (point.quantity * 1e8).rounded() / 1e8
        let isWhole = units == units.rounded() && units.magnitude < 1e15
        let count = isWhole ? "\(Int64(units))" : "\(units)"
        let held = units == 0 ? "" : "\(count) units  "
        // What was decided at the last close happens at the next open.
        let wish = point.stance == point.holds ? "" : "\(point.stance) at the next open  "
        return "\(point.promotion)  \(point.symbol)  \(point.holds)  \(held)\(wish)equity "
            + "\(money(point.equity))  cash \(money(point.cash))  "
            + "\(counted(point.tradeCount, "trade"))  as of \(bar)"
    }

    private struct Row: Encodable {
        let promotion: String
        let symbol: String
        let stance: String
        let holds: String
        let quantity: Double
        let entryPrice: Double?
        let equity: Double
        let equityBits: String
        let cash: Double
        let trades: Int64
        let bar: String
        let state: String

        init(_ point: CheckpointRecord, _ bar: String, _ state: String) {
            (promotion, symbol, stance) = (point.promotion, point.symbol, point.stance)
            holds = point.holds
            (quantity, entryPrice, equity) = (point.quantity, point.entryPrice, point.equity)
            equityBits = String(point.equity.bitPattern, radix: 16)
            (cash, trades, self.bar) = (point.cash, point.tradeCount, bar)
            self.state = state
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
    @Flag(help: "JSON lines.") var json = false

    func run() throws {
        try reportingFailure {
            let service = try ServiceStore(store)
            let journal = try service.presentJournal()
            let promotion = try service.known(promotion: promotion, journal)
            if json {
                for row in try journal?.equity(promotion: promotion) ?? [] {
                    Terminal.result(try ServiceOptions.json(Row(row)))
                }
                return
            }
            Terminal.result("promotion,symbol,session,equity,quantity,equity_bits")
            for row in try journal?.equity(promotion: promotion) ?? [] {
                let line = DelimitedText.row([
                    .text(row.promotion), .text(row.symbol), .text(row.session),
                    .number(row.equity), .number(row.quantity),
                    .text(String(row.equity.bitPattern, radix: 16)),
                ])
                Terminal.result(String(line.dropLast()))
            }
        }
    }

    private struct Row: Encodable {
        let promotion: String
        let symbol: String
        let session: String
        let equity: Double
        let quantity: Double
        let equityBits: String

        init(_ row: EquityRecord) {
            (promotion, symbol, session) = (row.promotion, row.symbol, row.session)
            (equity, quantity) = (row.equity, row.quantity)
            equityBits = String(row.equity.bitPattern, radix: 16)
        }
    }
}

extension CheckpointRecord {
    /// What the paper account holds: `long`, `short` or `flat`.
    fileprivate var holds: String { quantity > 0 ? "long" : quantity < 0 ? "short" : "flat" }
}
