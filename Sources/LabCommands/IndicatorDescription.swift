import Commands
import Kernels
import MarketData
import Oracle
import Reporting
import Signals
import Verification

/// An indicator of the catalogue beside its definition, as lists and `show` tell of it.
struct IndicatorDescription {
    private let indicator: Indicator
    private let definition: Definition
    private let inputs: [DefinitionInput]
    private let plan: Plan
    private let values: [Double]

    /// An indicator with values of its parameters, or with the usual ones.
    init(_ indicator: Indicator, _ values: [Double]? = nil) throws {
        let meaning = try IndicatorFinding.meaning(of: indicator.name, [:])
        (self.indicator, definition, inputs) = (indicator, meaning.definition, meaning.inputs)
        self.values = values ?? indicator.parameters.map(\.usual)
        plan = indicator.plan(self.values)
    }

    private var lookbacks: [Int] { plan.shownNodes.map { plan.nodes[$0].lookback } }
    private var units: [String] { indicator.units(in: plan).map { "\($0)" } }

    /// How far from its definition it may lie.
    private var bound: String {
        HostileMarket.boundText(
            lookback: lookbacks.max() ?? 0, of: [definition.name] + plan.kernels.map(\.name))
    }

    /// The digits that TA-Lib loses, and this program, on two hostile series.
    private var lost: LostDigits? { indicator.taLib.flatMap { LostDigits.measured[$0] } }

    /// One row of the list.
    var cells: [String] {
        let usual = indicator.parameters.map { "\($0.name) \($0.text(of: $0.usual))" }
        return [
            indicator.name, indicator.taLib ?? "", Self.joined(lookbacks.map { "\($0)" }),
            plan.kind.text, Self.joined(units), definition.magnitudeText,
            lost?.short ?? "", indicator.title,
            indicator.outputNames.joined(separator: ", "), usual.joined(separator: ", "),
        ]
    }

    /// One word where all are the same.
    private static func joined(_ words: [String]) -> String {
        Set(words).count == 1 ? words[0] : words.joined(separator: ", ")
    }

    /// The whole of it, for people.
    var text: String {
        let others = [indicator.taLib, indicator.reference].compactMap { $0 }
        let known = Set(others).sorted().joined(separator: ", ")
        var lines = [
            "\(indicator.name)\(known.isEmpty ? "" : " (\(known))"): \(indicator.title)", "",
            "  \(definition.text)", "",
        ]
        lines += zip(indicator.parameters, values).map { parameter, value in
            let usual = parameter.text(of: parameter.usual)
            return "  \(parameter.name): \(parameter.text(of: value)), "
                + (value == parameter.usual ? "" : "usually \(usual), ")
                + "\(parameter.isCount ? "whole, " : "")\(parameter.rangeText)"
        }
        lines.append("  reads \(inputs.map(\.rawValue).joined(separator: ", "))")
        for (place, name) in indicator.outputNames.enumerated() {
            lines.append(
                "  gives \(name) in the unit \(units[place]), unknown for "
                    + counted(lookbacks[place], "bar"))
        }
        lines.append("  \(IndicatorFinding.text(of: plan.kind))")
        lines.append("  magnitude: \(definition.magnitudeText); \(bound)")
        lines += [lost?.text].compactMap { $0 }.map { "  \($0)" }
        lines += plan.kernels.map { kernel in
            "  kernel \(kernel.identity)\(kernel.source.isEmpty ? "" : "; \(kernel.source)")"
        }
        return lines.joined(separator: "\n")
    }

    /// The whole of it, for machines.
    var json: JSONValue {
        let outputs = indicator.outputNames.enumerated().map { place, name in
            JSONValue.object([
                .init("name", .text(name)), .init("lookback", .integer(lookbacks[place])),
                .init("unit", .text(units[place])),
            ])
        }
        let parameters = zip(indicator.parameters, values).map { parameter, value in
            func number(_ value: Double) -> JSONValue {
                value.magnitude >= 1e300
                    ? .number(nil) : parameter.isCount ? .integer(Int(value)) : .number(value)
            }
            return JSONValue.object([
                .init("name", .text(parameter.name)), .init("usual", number(parameter.usual)),
                .init("value", number(value)),
                .init("range", .text(parameter.rangeText)),
                .init("least", number(parameter.range.lowerBound)),
                .init("most", number(parameter.range.upperBound)),
                .init("whole", .boolean(parameter.isCount)),
            ])
        }
        return .object(
            [
                .init("name", .text(indicator.name)), .init("talib", .text(indicator.taLib)),
                .init("title", .text(indicator.title)),
                .init("group", .text(indicator.group.rawValue)),
                .init("definition", .text(definition.text)),
                .init("inputs", .array(inputs.map { .text($0.rawValue) })),
                .init("parameters", .array(parameters)), .init("outputs", .array(outputs)),
                .init("magnitude", .text(definition.magnitudeText)),
                .init("bound", .text(bound)),
                .init("lost_digits", lost?.json ?? .text(nil)),
                .init("kernels", .array(plan.kernels.map { .text($0.identity) })),
            ] + plan.kind.json)
    }
}
