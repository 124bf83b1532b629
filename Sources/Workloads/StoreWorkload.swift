import ColumnStore
import Foundation
import MarketData

/// A made-up data set as text on the disk, imported into a store and read again.
public struct StoreWorkload: Sendable {
    /// What is worth measuring: one long series, and many short ones.
    public static let datasets: [SyntheticDataset] = [.minute1m, .daily100]

    /// What is imported.
    public let dataset: SyntheticDataset
    private let source: URL

    /// Writes the data set as text.
    ///
    /// - Parameters:
    ///   - dataset: the made-up bars.
    ///   - folder: where the text lies from now on, under the data set's name.
    /// - Throws: where the folder cannot be written.
    public init(_ dataset: SyntheticDataset, in folder: URL) throws(StoreError) {
        self.dataset = dataset
        source = folder.appending(path: dataset.rawValue)
        try dataset.write(to: source)
    }

    /// The bars of all series.
    public var barCount: Int { dataset.symbolCount * dataset.barCount }

    /// Imports every file into a store, which is made where there is none.
    ///
    /// - Throws: what an import says.
    public func importAll(into folder: URL) throws(StoreError) -> Store {
        let store = try Store(folder: folder)
        _ = try store.importDataset(folder: source)
        return store
    }

    /// Reads every series of a store and returns the number of bars.
    ///
    /// - Throws: what reading says.
    public func readAll(of store: Store) throws(StoreError) -> Int {
        var count = 0
        for symbol in try store.symbols() { count += try store.series(symbol: symbol).series.count }
        return count
    }
}
