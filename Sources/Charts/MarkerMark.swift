/// Triangles of one colour: entries, exits, events. They are never thinned or moved.
public struct MarkerMark: Mark {
    /// The most markers that carry a text of their own; more are one path without texts.
    public static let labelLimit = 160

    /// The triangles.
    public let markers: [Marker]
    /// The text in the legend; nil for none.
    public let legend: String?
    /// The colour.
    public let tone: Tone

    /// Markers of one colour.
    public init(_ markers: [Marker], legend: String? = nil, tone: Tone) {
        (self.markers, self.legend, self.tone) = (markers, legend, tone)
    }

    /// The lowest and the highest value.
    public var valueRange: ClosedRange<Double>? { markers.map(\.value).finiteRange }

    /// One path for each marker, or one for all when there are many.
    public func svg(in frame: PlotFrame) -> String {
        let styleClass = "marker \(tone.rawValue)"
        let known = markers.filter { $0.value.isFinite }
        if known.count > Self.labelLimit {
            var path = PathText()
            for marker in known { draw(marker, in: frame, to: &path) }
            return path.element(styleClass: styleClass)
        }
        return known.map { marker in
            var path = PathText()
            draw(marker, in: frame, to: &path)
            return path.element(styleClass: styleClass, title: marker.label)
        }.joined()
    }

    private func draw(_ marker: Marker, in frame: PlotFrame, to path: inout PathText) {
        let x = frame.rows.position(ofRow: marker.row)
        let y = frame.values.position(of: marker.value)
        let foot = marker.direction == .up ? y + 8 : y - 8
        path.move(x: x, y: y)
        path.line(x: x - 4.5, y: foot)
        path.line(x: x + 4.5, y: foot)
        path.close()
    }
}
