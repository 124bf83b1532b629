import ArgumentParser
import Commands
import Kernels
import MarketData
import Oracle
import Reporting
import Verification

/// `finstage indicators show NAME`
struct IndicatorsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints an indicator's definition, parameters, lookback, kind and source.",
        discussion: """
            Example: finstage indicators show RSI
                     finstage indicators show RSI --json

                     finstage indicators show leak --strategy Leaky.swift

            NAME is an indicator's name, a kernel's or TA-Lib's; case does not matter. Its \
            parameters may stand behind it: 'rsi(period=21)'.
            """)

    @Argument(help: "The indicator.") var name: String
    @Flag(help: "One JSON document.") var json = false
    @OptionGroup var kernels: KernelOptions

    func run() throws {
        let found = try kernels.finding()
        let (text, document) = try IndicatorFinding.typing { try shown(found) }
        Terminal.result(json ? String(document.document.dropLast()) : text)
    }

    /// What there is to tell, for people and for machines.
    private func shown(_ finding: IndicatorFinding) throws -> (text: String, json: JSONValue) {
        if let own = finding.ownKernel(name) { return (own.text, own.json) }
        let (name, values) = try IndicatorFinding.parted(name, [:])
        if let choice = CrossSectionChoice.named(name) {
            _ = try choice.operation(values)
            return (choice.text, choice.json)
        }
        if let indicator = IndicatorFinding.indicator(named: name) {
            let description = try IndicatorDescription(
                indicator, IndicatorFinding.values(of: indicator, typed: name, values))
            return (description.text, description.json)
        }
        let block = try Block(IndicatorFinding.meaning(of: name, values).definition)
        return (block.text, block.json)
    }
}

extension CompiledKernel {
    /// A kernel of a strategy, which has no definition beside it.
    fileprivate var text: String {
        var lines = ["\(identity): a strategy's kernel", ""]
        lines.append("  reads \(inputNames.joined(separator: ", "))")
        for (place, name) in outputNames.enumerated() {
            lines.append(
                "  gives \(name) in the unit \(unit(ofOutput: place)), unknown for "
                    + counted(lookback(ofOutput: place), "bar"))
        }
        return
            (lines + [
                "  \(IndicatorFinding.text(of: kind))", "  digest of its bits \(outputDigest)",
            ]).joined(separator: "\n")
    }
}

/// A definition that is no indicator of the catalogue: a block that indicators are made of.
private struct Block {
    private let definition: Definition
    private let lookbacks: [Int]
    private let kernel: CompiledKernel?

    init(_ definition: Definition) throws {
        self.definition = definition
        lookbacks = try definition.lookback()
        kernel = KernelCatalog.all.first { $0.name == definition.name }
    }

    private func text(_ parameter: DefinitionParameter) -> String {
        let (least, most) = (parameter.range.lowerBound, parameter.range.upperBound)
        return parameter.text(of: least) + " to " + parameter.text(of: most)
    }

    var text: String {
        let others = definition.aliases.joined(separator: ", ")
        var lines = [
            "\(definition.name)\(others.isEmpty ? "" : " (\(others))")", "",
            "  \(definition.text)", "",
        ]
        lines += definition.parameters.map { parameter in
            let standard = parameter.standard
            return "  \(parameter.name): "
                + (standard.isNaN ? "follows" : parameter.text(of: standard))
                + ", \(parameter.isWhole ? "whole, " : "")\(text(parameter))"
        }
        lines.append("  reads \(definition.inputs.map(\.rawValue).joined(separator: ", "))")
        for (name, lookback) in zip(definition.outputs, lookbacks) {
            lines.append("  gives \(name), unknown for \(counted(lookback, "bar"))")
        }
        let names = [definition.name] + (kernel.map { [$0.name] } ?? [])
        let bound = HostileMarket.boundText(lookback: lookbacks.max() ?? 0, of: names)
        lines.append("  magnitude: \(definition.magnitudeText); \(bound)")
        if let kernel {
            let source = kernel.source.isEmpty ? "" : "; \(kernel.source)"
            lines.append(
                "  kernel \(kernel.name), \(IndicatorFinding.text(of: kernel.kind))\(source)")
        } else {
            lines.append("  no kernel of its own: computed from its definition")
        }
        return lines.joined(separator: "\n")
    }

    var json: JSONValue {
        let parameters = definition.parameters.map { parameter in
            JSONValue.object([
                .init("name", .text(parameter.name)), .init("usual", .number(parameter.standard)),
                .init("range", .text(text(parameter))),
                .init("whole", .boolean(parameter.isWhole)),
            ])
        }
        let outputs = zip(definition.outputs, lookbacks).map { name, lookback in
            JSONValue.object([
                .init("name", .text(name)), .init("lookback", .integer(lookback)),
            ])
        }
        return .object(
            [
                .init("name", .text(definition.name)),
                .init("definition", .text(definition.text)),
                .init("inputs", .array(definition.inputs.map { .text($0.rawValue) })),
                .init("parameters", .array(parameters)), .init("outputs", .array(outputs)),
                .init("magnitude", .text(definition.magnitudeText)),
            ] + (kernel.map { $0.kind.json } ?? []))
    }
}
