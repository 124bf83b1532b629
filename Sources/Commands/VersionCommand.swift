import ArgumentParser

/// `finstage version`
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Prints the program's version.",
        discussion: "Example: finstage version")

    func run() { Terminal.result("finstage \(Version.text)") }
}
