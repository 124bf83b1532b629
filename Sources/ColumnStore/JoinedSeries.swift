import Database
import Digests
import MarketData

/// One series as an import gives it.
struct GivenSeries {
    let table: BarTable
    let request: ImportRequest
    /// The digest of the file.
    let source: Digest

    /// The series alone, whatever is stored.
    fileprivate func alone(_ notes: [String] = []) throws(StoreError) -> JoinedSeries {
        guard let last = table.times.last else { throw .noRows(file: request.file) }
        return JoinedSeries(
            table: table, request: request, sourceDigest: source.description,
            basis: request.basis.basis(asOf: last), notes: notes, isAlone: true)
    }

    /// Some bars have other values, of which one can hold.
    func conflict(_ problem: String) -> StoreError {
        refusal(
            problem,
            "--on-conflict replace takes the file's bars, keep the stored ones, fresh forgets the "
                + "stored series.")
    }

    func refusal(_ problem: String, _ remedy: String) -> StoreError {
        .conflict(
            file: request.file, symbol: request.symbol, problem: problem, remedy: remedy)
    }
}

/// What an import leaves of a series: its bars beside those that were stored.
struct JoinedSeries {
    var table: BarTable
    /// What the catalogue says of it.
    var request: ImportRequest
    /// The digest of the imported file, marked where bars from elsewhere stand beside its own.
    var sourceDigest: String
    var basis: PriceBasis
    var notes: [String]
    /// The times of bars that a person puts in the place of others.
    var stated: [Timestamp] = []
    /// True when nothing that was stored before stays.
    var isAlone = false

    /// Keeps the passport of the stored series, to which the file only adds.
    fileprivate mutating func keepPassport(of entry: SeriesEntry, hasNew: Bool) {
        (request.dataset, request.namesake) = (entry.dataset, entry.source)
        (request.origin, request.licence) = (entry.origin, entry.licence)
        (request.currency, request.basis) = (entry.currency, entry.basis.kind)
        sourceDigest =
            hasNew
            ? SeriesRecord.marked(entry.sourceDigest, through: entry.last.microseconds)
            : entry.sourceDigest
        basis = entry.basis
    }
}

/// A stored series beside a given one.
private struct Meeting {
    let entry: SeriesEntry
    let stored: StoredSeries
    let before: BarTable
    let given: GivenSeries
    /// Where both have a bar with other values; nil where they agree.
    let problem: String?
    /// The times of those bars.
    let differing: [Timestamp]
    /// The times that the store lacks.
    let added: [Timestamp]
    /// The number of stored bars that the given series lacks.
    let keptCount: Int
    /// True when some of the stored ones are of the running day.
    let hasLive: Bool

    /// Bars of the running day (`live`) at times of the given ones count as stored.
    init(_ stored: StoredSeries, _ given: GivenSeries, _ live: BarTable) {
        (entry, self.stored, self.given) = (stored.entry, stored, given)
        let (table, times) = (BarTable(stored), Set(given.table.times))
        let met = live.rows { times.contains($0) }
        hasLive = met.count > 0
        before = hasLive ? table.merging(met, givenHolds: true) : table
        (problem, differing) = before.conflict(with: given.table)
        let present = Set(before.times)
        added = given.table.times.filter { !present.contains($0) }
        keptCount = before.count - (given.table.count - added.count)
    }

    /// Throws where the given prices cannot stand beside the stored ones.
    ///
    /// Prices as traded go on behind those that a series is adjusted up to.
    func requireOneKind() throws(StoreError) {
        let (kind, request) = (entry.basis.kind, given.request)
        let end: Timestamp? =
            switch entry.basis {
            case .raw, .values: nil
            case .splits(let asOf), .total(let asOf): asOf
            }
        let goesOn =
            request.basis == .raw
            && end.map { end in
                (added + differing).allSatisfy { $0 > end }
            } ?? false
        guard entry.calendar == request.calendar, kind == request.basis || goesOn else {
            throw given.refusal(
                "is stored under \(entry.calendar.name) with \(kind.rawValue) prices, the file is "
                    + "given as \(request.calendar.name) with \(request.basis.rawValue) ones",
                "Give it as what it is, with --calendar and --basis; --on-conflict fresh forgets "
                    + "the stored series.")
        }
    }

