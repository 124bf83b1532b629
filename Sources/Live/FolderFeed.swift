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
    private let zone: Zone?
    private var seen: [SeriesKey: Seen] = [:]
    /// What was said of the names in the folder.
    private var toldNames: String?
    /// What could not be read at the last poll.
    public private(set) var complaints: [FeedComplaint] = []

    /// Whose clocks show times that are written without an offset.
    public enum Zone: String, Sendable {
        /// UTC, whatever hours they fall into.
        case utc
        /// Those of the exchange.
        case exchange
    }

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
    ///   - zone: whose clocks show times without an offset. Nil takes them as UTC, but none of a
    ///     day that looks like one of the exchange's clocks.
    public init(folder: URL, zone: Zone? = nil) {
        (self.folder, self.zone, name) = (folder, zone, folder.path)
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
        lookAtNames(wanted)
        return fed
    }

    /// Says once which files are read for no promotion: those of a name in other letters, too.
    private func lookAtNames(_ wanted: [SeriesKey: WantedSeries]) {
        let known = wanted.keys.flatMap {
            ["\($0.symbol).csv", "\($0.symbol).\($0.interval.name).csv"]
        }
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let strays = present.filter { $0.lowercased().hasSuffix(".csv") && !known.contains($0) }
            .sorted().joined(separator: ", ")
        guard !strays.isEmpty, strays != toldNames else { return }
        toldNames = strays
        let symbols = Set(wanted.keys.map(\.symbol)).sorted().joined(separator: ", ")
        complaints.append(
            FeedComplaint(
                subject: String("files \(strays)".prefix(200)),
                text:
                    "no promotion reads \(strays): a file is named SYMBOL.csv, and promotions read "
                    + (symbols.isEmpty ? "nothing" : symbols), isTold: false))
    }

    /// Gives every row again.
    public func rewind() { seen = [:] }

    private func changes(
        of key: SeriesKey, _ schedule: BarSchedule, in url: URL, _ now: Timestamp,
        _ known: inout Seen
    ) throws(StoreError) -> [Bar] {
        let facts = try SeriesFile.facts(of: url.path)
        let attributes = try? FileManager.default
            .attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .unreadable(path: url.path, reason: "it is no regular file")
        }
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
            isLocal: zone == .exchange)
        let file = url.lastPathComponent
        let table = try reader.read(whole, named: file)
        let all = table.series(symbol: "", calendar: .continuous).bars
        let (bars, shift) = placed(all, table.isZoneless, schedule, now, file)
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

    /// The rows without those that have no offset and are of days that were read by the wrong
    /// clock, and what to say of these. What falls into the hours of such a day is not of them.
    private func placed(
        _ bars: [Bar], _ isZoneless: [Bool], _ schedule: BarSchedule, _ now: Timestamp,
        _ file: String
    ) -> (bars: [Bar], complaint: String?) {
        let isWithinSessions = schedule.interval.microseconds < Interval.day.microseconds
        guard isWithinSessions, schedule.calendar != .continuous else { return (bars, nil) }
        var days: [CivilDate: FolderDay] = [:]
        let dates = bars.map { schedule.calendar.localDate(at: $0.time) }
        for (row, bar) in bars.enumerated() where isZoneless[row] {
            days[dates[row], default: FolderDay()].add(bar.time, schedule, now)
        }
        let odd = days.filter { $0.value.isMostlyOutside }
        let local = zone == nil ? days.filter { $0.value.isLocal } : [:]
        let wrong = Set(odd.keys).union(local.keys)
        let isTaken = bars.indices.map { !isZoneless[$0] || !wrong.contains(dates[$0]) }
        guard let first = isTaken.firstIndex(of: false) else { return (bars, nil) }
        let count = isTaken.count { !$0 }
        let rows = "\(counted(count, "row")) of \(file) from \(bars[first].time.text) on"
        let remedy =
            zone == .exchange
            ? "leave them out of the file, or give times of the exchange"
            : "a time without an offset is UTC: give --zone exchange for local times, or leave "
                + "them out of the file"
        let text =
            local.isEmpty
            ? "most of \(rows) begin outside the hours of \(schedule.calendar.name); no row of "
                + "such days is taken: \(remedy)"
            : "\(rows) have no offset and look like times of the exchange's clocks "
                + "(\(schedule.calendar.name)), not of UTC; no row of such days is taken: give "
                + "--zone exchange, or --zone utc if they are UTC all the same"
        return (zip(bars, isTaken).filter { $1 }.map { $0.0 }, text)
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
