import ColumnStore
import Foundation
import MarketData
import Testing

@Suite("SyntheticDataset")
struct SyntheticDatasetTests {
    @Test(
        "equals the reference generator to the bit",
        arguments: [
            (
                SyntheticDataset.daily100,
                "eb622bd1aebee4e84d9ab9e441d707dba1d81b317861dc19b4f3cd21285d73a6"
            ),
            (
                SyntheticDataset.minute1m,
                "fd92e93dabd75defc641561f7716fc10f68b9be3e65678aa26d427271be6e762"
            ),
        ])
    func digest(dataset: SyntheticDataset, expected: String) {
        #expect(dataset.digest().description == expected)
    }

    @Test("writes files that import again to the same bits")
    func roundTrip() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.appending(path: "data")
        try SyntheticDataset.daily100.write(to: folder)
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        #expect(try store.importDataset(folder: folder).count == 100)
        let stored = try store.series(symbol: "S0042").series
        let made = SyntheticDataset.daily100.series(42)
        #expect(stored.close == made.close)
        #expect(stored.volume == made.volume)
        #expect(stored.times == made.times)
    }

    @Test("suggests the nearest name")
    func mistyped() throws {
        let error = try failure { () throws(StoreError) in
            _ = try SyntheticDataset.named("daily10")
        }
        #expect(error.description.contains("Did you mean daily100?"))
    }
}
