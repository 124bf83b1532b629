/// A figure of a run as a page shows it.
struct Figure {
    let name: String
    /// The number, or in words why there is none.
    let text: String
    /// That of buying and holding; nil where it says nothing.
    let held: String?
    /// The formula with its convention, and when it is not defined.
    let definition: String
    /// The number by which it is coloured; nil for none.
    let tone: Double?
    /// What stands below the figure in place of that of buying and holding.
    let remark: String?

    /// True when words stand in place of a number.
    var isWords: Bool { text.first.map { $0.isLetter } ?? false }
}
