import ArgumentParser
import Signals

/// `finstage strategies …`
struct StrategiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategies", abstract: "Lists and shows the strategies of the catalogue.",
        discussion: "Example: finstage strategies show SmaCross",
        subcommands: [List.self, Show.self], defaultSubcommand: List.self)

    /// `finstage strategies list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints every strategy with its parameters, defaults and ranges.",
            discussion: "Example: finstage strategies list")

        func run() {
            for type in StrategyChoice.all {
                let parameters = type.init().parameters.map {
                    "\($0.name)=\($0.value) (\($0.range))"
                }
                Terminal.result("\(type.name)  \(parameters.joined(separator: "  "))")
            }
        }
    }

    /// `finstage strategies show NAME`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a strategy's plan: nodes, lookback, fingerprint.",
            discussion: "Example: finstage strategies show SmaCross --param fast=20")

        @Argument(help: "A name of the catalogue.") var strategy: String
        @Option(name: .customLong("param"), help: "NAME=VALUE; repeatable.") var params: [String] =
            []
        @Flag(help: "Print the canonical text, as a promotion carries it.") var canonical = false

        func run() throws {
            let type = try StrategyChoice.strategies(named: [strategy])[0]
            let plan = Plan(try StrategyChoice.instance(of: type, setting: params))
            if canonical {
                Terminal.result(plan.canonicalText)
                return
            }
            Terminal.result(
                "\(type.name): \(plan.nodes.count) nodes, known from bar \(plan.lookback), "
                    + "fingerprint \(plan.fingerprint)")
            for (index, node) in plan.nodes.enumerated() {
                let inputs = node.inputs.map { "\($0)" }.joined(separator: ", ")
                let of = inputs.isEmpty ? "" : " of \(inputs)"
                let frame = node.frame == .own ? "" : " of \(node.frame)"
                Terminal.result(
                    "  \(index)  \(node.label)\(of)  known from bar \(node.lookback)\(frame)")
            }
        }
    }
}
