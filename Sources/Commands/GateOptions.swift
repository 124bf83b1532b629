import ArgumentParser
import Foundation
import Validation

/// What a strategy is held against, and what may fail nevertheless.
package struct GateOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "Gates that may fail, such as hindsight,buy-and-hold; repeatable. The result says so.",
            valueName: "gates"))
    package var accept: [String] = []
    @Option(
        help: ArgumentHelp(
            "A file with other thresholds; 'finstage validate --print-thresholds' shows its form.",
            valueName: "file"))
    package var thresholds: String?

    /// The names of the gates that may fail.
    var accepted: [String] {
        accept.flatMap { $0.split(separator: ",") }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The thresholds that hold.
    func parsedThresholds() throws -> GateThresholds {
        guard let thresholds else { return try GateThresholds() }
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: thresholds), encoding: .utf8)
        } catch {
            throw CommandFailure("--thresholds \(thresholds) could not be read; name a file")
        }
        return try GateThresholds(text, name: thresholds)
    }

    package func validate() throws {
        do {
            _ = try Verdict.exceptions(accepted)
        } catch {
            throw wrongWords("--accept: \(error)")
        }
    }
}
