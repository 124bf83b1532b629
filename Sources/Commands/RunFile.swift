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
    let options: [(name: String, values: [String])]
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
                    ? ["--\(option.name)"]
                    : option.values.map { "--\(option.name)=\($0)" }
            }
    }

    /// Strategy and options without those that say how results are measured.
    var withoutMeasures: RunFile {
        let measures: Set = ["benchmark", "risk-free", "convention"]
        return RunFile(
            strategy: strategy, options: options.filter { !measures.contains($0.name) })
    }

    /// The text of the file.
    func text() throws -> String {
        func list(_ values: [String]) -> Node {
            values.count == 1
                ? Node(values[0]) : Node(values.map { Node($0) }, Tag(.implicit), .flow)
        }
        let pairs: [(String, Node)] = [
            ("run", Node(id)), ("engine", Node(engine)), ("strategy", Node(strategy)),
            (
                "options",
                mapping(
                    options.map { ($0.name, $0.values.isEmpty ? Node("yes") : list($0.values)) })
            ), ("plan", Node(plan)), ("data", mapping(data.map { ($0.symbol, list($0.digests)) })),
            ("files", mapping(files.map { ($0.path, Node($0.digest)) })),
        ]
        return try Yams.serialize(node: mapping(pairs), width: -1)
    }

    private func mapping(_ pairs: [(String, Node)]) -> Node {
        Node(pairs.map { (Node($0.0), $0.1) })
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
            throw CommandFailure("\(url.path) could not be read; name a run.yaml")
        }
        try self.init(text, name: url.path)
    }

    /// Reads the text of a file.
    init(_ text: String, name: String) throws {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw CommandFailure("\(name) is no YAML: \(error)")
        }
        guard let root = node?.mapping, let strategy = root["strategy"]?.string else {
            throw CommandFailure("\(name) names no strategy; write 'strategy: NAME'")
        }
        for key in root.keys.compactMap(\.string) where !Self.keys.contains(key) {
            throw CommandFailure(
                "\(name): '\(key)' is not understood; it takes \(Self.keys.joined(separator: ", "))"
            )
        }
        self.init(
            strategy: strategy,
            options: try Self.pairs(root["options"], name: name).map { option, values in
                (option, values == ["yes"] ? [] : values)
            })
        if options.contains(where: { $0.name == "run" }) {
            throw CommandFailure(
                "\(name): a run file names no other one; leave 'run' out of options")
        }
        (id, engine) = (root["run"]?.string ?? "", root["engine"]?.string ?? "")
        plan = root["plan"]?.string ?? ""
        data = try Self.pairs(root["data"], name: name).map { ($0, $1) }
        files = try Self.pairs(root["files"], name: name).map { ($0, $1.first ?? "") }
    }

    private static let keys = ["run", "engine", "strategy", "options", "plan", "data", "files"]

    private static func pairs(_ node: Node?, name: String) throws -> [(String, [String])] {
        guard let node, node != Node("") else { return [] }
        guard let mapping = node.mapping else {
            throw CommandFailure("\(name): a mapping of names to values was expected")
        }
        return try mapping.map { key, value in
            let values = value.sequence.map { $0.compactMap(\.string) } ?? [value.string ?? ""]
            guard let name = key.string, !values.contains("") else {
                throw CommandFailure("\(name): '\(key.string ?? "")' has no value")
            }
            return (name, values)
        }
    }
}
