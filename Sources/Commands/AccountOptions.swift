import ArgumentParser
import Backtesting
import Evaluation
import Signals
import Trading

/// The account, its costs and its fills.
package struct AccountOptions: ParsableArguments {
    package init() {}

    @Option(help: "The starting cash, in the instrument's currency.")
    var cash = 100_000.0
    @Option(
        help: """
            all-in, fraction:0.5 of the cash, equity:0.1 of the equity, fixed:100 units, \
            cash:10000 or risk:0.01; default: as the strategy says.
            """)
    var size: String?
    @Flag(help: "Trade whole units only.")
    var wholeShares = false
    @Option(
        help: """
            A rate of the amount (0.001), fixed:MONEY an order, per-unit:MONEY, or several joined \
            by +.
            """)
    var commission = "0.001"
    @Option(help: "The fraction of the price that market and stop fills lose.")
    var slippage = 0.0
    @Option(help: "next-open or same-close.")
    var fill = "next-open"
    @Option(help: "Another engine's rules: backtesting.py or vectorbt.")
    var preset: String?

    /// The options that hold, as `run.yaml` writes them.
    var written: [(name: String, values: [String])] {
        [
            ("cash", ["\(cash)"]), ("commission", [commission]), ("slippage", ["\(slippage)"]),
            ("fill", [fill]),
        ] + (wholeShares ? [("whole-shares", [])] : [])
            + [("size", size), ("preset", preset)].compactMap { name, value in
                value.map { (name, [$0]) }
            }
    }

    /// The terms for a command that gives each instrument an account of its own.
    func rulesAlone(for target: Plan.Target) throws -> TradingRules {
        if target.rebalance != nil {
            Terminal.note(
                "note: in a backtest \(target.name) has one account for all symbols; here each has "
                    + "its share of one of its own")
        }
        return try rules(for: target)
    }

    /// The terms for a compiled target.
    package func rules(for target: Plan.Target) throws -> TradingRules {
        guard cash > 0, cash <= 1e15 else {
            throw wrongWords("--cash must be > 0 and at most 1e15, was \(cash)")
        }
        guard (0..<1).contains(slippage) else {
            throw wrongWords("--slippage is a fraction in 0..<1, was \(slippage)")
        }
        guard let fill = TradingRules.Fill(rawValue: fill), fill != .sameCloseBookedLater else {
            throw wrongWords("--fill takes next-open or same-close; '\(self.fill)' is neither")
        }
        var rules = TradingRules().applying(target, size: try parsedSize())
        if case .risk = rules.sizing, rules.stop == .none {
            throw wrongWords(
                "a risk size needs a stop, and \(target.name) has none; choose another --size")
        }
        if target.rebalance != nil, size != nil {
            throw wrongWords("\(target.name) says its weights itself; leave --size out")
        }
        rules.cash = cash
        rules.isWholeUnits = wholeShares
        rules.commission = try parsedCommission()
        rules.slippage = slippage
        rules.fill = fill
        return try parsedPreset()?.applied(to: rules) ?? rules
    }

    private func parsedSize() throws -> Size? {
        guard let size else { return nil }
        guard let parsed = Size(canonicalForm: size) else {
            throw wrongWords(
                "--size takes all-in, fraction:0.5, equity:0.1, fixed:100, cash:10000 or "
                    + "risk:0.01; '\(size)' is none")
        }
        return parsed
    }

    private func parsedPreset() throws -> TradingPreset? {
        guard let preset else { return nil }
        guard let parsed = TradingPreset(rawValue: preset) else {
            let known = TradingPreset.allCases.map(\.rawValue).joined(separator: " or ")
            throw wrongWords("--preset takes \(known); '\(preset)' is neither")
        }
        return parsed
    }

    private func parsedCommission() throws -> Commission {
        var (rate, fixed, perUnit) = (0.0, 0.0, 0.0)
        for part in commission.split(separator: "+", omittingEmptySubsequences: false) {
            let words = part.split(separator: ":", omittingEmptySubsequences: false)
            let value = words.last.flatMap { Double($0) } ?? -1
            switch words.count == 2 ? words[0] : "rate" {
            case "rate" where (0..<1).contains(value): rate += value
            case "fixed" where value >= 0 && value.isFinite: fixed += value
            case "per-unit" where value >= 0 && value.isFinite: perUnit += value
            default:
                throw wrongWords(
                    "--commission takes 0.001, fixed:1 or per-unit:0.005; '\(part)' is none")
            }
        }
        guard rate < 1 else { throw wrongWords("--commission rates add up to \(rate)") }
        return Commission(rate: rate, fixed: fixed, perUnit: perUnit)
    }
}
