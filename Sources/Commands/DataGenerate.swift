import ArgumentParser
import ColumnStore
import Foundation

/// `finstage data generate NAME`
struct DataGenerate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Writes a made-up market, the same in every run.",
        discussion: """
            Example: finstage data generate daily100 --output panel

            daily100 and daily500 hold that many symbols of 2,520 daily bars, minute1m one symbol
            of a million minutes. The digest covers all prices and volumes.
            """)

    @Argument(help: "daily100, daily500 or minute1m.") var name: String
    @Option(help: "The folder to write to; default: the name.") var output: String?

    func run() throws {
        guard let dataset = SyntheticDataset(rawValue: name) else {
            let known = SyntheticDataset.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrongWords("no made-up market is called '\(name)'; there are \(known)")
        }
        try reportingFailure {
            let folder = URL(filePath: output ?? name)
            try dataset.write(to: folder)
            Terminal.result("\(name) in \(folder.path), sha256 \(dataset.digest())")
        }
    }
}
