import MarketData

/// The immutable history of an instrument with its corporate actions.
public struct ArchivedBars: Sendable {
    /// The bars as stored.
    public let series: Series
    /// The actions that the prices do not contain yet.
    public let actions: [CorporateAction]

    /// A history from its parts.
    public init(series: Series, actions: [CorporateAction]) {
        (self.series, self.actions) = (series, actions)
    }
}
