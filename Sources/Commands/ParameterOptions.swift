import ArgumentParser
import Foundation
import Signals
import Yams

/// The values of one strategy's parameters.
package struct ParameterOptions: ParsableArguments {
    package init() {}

    @Option(name: .customLong("param"), help: "NAME=VALUE of one strategy's parameter; repeatable.")
    var params: [String] = []
    @Option(
        name: .customLong("params"),
        help: ArgumentHelp(
            "A YAML file with a line 'name: value' for each; --param goes before it.",
            valueName: "file"))
    var path: String?

    /// True when nothing is set.
    var isEmpty: Bool { params.isEmpty && path == nil }

    /// `NAME=VALUE` of each, those of the file without the ones that were typed.
    func pairs() throws -> [String] {
        guard let path else { return params }
        let typed = Set(params.map { $0.prefix { $0 != "=" } })
        return try Self.read(path).filter { !typed.contains($0.prefix { $0 != "=" }) } + params
    }

    /// The strategy with these values.
    ///
    /// - Throws: a mistake in the words, or in the file with its line.
    func instance(of type: any Strategy.Type) throws -> any Strategy {
        let all = try pairs()
        do {
            return try StrategyChoice.instance(of: type, setting: all)
        } catch {
            guard let path, (try? StrategyChoice.instance(of: type, setting: params)) != nil else {
                throw error
            }
            let lines = try Self.lines(path)
            let culprit = try Self.read(path).first {
                (try? StrategyChoice.instance(of: type, setting: [$0])) == nil
            }
            let name = culprit.map { String($0.prefix { $0 != "=" }) } ?? ""
            throw wrongWords("\(path):\(lines[name] ?? 1): \(error)")
        }
    }

    private static func mapping(_ path: String) throws -> Node.Mapping {
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw wrongWords("--params \(path) could not be read; name a file that is there")
        }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch {
            if case .duplicatedKeysInMapping(let keys, _) = error as? YamlError,
                let (line, key) = second(of: keys, in: text)
            {
                throw wrongWords("\(path):\(line): '\(key)' is given twice; give it once")
            }
            throw wrongWords("--params \(path) is no YAML: \(error)")
        }
        guard let mapping = node?.mapping else {
            throw wrongWords("--params \(path) holds no values; write a line 'name: value' each")
        }
        return mapping
    }

    /// The first line, from 1, whose key stood in an earlier one.
    private static func second(
        of keys: [String], in text: String
    ) -> (line: Int, key: String)? {
        var seen: Set<String> = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].filter { !" \t\"'".contains($0) }
            if keys.contains(key), !seen.insert(key).inserted { return (index + 1, key) }
        }
        return nil
    }

    private static func read(_ path: String) throws -> [String] {
        try mapping(path).map { key, value in
            guard let name = key.scalar?.string, let text = value.scalar?.string, !text.isEmpty
            else {
                let line = key.mark?.line ?? 1
                throw wrongWords(
                    "\(path):\(line): '\(key.scalar?.string ?? "")' needs one value, such as "
                        + "fast: 20")
            }
            return "\(name)=\(text)"
        }
    }

    private static func lines(_ path: String) throws -> [String: Int] {
        try mapping(path).reduce(into: [:]) { lines, pair in
            lines[pair.key.scalar?.string ?? ""] = pair.key.mark?.line
        }
    }
}
