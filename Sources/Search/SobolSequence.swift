import Kernels

/// Points that fill the unit cube more evenly than chance: of the first 2ᵏ, each interval of
/// length 2⁻ᵏ of each axis holds one.
///
/// The points come in the order of the Gray code, the first is the origin. With a shift, the
/// bits of each axis are inverted where the shift's are set, which keeps that property and gives
/// each seed points of its own. They are most even when their number is a power of two.
///
/// Source: Joe, Kuo: Constructing Sobol Sequences with Better Two-Dimensional Projections, SIAM
/// Journal on Scientific Computing 30 (5), 2008; the order by Antonov and Saleev, 1979.
package struct SobolSequence: Sendable {
    /// How many points there are.
    package static let points = 1 << 32
    /// How many axes there can be.
    package static let dimensions = SobolDirections.table.count + 1

    private let dimensions: Int
    /// A direction for each bit of the Gray code and each axis, bit by bit.
    private let directions: [UInt64]
    private let shifts: [UInt64]
    /// The present point, in fractions of 2⁶⁴, without the shift.
    private var point: [UInt64]
    private var number = 0

    /// The sequence from its first point on.
    ///
    /// - Parameters:
    ///   - dimensions: how many axes, at most `SobolSequence.dimensions`.
    ///   - shifts: what each axis is shifted by; none for the sequence itself.
    package init(dimensions: Int, shifts: [UInt64]? = nil) {
        precondition(
            (1...Self.dimensions).contains(dimensions),
            "dimensions must be 1...\(Self.dimensions), was \(dimensions)")
        let columns = (0..<dimensions).map(SobolDirections.directions)
        self.dimensions = dimensions
        directions = (0..<SobolDirections.bits).flatMap { bit in columns.map { $0[bit] } }
        self.shifts = shifts ?? Array(repeating: 0, count: dimensions)
        point = Array(repeating: 0, count: dimensions)
    }

    /// A coordinate of the present point, in fractions of 2⁶⁴.
    package func coordinate(_ axis: Int) -> UInt64 { point[axis] ^ shifts[axis] }

    /// Goes on to the next point; the last has none.
    package mutating func advance() {
        number += 1
        precondition(number < Self.points, "the sequence has \(Self.points) points")
        let start = number.trailingZeroBitCount * dimensions
        for axis in 0..<dimensions { point[axis] ^= directions[start + axis] }
    }
}
