import Charts

/// A plan as a drawing in a file of its own: layers from left to right, curves between them.
public struct PlanImage: Sendable {
    private let text: String
    private let title: String
    private let language: Language

    /// The drawing of a plan.
    ///
    /// - Parameters:
    ///   - canonicalText: the plan as its canonical text.
    ///   - title: what the drawing is called.
    ///   - language: the language of the decisions.
    public init(canonicalText: String, title: String, language: Language = .english) {
        (text, self.title, self.language) = (canonicalText, title, language)
    }

    /// The file: SVG that needs no other one, on a white ground.
    public var svg: String {
        let drawing = PlanDrawing(PlanGraph(text, language: language), title: title)
        let head =
            "<title>\(MarkupText.escaped(title))</title><style>\(Self.style)</style>"
            + "<rect width=\"100%\" height=\"100%\" style=\"fill:#fff;stroke:none\"/>"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + drawing.element(" xmlns=\"http://www.w3.org/2000/svg\"", head: head) + "\n"
    }

    private static let style = """
        rect{fill:#f4f4f2;stroke:#c9c9c4}.end rect{fill:#fff;stroke:#1f5fbf;stroke-width:1.5}\
        .start rect{fill:#fff}path{fill:none;stroke:#8a8a85;stroke-width:1.2}\
        text{fill:#1c1c1a;font:12px ui-monospace,Menlo,Consolas,monospace}
        """
}
