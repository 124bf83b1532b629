/// A column for each row, from a base to its value: volumes, counts, positions.
public struct ColumnMark: Mark {
    /// The values by row; one that is not finite leaves a gap.
    public let values: [Double]
    /// The value at which the columns begin; always visible.
    public let base: Double
    /// The text in the legend; nil for none.
    public let legend: String?
    /// The colour of values ≥ the base.
    public let tone: Tone
    /// The colour of values below the base.
    public let lowTone: Tone

    /// Columns from their values.
    public init(
        _ values: [Double], base: Double = 0, legend: String? = nil, tone: Tone = .primary,
        lowTone: Tone? = nil
    ) {
        (self.values, self.base, self.legend) = (values, base, legend)
        (self.tone, self.lowTone) = (tone, lowTone ?? tone)
    }

    /// The lowest and the highest value, the base included.
    public var valueRange: ClosedRange<Double>? { (values + [base]).finiteRange }

    /// The columns as two paths; where they do not fit, the greatest of each column of pixels.
    public func svg(in frame: PlotFrame) -> String {
        var (upper, lower) = (PathText(), PathText())
        let count = max(1, min(frame.columns, values.count))
        let width = (frame.rows.end - frame.rows.start) / Double(count)
        let zero = frame.values.position(of: base)
        for row in rows(columns: count) {
            let x = frame.rows.position(ofRow: row)
            let half = max(0.4, width * 0.42)
            let y = frame.values.position(of: values[row])
            if values[row] >= base {
                Self.draw(x - half, x + half, zero, y, to: &upper)
            } else {
                Self.draw(x - half, x + half, zero, y, to: &lower)
            }
        }
        return upper.element(styleClass: "column \(tone.rawValue)")
            + lower.element(styleClass: "column \(lowTone.rawValue)")
    }

    private static func draw(
        _ left: Double, _ right: Double, _ zero: Double, _ y: Double, to path: inout PathText
    ) {
        path.move(x: left, y: zero)
        path.line(x: left, y: y)
        path.line(x: right, y: y)
        path.line(x: right, y: zero)
        path.close()
    }

    /// Of each column of pixels the row that lies farthest from the base.
    private func rows(columns: Int) -> [Int] {
        var (kept, column): ([Int], Int) = ([], -1)
        for row in values.indices where values[row].isFinite && values[row] != base {
            let own = Thinning.column(ofRow: row, rowCount: values.count, columns: columns)
            if own != column {
                kept.append(row)
                column = own
            } else if let last = kept.last,
                abs(values[row] - base) > abs(values[last] - base)
            {
                kept[kept.count - 1] = row
            }
        }
        return kept
    }
}
