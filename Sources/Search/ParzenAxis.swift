import Kernels

/// How often good and bad cells had each value of an axis, and how probable a value is by that.
///
/// The axis is looked at in bins: its values, or 512 equal parts where it has more. Where the
/// axis is ordered, a cell also speaks for the bins around its own, by a triangle that reaches
/// the cells beside it: narrow where cells are many, wide where they are few. Else it speaks for
/// its own bin alone. One further cell that says nothing is spread over all bins, so that none
/// is ever out of the question.
struct ParzenAxis: Sendable {
    private static let mostBins = 512
    /// Into how many parts the axis is told apart at most.
    private static let finest = 100.0

    private let count: Int
    private let isOrdered: Bool
    private let bins: Int
    /// How many cells of each bin were visited.
    private var visited: [Double]
    /// The probability that a good cell lies in a bin or below.
    private var goodUpTo: [Double]
    /// How much more probable a good cell is in a bin than a bad one.
    private var advantages: [Double]

    init(_ axis: ParameterAxis) {
        (count, isOrdered) = (axis.count, axis.isOrdered)
        bins = min(axis.count, Self.mostBins)
        visited = Array(repeating: 0, count: bins)
        (goodUpTo, advantages) = (visited, visited)
    }

    /// Notes a visited cell by its value's place.
    mutating func note(_ place: Int) { visited[bin(of: place)] += 1 }

    /// Asks the visited cells; the good ones are those at these places.
    mutating func learn(good places: some Sequence<Int>) {
        var good = [Double](repeating: 0, count: bins)
        for place in places { good[bin(of: place)] += 1 }
        var bad = visited
        for bin in 0..<bins { bad[bin] -= good[bin] }
        let (goodDensity, badDensity) = (density(of: good), density(of: bad))
        var sum = 0.0
        for bin in 0..<bins {
            sum += goodDensity[bin]
            goodUpTo[bin] = sum
            advantages[bin] = goodDensity[bin] / badDensity[bin]
        }
    }

    /// How much more probable a good cell is at a place than a bad one.
    func advantage(at place: Int) -> Double { advantages[bin(of: place)] }

    /// A place as good cells have it.
    func draw(_ generator: inout SplitMix64) -> Int {
        // The sum is 1 but for rounding.
        let wanted = generator.fraction() * goodUpTo[bins - 1]
        var (low, high) = (0, bins - 1)
        while low < high {
            let middle = (low + high) / 2
            if goodUpTo[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        let (start, end) = (start(of: low), start(of: low + 1))
        return end == start + 1 ? start : start + generator.next(below: end - start)
    }

    // MARK: Bins

    /// The first place of a bin: `bin × count / bins`, rounded up.
    private func start(of bin: Int) -> Int {
        guard bins < count else { return bin }
        let (whole, rest) = count.quotientAndRemainder(dividingBy: bins)
        return bin * whole + (bin * rest + bins - 1) / bins
    }

    private func bin(of place: Int) -> Int {
        guard bins < count else { return place }
        return bins.dividedFullWidth(place, by: count)
    }

    // MARK: Densities

    /// The probability of each bin, from how many cells lie in it.
    private func density(of counts: [Double]) -> [Double] {
        let share = 1 / (counts.reduce(0, +) + 1)
        var density = [Double](repeating: share / Double(bins), count: bins)
        let reaches = isOrdered ? reaches(of: counts) : Array(repeating: 0, count: bins)
        for bin in 0..<bins where counts[bin] > 0 {
            let reach = reaches[bin]
            let around = max(0, bin - reach)...min(bins - 1, bin + reach)
            // What would fall beyond the ends is given to the bins that there are.
            var whole = 0.0
            for other in around { whole += Double(reach + 1 - abs(other - bin)) }
            let weight = counts[bin] * share / whole
            for other in around { density[other] += weight * Double(reach + 1 - abs(other - bin)) }
        }
        return density
    }

    /// How far the cells of each bin speak for others: to the farther of the two bins beside it
    /// that have cells, but not less than a part of the axis that shrinks with more cells.
    private func reaches(of counts: [Double]) -> [Int] {
        let cells = counts.reduce(0, +)
        let least = max(1, Int((Double(bins) / min(Self.finest, cells + 1)).rounded()))
        var reaches = [Int](repeating: least, count: bins)
        var before = 0
        for bin in 0..<bins where counts[bin] > 0 {
            reaches[bin] = max(least, bin - before)
            reaches[before] = max(reaches[before], bin - before)
            before = bin
        }
        reaches[before] = max(reaches[before], bins - 1 - before)
        return reaches
    }
}

extension Int {
    /// `self × factor / divisor`, without overflow.
    fileprivate func dividedFullWidth(_ factor: Int, by divisor: Int) -> Int {
        divisor.dividingFullWidth(multipliedFullWidth(by: factor)).quotient
    }
}
