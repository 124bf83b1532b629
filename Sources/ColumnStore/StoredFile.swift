import Database
import Digests
import Foundation
import MarketData

/// A series file as a rebuild of the catalogue finds it.
struct StoredFile {
    let path: String
    let symbol: String
    let interval: Interval
    private let calendar: MarketData.Calendar
    private let basis: PriceBasis
    private let source: String
    private let digest: Digest
    private let facts: SeriesFile.Facts
    private let times: ClosedRange<Timestamp>
    private let rowCount: Int

    /// A file whose bytes are what its name says, and which says what it holds.
    static func read(_ path: String) throws(StoreError) -> StoredFile {
        let facts = try SeriesFile.facts(of: path)
        let digest = try digest(of: path)
        guard path.hasSuffix("/\(digest).arrow") else {
            throw .damaged(path: path, problem: "its SHA-256 digest is \(digest)")
        }
        let file = try ArrowFile(path: path)
        let symbol = try fact("symbol", of: file)
        try Store.check(symbol: symbol)
        let (calendar, basis, interval) = try terms(of: file, symbol)
        let times = try file.times()
        guard let first = times.first, let last = times.last else {
            throw .damaged(path: path, problem: "it has no bar")
        }
        return StoredFile(
            path: path, symbol: symbol, interval: interval, calendar: calendar, basis: basis,
            source: try fact("source", of: file), digest: digest, facts: facts,
            times: first...last, rowCount: times.count)
    }

    private static func digest(of path: String) throws(StoreError) -> Digest {
        let file = try MappedFile(path: path)
        return Digest(hashing: file.bytes)
    }

    private static func fact(_ key: String, of file: ArrowFile) throws(StoreError) -> String {
        if let value = file.metadata[key] { return value }
        throw .damaged(path: file.path, problem: "it does not say its \(key)")
    }

    private static func terms(
        of file: ArrowFile, _ symbol: String
    ) throws(StoreError) -> (MarketData.Calendar, PriceBasis, Interval) {
        let calendarName = try fact("calendar", of: file)
        let basisText = try fact("basis", of: file)
        let intervalName = try fact("interval", of: file)
        guard let calendar = MarketData.Calendar.named(calendarName),
            let basis = PriceBasis(text: basisText),
            let interval = StoreText.interval(named: intervalName)
        else {
            throw .unreadableSeries(
                symbol: symbol,
                problem: "\(file.path) has the calendar \(calendarName), the basis \(basisText) "
                    + "and the interval \(intervalName)")
        }
        return (calendar, basis, interval)
    }

    /// The file that holds for each series: the one that the catalogue named, else the one
    /// published last.
    static func latest(of files: [StoredFile], _ remains: CatalogueRemains) -> [StoredFile] {
        let ordered = files.sorted {
            let (one, other) = ($0.rank(remains), $1.rank(remains))
            return (one.isNamed ? 0 : 1, -one.time, one.name)
                < (other.isNamed ? 0 : 1, -other.time, other.name)
        }
        var seen: Set<String> = []
        return ordered.filter { seen.insert("\($0.symbol) \($0.interval.microseconds)").inserted }
    }

    private func rank(_ remains: CatalogueRemains) -> (isNamed: Bool, time: Int64, name: String) {
        let isNamed = remains.record(symbol, interval, digest: digest.description) != nil
        return (isNamed, facts.modified, digest.description)
    }

    /// What the new catalogue says of the file. A source whose digest nobody knows any more is read
    /// again by its next import.
    func changes(_ remains: CatalogueRemains) -> SeriesImport {
        let old = remains.record(symbol, interval, digest: digest.description)
        let actions = remains.actions(of: symbol)
        let listed = ImportRequest.text(of: actions.map(\.action))
        return SeriesImport(
            symbol: symbol, currency: remains.currency(of: symbol), calendar: calendar.name,
            calendars: MarketData.Calendar.all.map(\.name),
            file: SeriesFileRecord(digest, rowCount: rowCount, facts),
            series: SeriesRecord(
                interval: interval.microseconds, source: source,
                sourceDigest: old?.sourceDigest ?? "", dataset: old?.dataset ?? "",
                origin: old?.origin ?? "", licence: old?.licence ?? "",
                digest: digest.description, basis: basis.text,
                actionsDigest: Digest(of: listed).description,
                firstTime: times.lowerBound.microseconds,
                lastTime: times.upperBound.microseconds, rowCount: Int64(rowCount)),
            actions: actions, findings: remains.findings(of: symbol, interval))
    }
}
