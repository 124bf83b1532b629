/// Something that is drawn in a chart.
public protocol Mark: Sendable {
    /// The lowest and the highest value that must be visible; nil when there is none.
    var valueRange: ClosedRange<Double>? { get }
    /// The text in the legend; nil for none.
    var legend: String? { get }
    /// The colour.
    var tone: Tone { get }
    /// The mark as SVG elements.
    func svg(in frame: PlotFrame) -> String
}

extension Sequence<Double> {
    /// The lowest and the highest finite value.
    var finiteRange: ClosedRange<Double>? {
        var range: ClosedRange<Double>?
        for value in self where value.isFinite {
            guard let known = range else {
                range = value...value
                continue
            }
            range = Swift.min(known.lowerBound, value)...Swift.max(known.upperBound, value)
        }
        return range
    }
}
