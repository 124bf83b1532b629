import Database
import Digests
import Foundation
import MarketData

/// A folder of immutable series files and the catalogue that names them.
///
/// Files lie in `series/`, named by their SHA-256 digest; `catalogue.sqlite` says which file holds
/// which series. A file is never changed in place, so a failed import leaves the store as it was.
public final class Store: Sendable {
    /// The folder of the store.
    public let folder: URL
    /// Instruments, series, actions, findings, data sets and runs.
    public let catalogue: CatalogueDatabase
    /// The path of the folder of series files.
    let seriesFolder: String

    /// Opens the store in a folder, creating it when there is none.
    public init(folder: URL) throws(StoreError) {
        let series = folder.appending(path: "series")
        try Folders.make(folder.path)
        try Folders.make(series.path)
        self.folder = folder
        seriesFolder = series.path
        SeriesFile.removeAbandoned(in: series.path)
        do throws(DatabaseError) {
            catalogue = try CatalogueDatabase(folder: folder)
        } catch {
            throw .catalogue(error.description)
        }
    }

    /// Opens a store that is there for reading alone, so that it opens on a full disk too. Nothing
    /// is created; the catalogue of an older program is brought up to date first.
    public init(reading folder: URL) throws(StoreError) {
        let series = folder.appending(path: "series").path
        guard Self.exists(in: folder) else {
            guard !Self.seriesFiles(in: series).isEmpty else { throw .noStore(path: folder.path) }
            throw .catalogue(
                "\(CatalogueDatabase.path(in: folder)) is missing beside the series files. "
                    + "`finstage data rebuild` makes a new one of them.")
        }
        (self.folder, seriesFolder) = (folder, series)
        do throws(DatabaseError) {
            catalogue = try Self.readable(folder)
        } catch {
            throw .catalogue(error.description)
        }
    }

    /// True when a folder holds a store.
    public static func exists(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: CatalogueDatabase.path(in: folder))
    }

    private static func readable(_ folder: URL) throws(DatabaseError) -> CatalogueDatabase {
        do throws(DatabaseError) { return try CatalogueDatabase(reading: folder) } catch {
            guard case .olderStore = error else { throw error }
            return try CatalogueDatabase(folder: folder)
        }
    }

    /// The symbols in the store, in order.
    public func symbols() throws(StoreError) -> [String] {
        try catalogued { () throws(DatabaseError) in try catalogue.instruments().map(\.symbol) }
    }

    /// Every series in the store that this program can read, by symbol, the longest interval
    /// first.
    public func entries() throws(StoreError) -> [SeriesEntry] { try listing().entries }

    /// Every series in the store, and for each symbol that this program cannot read the reason
    /// with the remedy.
    public func listing() throws(StoreError) -> (entries: [SeriesEntry], problems: [String]) {
        var (entries, problems) = ([SeriesEntry](), [String]())
        for symbol in try symbols() {
            do throws(StoreError) { entries += try self.entries(symbol: symbol) } catch {
                guard case .unreadableSeries = error else { throw error }
                problems.append(error.description)
            }
        }
        return (entries, problems)
    }

    /// What is known about the series of a symbol without reading it.
    ///
    /// - Parameters:
    ///   - symbol: the symbol; a mistyped one gives "did you mean …?".
    ///   - interval: the length of a bar; nil for the longest there is.
    /// - Returns: its passport.
    /// - Throws: an error that names the symbol and the nearest one.
    public func entry(symbol: String, interval: Interval? = nil) throws(StoreError) -> SeriesEntry {
        let entries = try entries(symbol: symbol)
        let entry = entries.first { interval == nil || $0.interval == interval }
        guard let entry else {
            let name = interval.map { "\(symbol) \(StoreText.name(of: $0))" } ?? symbol
            throw .unknownSymbol(
                name, nearest: entries.first.map { "\(symbol) \(StoreText.name(of: $0.interval))" })
        }
        return entry
    }

    /// The path of the file that holds a series.
    public func path(symbol: String, interval: Interval? = nil) throws(StoreError) -> String {
        path(of: try entry(symbol: symbol, interval: interval).digest)
    }

    /// What the last import noticed of a series, and the actions that it left out.
    ///
    /// - Parameters:
    ///   - symbol: the symbol.
    ///   - interval: the length of a bar; nil for every series of the symbol.
    /// - Returns: the findings in the order of the file.
    /// - Throws: when the catalogue cannot be read.
    public func findings(
        symbol: String, interval: Interval? = nil
    ) throws(StoreError) -> [SeriesFinding] {
        let records = try catalogued { () throws(DatabaseError) in
            try catalogue.findings(symbol: symbol)
        }
        return records.filter { record in
            interval.map { [0, $0.microseconds].contains(record.interval) } ?? true
        }.map { SeriesFinding($0) }
    }

    func path(of digest: Digest) -> String { SeriesFile.path(of: digest, in: seriesFolder) }

    func catalogued<Result>(
        _ body: () throws(DatabaseError) -> Result
    ) throws(StoreError) -> Result {
        do throws(DatabaseError) { return try body() } catch {
            throw .catalogue(error.description)
        }
    }

    private func entries(symbol: String) throws(StoreError) -> [SeriesEntry] {
        let found = try catalogued { () throws(DatabaseError) in
            try catalogue.instrument(symbol: symbol)
        }
        guard let instrument = found else {
            throw .unknownSymbol(symbol, nearest: nearest(symbol, in: try symbols()))
        }
        let records = try catalogued { () throws(DatabaseError) in
            try catalogue.series(instrumentID: instrument.id)
        }
        var entries: [SeriesEntry] = []
        for record in records {
            let dataset = try catalogued { () throws(DatabaseError) in
                try catalogue.dataset(name: record.dataset)
            }
            guard
                let entry = SeriesEntry(instrument, record, selection: dataset?.selection ?? "")
            else {
                throw .unreadableSeries(
                    symbol: symbol, problem: Self.problem(instrument, record))
            }
            entries.append(entry)
        }
        return entries
    }

    private static func problem(_ instrument: InstrumentRecord, _ record: SeriesRecord) -> String {
        let known = MarketData.Calendar.all.map(\.name).joined(separator: ", ")
        if MarketData.Calendar.named(instrument.calendar) == nil {
            return "its calendar is \(instrument.calendar), and this program knows \(known)"
        }
        return PriceBasis(text: record.basis) == nil
            ? "its price basis is \(record.basis.debugDescription)"
            : "its interval is \(record.interval) µs and its file \(record.digest.debugDescription)"
    }
}

/// The short texts that the store writes.
enum StoreText {
    /// `1d`, `1h`, `5m`, or the seconds.
    static func name(of interval: Interval) -> String {
        let seconds = interval.microseconds / 1_000_000
        let units: [(Int64, String)] = [(604_800, "w"), (86_400, "d"), (3_600, "h"), (60, "m")]
        for (size, unit) in units where seconds > 0 && seconds % size == 0 {
            return "\(seconds / size)\(unit)"
        }
        return seconds > 0 ? "\(seconds)s" : "\(interval.microseconds)us"
    }

    /// An interval from its short text; nil when it is none.
    static func interval(named name: String) -> Interval? {
        if let interval = Interval(name: name) { return interval }
        for (unit, microseconds) in [("us", Int64(1)), ("s", 1_000_000)] where name.hasSuffix(unit)
        {
            guard let count = Int64(name.dropLast(unit.count)), count > 0,
                case let (length, false) = count.multipliedReportingOverflow(by: microseconds)
            else { return nil }
            return Interval(microseconds: length)
        }
        return nil
    }
}
