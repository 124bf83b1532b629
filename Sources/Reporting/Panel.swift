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
    /// A value that is always in view.
    var base: Double?
    var isLogarithmic = false
    /// Markers for the first paint; the script draws trades from their columns.
    var markers: [MarkerMark] = []
    var hasTrades = false
    var hasMarks = false

    /// The figure with its legend and its first paint.
    func html(rowCount: Int, ticks: [RowTick]) -> String {
        let legend = series.map { one in
            "<span class=\"key \(one.tone.rawValue)\"><i></i><bdi>"
                + "\(MarkupText.escaped(one.label.shortened))</bdi> <b></b></span>"
        }
        return "<figure class=\"panel\" id=\"\(id)\"><figcaption>"
            + "<span class=\"name\" dir=\"auto\">\(MarkupText.escaped(name.shortened))</span>"
            + "<span class=\"legend\">\(legend.joined())</span></figcaption>"
            + "<div class=\"plot\" tabindex=\"0\" role=\"group\" style=\"--height:\(height)px\""
            + " aria-label=\"\(MarkupText.escaped(title))\">"
            + chart(rowCount: rowCount, ticks: ticks).svg()
            + "</div></figure>"
    }

    /// The panel as the script reads it.
    var json: JSONValue {
        .object([
            .init("id", .text(String(id.split(separator: "-").last ?? ""))),
            .init("format", .text(format.rawValue)), .init("base", .number(base)),
            .init("log", .boolean(isLogarithmic)), .init("trades", .boolean(hasTrades)),
            .init("marks", .boolean(hasMarks)), .init("series", .array(series.map(\.json))),
        ])
    }

    private func chart(rowCount: Int, ticks: [RowTick]) -> Chart {
        var chart = Chart(
            title: title, rowCount: rowCount, rowTicks: ticks,
            marks: series.map { $0.mark(base: base ?? 0) } + markers,
            scale: isLogarithmic ? .logarithmic : .linear,
            tickFormat: format == .percent ? .percent : .number, height: Double(height),
            columns: 480)
        if let base, !isLogarithmic { chart.marks.insert(RuleMark(base, tone: .neutral), at: 0) }
        return chart
    }
}

extension String {
    /// A name that fits a legend.
    var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
