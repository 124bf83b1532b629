import Database
import MarketData

/// Reads one series out of the immutable file and the journal's running day, while a runner may
/// write and fold.
///
/// The journal is read before the file. A fold first publishes the file and then removes the rows,
/// so a bar that the journal no longer shows stands in the file by then, and one that both show
/// counts once.
public struct SeriesReader {
    private let archive: any BarArchive
    private let journal: JournalDatabase

    /// A reader of what an archive and a journal hold together.
    public init(archive: any BarArchive, journal: JournalDatabase) {
        (self.archive, self.journal) = (archive, journal)
    }

    /// The bars that the runner has accepted up to an instant, with the actions.
    ///
    /// - Parameters:
    ///   - key: names the series.
    ///   - time: the start of the last bar wanted; all by default.
    /// - Returns: the bars, those of the journal over those of the file.
    /// - Throws: when there is no such series, or it cannot be read.
    public func bars(
        of key: SeriesKey, through time: Timestamp = Timestamp(microseconds: .max - 1)
    ) throws(LiveError) -> ArchivedBars {
        let records: [JournalBarRecord]
        do throws(DatabaseError) {
            records = try journal.bars(symbol: key.symbol, interval: key.interval.microseconds)
        } catch {
            throw .journal(error.description)
        }
        return try InstrumentBars(
            key, archive, closedBy: Timestamp(microseconds: .max), tail: records.map(\.bar),
            revisions: [:]
        ).accepted(through: time)
    }
}
