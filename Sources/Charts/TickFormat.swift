/// How the numbers beside an axis are written.
public enum TickFormat: Sendable, Hashable {
    /// As they are, thousands parted by commas.
    case number
    /// A fraction as a percentage: 0.25 is `25%`.
    case percent

    /// The texts of an axis, with true minus signs: on a logarithmic one each with the decimals
    /// that it needs, and in millions where the axis is of many.
    func labels(_ ticks: NiceTicks, scale: ScaleKind) -> [String] {
        let largest = ticks.values.map(\.magnitude).max() ?? 0
        return ticks.values.map { value in
            let step = scale == .logarithmic ? min(ticks.step, value) : ticks.step
            guard self == .number, largest >= 1e7, ticks.step >= 1e4, value != 0 else {
                return text(of: value, step: step).trueMinus
            }
            let decimals = NiceTicks.decimals(of: step / 1e6)
            return NumberText.fixed(value / 1e6, decimals: decimals, isGrouped: true).trueMinus
                + "M"
        }
    }

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
