/// The text of an SVG path in tenths of a unit, relative and therefore short.
///
/// Each step is the difference of two rounded positions, so that no rounding adds up.
struct PathText {
    private var buffer = ByteText()
    private var (x, y) = (0, 0)
    private var isInLine = false

    var text: String { buffer.text }

    mutating func move(x: Double, y: Double) {
        guard x.isFinite, y.isFinite else { return }
        (self.x, self.y) = (Self.tenths(x), Self.tenths(y))
        buffer.append(byte: 0x4D)
        buffer.append(self.x)
        join(self.y)
        isInLine = false
    }

    /// A line to a point; none when the point is drawn already.
    mutating func line(x: Double, y: Double) {
        guard x.isFinite, y.isFinite else { return }
        let (nextX, nextY) = (Self.tenths(x), Self.tenths(y))
        guard nextX != self.x || nextY != self.y else { return }
        if isInLine {
            join(nextX - self.x)
        } else {
            buffer.append(byte: 0x6C)
            buffer.append(nextX - self.x)
        }
        join(nextY - self.y)
        (self.x, self.y, isInLine) = (nextX, nextY, true)
    }

    /// A dot where round line ends are drawn.
    mutating func dot(x: Double, y: Double) {
        guard x.isFinite, y.isFinite else { return }
        move(x: x, y: y)
        buffer.append("h0")
    }

    mutating func close() {
        buffer.append(byte: 0x7A)
        isInLine = false
    }

    /// The path element; its numbers are tenths, its stroke keeps its width.
    func element(styleClass: String, title: String? = nil) -> String {
        guard !buffer.isEmpty else { return "" }
        let start = "<path class=\"\(styleClass)\" transform=\"scale(.1)\" d=\"\(text)\""
        guard let title else { return start + "/>" }
        return start + "><title>\(MarkupText.escaped(title))</title></path>"
    }

    private mutating func join(_ number: Int) {
        if number >= 0 { buffer.append(byte: 0x20) }
        buffer.append(number)
    }

    private static func tenths(_ value: Double) -> Int {
        Int((min(max(value, -1e6), 1e6) * 10).rounded())
    }
}
