import ArgumentParser
import Backtesting
import Evaluation
import MarketData
import Reporting
import Signals
import Trading

/// `finstage scan [STRATEGY…]`
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Tells which strategies change their target at the last bar, and why.",
        discussion: """
            Examples:
              finstage scan
              finstage scan SmaCross MacdCross --symbol AAPL,MSFT
              finstage scan --date 2020-03-16 --json

            Every strategy, by default, runs over every stored series to the last bar, or to the
            session of --date. A change is told as live signals tell it: from, to, the reason,
            stop and target, and the numbers that the rule compares.
            """)

    @Argument(help: "Names of the catalogue; default: every strategy.")
    var strategies: [String] = []
    @OptionGroup(title: "Parameters") var parameters: ParameterOptions
    @Option(help: "The session, YYYY-MM-DD; default: each instrument's last.") var date: String?
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions

    func validate() throws {
        guard let date else { return }
        guard CivilDate(date) != nil else {
            throw wrongWords("--date takes a date such as 2015-01-30; '\(date)' is none")
        }
        guard selection.to == nil else {
            throw wrongWords("--date and --to exclude each other; leave --to out")
        }
    }

    func run() throws {
        let plans = try self.plans()
        var selection = selection
        selection.to = date ?? selection.to
        try reportingFailure {
            let research = try Research(reading: selection, isQuiet: true)
            let wanted = date.flatMap { CivilDate($0) }
            let subjects = try research.subjects().filter { subject in
                wanted == nil || subject.sessionDate(ofRow: subject.rows.upperBound - 1) == wanted
            }
            guard !subjects.isEmpty else {
                throw CommandFailure(
                    "no selected instrument has a bar on \(date ?? ""); choose a session, or "
                        + "leave --date out for the last one")
            }
            // The store is read by one thread, the plans run on several.
            let readable = try plans.map {
                try research.subjects(subjects, for: $0.plan, sparesOthers: strategies.isEmpty)
            }
            let changes = try Parallel.map(plans.count, threads: Parallel.processorCount) {
                TargetChange.all(of: plans[$0].plan, plans[$0].rules, readable[$0])
            }
            let text = ScanText(Array(changes.joined()), ruleCount: plans.count, subjects)
            json ? Terminal.result(text.json.document) : Terminal.text(text.text)
        }
    }

    private func plans() throws -> [(plan: Plan, rules: TradingRules)] {
        let types = try StrategyChoice.strategies(named: strategies)
        guard parameters.isEmpty || types.count == 1 else {
            throw wrongWords("--param sets a parameter of one strategy; name that strategy")
        }
        return try types.map { type in
            let plan = Plan(try parameters.instance(of: type))
            if types.count == 1 { try selection.checkUniverse(of: plan) }
            return (plan, try account.rules(for: plan.targets[0]))
        }
    }
}
