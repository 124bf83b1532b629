/// Finds types whose names say nothing, that share a file, or that hide a module.
enum TypeCheck {
    static let emptySuffixes = ["Manager", "Helper", "Utils", "Base", "Data", "Info"]

    /// Files that hold more than one public type, with the reason.
    static let togetherness = [
        "Sources/Backtesting/RunResult.swift": "the parts of one value",
        "Sources/Backtesting/RunTables.swift": "the parts of one value",
    ]

    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "actor", "protocol", "typealias",
    ]

    static func names(in file: SourceFile) -> [String] {
        file.findings { line in
            guard let type = declared(by: line)?.name else { return nil }
            let suffix = emptySuffixes.first { type.hasSuffix($0) }
            return suffix.map { "type \(type) ends in \($0), which says nothing" }
        }
    }

    static func publicTypes(in file: SourceFile) -> [String] {
        guard togetherness[file.path] == nil else { return [] }
        let declarations = file.code.enumerated().filter { _, line in
            !line.hasPrefix(" ") && isPublicType(line)
        }
        return declarations.dropFirst().map { number, line in
            let name = declared(by: line)?.name ?? ""
            return file.finding(number, "\(name) is the file's second public type; one a file")
        }
    }

    static func moduleNames(in file: SourceFile) -> [String] {
        file.findings { line in
            guard isPublicType(line), let type = declared(by: line)?.name else { return nil }
            return ModuleTable.allowed[type] != nil
                ? "public type \(type) shares its name with a module" : nil
        }
    }

    private static func isPublicType(_ line: Substring) -> Bool {
        guard let declaration = declared(by: line) else { return false }
        return declaration.isPublic && declaration.kind != "typealias"
    }

    private static func declared(
        by line: Substring
    ) -> (kind: Substring, name: String, isPublic: Bool)? {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
        guard let place = words.firstIndex(where: kinds.contains), place + 1 < words.count,
            let initial = words[place + 1].first, initial.isUppercase
        else { return nil }
        return (words[place], String(words[place + 1]), words[..<place].contains("public"))
    }
}
