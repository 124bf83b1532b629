import Database
import MarketData

/// What can still be read of a catalogue that is to be rebuilt: all of it, or nothing.
struct CatalogueRemains {
    private(set) var datasets: [DatasetRecord] = []
    private(set) var runs: [RunRecord] = []
    private(set) var trials: [TrialRecord] = []
    private var currencies: [String: String] = [:]
    private var actions: [String: [ActionRecord]] = [:]
    private var findings: [String: [FindingRecord]] = [:]
    private var records: [String: SeriesRecord] = [:]

    /// The remains of the catalogue at a path.
    init(of path: String) {
        guard let old = try? CatalogueDatabase(readingFile: path) else { return }
        runs = (try? old.runs(limit: 1_000_000)) ?? []
        // A catalogue of an older program has no ledger.
        trials = (try? old.trials()) ?? []
        do throws(DatabaseError) {
            try read(old)
        } catch {
            (datasets, currencies, actions, records) = ([], [:], [:], [:])
        }
    }

    private mutating func read(_ old: CatalogueDatabase) throws(DatabaseError) {
        var symbols: [Int64: String] = [:]
        for instrument in try old.instruments() {
            symbols[instrument.id] = instrument.symbol
            currencies[instrument.symbol] = instrument.currency
            actions[instrument.symbol] = try old.actions(instrumentID: instrument.id)
            // An older program has findings of another form; they come again with an import.
            findings[instrument.symbol] = (try? old.findings(symbol: instrument.symbol)) ?? []
        }
        for record in try old.series() {
            guard let symbol = symbols[record.instrumentID] else { continue }
            records[Self.key(symbol, record.interval, record.digest)] = record
        }
        datasets = try old.datasets()
    }

    private static func key(_ symbol: String, _ interval: Int64, _ digest: String) -> String {
        "\(symbol) \(interval) \(digest)"
    }

    /// What the catalogue said of a file under a symbol; nil when it did not name it.
    func record(_ symbol: String, _ interval: Interval, digest: String) -> SeriesRecord? {
        records[Self.key(symbol, interval.microseconds, digest)]
    }

    /// True of a symbol that the catalogue named.
    func knows(_ symbol: String) -> Bool { currencies[symbol] != nil }

    func currency(of symbol: String) -> String { currencies[symbol] ?? "" }
    func actions(of symbol: String) -> [ActionRecord] { actions[symbol] ?? [] }

    func findings(of symbol: String, _ interval: Interval) -> [FindingRecord] {
        findings[symbol, default: []].filter { $0.interval == interval.microseconds }
    }
}
