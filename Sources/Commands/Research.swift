import Backtesting
import ColumnStore
import Digests
import Foundation
import MarketData
import Reporting
import Signals
import Trading

/// The store behind a command, with the bundled data in it.
package struct Research {
    /// The store.
    package let store: Store
    private let selection: SelectionOptions

    /// Opens the store that the options name.
    package init(_ selection: SelectionOptions, isQuiet: Bool) throws {
        self.selection = selection
        store = try Self.openStore(selection.store, isQuiet: isQuiet)
    }

    /// Opens it for a command that only reads: as it is, where it may not be written.
    package init(reading selection: SelectionOptions, isQuiet: Bool) throws {
        let folder = try Self.storeFolder(selection.store)
        let isFrozen =
            Store.exists(in: folder) && !FileManager.default.isWritableFile(atPath: folder.path)
        self.selection = selection
        store =
            try isFrozen
            ? Store(reading: folder) : Self.openStore(selection.store, isQuiet: isQuiet)
    }

    /// The folder named, else FINSTAGE_STORE, else `.finstage` in the working folder.
    static func storeFolder(_ folder: String?) throws -> URL {
        let environment = ProcessInfo.processInfo.environment
        let path = folder ?? environment["FINSTAGE_STORE"] ?? ".finstage"
        guard !path.isEmpty else {
            throw CommandFailure("--store or FINSTAGE_STORE is empty; name a folder")
        }
        return URL(filePath: path)
    }

    /// The store in that folder, with the bundled data sets in it. Symbols that this program
    /// cannot read are named, and left alone.
    package static func openStore(_ folder: String?, isQuiet: Bool = false) throws -> Store {
        let store = try Store(folder: storeFolder(folder))
        for folder in bundledDatasets where try !store.hasImported(datasetIn: folder) {
            let outcomes = try store.importDataset(folder: folder, sparesOthers: true)
            for outcome in outcomes {
                for note in outcome.notes {
                    Terminal.note("\(folder.lastPathComponent), \(outcome.symbol): \(note)")
                }
            }
            let new = outcomes.filter { !$0.isUnchanged }
            guard !new.isEmpty, !isQuiet else { continue }
            Terminal.note(
                "imported \(new.count) series of \(folder.lastPathComponent) into "
                    + store.folder.path)
        }
        for problem in try store.listing().problems { Terminal.note("warning: \(problem)") }
        try warnOfForgotten(in: store)
        return store
    }

    /// Names the series that lie in a store and are not in its catalogue.
    static func warnOfForgotten(in store: Store) throws {
        let names = try store.forgottenSeries()
        guard !names.isEmpty else { return }
        let count = counted(names.count, "series", plural: "series")
        Terminal.note(
            "warning: \(store.folder.path) holds \(count) that its catalogue does not name: "
                + "\(first(names)); 'finstage data rebuild' takes back what a lost catalogue named")
    }

    /// The first ten of some names, and how many there are besides.
    static func first(_ names: [String]) -> String {
        let rest = names.count - 10
        return names.prefix(10).joined(separator: ", ")
            + (rest > 0 ? " and \(parted(rest)) more" : "")
    }

    /// The instruments that the options select, under their view and range.
    package func subjects() throws -> [Subject] {
        let (subjects, missing) = try subjects(
            named: selection.symbolList, from: selection.from.flatMap { CivilDate($0) })
        for error in missing { Terminal.note("left out: \(error)") }
        return subjects
    }

    /// Those named, or all that are stored, and why some are not there.
    private func subjects(
        named typed: [String], from: CivilDate?
    ) throws -> (subjects: [Subject], missing: [SubjectError]) {
        let interval = Interval(name: selection.interval) ?? .day
        let stored = try store.entries().filter { $0.interval == interval && $0.basis != .values }
            .map(\.symbol)
        guard !typed.isEmpty || !stored.isEmpty else {
            throw CommandFailure(
                "the store \(store.folder.path) holds no series of \(selection.interval); import "
                    + "one with 'finstage data import FILE --symbol NAME'")
        }
        let symbols = typed.isEmpty ? stored : unique(typed)
        var missing: [SubjectError] = []
        let subjects = try symbols.compactMap { symbol in
            do {
                return try subject(symbol, from: from, to: to)
            } catch let error as SubjectError {
                missing.append(error)
                return nil
            }
        }
        guard !subjects.isEmpty else { throw missing[0] }
        return (subjects, missing)
    }

    /// One instrument under the options' view and range.
    func subject(named symbol: String) throws -> Subject {
        try subject(symbol, from: selection.from.flatMap { CivilDate($0) }, to: to)
    }

    /// The last session that the options look at.
    private var to: CivilDate? { selection.to.flatMap { CivilDate($0) } }

    /// The instrument that results are compared with.
    func benchmark(_ symbol: String) throws -> Subject {
        do {
            return try subject(symbol, from: nil, to: nil)
        } catch {
            throw CommandFailure("--benchmark \(symbol): \(error)")
        }
    }

    /// The same instruments beside those that a plan reads.
    ///
    /// - Parameters:
    ///   - subjects: the instruments.
    ///   - plan: the compiled rule.
    ///   - sparesOthers: true where nobody asked for this rule by its name: what it cannot be run
    ///     on is then said and left out.
    /// - Returns: the instruments that the plan can be run on.
    /// - Throws: when bars are missing, unless `sparesOthers`.
    package func subjects(
        _ subjects: [Subject], for plan: Plan, sparesOthers: Bool = false
    ) throws -> [Subject] {
        var others: [String: Subject] = [:]
        let name = plan.targets[0].name
        let place = StrategyChoice.place(named: name).map { "\($0): " } ?? ""
        for symbol in plan.symbols where !symbol.hasPrefix(":") {
            do {
                others[symbol] = try other(symbol)
            } catch {
                let what = "\(name) reads \(symbol): \(error)"
                guard sparesOthers else { throw CommandFailure(place + what) }
                Terminal.note("left out: \(what)")
                return []
            }
        }
        let prepare = try preparation(of: plan, others)
        guard sparesOthers || selection.symbolList.isEmpty else {
            do { return try subjects.map(prepare) } catch let error as SubjectError {
                throw CommandFailure("\(place)\(name): \(error)")
            }
        }
        var refusals: [SubjectError] = []
        let readable = try subjects.compactMap { subject in
            do {
                return try prepare(subject)
            } catch let error as SubjectError {
                refusals.append(error)
                return nil
            }
        }
        if let first = refusals.first {
            let count = counted(refusals.count, "instrument")
            guard sparesOthers || !readable.isEmpty else {
                throw CommandFailure("\(place)\(name): \(first)")
            }
            Terminal.note("left out: \(name) on \(count): \(first)")
        }
        return readable
    }

    /// What puts an instrument beside those that a plan reads, and among those that it compares.
    private func preparation(
        of plan: Plan, _ others: [String: Subject]
    ) throws -> (Subject) throws -> Subject {
        let read = { (subject: Subject) in
            try subject.reading(others.merging(columns(of: subject, for: plan)) { $1 }, for: plan)
        }
        guard plan.isCrossSectional else { return read }
        // From their first bars on: earlier ones warm what is compared, as they warm a rule.
        // Weights are those of what is held, where nothing else is said.
        let named =
            selection.universeList.isEmpty && plan.targets[0].rebalance != nil
            ? selection.symbolList : selection.universeList
        let (known, missing) = try subjects(named: named, from: nil)
        for error in missing where !named.isEmpty {
            Terminal.note("left out of the universe: \(error)")
        }
        let members = try known.compactMap { member in
            do { return try read(member) } catch let error as SubjectError where named.isEmpty {
                Terminal.note("left out of the universe: \(error)")
                return nil
            }
        }
        let universe = Universe(members.map(\.history))
        return { try read($0).among(members, universe) }
    }

    /// What a plan reads of the stored columns of an instrument: series of their own, or columns
    /// that came with its bars.
    private func columns(of subject: Subject, for plan: Plan) throws -> [String: Subject] {
        try plan.columns.reduce(into: [:]) { columns, name in
            columns[":\(name)"] = try column(name, of: subject)
        }
    }

    /// Another instrument that a rule names, or a column of one.
    private func other(_ symbol: String) throws -> Subject {
        guard let colon = symbol.lastIndex(of: ":") else {
            return try subject(symbol, from: nil, to: nil)
        }
        let base = try subject(String(symbol[..<colon]), from: nil, to: nil)
        return try column(String(symbol[symbol.index(after: colon)...]), of: base)
    }

    private func column(_ name: String, of subject: Subject) throws -> Subject {
        let symbol = "\(subject.symbol):\(name)"
        if let entry = try store.entries().first(where: { $0.symbol == symbol }) {
            return try self.subject(symbol, interval: entry.interval, from: nil, to: nil)
        }
        let interval = subject.history.traded.interval
        let stored = try store.series(symbol: subject.symbol, interval: interval)
        guard let extra = stored.extras.first(where: { $0.name == name }) else {
            let known =
                try store.entries().map(\.symbol)
                .filter { $0.hasPrefix("\(subject.symbol):") }
                .map { String($0.dropFirst(subject.symbol.count + 1)) }
                + stored.extras.map(\.name)
            let there = known.isEmpty ? "has none" : "has \(known.joined(separator: ", "))"
            throw SubjectError.noColumn(symbol: subject.symbol, column: name, known: there)
        }
        let values = extra.values
        let series = Series(
            symbol: symbol, interval: interval, calendar: stored.series.calendar,
            times: stored.series.times, open: values, high: values, low: values, close: values,
            volume: values.map { _ in .nan })
        return try Subject(
            series, actions: [], view: .none, from: nil, to: nil,
            source: DataSource(stored.entry, remarks: []))
    }

    private func subject(
        _ symbol: String, from: CivilDate?, to: CivilDate?
    ) throws -> Subject {
        let interval = Interval(name: selection.interval) ?? .day
        let subject = try subject(symbol, interval: interval, from: from, to: to)
        guard subject.passport.priceBasis != PriceBasis.values.text else {
            throw SubjectError.noPrices(symbol: symbol)
        }
        return subject
    }

    private func subject(
        _ symbol: String, interval: Interval, from: CivilDate?, to: CivilDate?
    ) throws -> Subject {
        let stored = try store.series(symbol: symbol, interval: interval)
        return try Subject(
            stored.series, actions: stored.actions, view: selection.adjusted, from: from, to: to,
            source: DataSource(
                stored.entry, remarks: try remarks(symbol, interval)))
    }

    /// The findings that change what a result means: actions left out, jumps that no action
    /// explains, rows on days without a session.
    private func remarks(_ symbol: String, _ interval: Interval) throws -> [DataRemark] {
        let grave = try store.findings(symbol: symbol, interval: interval)
            .filter { Self.graveFindings.contains($0.kind) }
        guard let first = grave.first else { return [] }
        return [.findings(count: grave.count, first: first.text)]
    }

    private static let graveFindings: Set<String> = [
        SeriesFinding.action, "splitLike", "unitJump", "nonSession", "outsideHours", "gap", "spike",
        "silentVolume",
    ]

    /// Where the journal of a replay lies: one for each plan, account and series.
    func journal(of plan: Plan, _ rules: TradingRules, _ subject: Subject) -> URL {
        let terms = [selection.adjusted.rawValue, "\(subject.rows)", "\(rules)"]
        let parts = [plan.fingerprint.description] + terms + subject.passport.dataDigests
        let identity = Digest(of: parts.joined(separator: "\n"))
        let symbol = ReportWriter.fileName(subject.symbol)
        let name = "\(plan.targets[0].name)-\(symbol)-\(identity.short).jsonl"
        return store.folder.appending(path: "journals").appending(path: name)
    }

    /// The folder for the results of a command that names none.
    static func reportFolder(_ stamp: String, _ strategies: [String]) -> String {
        let root = Installation.project(ProcessInfo.processInfo.environment)
        let name = ReportWriter.fileName(strategies.count == 1 ? strategies[0] : "backtest")
        let words = Digest(of: CommandLine.arguments.joined(separator: "\n")).description
        return (root.map { $0 + "/" } ?? "") + "Reports/\(stamp)-\(name)-\(words.prefix(4))"
    }

    /// The folders under Datasets/ that describe themselves.
    private static var bundledDatasets: [URL] {
        let datasets = Installation.current.folder.appending(path: "Datasets")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: datasets.path)) ?? []
        return names.sorted().map { datasets.appending(path: $0) }.filter {
            FileManager.default.fileExists(atPath: $0.appending(path: "metadata.json").path)
        }
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension DataSource {
    /// The source of a stored series.
    init(_ entry: SeriesEntry, remarks: [DataRemark]) {
        self.init(
            dataset: entry.dataset.isEmpty ? entry.source : entry.dataset, origin: entry.origin,
            licence: entry.licence,
            selection: entry.selection.isEmpty ? "unknown" : entry.selection,
            priceBasis: entry.basis.text, seriesDigest: entry.digest.description,
            actionsDigest: entry.actionsDigest, remarks: remarks)
    }
}
