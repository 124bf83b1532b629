import Digests
import MarketData

/// What an import did to one series.
public struct ImportOutcome: Sendable {
    /// The symbol.
    public let symbol: String
    /// The name of the imported file.
    public let source: String
    /// The number of bars in the store.
    public let rowCount: Int
    /// The digest of the stored file.
    public let digest: Digest
    /// True when the store had the same bytes already, so that nothing was written.
    public let isUnchanged: Bool
    /// The rows set aside.
    public let findings: [ImportFinding]
    /// The actions left out.
    public let actionFindings: [ActionFinding]
    /// What became of the bars and actions that were stored before.
    public var notes: [String] = []
}
