/// The text of an SVG path in tenths of a unit, relative and therefore short.
///
/// Each step is the difference of two rounded positions, so that no rounding adds up.
struct PathText {
    private(set) var text = ""
    private var (x, y) = (0, 0)
    private var isInLine = false

    mutating func move(x: Double, y: Double) {
        guard x.isFinite, y.isFinite else { return }
        (self.x, self.y) = (Self.tenths(x), Self.tenths(y))
        text += "M\(self.x)" + Self.joined(self.y)
        isInLine = false
    }

    /// A line to a point; none when the point is drawn already.
    mutating func line(x: Double, y: Double) {
        guard x.isFinite, y.isFinite else { return }
        let (nextX, nextY) = (Self.tenths(x), Self.tenths(y))
        guard nextX != self.x || nextY != self.y else { return }
        text += isInLine ? Self.joined(nextX - self.x) : "l\(nextX - self.x)"
        text += Self.joined(nextY - self.y)
        (self.x, self.y, isInLine) = (nextX, nextY, true)
    }

    mutating func close() {
        text += "z"
        isInLine = false
    }

    /// The path element; its numbers are tenths, its stroke keeps its width.
    func element(styleClass: String, title: String? = nil) -> String {
        guard !text.isEmpty else { return "" }
        let start = "<path class=\"\(styleClass)\" transform=\"scale(.1)\" d=\"\(text)\""
        guard let title else { return start + "/>" }
        return start + "><title>\(MarkupText.escaped(title))</title></path>"
    }

    private static func joined(_ number: Int) -> String {
        number < 0 ? "\(number)" : " \(number)"
    }

    private static func tenths(_ value: Double) -> Int {
        Int((min(max(value, -1e6), 1e6) * 10).rounded())
    }
}
