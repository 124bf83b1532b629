/// A run that was kept, for the run history.
public struct RunRecord: Hashable, Sendable, Identifiable, Codable {
    /// The id.
    public let id: String
    /// When it was started, in microseconds since 1970.
    public let created: Int64
    /// The command line.
    public let command: String
    /// The name of the strategy.
    public let strategy: String
    /// The symbol, or several joined by commas.
    public let symbol: String
    /// The digest of everything that decides the result.
    public let fingerprint: String
    /// The digest of the bars.
    public let datasetDigest: String
    /// The folder of its files.
    public let folder: String
    /// The headline figures as JSON.
    public let headline: String

    /// A record from its parts.
    public init(
        id: String, created: Int64, command: String, strategy: String, symbol: String,
        fingerprint: String, datasetDigest: String, folder: String, headline: String
    ) {
        (self.id, self.created, self.command) = (id, created, command)
        (self.strategy, self.symbol, self.fingerprint) = (strategy, symbol, fingerprint)
        (self.datasetDigest, self.folder, self.headline) = (datasetDigest, folder, headline)
    }
}
