import Charts

/// One series of a panel: a column with its name, its colour and how it is drawn.
struct PanelSeries {
    /// How a series is drawn.
    enum Kind: String {
        case line
        case area
        case columns
        case candles
    }

    /// The name of the column in the page's data.
    let column: String
    let label: String
    let tone: Tone
    var kind = Kind.line
    /// The colour of columns that fall short of the base.
    var lowTone: Tone?
    /// True for what lasts from a bar to the next one, as a position does: no gap is left.
    var isHeld = false
    var values: [Double]
    /// The first, highest and lowest prices of candles.
    var candles: (open: [Double], high: [Double], low: [Double])?

    /// The mark for the first paint.
    func mark(base: Double) -> any Mark {
        switch kind {
        case .line: LineMark(values, tone: tone)
        case .candles: candleMark
        case .area: AreaMark(values, base: base, tone: tone)
        case .columns: ColumnMark(values, base: base, tone: tone, lowTone: lowTone)
        }
    }

    /// Candles where each has room, else a line.
    private var candleMark: any Mark {
        guard let candles, values.count <= 120 else { return LineMark(values, tone: tone) }
        return CandleMark(
            open: candles.open, high: candles.high, low: candles.low, close: values)
    }

    /// The series as the script reads it.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("column", .text(column)), .init("tone", .text(tone.rawValue)),
            .init("kind", .text(kind.rawValue)),
        ]
        if let lowTone { members.append(.init("low", .text(lowTone.rawValue))) }
        if isHeld { members.append(.init("held", .boolean(true))) }
        return .object(members)
    }
}
