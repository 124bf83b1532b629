import Database
import Foundation
import MarketData

extension Store {
    /// The series whose files lie in the store and which the catalogue does not name, such as
    /// `ACT 1d`: what is left after a catalogue was lost. An older state of a series that it names
    /// is none, nor is a file that does not say what it holds.
    ///
    /// - Returns: their names, sorted.
    /// - Throws: when the catalogue cannot be read.
    public func forgottenSeries() throws(StoreError) -> [String] {
        let published = try catalogued { () throws(DatabaseError) in
            try catalogue.publishedDigests()
        }
        let unknown = Self.seriesFiles(in: seriesFolder).filter {
            !published.contains(String($0.dropLast(Self.ending.count)))
        }
        guard !unknown.isEmpty else { return [] }
        let named = try namedSeries()
        let found = unknown.compactMap { name -> String? in
            let facts = (try? ArrowFile(path: "\(seriesFolder)/\(name)"))?.metadata ?? [:]
            guard let symbol = facts["symbol"], let interval = facts["interval"] else { return nil }
            return "\(symbol) \(interval)"
        }
        return Set(found).subtracting(named).sorted()
    }

    /// The names of the series files in a folder.
    static func seriesFiles(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted()
    }

    private static let ending = ".arrow"

    private func namedSeries() throws(StoreError) -> Set<String> {
        try catalogued { () throws(DatabaseError) in
            var symbols: [Int64: String] = [:]
            for instrument in try catalogue.instruments() {
                symbols[instrument.id] = instrument.symbol
            }
            return Set(
                try catalogue.series().compactMap { record in
                    let interval = Interval(microseconds: record.interval)
                    return symbols[record.instrumentID].map {
                        "\($0) \(StoreText.name(of: interval))"
                    }
                })
        }
    }
}
