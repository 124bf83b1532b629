import ColumnStore
import Foundation
import MarketData

/// A folder of CSV files that grow: `SYMBOL.csv`, with the columns of an import.
///
/// A file is read again when its size or time has changed; rows that are as they were are not
/// given again. A last line without its end is not a row yet. A row that cannot be read is
/// remembered as a complaint and the others are taken.
public final class FolderFeed: BarFeed {
    /// The path of the folder.
    public let name: String
    private let folder: URL
    private let calendars: [String: MarketData.Calendar]
    private var seen: [SeriesKey: Seen] = [:]
    /// What could not be read at the last poll.
    public private(set) var complaints: [String] = []

    private struct Seen {
        var facts: SeriesFile.Facts?
        var rows: [Timestamp: Bar] = [:]
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
        for key in wanted.keys.sorted() {
            let url = folder.appending(path: "\(key.symbol).csv")
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            do throws(StoreError) {
                fed += try changes(of: key, in: url)
            } catch {
                complaints.append(error.description)
            }
        }
        return fed
    }

    /// Gives every row again.
    public func rewind() { seen = [:] }

    private func changes(of key: SeriesKey, in url: URL) throws(StoreError) -> [FedBar] {
        let facts = try SeriesFile.facts(of: url.path)
        var known = seen[key] ?? Seen()
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
        complaints += table.findings.map(\.description)
        let bars = table.series(symbol: key.symbol, calendar: .continuous).bars
        let fresh = bars.filter { bar in known.rows[bar.time].map { !$0.isSame(bar) } ?? true }
        for bar in fresh { known.rows[bar.time] = bar }
        known.facts = facts
        seen[key] = known
        return fresh.map { FedBar(key: key, bar: $0) }
    }
}
