import MarketData

/// Where the immutable history of instruments lies.
public protocol BarArchive: AnyObject {
    /// The history of a series.
    func bars(of key: SeriesKey) throws(LiveError) -> ArchivedBars

    /// A number that is another one after every change of any series.
    func version() throws(LiveError) -> Int64

    /// At most `limit` bars after an instant, oldest first, without reading the others.
    func rows(
        of key: SeriesKey, after time: Timestamp, limit: Int
    ) throws(LiveError) -> Series

    /// The start of the last bar, and a text that changes whenever bars or actions do.
    func state(of key: SeriesKey) throws(LiveError) -> (last: Timestamp, token: String)

    /// The starts of bars that a person put in the place of others: no feed's word replaces them.
    func stated(of key: SeriesKey) throws(LiveError) -> Set<Timestamp>

    /// Puts bars into the immutable history: a new file that takes the place of the old one. A bar
    /// that the history has is replaced.
    func fold(_ bars: [Bar], into key: SeriesKey) throws(LiveError)
}

extension BarArchive {
    /// None.
    public func stated(of key: SeriesKey) throws(LiveError) -> Set<Timestamp> { [] }
}
