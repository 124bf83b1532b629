/// A file of the store, and what was seen of it when it was last verified.
public struct SeriesFileRecord: Hashable, Sendable {
    /// The SHA-256 digest in hexadecimal digits, which is its name.
    public let digest: String
    /// The size in bytes.
    public let byteCount: Int64
    /// The number of rows.
    public let rowCount: Int64
    /// The size at the last verification.
    public let verifiedSize: Int64
    /// The time of the last change at the last verification, in nanoseconds since 1970.
    public let verifiedModified: Int64
    /// The number of the file in its file system at the last verification.
    public let verifiedInode: Int64

    /// A record from its parts.
    public init(
        digest: String, byteCount: Int64, rowCount: Int64, verifiedSize: Int64,
        verifiedModified: Int64, verifiedInode: Int64
    ) {
        (self.digest, self.byteCount, self.rowCount) = (digest, byteCount, rowCount)
        (self.verifiedSize, self.verifiedModified) = (verifiedSize, verifiedModified)
        self.verifiedInode = verifiedInode
    }
}