    /// Throws where a series was restated, and what stays of the stored one was not: after a split
    /// all its prices are in another unit.
    func requireOneUnit() throws(StoreError) {
        guard keptCount > 0, entry.basis != .values else { return }
        let given = given.table
        let rows = Dictionary(
            zip(before.times, before.close), uniquingKeysWith: { one, _ in one })
        guard let row = given.times.indices.last(where: { rows[given.times[$0]] != nil }),
            let old = rows[given.times[row]]
        else { return }
        let ratio = given.close[row] / old
        guard ratio > Self.largestCorrection || ratio < 1 / Self.largestCorrection else { return }
        throw self.given.refusal(
            "is restated: the close of \(given.times[row].text) is \(given.close[row]), stored "
                + "\(old), and \(counted(keptCount, "stored bar")) that it lacks would stay in "
                + "the other unit",
            "--on-conflict keep takes its new bars alone, fresh forgets the stored series.")
    }

    /// Which of the differing bars hold, so many of which are left as they are stored.
    func verdict(keeping count: Int) -> String {
        if count == differing.count { return "the stored ones hold" }
        let left =
            count == 1
            ? "1 that came live or was stated stays"
            : "\(count) that came live or were stated stay"
        return "those of the data set hold" + (count == 0 ? "" : ", but \(left)")
    }

    /// The times at which a data set that says nothing of it leaves the stored bar: what a person
    /// stated, bars of the running day, and those behind the set's former end, which came live.
    func spared(_ stated: Set<Timestamp>, _ live: BarTable) -> Set<Timestamp> {
        let mark = entry.sourceDigest.split(separator: "+").dropFirst().first
        let end = mark.flatMap { Int64($0) } ?? .max
        let running = Set(live.times)
        return Set(
            differing.filter {
                stated.contains($0) || running.contains($0) || $0.microseconds > end
            })
    }

    /// A close that moves by more is no correction of one bar.
    private static let largestCorrection = 1.1
}

extension Store {
    /// The bars that an import leaves in the store: those of a file beside those that are stored.
    ///
    /// - Parameters:
    ///   - table: the bars of the file.
    ///   - request: what its owner says of it.
    ///   - conflict: what holds where both have a bar.
    ///   - source: the digest of the file.
    /// - Returns: the bars, and what the importer should hear.
    /// - Throws: when both have a bar with other values, or are not of one kind.
    func joined(
        _ table: BarTable, _ request: ImportRequest, _ conflict: ImportConflict, _ source: Digest
    ) throws(StoreError) -> JoinedSeries {
        let given = GivenSeries(table: table, request: request, source: source)
        let stored: StoredSeries
        switch try present(given, conflict) {
        case .stored(let found): stored = found
        case .alone(let notes): return try alone(given, notes, conflict)
        }
        let meeting = Meeting(stored, given, try live(beside: stored))
        try meeting.requireOneKind()
        if conflict == .refuse, let problem = meeting.problem { throw given.conflict(problem) }
        var joined = try given.alone()
        joined.table = meeting.before.merging(table, givenHolds: conflict != .keep)
        (joined.isAlone, joined.stated) = (false, conflict == .replace ? meeting.differing : [])
        let (entry, added) = (meeting.entry, meeting.added.count)
        joined.notes = [
            "\(added) new, \(table.count - added) stored before, \(meeting.keptCount) kept beside"
        ]
        let isReplaced = meeting.problem != nil && conflict == .replace
        if !entry.dataset.isEmpty, !isReplaced {
            joined.keepPassport(of: entry, hasNew: added > 0)
            return joined
        }
        if !entry.dataset.isEmpty {
            joined.notes.append(
                "the series is no longer that of data set \(entry.dataset), which leaves it alone "
                    + "from now on")
        }
        // Bars after the file's, or behind an adjusted series, are on the stored basis.
        if entry.basis.kind != request.basis || table.times.last.map({ $0 < entry.last }) ?? true {
            (joined.basis, joined.request.basis) = (entry.basis, entry.basis.kind)
        }
        return joined
    }

