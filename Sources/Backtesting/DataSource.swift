import MarketData

/// Where the bars of an instrument come from.
public struct DataSource: Hashable, Sendable {
    /// The dataset's name.
    public let dataset: String
    /// Where the prices come from.
    public let origin: String
    /// The licence of the data.
    public let licence: String
    /// `hindsight`, `index`, `pointInTime` or `unknown`.
    public let selection: String
    /// The basis of the stored prices, in words.
    public let priceBasis: String
    /// The SHA-256 of the stored series.
    public let seriesDigest: String
    /// The SHA-256 of the actions.
    public let actionsDigest: String
    /// What a reader of results must know of the data, a sentence each.
    public let remarks: [DataRemark]

    /// A source from its parts.
    public init(
        dataset: String, origin: String, licence: String, selection: String, priceBasis: String,
        seriesDigest: String, actionsDigest: String,
        remarks: [DataRemark] = []
    ) {
        (self.dataset, self.origin, self.licence) = (dataset, origin, licence)
        (self.selection, self.priceBasis) = (selection, priceBasis)
        (self.seriesDigest, self.actionsDigest) = (seriesDigest, actionsDigest)
        self.remarks = remarks
    }
}
