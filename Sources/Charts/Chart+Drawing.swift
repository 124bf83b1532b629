extension Chart {
    /// The chart as one `svg` element.
    ///
    /// - Parameter isStandalone: True for a file of its own: the namespace and the style are
    ///   added. Within a page the page carries `ChartStyle.css` once.
    /// - Returns: The element's text.
    public func svg(isStandalone: Bool = false) -> String {
        let frame = self.frame
        let size = "0 0 \(Self.text(width)) \(Self.text(height))"
        let namespace = isStandalone ? " xmlns=\"http://www.w3.org/2000/svg\"" : ""
        let style = isStandalone ? "<style>\(ChartStyle.colours)\(ChartStyle.css)</style>" : ""
        let name = MarkupText.escaped(title)
        return "<svg class=\"chart\"\(namespace) viewBox=\"\(size)\" role=\"img\""
            + " aria-label=\"\(name)\"><title>\(name)</title>\(style)"
            + valueAxis(frame) + rowAxis(frame)
            + marks.map { $0.svg(in: frame) }.joined() + legendText + "</svg>"
    }

    private func valueAxis(_ frame: PlotFrame) -> String {
        let ticks = self.ticks(frame.values)
        return zip(ticks.values, tickFormat.labels(ticks, scale: scale)).map { value, text in
            let y = Self.text(frame.values.position(of: value))
            let label = MarkupText.escaped(text)
            return "<path class=\"grid\" d=\"M\(Self.text(frame.rows.start)) \(y)"
                + "H\(Self.text(frame.rows.end))\"/>"
                + "<text class=\"tick\" x=\"\(Self.text(frame.rows.end + 8))\" y=\"\(y)\""
                + " dy=\".32em\">\(label)</text>"
        }.joined()
    }

    private func rowAxis(_ frame: PlotFrame) -> String {
        let base =
            "<path class=\"axis\" d=\"M\(Self.text(frame.rows.start)) "
            + "\(Self.text(frame.bottom))H\(Self.text(frame.rows.end))\"/>"
        let labels = rowTicks.map { tick in
            let x = frame.rows.position(ofRow: tick.row)
            let anchor = LabelWidth.anchor(tick.label, at: x, width: frame.rows.end + 20)
            return "<path class=\"axis\" d=\"M\(Self.text(x)) \(Self.text(frame.bottom))v4\"/>"
                + "<text class=\"tick\" text-anchor=\"\(anchor)\" x=\"\(Self.text(x))\""
                + " y=\"\(Self.text(frame.bottom + 18))\">\(MarkupText.escaped(tick.label))</text>"
        }
        return base + labels.joined()
    }

    /// The legend, the mark on top first.
    private var legendText: String {
        var x = 4.0
        var result = ""
        for mark in marks.reversed() {
            guard let legend = mark.legend else { continue }
            result +=
                "<g transform=\"translate(\(Self.text(x)) 14)\">"
                + Self.sample(of: mark)
                + "<text class=\"legend\" x=\"18\" dy=\".32em\">"
                + "\(MarkupText.escaped(legend))</text></g>"
            x += 18 + Double(legend.count) * 6.6 + 20
        }
        return result
    }

    private static func sample(of mark: any Mark) -> String {
        let tone = mark.tone.rawValue
        guard let markers = mark as? MarkerMark else {
            let kind = mark is RuleMark ? "rule" : "line"
            return "<path class=\"\(kind) \(tone)\" d=\"M0 0H12\"/>"
        }
        let isUp = markers.markers.first?.direction != .down
        let shape = isUp ? "M6-4l4.5 8h-9z" : "M6 4l4.5-8h-9z"
        return "<path class=\"marker \(tone)\" d=\"\(shape)\"/>"
    }

    /// A coordinate with one decimal at most.
    private static func text(_ value: Double) -> String {
        let text = NumberText.fixed(value, decimals: 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension String {
    /// The text with a true minus sign for a leading hyphen.
    var trueMinus: String {
        hasPrefix("-") ? "−" + dropFirst() : self
    }
}
