/// What a series points at, and the actions it was stored with: what a writer has read before it
/// writes.
public struct SeriesVersion: Hashable, Sendable {
    /// The digest of the file; nil where there is no such series.
    public let digest: String?
    /// The digest of the corporate actions; nil where there is no such series.
    public let actionsDigest: String?

    /// A series that is not there.
    static let absent = SeriesVersion(digest: nil, actionsDigest: nil)

    init(digest: String?, actionsDigest: String?) {
        (self.digest, self.actionsDigest) = (digest, actionsDigest)
    }
}
