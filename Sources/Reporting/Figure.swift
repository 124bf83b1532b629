/// A figure of a run as a page shows it.
struct Figure {
    let name: Phrase
    /// The number, or in words why there is none.
    let text: String
    /// That of buying and holding; nil where it says nothing.
    let held: String?
    /// The formula with its convention, and when it is not defined.
    var definition: String
    /// The number by which it is coloured; nil for none.
    var tone: Double?
    /// True for the figures at the head of a section.
    var isMain = false
    /// What stands below the figure in place of that of buying and holding.
    var remark: String?

    /// True when words stand in place of a number.
    var isWords: Bool { text.first.map { $0.isLetter } ?? false }
}
