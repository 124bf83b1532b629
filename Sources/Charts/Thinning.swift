/// Min–max thinning: fewer points, the same picture.
///
/// Of each column the first, the lowest, the highest and the last known value stay, at their
/// own rows. A spike of one bar is therefore always drawn, and a marker finds its line.
public enum Thinning {
    /// The column in which the centre of a row lies, in exact integers.
    public static func column(ofRow row: Int, rowCount: Int, columns: Int) -> Int {
        (2 * row + 1) * columns / (2 * rowCount)
    }

    /// The rows to draw, ascending, at most four a column.
    public static func rows(of values: [Double], columns: Int) -> [Int] {
        runs(of: values, columns: columns).flatMap { $0 }
    }

    /// The rows to draw, parted where a whole column holds no known value.
    ///
    /// With no more rows than columns each row is a column: nothing is left out, and each
    /// unknown value (not finite) parts the line.
    ///
    /// - Complexity: O(rows). Precondition: `columns ≥ 1`.
    public static func runs(of values: [Double], columns: Int) -> [[Int]] {
        precondition(columns >= 1, "a chart needs a column, had \(columns)")
        guard !values.isEmpty else { return [] }
        let width = min(columns, values.count)
        var runs: [[Int]] = [[]]
        var row = 0
        for column in 0..<width {
            let start = row
            while row < values.count,
                self.column(ofRow: row, rowCount: values.count, columns: width) == column
            {
                row += 1
            }
            let kept = extremes(of: values, within: start..<row)
            if !kept.isEmpty {
                runs[runs.count - 1] += kept
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    private static func extremes(of values: [Double], within rows: Range<Int>) -> [Int] {
        var (first, lowest, highest, last) = (-1, -1, -1, -1)
        for row in rows where values[row].isFinite {
            if first < 0 { (first, lowest, highest) = (row, row, row) }
            if values[row] < values[lowest] { lowest = row }
            if values[row] > values[highest] { highest = row }
            last = row
        }
        guard first >= 0 else { return [] }
        let sorted = [first, min(lowest, highest), max(lowest, highest), last]
        return sorted.enumerated()
            .filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }
            .map(\.element)
    }
}
