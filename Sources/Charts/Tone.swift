/// The colour of a mark: a role that the page's style turns into light or dark ink.
public enum Tone: String, Sendable, Hashable, CaseIterable {
    /// What the chart is about.
    case primary
    /// What it is compared with.
    case secondary
    /// What both are drawn upon: a price below its markers.
    case neutral
    /// A gain.
    case positive
    /// A loss.
    case negative
    /// The first series beside these.
    case first
    /// The second series beside these.
    case second
    /// The third series beside these.
    case third
    /// The fourth series beside these.
    case fourth

    /// The tones of series that have no role, in turn.
    public static let further: [Tone] = [.first, .second, .third, .fourth]
}
