import MarketData

/// A series of the store with its corporate actions and its passport.
public struct StoredSeries: Sendable {
    /// The bars as the source gave them.
    public let series: Series
    /// The columns that only some sources have, such as `adj_close`.
    public let extras: [BarTable.ExtraColumn]
    /// The actions that the prices do not contain yet and do not contradict: what to apply.
    public let actions: [CorporateAction]
    /// Every action that was listed.
    public let listedActions: [CorporateAction]
    /// The actions that the prices contradict, and so are left out.
    public let actionFindings: [ActionFinding]
    /// Everything that an import noticed, and the actions left out; a run should show them.
    public let findings: [SeriesFinding]
    /// Where the series came from.
    public let entry: SeriesEntry
}
