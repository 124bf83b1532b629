/// The kind of a value axis.
public enum ScaleKind: Sendable, Hashable {
    /// Equal differences are equally far apart.
    case linear
    /// Equal ratios are equally far apart; values ≤ 0 are not drawn.
    case logarithmic
}
