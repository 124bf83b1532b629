/// A Swift file: its lines as written, and the same lines with comments, text and patterns blank.
struct SourceFile: Sendable {
    /// From the root of the project: `Sources/Kernels/Lane.swift`.
    let path: String
    let lines: [Substring]
    /// What the compiler sees as code; as many lines as `lines`, letter for letter at its place.
    let code: [Substring]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = CodeMask.blanking(text).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The module that the file belongs to: `Kernels`, `Strategies`, `StrategyCatalog`.
    var module: String {
        let parts = path.split(separator: "/").map(String.init)
        return parts.first == "Strategies" ? "Strategies" : parts.count > 1 ? parts[1] : path
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// A finding at a line, counted from zero.
    func finding(_ line: Int, _ what: String) -> String { "\(path):\(line + 1): \(what)" }

    /// A finding at each line of code for which the rule has something to say.
    func findings(_ rule: (Substring) -> String?) -> [String] {
        code.enumerated().compactMap { line, text in rule(text).map { finding(line, $0) } }
    }
}
