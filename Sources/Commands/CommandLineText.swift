/// The command that was typed, to stand in the results.
package enum CommandLineText {
    /// The validation that asks the same gates as the promotion that was typed: its words without
    /// those that only a promotion takes.
    package static func validation() -> String {
        var words = CommandLine.arguments.dropFirst(2).filter {
            !["--again", "--json", "--yes"].contains($0) && !$0.hasPrefix("--days=")
        }
        if let index = words.firstIndex(of: "--days") {
            words.removeSubrange(index..<min(index + 2, words.count))
        }
        return (["finstage validate"] + words.map(quoted)).joined(separator: " ")
    }

    /// The backtest of one strategy with the options that were typed; its name takes the place of
    /// the names in `typed`.
    static func backtest(_ strategy: String, typed: [String]) -> String {
        var words = CommandLine.arguments.dropFirst(2).filter { $0 != "--yes" }
        for name in typed {
            if let index = words.firstIndex(of: name) { words.remove(at: index) }
        }
        return (["./finstage backtest", strategy] + words.map(quoted)).joined(separator: " ")
    }

    /// The words of a `run.yaml` with those typed beside `--run`, which go before the file's: a
    /// typed `--symbol` takes the place of the file's symbols, a typed parameter that of the same
    /// name, another option that of its value.
    static func arguments(of file: RunFile, typed: [String]) -> [String] {
        var words = Array(typed.dropFirst(2)).filter { $0 != "--yes" }
        if let index = words.firstIndex(of: "--run") {
            words.removeSubrange(index..<min(index + 2, words.count))
        }
        words.removeAll { $0.hasPrefix("--run=") }
        let namesSymbol = words.contains { $0 == "--symbol" || $0.hasPrefix("--symbol=") }
        let parameters = Set(
            zip([""] + words, words).compactMap { before, word in
                before == "--param" ? word : option(word)
            }.compactMap(name))
        return file.arguments.filter { word in
            let isReplaced = option(word).flatMap(name).map(parameters.contains) ?? false
            return !isReplaced && !(namesSymbol && word.hasPrefix("--symbol="))
        } + words
    }

    /// `fast=20` of `--param=fast=20`; nil for another word.
    private static func option(_ word: String) -> String? {
        word.hasPrefix("--param=") ? String(word.dropFirst("--param=".count)) : nil
    }

    /// `fast` of `fast=20`.
    private static func name(_ pair: String) -> String? {
        pair.firstIndex(of: "=").map { String(pair[..<$0]) }
    }

    /// A word as a shell reads it back.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:=,+@%".contains($0))
        }
        return isPlain && !word.isEmpty
            ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
