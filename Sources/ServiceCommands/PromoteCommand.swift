import ArgumentParser
import Backtesting
import ColumnStore
import Commands
import Database
import Digests
import Foundation
import MarketData
import Promotions
import Signals
import Trading
import Validation

/// `finstage promote STRATEGY`
struct PromoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote",
        abstract: "Validates and replays a strategy, and signs it for live signalling.",
        discussion: """
            Example: finstage promote SmaCross --symbol AAPL --accept hindsight

            The strategy passes the gates of 'finstage validate' first; one that fails is refused
            unless --accept names it, and the manifest then says so. The whole backtest is
            replayed bar by bar and must match to the bit. The manifest holds the plan itself, the
            terms and what each gate found; later bars than those of the backtest are live.
            """)

    @Argument(help: "A name of the catalogue.") var strategy: String
    @Option(name: .customLong("param"), help: "NAME=VALUE; repeatable.") var params: [String] = []
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Gates") var gates: GateOptions
    @Flag(help: "Promote a plan that was taken back before; the manifest then says so.")
    var again = false
    @Option(help: "The days until it expires.") var days = 90
    @Flag(help: "One JSON document on standard output.") var json = false

    func validate() throws {
        guard (1...3_650).contains(days) else {
            throw wrongWords("--days lies in 1...3650, was \(days)")
        }
    }

    func run() throws {
        let type = try StrategyChoice.strategies(named: [strategy])[0]
        let instance = try StrategyChoice.instance(of: type, setting: params)
        let plan = Plan(instance)
        let rules = try account.rules(for: plan.targets[0])
        try reportingFailure {
            guard selection.adjusted != .total else {
                throw CommandFailure("--adjusted total is for comparison; promote splits or none")
            }
            guard plan.targets[0].rebalance == nil else {
                throw CommandFailure(
                    "\(type.name) holds weights in one account for all symbols; the live runner "
                        + "takes one instrument at a time, so it is not promoted")
            }
            if let column = plan.columns.first {
                throw CommandFailure(
                    "\(type.name) reads the stored column \(column), which no feed of the live "
                        + "runner brings, so it is not promoted")
            }
            guard !plan.isCrossSectional else {
                throw CommandFailure(
                    "\(type.name) compares the instruments of a universe; the live runner takes "
                        + "one instrument at a time, so it is not promoted; 'finstage scan' tells "
                        + "what it wants today")
            }
            let research = try Research(selection, isQuiet: true)
            let subjects = try research.subjects(research.subjects(), for: plan)
            let verdict = try judged(instance, plan, rules, subjects, research.store)
            guard verdict.isPassed else {
                let reasons = verdict.refusals.map { "\n  \($0.line)" }.joined()
                throw CommandFailure(
                    "\(type.name) is not promoted; \(verdict.refusals.count) of "
                        + "\(counted(verdict.results.count, "gate")) refuse it:\(reasons)\n"
                        + "'\(CommandLineText.validation())' writes the evidence")
            }
            let registry = Registry(store: research.store.folder, keys: ServiceStore.keyRing)
            if !again, let (id, reason) = try taken(plan, in: registry, research.store) {
                throw CommandFailure(
                    "\(type.name) is not promoted: \(id) of the same plan was taken back: "
                        + "\(reason). --again promotes it all the same, and the manifest says so")
            }
            let replayed = try replay(plan, rules, subjects)
            let made = try manifest(
                instance, plan, rules, subjects, research.store, verdict, replayed: replayed)
            let others = try registry.ids().compactMap { try? registry.manifest($0) }
            let bytes = try made.bytes()
            let isKnown = try others.contains { try $0.bytes() == bytes }
            let whole = isKnown ? made : made.issued(after: others)
            let renewed = try registry.ids().filter { other in
                (try? registry.manifest(other))?.isSameTrading(as: whole) ?? false
            }
            let id = try registry.add(whole)
            try show(id, whole, registry, renewed: renewed.filter { $0 != id })
        }
    }

    /// A promotion of the same plan that was taken back, and why.
    private func taken(
        _ plan: Plan, in registry: Registry, _ store: Store
    ) throws -> (id: String, reason: String)? {
        let journal =
            JournalDatabase.exists(in: store.folder)
            ? try JournalDatabase(folder: store.folder) : nil
        for id in try registry.ids()
        where (try? registry.manifest(id))?.fingerprint == plan.fingerprint.description {
            if let reason = try registry.demotion(of: id, journal: journal) { return (id, reason) }
        }
        return nil
    }

    private func show(
        _ id: String, _ manifest: Manifest, _ registry: Registry, renewed: [String]
    ) throws {
        let path = registry.folder.appending(path: "\(id).json").path
        if json {
            Terminal.result(
                try ServiceOptions.json([
                    "id": id, "manifest": path, "fingerprint": manifest.fingerprint,
                    "expires": manifest.expires, "replayed_bars": "\(manifest.replayedBars)",
                    "accepted": manifest.accepted.joined(separator: "; "),
                    "renews": renewed.joined(separator: ", "),
                ]))
        } else {
            let accepted =
                manifest.accepted.isEmpty ? "none" : manifest.accepted.joined(separator: "; ")
            let renews = renewed.isEmpty ? "none" : renewed.joined(separator: ", ")
            Terminal.result(
                """
                \(id)
                replayed   \(counted(manifest.replayedBars, "bar")), equal to the bit
                universe   \(manifest.universe.map(\.symbol).joined(separator: ", "))
                gates      \(manifest.gates.count), accepted nevertheless: \(accepted)
                renews     \(renews)
                expires    \(manifest.expires)
                manifest   \(path)
                """)
        }
    }

    private func judged(
        _ strategy: any Strategy, _ plan: Plan, _ rules: TradingRules, _ subjects: [Subject],
        _ store: Store
    ) throws -> Verdict {
        try Candidate.verdicts(
            on: [Candidate(strategy, plan, rules, subjects)], gates, in: store, threads: 1,
            isQuiet: json)[0]
    }

    /// The whole backtest bar by bar; throws at the first bit that differs.
    private func replay(
        _ plan: Plan, _ rules: TradingRules, _ subjects: [Subject]
    ) throws -> (digest: String, bars: Int) {
        var (lines, count) = ([String](), 0)
        for subject in subjects {
            let account: Account
            do {
                account = try Replay(plan, rules, subject.history, rows: subject.rows)
                    .run(into: nil)
            } catch let difference as Replay.Difference {
                throw CommandFailure("\(strategy) on \(subject.symbol): \(difference)")
            }
            count += account.equity.count
            lines.append(subject.symbol)
            lines += account.equity.map { String($0.bitPattern, radix: 16) }
            lines += account.session.trades.map {
                "\($0.position.entryRow) \($0.exitRow) \($0.profit.bitPattern)"
            }
        }
        return (Digest(of: lines.joined(separator: "\n")).description, count)
    }

    private func manifest(
        _ strategy: any Strategy, _ plan: Plan, _ rules: TradingRules, _ subjects: [Subject],
        _ store: Store, _ verdict: Verdict, replayed: (digest: String, bars: Int)
    ) throws -> Manifest {
        let interval = Interval(name: selection.interval) ?? .day
        let now = WallClock.live()
        let seconds = Timestamp(microseconds: now.microseconds / 1_000_000 * 1_000_000)
        let end = Timestamp(
            microseconds: seconds.microseconds + Int64(days) * Interval.day.microseconds)
        return Manifest(
            strategy: type(of: strategy).name, plan: plan.canonicalText,
            fingerprint: plan.fingerprint.description,
            parameters: Dictionary(
                uniqueKeysWithValues: strategy.parameters.map { ($0.name, $0.value) }),
            interval: interval.name, adjusted: selection.adjusted.rawValue,
            universe: try subjects.map { subject in
                try Self.instrument(
                    store.series(symbol: subject.symbol, interval: interval),
                    last: subject.history.traded.times.last)
            },
            reads: try plan.symbols.map {
                try Self.instrument(store.series(symbol: $0, interval: interval), last: nil)
            },
            rules: ManifestRules(rules), gates: verdict.results.map(GateOutcome.init),
            accepted: verdict.accepted.sorted() + verdict.lenient.compactMap(\.ownThresholdText)
                + (again ? ["demoted"] : []), replayedBars: replayed.bars,
            ledgerDigest: replayed.digest, trialsDigest: verdict.ledger.digest,
            engine: Version.text, issued: seconds.text, expires: end.text)
    }

    private static func instrument(
        _ stored: StoredSeries, last: Timestamp?
    ) -> ManifestInstrument {
        ManifestInstrument(
            symbol: stored.series.symbol, currency: stored.entry.currency, stored.series,
            actions: stored.actions, through: last)
    }
}

extension GateOutcome {
    /// What a gate found, without its evidence.
    fileprivate init(_ result: GateResult) {
        self.init(
            name: result.name, value: result.value, comparison: result.comparison.rawValue,
            threshold: result.threshold, passed: result.passed, why: result.why)
    }
}
