/// 1,024 bars of up to five columns that go wherever arithmetic breaks: flats, zeros, ties, jumps,
/// holes, infinities, tiny and huge values.
///
/// Made by integer arithmetic and powers of two alone (SplitMix64), so every machine has the same
/// bits. The columns are like high, low, close, volume and open.
package enum HostileSeries {
    /// The number of bars.
    package static let count = 1_024

    /// The five columns.
    package static let columns: [[Double]] = makeColumns()

    /// Time anchors of lane 0: every 256 bars, and some that come early.
    package static let anchors: [UInt8] = (0..<count).map { row in
        row > 0 && (row % 256 == 0 || [300, 301, 333, 790].contains(row)) ? 1 : 0
    }

    private static func makeColumns() -> [[Double]] {
        var random = SplitMix64(state: 0x46_69_6E_73_74_61_67_65)
        var columns = [[Double]](repeating: [], count: 5)
        var level: Int64 = 1 << 20
        for row in 0..<count {
            let regime = row / 64
            level = nextLevel(level, row: row, random: &random)
            let scale = scale(of: regime)
            for column in 0..<5 {
                let isFlat = regime == 2 || regime == 9
                let offset = isFlat ? 0 : offset(of: column, &random)
                let units = column == 3 ? volume(row, &random) : level + offset
                columns[column].append(cell(Double(units) * scale, row, column))
            }
        }
        return columns
    }

    /// A random walk on whole units that jumps, crosses zero and stays where it was for a while.
    private static func nextLevel(
        _ level: Int64, row: Int, random: inout SplitMix64
    ) -> Int64 {
        let step = Int64(random.next() % 4_097) - 2_048
        switch row / 64 {
        case 2, 9: return level
        case 4: return row % 64 == 7 ? level &* 4_096 : level + step % 3
        case 5: return row % 64 == 0 ? 1 << 20 : level + step % 2
        case 7: return row % 64 == 0 ? 2_048 : level + step
        case 8: return row % 64 < 40 ? 0 : level + step
        case 10: return row % 64 == 0 ? 1 << 20 : level + step
        default: return level + step
        }
    }

    /// A power of two: tiny, huge, or the odd value 0.1 that no binary fraction meets.
    private static func scale(of regime: Int) -> Double {
        switch regime {
        case 9: 0.1
        case 11: 0x1p-1060
        case 12: 0x1p980
        case 13: 0x1p-520
        case 14: 0x1p1003
        default: 0x1p-13
        }
    }

    private static func offset(of column: Int, _ random: inout SplitMix64) -> Int64 {
        let spread = Int64(random.next() % 1_024)
        switch column {
        case 0: return spread
        case 1: return -spread
        default: return spread - 512
        }
    }

    private static func volume(_ row: Int, _ random: inout SplitMix64) -> Int64 {
        let units = Int64(random.next() >> 34)
        return row % 17 < 3 ? 0 : units
    }

    /// Holes in one column or in all, and infinities; none late, so that long windows are known.
    private static func cell(_ value: Double, _ row: Int, _ column: Int) -> Double {
        guard row < 560 else { return value }
        if row % 211 == 150 || row % 97 == 20 * column + 3 { return .nan }
        // A low of zero, and one above the high: what divides or compares must show it.
        if column == 1, row == 541 || row == 543 { return row == 541 ? 0 : 1 }
        if row == 401 { return column % 2 == 0 ? .infinity : -.infinity }
        return row == 530 && column == 2 ? -0.0 : value
    }
}
