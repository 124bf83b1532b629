import ArgumentParser
import Kernels
import MarketData
import Oracle
import Reporting

/// `finstage indicators show NAME`
struct IndicatorsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints an indicator's definition, parameters, lookback, kind and source.",
        discussion: """
            Example: finstage indicators show RSI
                     finstage indicators show RSI --json

            NAME is an indicator's name, a kernel's or TA-Lib's; case does not matter.
            """)

    @Argument(help: "The indicator.") var name: String
    @Flag(help: "One JSON document.") var json = false

    func run() throws {
        do {
            if let choice = CrossSectionChoice.named(name) {
                Terminal.result(json ? String(choice.json.document.dropLast()) : choice.text)
                return
            }
            if let indicator = IndicatorFinding.indicator(named: name) {
                let description = try IndicatorDescription(indicator)
                Terminal.result(
                    json ? String(description.json.document.dropLast()) : description.text)
                return
            }
            let definition = try IndicatorFinding.meaning(of: name, [:]).definition
            let block = try Block(definition)
            Terminal.result(json ? String(block.json.document.dropLast()) : block.text)
        } catch let problem as IndicatorProblem {
            throw wrongWords(problem.description)
        }
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
        lines.append("  magnitude: \(definition.magnitudeText); within 8 ulp of it")
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
