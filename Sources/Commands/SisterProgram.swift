import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The programs that Finstage consists of. Who types a command need not know which of them has it:
/// the launcher builds the one that the words need, and this one hands on what another one has.
enum SisterProgram: String {
    /// From data to results: what a first look needs, and nothing else.
    case research = "finstage"
    /// Measures and verifies the programs themselves.
    case lab = "finstage-lab"
    /// The live side.
    case service = "finstage-service"

    /// Which first words are not of `research`. The launcher has the same table.
    private static let places: [String: SisterProgram] = [
        "bench": .lab,
        "indicators": .lab,
        "sweep": .lab,
        "verify": .lab,
        "--generate-completion-script": .lab,
        "bench runner": .service,
        "equity": .service,
        "keys": .service,
        "live": .service,
        "parity": .service,
        "positions": .service,
        "promote": .service,
        "promotions": .service,
        "signals": .service,
        "simulate": .service,
    ]

    /// The program that has the command of some words.
    init(of words: [String]) {
        let words = words.first == "help" ? words.dropFirst() : words[...]
        let pair = words.prefix(2).joined(separator: " ")
        let option = words.first.map { String($0.prefix { $0 != "=" }) } ?? ""
        self = Self.places[pair] ?? Self.places[option] ?? .research
    }

    /// Becomes the program, which lies beside the one that runs.
    ///
    /// - Returns: why that cannot be.
    func take(_ words: [String]) -> String {
        let files = FileManager.default
        let own = (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let path = URL(filePath: own).deletingLastPathComponent().appending(path: rawValue).path
        var arguments = ([path] + words).map { strdup($0) } + [nil]
        execv(path, &arguments)
        let reason = String(cString: strerror(errno))
        return "error: \(words.first ?? "") is a command of \(rawValue), and \(path) cannot be "
            + "run (\(reason)); type it after './finstage' in the project, or install Finstage "
            + "with 'Scripts/install --prefix DIR'"
    }
}
