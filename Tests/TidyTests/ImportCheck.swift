/// Finds imports that the module table forbids.
enum ImportCheck {
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "func", "var", "let", "protocol", "typealias",
    ]
    private static let accesses: Set<Substring> = [
        "public", "package", "internal", "private", "fileprivate",
    ]

    static func findings(in file: SourceFile) -> [String] {
        file.findings { line in
            imported(by: line).flatMap {
                ModuleTable.objection(module: file.module, importing: $0)
            }
        }
    }

    /// The module that a line imports.
    static func imported(by line: Substring) -> String? {
        guard line.contains("import") else { return nil }
        var words = line.split { " \t;".contains($0) }[...]
        while let word = words.first, word.hasPrefix("@") || accesses.contains(word) {
            words.removeFirst()
        }
        guard words.popFirst() == "import" else { return nil }
        if let word = words.first, kinds.contains(word) { words.removeFirst() }
        return words.first.map { String($0.prefix { $0 != "." }) }
    }
}
