import Kernels

/// A sample in which each axis is covered evenly: its values are cut into as many groups as
/// there are samples, and each group is taken once.
///
/// With more samples than values each value is taken equally often, or once more. The groups of
/// different axes are matched at random.
///
/// Source: McKay, Beckman, Conover: A Comparison of Three Methods for Selecting Values of Input
/// Variables, Technometrics 21 (2), 1979.
package struct LatinHypercube: Sendable {
    package let samples: Int
    private let counts: [Int]
    private let orders: [IndexPermutation]
    private let seed: UInt64

    /// The sample that belongs to a seed.
    ///
    /// - Parameters:
    ///   - samples: how many, at least 1.
    ///   - counts: how many values each axis has.
    ///   - seed: which of many samples.
    package init(samples: Int, counts: [Int], seed: UInt64) {
        (self.samples, self.counts) = (samples, counts)
        var generator = SplitMix64(state: seed)
        orders = counts.map { _ in IndexPermutation(count: samples, seed: generator.next()) }
        self.seed = generator.next()
    }

    /// Writes the places of a sample's values on their axes.
    package func write(_ sample: Int, to places: inout [Int]) {
        var generator = SplitMix64(seed: seed, purpose: sample)
        for axis in counts.indices {
            let group = orders[axis][sample]
            let lower = Self.start(of: group, of: samples, in: counts[axis])
            let upper = Self.start(of: group + 1, of: samples, in: counts[axis])
            places[axis] = lower + (upper > lower + 1 ? generator.next(below: upper - lower) : 0)
        }
    }

    /// The value where a group begins: `group × count / groups`, without overflow.
    private static func start(of group: Int, of groups: Int, in count: Int) -> Int {
        let product = group.multipliedFullWidth(by: count)
        return groups.dividingFullWidth(product).quotient
    }
}
