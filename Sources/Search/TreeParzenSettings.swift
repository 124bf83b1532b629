/// How a `TreeParzenSearch` divides its cells into rounds and into good and bad ones.
public struct TreeParzenSettings: Hashable, Sendable {
    /// How many cells are proposed at once, and can be computed at the same time.
    public let roundSize: Int
    /// How many cells are drawn at random before the model is asked.
    public let randomCells: Int
    /// Which part of the cells counts as good.
    public let goodFraction: Double
    /// How many cells count as good at most.
    public let mostGood: Int
    /// From how many drawn candidates each cell is chosen.
    public let candidates: Int

    /// Settings; the defaults suit some hundreds to some thousands of cells.
    ///
    /// - Parameters:
    ///   - roundSize: cells a round, at least 1.
    ///   - randomCells: cells at random before, at least 1.
    ///   - goodFraction: the good part, above 0 and below 1.
    ///   - mostGood: the most good cells, at least 1.
    ///   - candidates: candidates for each cell, at least 1.
    public init(
        roundSize: Int = 16, randomCells: Int = 32, goodFraction: Double = 0.15,
        mostGood: Int = 25, candidates: Int = 24
    ) {
        precondition(roundSize >= 1, "roundSize must be ≥ 1, was \(roundSize)")
        precondition(randomCells >= 1, "randomCells must be ≥ 1, was \(randomCells)")
        precondition(
            goodFraction > 0 && goodFraction < 1,
            "goodFraction must be above 0 and below 1, was \(goodFraction)")
        precondition(mostGood >= 1, "mostGood must be ≥ 1, was \(mostGood)")
        precondition(candidates >= 1, "candidates must be ≥ 1, was \(candidates)")
        (self.roundSize, self.randomCells) = (roundSize, randomCells)
        (self.goodFraction, self.mostGood) = (goodFraction, mostGood)
        self.candidates = candidates
    }
}
