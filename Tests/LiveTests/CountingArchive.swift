import Live
import MarketData

/// An archive that counts how often a whole history is read.
final class CountingArchive: BarArchive {
    private let whole: MemoryArchive
    var readCount = 0

    init(_ whole: MemoryArchive) { self.whole = whole }

    func bars(of key: SeriesKey) throws(LiveError) -> ArchivedBars {
        readCount += 1
        return try whole.bars(of: key)
    }

    func version() throws(LiveError) -> Int64 { try whole.version() }

    func rows(
        of key: SeriesKey, after time: Timestamp, limit: Int
    ) throws(LiveError) -> Series { try whole.rows(of: key, after: time, limit: limit) }

    func state(of key: SeriesKey) throws(LiveError) -> (last: Timestamp, token: String) {
        try whole.state(of: key)
    }

    func fold(_ bars: [Bar], into key: SeriesKey) throws(LiveError) {
        try whole.fold(bars, into: key)
    }
}
