import Foundation
import StrategyFiles

// Writes the list of every strategy in the files given: OUTPUT FILE…
// A strategy is a top-level `struct X: … Strategy …`; nothing else has to be registered. A file
// that holds what no strategy file may have is refused, as a compiler refuses one.
let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: strategy-catalog OUTPUT FILE…\n".utf8))
    exit(64)
}
let sources = try arguments.dropFirst().sorted().map { path in
    StrategySource(try String(contentsOfFile: path, encoding: .utf8), path: path)
}
let problems = sources.flatMap(\.problems)
if !problems.isEmpty {
    let text = problems.map { "\($0)\n" }.joined()
    FileHandle.standardError.write(Data(text.utf8))
    exit(1)
}
let text = """
    import Signals

    /// Every strategy of this folder, in the order of the files' names.
    public enum StrategyCatalog {
        /// The strategies, by type.
        public static let all: [any Strategy.Type] = [
    \(sources.compactMap(\.name).map { "        \($0).self,\n" }.joined())    ]
    }

    """
if (try? String(contentsOfFile: output, encoding: .utf8)) != text {
    try text.write(toFile: output, atomically: true, encoding: .utf8)
}
