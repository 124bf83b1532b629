import Charts

/// A chart over time: drawn once as SVG, and again by the page's script for the range in view.
struct Panel {
    /// How its numbers are written.
    enum Format: String {
        case money
        case price
        case percent
        case ratio
        case count
    }

    let id: String
    let name: String
    /// Read aloud for the whole drawing.
    let title: String
    let series: [PanelSeries]
    var format = Format.price
    var height = 150
    /// The decimals of its read-out where it shows prices or an indicator.
    var decimals = 2
    /// A value that is always in view.
    var base: Double?
    /// What is in view beside the series' values: the lows and highs of candles.
    var extent: ClosedRange<Double>?
    var isLogarithmic = false
    /// Markers for the first paint; the script draws trades from their columns.
    var markers: [MarkerMark] = []
    var hasTrades = false
    var hasMarks = false

    /// The figure with its legend and its first paint; the room for the labels of the value axis
    /// is shared with the panels above and below.
    private func html(rowCount: Int, ticks: [RowTick], room: Double) -> String {
        let legend = series.map { one in
            "<span class=\"key \(one.tone.rawValue)\"><i></i><bdi>"
                + "\(MarkupText.escaped(one.label.shortened))</bdi> <b></b></span>"
        }
        return "<figure class=\"panel\" id=\"\(id)\"><figcaption>"
            + "<span class=\"name\" dir=\"auto\">\(MarkupText.escaped(name.shortened))</span>"
            + "<span class=\"legend\">\(legend.joined())</span></figcaption>"
            + "<div class=\"plot\" tabindex=\"0\" role=\"group\" style=\"--height:\(height)px\""
            + " aria-label=\"\(MarkupText.escaped(title))\">"
            + chart(rowCount: rowCount, ticks: ticks, room: room).svg()
            + "</div></figure>"
    }

    /// The panels one below the other, in line.
    static func html(_ panels: [Panel], rowCount: Int, ticks: [RowTick]) -> [String] {
        let rooms = panels.map { panel in
            panel.chart(rowCount: rowCount, ticks: [], room: nil).neededRoom
        }
        let room = rooms.max() ?? 0
        return panels.map { $0.html(rowCount: rowCount, ticks: ticks, room: room) }
    }

    /// From the lowest to the highest known value of some columns; nil without one.
    static func extent(of columns: [[Double]]) -> ClosedRange<Double>? {
        var (low, high) = (Double.infinity, -Double.infinity)
        for column in columns {
            for value in column where value.isFinite {
                (low, high) = (min(low, value), max(high, value))
            }
        }
        return low <= high ? low...high : nil
    }

    /// The decimals with which four digits of the greatest value show, 2…8.
    static func decimals(of columns: [[Double]]) -> Int {
        guard let extent = extent(of: columns) else { return 2 }
        var (decimals, size) = (2, max(abs(extent.lowerBound), abs(extent.upperBound)))
        while size > 0, size < 10, decimals < 8 { (decimals, size) = (decimals + 1, size * 10) }
        return decimals
    }

    /// The panel as the script reads it.
    var json: JSONValue {
        .object([
            .init("id", .text(String(id.split(separator: "-").last ?? ""))),
            .init("format", .text(format.rawValue)), .init("base", .number(base)),
            .init("places", .integer(decimals)), .init("log", .boolean(isLogarithmic)),
            .init("trades", .boolean(hasTrades)),
            .init("marks", .boolean(hasMarks)), .init("series", .array(series.map(\.json))),
        ])
    }

    private func chart(rowCount: Int, ticks: [RowTick], room: Double?) -> Chart {
        // So many markers that they would cover the prices lie beneath them.
        let beneath = markers.filter(\.isCrowd), above = markers.filter { !$0.isCrowd }
        var chart = Chart(
            title: title, rowCount: rowCount, rowTicks: ticks,
            marks: beneath + series.map { $0.mark(base: base ?? 0) } + above,
            scale: isLogarithmic ? .logarithmic : .linear,
            tickFormat: format == .percent ? .percent : .number, height: Double(height),
            columns: 480)
        (chart.extent, chart.room) = (extent, room)
        if let base, !isLogarithmic { chart.marks.insert(RuleMark(base, tone: .neutral), at: 0) }
        return chart
    }
}

extension String {
    /// A name that fits a legend.
    var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
