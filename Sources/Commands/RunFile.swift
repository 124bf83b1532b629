import ArgumentParser
import Backtesting
import Foundation
import Yams

/// `run.yaml`: the strategy and the options that repeat a run, and what it read and wrote.
///
/// The options have the names of the command line, so a file written by hand needs only
/// `strategy` and the options that differ from their defaults.
struct RunFile {
    /// The id of the run; empty in a file written by hand.
    var id = ""
    /// The version of the program that wrote it.
    var engine = ""
    /// The strategy's name.
    let strategy: String
    /// The options by name, in the order of the command line; no value for a flag.
    private(set) var options: [(name: String, values: [String])]
    /// The path of the file; empty when it was not read from one.
    private(set) var path = ""
    /// The line of the file on which each word of `arguments` stands.
    private var lines: [String: Int] = [:]
    /// The fingerprint of the plan.
    var plan = ""
    /// The digests of the data, by symbol.
    var data: [(symbol: String, digests: [String])] = []
    /// The SHA-256 of each table, by its path below the folder of reports.
    var files: [(path: String, digest: String)] = []

    init(strategy: String, options: [(name: String, values: [String])]) {
        (self.strategy, self.options) = (strategy, options)
    }

    /// The words of the command line that repeat the run.
    var arguments: [String] {
        [strategy]
            + options.flatMap { option in
                option.values.isEmpty
                    ? [Self.word(option.name)]
                    : option.values.map { Self.word(option.name, $0) }
            }
    }

    private static func word(_ name: String, _ value: String? = nil) -> String {
        "--\(name)" + (value.map { "=\($0)" } ?? "")
    }

    /// Strategy and options without those that say how results are measured.
    var withoutMeasures: RunFile {
        let measures: Set = ["benchmark", "risk-free", "convention"]
        var file = RunFile(
            strategy: strategy, options: options.filter { !measures.contains($0.name) })
        (file.path, file.lines) = (path, lines)
        return file
    }

    /// The text of the file.
    func text() throws -> String {
        func list(_ values: [String]) -> Node {
            values.count == 1
                ? Self.scalar(values[0])
                : Node(values.map { Self.scalar($0) }, Tag(.implicit), .flow)
        }
        let pairs: [(String, Node)] = [
            ("run", Self.scalar(id)), ("engine", Self.scalar(engine)),
            ("strategy", Self.scalar(strategy)),
            (
                "options",
                mapping(
                    options.map { ($0.name, $0.values.isEmpty ? Node("yes") : list($0.values)) })
            ), ("plan", Self.scalar(plan)),
            ("data", mapping(data.map { ($0.symbol, list($0.digests)) })),
            ("files", mapping(files.map { ($0.path, Self.scalar($0.digest)) })),
        ]
        return try Yams.serialize(node: mapping(pairs), width: -1)
    }

    private func mapping(_ pairs: [(String, Node)]) -> Node {
        Node(pairs.map { (Self.scalar($0.0), $0.1) })
    }

    /// A text such that every reader of YAML takes it for one: `TRUE`, `0123` or `~` in quotes.
    /// Numbers and dates that all write alike stand without.
    private static func scalar(_ text: String) -> Node {
        let node = Node(text)
        let kind = Resolver.default.resolveTag(of: node)
        let isNumber =
            (kind == .int || kind == .float)
            && text.wholeMatch(of: #/-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/#) != nil
        return kind == .str || kind == .timestamp || isNumber
            ? node : Node(text, Tag(.implicit), .singleQuoted)
    }
}

extension RunFile {
    /// Reads a file.
    ///
    /// - Throws: what is wrong, with the file's name.
    init(contentsOf url: URL) throws {
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw CommandFailure("\(url.path) could not be read; name a run.yaml that is there")
        }
        try self.init(text, name: url.path)
    }

    /// Reads the file of a kept run.
    ///
    /// - Throws: what is wrong, and what is left to do where nobody wrote the file by hand.
    init(keptIn folder: URL) throws {
        do {
            try self.init(contentsOf: folder.appending(path: "run.yaml"))
        } catch {
            throw CommandFailure(
                "\(error); this file of a kept run is damaged: make the run anew with 'finstage "
                    + "backtest', and forget this one with 'finstage runs prune "
                    + "\(folder.lastPathComponent) --yes'")
        }
    }

