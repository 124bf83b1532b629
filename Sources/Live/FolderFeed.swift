import ColumnStore
import Foundation
import MarketData

/// A folder of CSV files that grow: `SYMBOL.csv`, with the columns of an import, or
/// `SYMBOL.1w.csv` where one symbol is read in several intervals; `SYMBOL.csv` is then that of the
/// shortest.
///
/// A file is read again when its size or time has changed; rows that are as they were are not
/// given again. A last line without its end is not a row yet. A row that cannot be read is left
/// out with a complaint, and the others are taken. A second row for one time is a correction. A
/// row that stands there before its close may still change: it is given a moment after the close,
/// as it then stands.
public final class FolderFeed: BarFeed {
    /// The path of the folder.
    public let name: String
    private let folder: URL
    private let isLocal: Bool
    private var seen: [SeriesKey: Seen] = [:]
    /// What could not be read at the last poll.
    public private(set) var complaints: [FeedComplaint] = []

    private struct Seen {
        var facts: SeriesFile.Facts?
        var rows: [Timestamp: Bar] = [:]
        /// The rows that had not closed when they were read.
        var early: [Bar] = []
        /// The rows that were left out, each with its line.
        var leftOut: Set<String> = []
        /// True from a row that was left out until a change without one.
        var isTroubled = false
    }

    /// A feed of the files in a folder.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - isLocal: true when times without an offset are those of the exchange's clocks; else
    ///     they are UTC.
    public init(folder: URL, isLocal: Bool = false) {
        (self.folder, self.isLocal, name) = (folder, isLocal, folder.path)
    }

