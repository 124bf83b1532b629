/// The centred sums of two columns of returns, and of any stretch of them.
///
/// Sums of neighbouring stretches merge without a subtraction of large numbers, so a moving
/// window keeps its digits. Source: Chan, Golub, LeVeque, The American Statistician 37 (3), 1983.
struct PairedSums {
    var count = 0.0
    var (mean, benchmarkMean) = (0.0, 0.0)
    /// Σ (r − mean)², Σ (b − mean)², Σ (r − mean) (b − mean).
    var (squares, benchmarkSquares, products) = (0.0, 0.0, 0.0)
    /// The greatest |return| of each.
    var (largest, benchmarkLargest) = (0.0, 0.0)

    init() {}

    /// One pair.
    @inline(__always)
    init(_ own: Double, _ benchmark: Double) {
        (count, mean, benchmarkMean) = (1, own, benchmark)
        (largest, benchmarkLargest) = (own.magnitude, benchmark.magnitude)
    }

    /// Two columns: the means first, then what is centred on them.
    init(_ own: [Double], _ benchmark: [Double]) {
        guard !own.isEmpty else { return }
        count = Double(own.count)
        mean = own.compensatedSum() / count
        benchmarkMean = benchmark.compensatedSum() / count
        for (one, other) in zip(own, benchmark) {
            let (x, y) = (one - mean, other - benchmarkMean)
            squares += x * x
            benchmarkSquares += y * y
            products += x * y
            largest = max(largest, one.magnitude)
            benchmarkLargest = max(benchmarkLargest, other.magnitude)
        }
    }

    /// This stretch and another.
    @inline(__always)
    func merging(_ other: PairedSums) -> PairedSums {
        guard count > 0 else { return other }
        var sums = self
        sums.count = count + other.count
        let share = other.count / sums.count
        let (x, y) = (other.mean - mean, other.benchmarkMean - benchmarkMean)
        sums.mean += x * share
        sums.benchmarkMean += y * share
        let weight = count * share
        sums.squares += other.squares + x * x * weight
        sums.benchmarkSquares += other.benchmarkSquares + y * y * weight
        sums.products += other.products + x * y * weight
        sums.largest = max(largest, other.largest)
        sums.benchmarkLargest = max(benchmarkLargest, other.benchmarkLargest)
        return sums
    }

    /// The deviation by n − 1; nil for fewer than two, and where there is no variation.
    var deviation: Double? { deviation(squares, largest) }
    /// The benchmark's.
    var benchmarkDeviation: Double? { deviation(benchmarkSquares, benchmarkLargest) }

    private func deviation(_ squares: Double, _ largest: Double) -> Double? {
        guard count >= 2 else { return nil }
        let deviation = (squares / (count - 1)).squareRoot()
        return deviation > 1e-12 * largest ? deviation : nil
    }

    /// Nil where either does not vary: a slope says nothing of who never moved.
    var beta: Double? {
        deviation == nil ? nil : benchmarkDeviation.map { _ in products / benchmarkSquares }
    }

    var correlation: Double? {
        guard deviation != nil, benchmarkDeviation != nil else { return nil }
        return max(-1, min(1, products / (squares * benchmarkSquares).squareRoot()))
    }
}
