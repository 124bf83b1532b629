import ArgumentParser
import Kernels
import MarketData
import Oracle
import Signals
import Verification

/// `finstage indicators …`
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Lists, explains, computes and verifies the indicators.",
        discussion: "Example: finstage indicators verify --oracle",
        subcommands: [
            IndicatorsList.self, Show.self, IndicatorsCompute.self, IndicatorsVerify.self,
            IndicatorsRecord.self,
        ], defaultSubcommand: IndicatorsList.self)

    /// `finstage indicators show NAME`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints an indicator's definition, parameters, lookback, kind and source.",
            discussion: """
                Example: finstage indicators show RSI

                NAME is a kernel's name or TA-Lib's; case does not matter.
                """)

        @Argument(help: "The indicator.") var name: String

        func run() throws {
            let meaning = try IndicatorFinding.meaning(of: name, [:])
            let definition = meaning.definition
            let others =
                definition.aliases.isEmpty
                ? "" : " (\(definition.aliases.joined(separator: ", ")))"
            Terminal.result("\(definition.name)\(others)\n\n  \(definition.text)\n")
            for parameter in definition.parameters {
                let standard = parameter.standard.isNaN ? "follows" : "\(parameter.standard)"
                let whole = parameter.isWhole ? ", whole" : ""
                Terminal.result(
                    "  \(parameter.name): \(standard), from \(parameter.range.lowerBound) to "
                        + "\(parameter.range.upperBound)\(whole)")
            }
            let lookbacks = try definition.lookback(meaning.arguments.filter { !$0.value.isNaN })
            Terminal.result("  reads \(definition.inputs.map(\.rawValue).joined(separator: ", "))")
            for index in meaning.outputs {
                Terminal.result(
                    "  gives \(definition.outputs[index]), unknown for "
                        + counted(lookbacks[index], "bar"))
            }
            // With the usual parameters: how much history a kernel needs depends on them.
            let usual = IndicatorCatalog.all.lazy.filter { indicator in
                [indicator.name, indicator.taLib ?? ""].map(Definition.normalized)
                    .contains(Definition.normalized(name))
            }.flatMap { $0.plan().kernels }
            guard
                let kernel = usual.first(where: { $0.name == definition.name })
                    ?? KernelCatalog.all.first(where: { $0.name == definition.name })
            else {
                Terminal.result(
                    "  no kernel of its own: computed from its definition, or from "
                        + "several kernels")
                return
            }
            let source = kernel.source.isEmpty ? "" : "; \(kernel.source)"
            Terminal.result(
                "  kernel \(kernel.name), \(IndicatorFinding.text(of: kernel.kind))\(source)")
        }
    }
}