    /// The rows that are new or changed and have closed.
    public func poll(
        _ wanted: [SeriesKey: WantedSeries], now: Timestamp
    ) throws(LiveError) -> [FedBar] {
        complaints = []
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw .feed(name: name, reason: "there is no such folder; create it") }
        var fed: [FedBar] = []
        var shortest: [String: SeriesKey] = [:]
        for (key, wish) in wanted.sorted(by: { $0.key < $1.key }) {
            if shortest[key.symbol] == nil { shortest[key.symbol] = key }
            let own = folder.appending(path: "\(key.symbol).\(key.interval.name).csv")
            let plain = folder.appending(path: "\(key.symbol).csv")
            let files = shortest[key.symbol] == key ? [own, plain] : [own]
            let found = files.first { FileManager.default.fileExists(atPath: $0.path) }
            guard let url = found else { continue }
            var known = seen[key] ?? Seen()
            do throws(StoreError) {
                fed += try changes(of: key, wish.schedule, in: url, now, &known)
                    .map { FedBar(key: key, bar: $0) }
            } catch {
                complain(
                    "\(error)", about: "\(key.symbol) \(error)", isWhole: true, &known)
                known.isTroubled = true
            }
            seen[key] = known
        }
        return fed
    }

    /// Gives every row again.
    public func rewind() { seen = [:] }

    private func changes(
        of key: SeriesKey, _ schedule: BarSchedule, in url: URL, _ now: Timestamp,
        _ known: inout Seen
    ) throws(StoreError) -> [Bar] {
        let facts = try SeriesFile.facts(of: url.path)
        guard known.facts != facts else { return ripe(schedule, now, &known) }
        let bytes: [UInt8]
        do { bytes = [UInt8](try Data(contentsOf: url)) } catch {
            throw .unreadable(path: url.path, reason: error.localizedDescription)
        }
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let whole = Array(bytes[..<end])
        guard whole.count(where: { $0 == UInt8(ascii: "\n") }) > 1 else { return [] }
        let reader = DelimitedReader(
            isLenient: true, interval: schedule.interval, calendar: schedule.calendar,
            isLocal: isLocal)
        let file = url.lastPathComponent
        let table = try reader.read(whole, named: file)
        let all = table.series(symbol: "", calendar: .continuous).bars
        let (bars, shift) = placed(all, schedule, file)
        look(at: table.findings, shift, of: file, key.symbol, &known)
        let fresh = bars.filter { bar in known.rows[bar.time].map { !$0.isSame(bar) } ?? true }
        // A row that was seen before its close may be rewritten once more after it.
        let early = Set(known.early.map(\.time))
        let waits = { (bar: Bar) in
            early.contains(bar.time) || schedule.closedAt(ofBarAt: bar.time) > now
        }
        let due = fresh.filter { !waits($0) }
        for bar in due { known.rows[bar.time] = bar }
        known.early = fresh.filter(waits)
        known.facts = facts
        return due + ripe(schedule, now, &known)
    }

    /// The rows that stood there before their close, a tenth of a bar after it, at most ten
    /// seconds: whoever writes a running bar has written the last of it by then.
    private func ripe(
        _ schedule: BarSchedule, _ now: Timestamp, _ known: inout Seen
    ) -> [Bar] {
        guard !known.early.isEmpty else { return [] }
        let moment = Interval(microseconds: min(schedule.interval.microseconds / 10, 10_000_000))
        func isRipe(_ bar: Bar) -> Bool { schedule.closedAt(ofBarAt: bar.time) + moment <= now }
        let due = known.early.filter(isRipe)
        for bar in due { known.rows[bar.time] = bar }
        known.early.removeAll(where: isRipe)
        return due
    }

    /// The rows without those of days on which most begin where no bar begins, and what to say of
    /// these: such a day is read by the wrong clock, and what falls into its hours is not of them.
    private func placed(
        _ bars: [Bar], _ schedule: BarSchedule, _ file: String
    ) -> (bars: [Bar], complaint: String?) {
        let isWithinSessions = schedule.interval.microseconds < Interval.day.microseconds
        guard isWithinSessions, schedule.calendar != .continuous else { return (bars, nil) }
        let isPlaced = bars.map { schedule.isStart($0.time) }
        let days = bars.map { schedule.calendar.localDate(at: $0.time) }
        var counts: [CivilDate: (placed: Int, odd: Int)] = [:]
        for (day, isPlaced) in zip(days, isPlaced) {
            let count = counts[day] ?? (0, 0)
            counts[day] = isPlaced ? (count.placed + 1, count.odd) : (count.placed, count.odd + 1)
        }
        let wrong = Set(counts.filter { $0.value.odd > max(2, $0.value.placed) }.keys)
        guard let first = bars.indices.first(where: { wrong.contains(days[$0]) }) else {
            return (bars, nil)
        }
        let odd = wrong.reduce(0) { $0 + (counts[$1]?.odd ?? 0) }
        let all = days.count { wrong.contains($0) }
        let remedy =
            isLocal
            ? "leave them out of the file, or give times of the exchange"
            : "a time without an offset is UTC: give --zone exchange for local times, or leave "
                + "them out of the file"
        let text =
            "\(odd) of the \(all) rows of \(file) from \(bars[first].time.text) on begin outside "
            + "the hours of \(schedule.calendar.name); no row of such days is taken: \(remedy)"
        return (zip(bars, days).filter { !wrong.contains($1) }.map { $0.0 }, text)
    }

    /// Complains about the rows that are left out and were not there before. Of two rows for one
    /// time the last holds, which is no loss.
    private func look(
        at findings: [ImportFinding], _ shift: String?, of file: String, _ symbol: String,
        _ known: inout Seen
    ) {
        let leftOut = findings.filter {
            $0.reason.treatment == .setAside && $0.reason != .duplicate
        }
        let fresh = leftOut.filter { !known.leftOut.contains($0.description) }
        // Known by the last of them, so that a restart tells of a row that is new, and of no other.
        if let first = fresh.first, let last = fresh.last {
            let count = Set(fresh.map(\.line)).count
            let rows = count == 1 ? "1 row of \(file) is" : "\(count) rows of \(file) are"
            complain(
                "\(rows) left out, the first: \(first). Correct the file; a corrected row is "
                    + "taken as a late bar", about: "\(symbol) \(last)", &known)
        }
        let mark = "hours of \(file)"
        if let shift, !known.leftOut.contains(mark) {
            complain(shift, about: "\(symbol) \(mark)", isWhole: true, &known)
        }
        known.isTroubled = !fresh.isEmpty
        known.leftOut = Set(leftOut.map(\.description) + (shift == nil ? [] : [mark]))
    }

    private func complain(
        _ text: String, about subject: String, isWhole: Bool = false, _ known: inout Seen
    ) {
        complaints.append(
            FeedComplaint(
                subject: String(subject.prefix(200)), text: text, isTold: !known.isTroubled,
                isWhole: isWhole))
    }
}
