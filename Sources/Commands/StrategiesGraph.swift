import ArgumentParser
import Foundation
import Kernels
import Reporting
import Signals

/// `finstage strategies graph NAME`
struct StrategiesGraph: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draws a strategy's plan: as a tree with lookback and cost, or as SVG.",
        discussion: """
            Examples:
              finstage strategies graph SmaCross
              finstage strategies graph IchimokuCloud --svg cloud.svg

            Each node stands once with its inputs; where it is used again, its number. The cost is
            what the kernel takes for a bar of one instrument, measured now on this machine.
            """)

    @OptionGroup var study: StudyOptions
    @Option(help: "Write a drawing to this file instead.") var svg: String?
    @Flag(help: "One JSON document on standard output.") var json = false

    func validate() throws {
        if svg?.isEmpty == true { throw wrongWords("--svg is empty; name a file") }
        if svg != nil && json { throw wrongWords("--svg and --json exclude each other") }
    }

    func run() throws {
        let (strategy, plan) = try study.plan()
        let name = type(of: strategy).name
        guard let svg else {
            let tree = PlanTree(plan)
            return json ? Terminal.result(tree.json(name).document) : Terminal.text(tree.text(name))
        }
        try reportingFailure {
            let image = PlanImage(canonicalText: plan.canonicalText, title: name)
            do {
                try Data(image.svg.utf8).write(to: URL(filePath: svg), options: .atomic)
            } catch {
                throw CommandFailure("\(svg) could not be written: \(error.localizedDescription)")
            }
            Terminal.result(svg)
        }
    }
}
