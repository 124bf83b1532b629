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
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            !isFolder.boolValue
        {
            throw .unwritable(path: folder.path, reason: "a file has that name, not a folder")
        }
        do {
            try FileManager.default.createDirectory(
                at: series, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: series.path, reason: SystemFailure.text(of: error))
        }
        self.folder = folder
        seriesFolder = series.path
        SeriesFile.removeAbandoned(in: series.path)
        do throws(DatabaseError) {
            catalogue = try CatalogueDatabase(folder: folder)
        } catch {
            throw .catalogue(error.description)
        }
    }

    /// The symbols in the store, in order.
    public func symbols() throws(StoreError) -> [String] {
        try catalogued { () throws(DatabaseError) in try catalogue.instruments().map(\.symbol) }
    }

    /// Every series in the store, by symbol, the longest interval first.
    public func entries() throws(StoreError) -> [SeriesEntry] {
        var entries: [SeriesEntry] = []
        for symbol in try symbols() { entries += try self.entries(symbol: symbol) }
        return entries
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

    /// The findings of the last import of a symbol.
    public func findings(symbol: String) throws(StoreError) -> [FindingRecord] {
        try catalogued { () throws(DatabaseError) in try catalogue.findings(symbol: symbol) }
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
                throw .catalogue("\(catalogue.path): the row of \(symbol) makes no sense")
            }
            entries.append(entry)
        }
        return entries
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
}
