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
    var basis: BasisKind
    var actions: [CorporateAction]
    /// The file that the series keeps its name from, where this one only adds to it.
    var namesake: String?

    /// The name of the file that the series is of.
    var seriesSource: String { namesake ?? file }

    /// The text whose digest names the actions.
    var actionsText: String { Self.text(of: actions) }

    /// The text whose digest names some actions.
    static func text(of actions: [CorporateAction]) -> String {
        actions.map { "\($0.exDate.microseconds) \($0.kind)\n" }.sorted().joined()
    }
}
