import MarketData

/// What the owner of a file says about it.
struct ImportRequest {
    let file: String
    let symbol: String
    let calendar: Calendar
    var currency = ""
    var dataset = ""
    var origin = ""
    var licence = ""
    let basis: BasisKind
    var actions: [CorporateAction]

    /// The text whose digest names the actions.
    var actionsText: String { Self.text(of: actions) }

    /// The text whose digest names some actions.
    static func text(of actions: [CorporateAction]) -> String {
        actions.map { "\($0.exDate.microseconds) \($0.kind)\n" }.sorted().joined()
    }
}
