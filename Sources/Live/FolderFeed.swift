import ColumnStore
import Foundation
import MarketData

/// A folder of CSV files that grow: `SYMBOL.csv`, with the columns of an import, or
/// `SYMBOL.1w.csv` where one symbol is read in several intervals; `SYMBOL.csv` is then that of the
/// shortest.
///
/// A file is read again when its size or time has changed; rows that are as they were are not
/// given again. A last line without its end is not a row yet. A row that cannot be read is left
/// out with a complaint, and the others are taken. A second row for one time is a correction.
public final class FolderFeed: BarFeed {
    /// The path of the folder.
    public let name: String
    private let folder: URL
    private let calendars: [String: MarketData.Calendar]
    private var seen: [SeriesKey: Seen] = [:]
    /// What could not be read at the last poll.
    public private(set) var complaints: [FeedComplaint] = []

    private struct Seen {
        var facts: SeriesFile.Facts?
        var rows: [Timestamp: Bar] = [:]
        /// The rows that were left out, each with its line.
        var leftOut: Set<String> = []
        /// True from a row that was left out until a change without one.
        var isTroubled = false
    }

    /// A feed of the files in a folder.
    public init(folder: URL, calendars: [String: MarketData.Calendar]) {
        (self.folder, self.calendars, name) = (folder, calendars, folder.path)
    }

    /// The rows that are new or changed.
    public func poll(
        _ wanted: [SeriesKey: Timestamp], now: Timestamp
    ) throws(LiveError) -> [FedBar] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw .feed(name: name, reason: "there is no such folder; create it") }
        complaints = []
        var fed: [FedBar] = []
        var shortest: [String: SeriesKey] = [:]
        for key in wanted.keys.sorted() {
            if shortest[key.symbol] == nil { shortest[key.symbol] = key }
            let own = folder.appending(path: "\(key.symbol).\(key.interval.name).csv")
            let plain = folder.appending(path: "\(key.symbol).csv")
            let files = shortest[key.symbol] == key ? [own, plain] : [own]
            let found = files.first { FileManager.default.fileExists(atPath: $0.path) }
            guard let url = found else { continue }
            var known = seen[key] ?? Seen()
            do throws(StoreError) {
                fed += try changes(of: key, in: url, &known)
            } catch {
                complain("\(error)", about: error.description, &known)
                known.isTroubled = true
            }
            seen[key] = known
        }
        return fed
    }

    /// Gives every row again.
    public func rewind() { seen = [:] }

    private func changes(
        of key: SeriesKey, in url: URL, _ known: inout Seen
    ) throws(StoreError) -> [FedBar] {
        let facts = try SeriesFile.facts(of: url.path)
        guard known.facts != facts else { return [] }
        let bytes: [UInt8]
        do { bytes = [UInt8](try Data(contentsOf: url)) } catch {
            throw .unreadable(path: url.path, reason: error.localizedDescription)
        }
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let whole = Array(bytes[..<end])
        guard whole.count(where: { $0 == UInt8(ascii: "\n") }) > 1 else { return [] }
        let reader = DelimitedReader(
            isLenient: true, interval: key.interval,
            calendar: calendars[key.symbol] ?? .continuous)
        let table = try reader.read(whole, named: url.lastPathComponent)
        look(at: table.findings, of: url.lastPathComponent, &known)
        let bars = table.series(symbol: key.symbol, calendar: .continuous).bars
        let fresh = bars.filter { bar in known.rows[bar.time].map { !$0.isSame(bar) } ?? true }
        for bar in fresh { known.rows[bar.time] = bar }
        known.facts = facts
        return fresh.map { FedBar(key: key, bar: $0) }
    }

    /// Complains about the rows that are left out and were not there before. Of two rows for one
    /// time the last holds, which is no loss.
    private func look(at findings: [ImportFinding], of file: String, _ known: inout Seen) {
        let leftOut = findings.filter {
            $0.reason.treatment == .setAside && $0.reason != .duplicate
        }
        let fresh = leftOut.filter { !known.leftOut.contains($0.description) }
        if let first = fresh.first {
            let count = Set(fresh.map(\.line)).count
            let rows = count == 1 ? "1 row of \(file) is" : "\(count) rows of \(file) are"
            complain(
                "\(rows) left out, the first: \(first). Correct the file; a corrected row is "
                    + "taken as a late bar", about: first.description, &known)
        }
        known.isTroubled = !fresh.isEmpty
        known.leftOut = Set(leftOut.map(\.description))
    }

    private func complain(_ text: String, about subject: String, _ known: inout Seen) {
        complaints.append(
            FeedComplaint(
                subject: String(subject.prefix(200)), text: text, isTold: !known.isTroubled))
    }
}
