/// The direction numbers of Sobol's sequence for up to 40 axes.
///
/// Each row is a primitive polynomial over two elements, of its degree (the count of numbers)
/// with the bits of its inner coefficients, and the odd numbers that its recurrence starts from.
///
/// Source: Joe, Kuo: Constructing Sobol Sequences with Better Two-Dimensional Projections, SIAM
/// Journal on Scientific Computing 30 (5), 2008; their table new-joe-kuo-6.21201.
enum SobolDirections {
    /// How many bits of a point's number have a direction.
    static let bits = 32

    /// Axis 2 and on; the first has the directions 1/2, 1/4, 1/8, …
    static let table: [(coefficients: Int, starts: [UInt64])] = [
        (0, [1]),
        (1, [1, 3]),
        (1, [1, 3, 1]),
        (2, [1, 1, 1]),
        (1, [1, 1, 3, 3]),
        (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]),
        (4, [1, 1, 5, 5, 5]),
        (7, [1, 1, 7, 11, 19]),
        (11, [1, 1, 5, 1, 1]),
        (13, [1, 1, 1, 3, 11]),
        (14, [1, 3, 5, 5, 31]),
        (1, [1, 3, 3, 9, 7, 49]),
        (13, [1, 1, 1, 15, 21, 21]),
        (16, [1, 3, 1, 13, 27, 49]),
        (19, [1, 1, 1, 15, 7, 5]),
        (22, [1, 3, 1, 15, 13, 25]),
        (25, [1, 1, 5, 5, 19, 61]),
        (1, [1, 3, 7, 11, 23, 15, 103]),
        (4, [1, 3, 7, 13, 13, 15, 69]),
        (7, [1, 1, 3, 13, 7, 35, 63]),
        (8, [1, 3, 5, 9, 1, 25, 53]),
        (14, [1, 3, 1, 13, 9, 35, 107]),
        (19, [1, 3, 1, 5, 27, 61, 31]),
        (21, [1, 1, 5, 11, 19, 41, 61]),
        (28, [1, 3, 5, 3, 3, 13, 69]),
        (31, [1, 1, 7, 13, 1, 19, 1]),
        (32, [1, 3, 7, 5, 13, 19, 59]),
        (37, [1, 1, 3, 9, 25, 29, 41]),
        (41, [1, 3, 5, 13, 23, 1, 55]),
        (42, [1, 3, 7, 3, 13, 59, 17]),
        (50, [1, 3, 1, 3, 5, 53, 69]),
        (55, [1, 1, 5, 5, 23, 33, 13]),
        (56, [1, 1, 7, 7, 1, 61, 123]),
        (59, [1, 1, 7, 9, 13, 61, 49]),
        (62, [1, 3, 3, 5, 3, 55, 33]),
        (14, [1, 3, 1, 15, 31, 13, 49, 245]),
        (21, [1, 3, 5, 15, 31, 59, 63, 97]),
        (22, [1, 3, 1, 11, 11, 11, 77, 249]),
    ]

    /// The directions of an axis, from 0, in fractions of 2⁶⁴.
    static func directions(of axis: Int) -> [UInt64] {
        guard axis > 0 else { return (0..<bits).map { 1 << UInt64(63 - $0) } }
        let (coefficients, starts) = table[axis - 1]
        let degree = starts.count
        var directions = starts.enumerated().map { $1 << UInt64(63 - $0) }
        for bit in degree..<bits {
            var direction = directions[bit - degree]
            direction ^= direction >> UInt64(degree)
            for term in 1..<max(1, degree)
            where coefficients >> (degree - 1 - term) & 1 == 1 {
                direction ^= directions[bit - term]
            }
            directions.append(direction)
        }
        return directions
    }
}