    /// The bars that a data set leaves in the store: its own, and those that it lacks.
    func joined(
        _ given: GivenSeries, _ conflict: ImportConflict?
    ) throws(StoreError) -> JoinedSeries {
        let stored: StoredSeries
        switch try present(given, conflict) {
        case .stored(let found): stored = found
        case .alone(let notes): return try alone(given, notes, conflict)
        }
        let live = try live(beside: stored)
        let (entry, meeting) = (stored.entry, Meeting(stored, given, live))
        let stated = try stated(symbol: entry.symbol, interval: entry.interval)
        let isOwn = entry.dataset == given.request.dataset
        let isMarked = entry.sourceDigest.contains("+")
        let isWhole = given.table.times.last.map { $0 >= entry.last } ?? false
        // Nobody else has put a bar into it.
        if isOwn, !isMarked, isWhole, conflict == nil, stated.isEmpty, !meeting.hasLive {
            return try given.alone()
        }
        try meeting.requireOneKind()
        let known = entry.sourceDigest.prefix { $0 != "+" }
        let isSame = known == given.source.description
        let rule = conflict ?? (!isOwn ? .refuse : isSame ? .keep : .replace)
        if rule == .refuse, let problem = meeting.problem { throw given.conflict(problem) }
        if rule == .replace { try meeting.requireOneUnit() }
        var joined = try given.alone()
        let spared = conflict == nil ? meeting.spared(stated, live) : []
        joined.table = meeting.before.merging(
            given.table, givenHolds: rule != .keep, sparing: spared)
        (joined.isAlone, joined.stated) = (false, conflict == .replace ? meeting.differing : [])
        if meeting.keptCount > 0 {
            joined.notes.append(
                "\(counted(meeting.keptCount, "stored bar")) that it lacks "
                    + (meeting.keptCount == 1 ? "stays" : "stay"))
        }
        if let problem = meeting.problem {
            let count = rule == .keep ? meeting.differing.count : spared.count
            joined.notes.append("\(problem); \(meeting.verdict(keeping: count))")
        }
        let hasOthers = meeting.keptCount > 0 || !spared.isEmpty
        if !hasOthers, rule != .keep || meeting.problem == nil { return joined }
        guard isOwn || rule == .replace else {
            joined.keepPassport(of: entry, hasNew: true)
            joined.request.actions = stored.listedActions
            return joined
        }
        // What came live stays known as such.
        let first = spared.subtracting(stated).min()
        let end = given.table.times.last { time in first.map { time < $0 } ?? true }
        joined.sourceDigest = SeriesRecord.marked(
            joined.sourceDigest, through: end?.microseconds ?? 0)
        let listed = given.request.actions
        joined.request.actions += stored.listedActions.filter { !$0.isRestated(by: listed) }
        return joined
    }

    /// An import that stands alone. With `fresh` a person's word is what differs from the stored
    /// bars and those of the running day, and what was stated before and is given again.
    private func alone(
        _ given: GivenSeries, _ notes: [String], _ conflict: ImportConflict?
    ) throws(StoreError) -> JoinedSeries {
        var joined = try given.alone(notes)
        guard conflict == .fresh, let end = given.table.times.last else { return joined }
        let (table, symbol) = (given.table, given.request.symbol)
        let live = try journaled(symbol, table.interval)
        var stated = try stated(symbol: symbol, interval: table.interval)
        stated.formUnion(live.conflict(with: table).times)
        if let stored = try? series(symbol: symbol, interval: table.interval) {
            stated.formUnion(BarTable(stored).conflict(with: table).times)
        }
        joined.stated = stated.intersection(table.times).sorted()
        let times = Set(table.times)
        let left = live.times.count { $0 <= end && !times.contains($0) }
        if left > 0 {
            joined.notes.append(
                "\(counted(left, "bar")) of the running day that it lacks "
                    + (left == 1 ? "stays" : "stay"))
        }
        return joined
    }

    /// What an import finds of its series.
    private enum Present {
        case stored(StoredSeries)
        /// The import stands alone, with what its owner should hear.
        case alone([String])
    }

    private func present(
        _ given: GivenSeries, _ conflict: ImportConflict?
    ) throws(StoreError) -> Present {
        let entry: SeriesEntry
        do throws(StoreError) {
            entry = try self.entry(symbol: given.request.symbol, interval: given.table.interval)
        } catch {
            switch error {
            case .unknownSymbol, .unreadableSeries: return .alone([])
            default: throw error
            }
        }
        let of = entry.dataset.isEmpty ? "stored before" : "of data set \(entry.dataset)"
        if conflict == .fresh {
            return .alone(["takes the place of the \(counted(entry.rowCount, "bar")) \(of)"])
        }
        do throws(StoreError) {
            return .stored(try series(symbol: entry.symbol, interval: entry.interval))
        } catch {
            switch error {
            case .damaged, .damagedSeries: break
            default: throw error
            }
        }
        let times = given.table.times
        guard let first = times.first, let last = times.last, first <= entry.first,
            entry.last <= last
        else {
            throw given.refusal(
                "is stored in a damaged file with \(counted(entry.rowCount, "bar")) from "
                    + "\(entry.first.text) to \(entry.last.text), not all of which it has",
                "Import the file that has them all, or with --on-conflict fresh.")
        }
        return .alone(["takes the place of a damaged file"])
    }
}
