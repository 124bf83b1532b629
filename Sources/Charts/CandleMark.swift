/// Candles of four prices a row; where they do not fit, a line through the closes.
public struct CandleMark: Mark {
    /// The first prices.
    public let open: [Double]
    /// The highest prices.
    public let high: [Double]
    /// The lowest prices.
    public let low: [Double]
    /// The last prices.
    public let close: [Double]
    /// The text in the legend; nil for none.
    public let legend: String?

    /// Candles from four columns of one length.
    public init(
        open: [Double], high: [Double], low: [Double], close: [Double], legend: String? = nil
    ) {
        precondition(
            open.count == close.count && high.count == close.count && low.count == close.count,
            "the columns must be of one length")
        (self.open, self.high, self.low, self.close) = (open, high, low, close)
        self.legend = legend
    }

    /// The colour of the line that replaces candles.
    public var tone: Tone { .primary }

    /// The lowest and the highest price.
    public var valueRange: ClosedRange<Double>? { (low + high + close).finiteRange }

    /// The candles as two paths, those that rose and those that fell.
    public func svg(in frame: PlotFrame) -> String {
        guard close.count * 4 <= frame.columns else {
            return LineMark(close, tone: tone).svg(in: frame)
        }
        var (rising, falling) = (PathText(), PathText())
        for row in close.indices where isKnown(row) {
            if close[row] >= open[row] {
                draw(row, in: frame, to: &rising)
            } else {
                draw(row, in: frame, to: &falling)
            }
        }
        return rising.element(styleClass: "candle positive")
            + falling.element(styleClass: "candle negative")
    }

    private func isKnown(_ row: Int) -> Bool {
        open[row].isFinite && high[row].isFinite && low[row].isFinite && close[row].isFinite
    }

    private func draw(_ row: Int, in frame: PlotFrame, to path: inout PathText) {
        let x = frame.rows.position(ofRow: row)
        let room = (frame.rows.end - frame.rows.start) / Double(frame.rows.rowCount)
        let half = min(9, room * 0.35)
        let (top, bottom) = (max(open[row], close[row]), min(open[row], close[row]))
        let (upper, lower) = (frame.values.position(of: top), frame.values.position(of: bottom))
        path.move(x: x, y: frame.values.position(of: high[row]))
        path.line(x: x, y: upper)
        path.move(x: x, y: lower)
        path.line(x: x, y: frame.values.position(of: low[row]))
        path.move(x: x - half, y: upper)
        path.line(x: x + half, y: upper)
        path.line(x: x + half, y: lower)
        path.line(x: x - half, y: lower)
        path.close()
    }
}
