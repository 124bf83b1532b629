/// How the numbers beside an axis are written.
public enum TickFormat: Sendable, Hashable {
    /// As they are, thousands parted by commas.
    case number
    /// A fraction as a percentage: 0.25 is `25%`.
    case percent

    /// The text of one value, with the decimals that a step of this size needs.
    public func text(of value: Double, step: Double) -> String {
        switch self {
        case .number:
            NumberText.fixed(value, decimals: NiceTicks.decimals(of: step), isGrouped: true)
        case .percent:
            NumberText.fixed(
                value * 100, decimals: NiceTicks.decimals(of: step * 100), isGrouped: true) + "%"
        }
    }
}
