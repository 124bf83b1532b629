/// Every metric, in the order in which reports show them.
public enum MetricCatalog {
    /// A definition and how its value is found.
    struct Entry: Sendable {
        let definition: MetricDefinition
        let value: @Sendable (Measurement) -> Double?
    }

    static let entries: [Entry] =
        growth + periods + risk + tails + drawdown + activity + trades + holding + benchmark
        + significance

    /// What each metric is.
    public static let definitions: [MetricDefinition] = entries.map(\.definition)

    private static let byKey = Dictionary(uniqueKeysWithValues: definitions.map { ($0.key, $0) })

    /// The definition of a key; nil when there is none.
    public static func definition(of key: String) -> MetricDefinition? { byKey[key] }

    /// Every metric of an account.
    ///
    /// - Parameters:
    ///   - account: what was measured.
    ///   - convention: whose formulas are used.
    /// - Returns: a figure for each definition, in the same order.
    public static func figures(
        of account: MeasuredAccount, convention: MetricConvention = .finstage
    ) -> [MetricFigure] {
        Measurement(account, convention: convention).figures
    }
}

extension MetricCatalog {
    /// An entry of a group; the closure finds the value.
    static func entry(
        _ key: String, _ name: String, _ group: MetricGroup, _ unit: MetricUnit,
        formula: String, convention: String = "", source: String = "elementary",
        undefined: String = "", _ value: @escaping @Sendable (Measurement) -> Double?
    ) -> Entry {
        Entry(
            definition: MetricDefinition(
                key: key, name: name, group: group, unit: unit, formula: formula,
                convention: convention, source: source, undefined: undefined),
            value: value)
    }
}
