import Digests
import Foundation
import MarketData

/// Made-up data sets for benchmarks, equal to the byte wherever they are made.
public enum SyntheticDataset: String, CaseIterable, Hashable, Sendable {
    /// A hundred symbols of 2,520 daily bars.
    case daily100
    /// Five hundred symbols of 2,520 daily bars.
    case daily500
    /// One symbol of a million minute bars.
    case minute1m

    /// A data set by name; a mistyped name gives "did you mean …?".
    public static func named(_ name: String) throws(StoreError) -> SyntheticDataset {
        if let dataset = SyntheticDataset(rawValue: name) { return dataset }
        throw .unknownDataset(name, known: allCases.map(\.rawValue))
    }

    /// The number of symbols.
    public var symbolCount: Int {
        switch self {
        case .daily100: 100
        case .daily500: 500
        case .minute1m: 1
        }
    }

    /// The bars of a symbol.
    public var barCount: Int { self == .minute1m ? 1_000_000 : 2_520 }

    /// The bars of one symbol, counted from 0.
    public func series(_ symbol: Int) -> Series {
        precondition((0..<symbolCount).contains(symbol), "\(rawValue) has no symbol \(symbol)")
        switch self {
        case .daily100: return SyntheticMarket(symbol: symbol, dataset: 1).daily(count: barCount)
        case .daily500: return SyntheticMarket(symbol: symbol, dataset: 2).daily(count: barCount)
        case .minute1m: return SyntheticMarket(symbol: symbol, dataset: 3).minutes(count: barCount)
        }
    }

    /// The digest over open, high, low, close (doubles) and volume (64-bit integers), column by
    /// column and symbol by symbol, little-endian.
    public func digest() -> Digest {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(symbolCount * barCount * 40)
        for symbol in 0..<symbolCount {
            let series = series(symbol)
            for column in [series.open, series.high, series.low, series.close] {
                column.withUnsafeBytes { bytes.append(contentsOf: $0) }
            }
            let volume = series.volume.map { Int64($0) }
            volume.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return Digest(hashing: bytes.span.bytes)
    }

    /// Writes a delimited file a symbol, and `metadata.json`, so that the folder can be imported.
    public func write(to folder: URL) throws(StoreError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: folder.path, reason: SystemFailure.text(of: error))
        }
        var files: [String] = []
        for symbol in 0..<symbolCount {
            let series = series(symbol)
            let text = DelimitedWriter.bytes(of: series)
            try Self.write(text, to: folder.appending(path: "\(series.symbol).csv"))
            files.append(Self.entry(series, digest: Digest(hashing: text.span.bytes)))
        }
        let metadata = """
            {
              "name": "\(rawValue)",
              "title": "Made-up market \(rawValue)",
              "selection": "unknown",
              "files": [
            \(files.joined(separator: ",\n"))
              ]
            }

            """
        try Self.write(Array(metadata.utf8), to: folder.appending(path: "metadata.json"))
    }

    private static func entry(_ series: Series, digest: Digest) -> String {
        """
            {"file": "\(series.symbol).csv", "symbol": "\(series.symbol)", "calendar": "24/7", \
        "currency": "", "priceBasis": "raw", "origin": "made up by finstage", \
        "licence": "public domain", "sha256": "\(digest)", "rows": \(series.count)}
        """
    }

    private static func write(_ bytes: [UInt8], to url: URL) throws(StoreError) {
        do {
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw .unwritable(path: url.path, reason: SystemFailure.text(of: error))
        }
    }
}
