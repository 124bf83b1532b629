/// Triangles of one colour: entries, exits, events. They are never moved.
///
/// Very many are small, without an outline, and one for each direction and column of the plot.
public struct MarkerMark: Mark {
    /// The most markers that carry a text of their own; more are a crowd.
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

    /// True of so many that they would cover what they lie upon.
    public var isCrowd: Bool { markers.count > Self.labelLimit }

    /// The lowest and the highest value.
    public var valueRange: ClosedRange<Double>? { markers.map(\.value).finiteRange }

    /// One path for each marker, or one for a crowd.
    public func svg(in frame: PlotFrame) -> String {
        let styleClass = "marker \(tone.rawValue)"
        let known = markers.filter { $0.value.isFinite }
        if isCrowd {
            var (path, taken) = (PathText(), Set<[Int]>())
            for marker in known {
                let column = frame.rows.column(ofRow: marker.row, columns: frame.columns)
                let isNew = taken.insert([column, marker.direction == .up ? 1 : 0]).inserted
                if isNew { draw(marker, in: frame, halfWidth: 2.2, to: &path) }
            }
            return path.element(styleClass: styleClass + " crowd")
        }
        return known.map { marker in
            var path = PathText()
            draw(marker, in: frame, halfWidth: 4.5, to: &path)
            return path.element(styleClass: styleClass, title: marker.label)
        }.joined()
    }

    private func draw(
        _ marker: Marker, in frame: PlotFrame, halfWidth: Double, to path: inout PathText
    ) {
        let x = frame.rows.position(ofRow: marker.row)
        let y = frame.values.position(of: marker.value)
        let height = halfWidth * 16 / 9
        let foot = marker.direction == .up ? y + height : y - height
        path.move(x: x, y: y)
        path.line(x: x - halfWidth, y: foot)
        path.line(x: x + halfWidth, y: foot)
        path.close()
    }
}
