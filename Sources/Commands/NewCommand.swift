import ArgumentParser
import Foundation
import MarketData
import StrategyFiles

/// `finstage new …`
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a file to begin with.",
        discussion: "Example: finstage new strategy Pullback --template reversion",
        subcommands: [NewStrategy.self])
}

/// `finstage new strategy NAME`
struct NewStrategy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategy",
        abstract: "Writes a strategy file that compiles and runs, with a test of its own.",
        discussion: """
            Examples:
              finstage new strategy Pullback
              finstage new strategy Pullback --template reversion
              finstage new strategy Pullback --folder ~/ideas
              finstage backtest ~/ideas/Pullback.swift --symbol AAPL

            In the project the file goes to Strategies/, where it joins the catalogue, and the test
            to Tests/StrategyTests/. Elsewhere only the file is written.
            """)

    @Argument(help: "The strategy's name: a Swift type, such as Pullback.") var name: String
    @Option(
        help: ArgumentHelp(
            "What it begins as: trend, reversion, breakout, rotation or kernel.",
            valueName: "name"))
    var template = StrategyTemplate.trend
    @Option(help: ArgumentHelp("Where it goes.", valueName: "dir")) var folder: String?
    @Flag(name: .customLong("dry-run"), help: "Say what would be written.") var isDryRun = false

    func run() throws {
        guard name.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil else {
            throw wrongWords(
                "a strategy's name begins with a capital letter and has letters and digits alone, "
                    + "such as Pullback; '\(name)' does not")
        }
        if StrategySource.takenNames.contains(name) {
            throw wrongWords(
                "\(name) means something else in a strategy's file already; choose another name, "
                    + "such as My\(name)")
        }
        let key = name.lowercased()
        if let known = StrategyChoice.all.first(where: { $0.name.lowercased() == key }) {
            throw wrongWords("there is a strategy \(known.name) already; choose another name")
        }
        try reportingFailure {
            let files = self.files
            for (url, _) in files where FileManager.default.fileExists(atPath: url.path) {
                throw CommandFailure("\(url.relativePath) is there already; choose another name")
            }
            for (url, text) in files {
                if !isDryRun {
                    try FileManager.default.createDirectory(
                        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try text.write(to: url, atomically: true, encoding: .utf8)
                }
                Terminal.result("\(isDryRun ? "would write" : "wrote") \(url.relativePath)")
            }
            Terminal.note("run it: finstage backtest \(files[0].url.relativePath) --symbol AAPL")
        }
    }

    private var files: [(url: URL, text: String)] {
        let project = Installation.project(ProcessInfo.processInfo.environment)
        if let folder {
            let url = URL(filePath: folder).appending(path: "\(name).swift")
            return [(url, template.source(named: name))]
        }
        guard let project else {
            return [(URL(filePath: "\(name).swift"), template.source(named: name))]
        }
        let root = URL(filePath: project, directoryHint: .isDirectory)
        return [
            (
                URL(filePath: "Strategies/\(name).swift", relativeTo: root),
                template.source(named: name)
            ),
            (
                URL(filePath: "Tests/StrategyTests/\(name)Tests.swift", relativeTo: root),
                StrategyTemplate.test(named: name)
            ),
        ]
    }
}

extension StrategyTemplate: ExpressibleByArgument {}