    /// Reads the text of a file.
    init(_ text: String, name: String) throws {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw CommandFailure(Self.problem(error, name: name))
        }
        guard let root = node?.mapping, let strategy = root["strategy"]?.string else {
            throw CommandFailure("\(name) names no strategy; write 'strategy: NAME'")
        }
        for (key, _) in root where !Self.keys.contains(key.string ?? "") {
            throw CommandFailure(
                "\(Self.place(key, name)): '\(key.string ?? "")' is not understood; a run file "
                    + "takes \(Self.keys.joined(separator: ", "))")
        }
        let options = try Self.pairs(root["options"], of: "options", name: name)
        self.init(
            strategy: strategy,
            options: options.map { ($0.key, $0.isFlag ? [] : $0.values) })
        path = name
        lines[strategy] = root["strategy"]?.mark?.line
        for option in options {
            lines[Self.word(option.key)] = option.lines.first
            for (value, line) in zip(option.values, option.lines) {
                lines[Self.word(option.key, value)] = line
            }
        }
        if let line = options.first(where: { $0.key == "run" })?.lines.first {
            throw CommandFailure(
                "\(name):\(line): a run file names no other one; leave 'run' out of options")
        }
        (id, engine) = (root["run"]?.string ?? "", root["engine"]?.string ?? "")
        plan = root["plan"]?.string ?? ""
        data = try Self.pairs(root["data"], of: "data", name: name).map { ($0.key, $0.values) }
        files = try Self.pairs(root["files"], of: "files", name: name)
            .map { ($0.key, $0.values.first ?? "") }
    }

    private static let keys = ["run", "engine", "strategy", "options", "plan", "data", "files"]

    private static func place(_ node: Node, _ name: String) -> String {
        "\(name):\(node.mark?.line ?? 1)"
    }

    /// What is wrong with the form of a file, with its line.
    private static func problem(_ error: any Error, name: String) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            "\(name):\(mark.line): no YAML: \(problem); write one 'name: value' a line"
        case .duplicatedKeysInMapping(let keys, let context):
            "\(name):\(context.mark.line): \(keys.sorted().joined(separator: ", ")) stands twice; "
                + "write it once, several values as [one, two]"
        default: "\(name) is no YAML: \(error)"
        }
    }

    /// The names of a mapping with their values, each with its line.
    private static func pairs(
        _ node: Node?, of key: String, name: String
    ) throws -> [(key: String, values: [String], lines: [Int], isFlag: Bool)] {
        guard let node, node != Node("") else { return [] }
        guard let mapping = node.mapping else {
            throw CommandFailure(
                "\(place(node, name)): \(key): '\(node.string ?? "")': names with values were "
                    + "expected, such as '\(key): {name: value}'")
        }
        return try mapping.map { key, value in
            let nodes = value.sequence.map(Array.init) ?? [value]
            let values = nodes.compactMap(\.string)
            guard let option = key.string, values.count == nodes.count, !values.contains("") else {
                throw CommandFailure(
                    "\(place(key, name)): '\(key.string ?? "")' has no value; write one, or leave "
                        + "the line out")
            }
            let isFlag = value.scalar.map { $0.string == "yes" && $0.style == .plain } ?? false
            let lines = nodes.map { $0.mark?.line ?? key.mark?.line ?? 1 }
            return (option, values, lines, isFlag)
        }
    }
}

extension RunFile {
    /// The command of the file's words and those typed beside them.
    ///
    /// - Parameters:
    ///   - words: all words.
    ///   - check: what else must hold of a command; it throws where it does not.
    /// - Returns: the command.
    /// - Throws: a mistake in the words; one of the file's own with its line, key and value.
    func command<Command: ParsableCommand>(
        _ words: [String], check: (Command) throws -> Void
    ) throws -> Command {
        func parsed(_ words: [String]) throws -> Command {
            let command = try Command.parse(words)
            try check(command)
            return command
        }
        do { return try parsed(words) } catch {
            let own = arguments
            guard (try? parsed(own)) == nil else { throw error }
            let culprit = own.dropFirst().first { word in
                (try? parsed(own.filter { $0 != word })) != nil
            }
            if let culprit { throw wrongWords(complaint(of: culprit, Command.message(for: error))) }
            // Several are wrong: the first that is wrong by itself.
            for word in own {
                do { _ = try parsed(word == strategy ? [word] : [strategy, word]) } catch {
                    throw wrongWords(complaint(of: word, Command.message(for: error)))
                }
            }
            throw wrongWords("\(path): \(Command.message(for: error))")
        }
    }

    /// Work with the values of an option; where it fails, their line is named too.
    func locating<Result>(_ option: String, _ work: () throws -> Result) throws -> Result {
        do { return try work() } catch {
            let values = options.first { $0.name == option }?.values ?? []
            let value = values.first { value in
                value.split(separator: ",").contains { "\(error)".contains("\"\($0)\"") }
            }
            guard let value else { throw error }
            throw CommandFailure(complaint(of: Self.word(option, value), "\(error)"))
        }
    }

    /// A problem with the place, the key and the value of a word.
    private func complaint(of word: String, _ problem: String) -> String {
        let parts = word.split(separator: "=", maxSplits: 1)
        let key = word == strategy ? "strategy" : String(parts[0].dropFirst(2))
        let value = word == strategy ? strategy : parts.count == 2 ? String(parts[1]) : "yes"
        let remedy = problem.contains("does not take any value") ? " Write yes, or no line." : ""
        return "\(path):\(lines[word] ?? 1): \(key): '\(value)': \(problem)\(remedy)"
    }
}
