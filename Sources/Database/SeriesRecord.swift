/// The bars of an instrument at one interval: which file holds them, and where they came from.
public struct SeriesRecord: Hashable, Sendable {
    /// The instrument.
    public var instrumentID: Int64
    /// The length of a bar in microseconds.
    public var interval: Int64
    /// The name of the imported file.
    public var source: String
    /// The SHA-256 digest of the imported file.
    public var sourceDigest: String
    /// The data set it belongs to; empty for a single file.
    public var dataset: String
    /// Where the source got the bars.
    public var origin: String
    /// The licence of the bars.
    public var licence: String
    /// The digest of the stored file.
    public var digest: String
    /// What has been done to the prices: `raw`, `splits@…` or `total@…`.
    public var basis: String
    /// The digest of the corporate actions.
    public var actionsDigest: String
    /// The first bar, in microseconds since 1970.
    public var firstTime: Int64
    /// The last bar, in microseconds since 1970.
    public var lastTime: Int64
    /// The number of bars.
    public var rowCount: Int64

    /// A record from its parts.
    public init(
        instrumentID: Int64 = 0, interval: Int64, source: String, sourceDigest: String,
        dataset: String, origin: String, licence: String, digest: String, basis: String,
        actionsDigest: String, firstTime: Int64, lastTime: Int64, rowCount: Int64
    ) {
        (self.instrumentID, self.interval) = (instrumentID, interval)
        (self.source, self.sourceDigest, self.dataset) = (source, sourceDigest, dataset)
        (self.origin, self.licence, self.digest) = (origin, licence, digest)
        (self.basis, self.actionsDigest) = (basis, actionsDigest)
        (self.firstTime, self.lastTime, self.rowCount) = (firstTime, lastTime, rowCount)
    }
}

extension SeriesRecord {
    /// The digest of an imported file with the mark that bars from elsewhere stand beside its own,
    /// and the start of the last one of its own, in microseconds since 1970.
    public static func marked(_ digest: String, through last: Int64) -> String {
        digest.isEmpty || digest.contains("+") ? digest : "\(digest)+\(last)"
    }
}
