import Foundation

// Writes the list of every strategy in the files given: OUTPUT FILE…
// A strategy is a top-level `struct X: … Strategy …`; nothing else has to be registered.
let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: strategy-catalog OUTPUT FILE…\n".utf8))
    exit(64)
}
let declaration = /^(?:public |package )?struct\s+(\w+)\s*:\s*[^{]*\bStrategy\b/
    .anchorsMatchLineEndings()
let names = try arguments.dropFirst().sorted().flatMap { path in
    let source = try String(contentsOfFile: path, encoding: .utf8)
    return source.matches(of: declaration).map { String($0.1) }
}
let text = """
    import Signals

    /// Every strategy of this folder, in the order of the files' names.
    public enum StrategyCatalog {
        /// The strategies, by type.
        public static let all: [any Strategy.Type] = [
    \(names.map { "        \($0).self,\n" }.joined())    ]
    }

    """
if (try? String(contentsOfFile: output, encoding: .utf8)) != text {
    try text.write(toFile: output, atomically: true, encoding: .utf8)
}
