import Commands
import MarketData
import Oracle
import Signals

/// Why a name and its parameters mean no indicator, with the nearest right word.
struct IndicatorProblem: Error, CustomStringConvertible {
    /// What, where, and the remedy.
    let description: String

    init(_ error: DefinitionError) {
        switch error {
        case .unknownName(let name):
            let defined = DefinitionCatalog.all.flatMap { [$0.name] + $0.aliases }
            let names =
                IndicatorCatalog.all.map(\.name) + CrossSectionChoice.all.map(\.name) + defined
            description =
                "no indicator is called '\(name)'"
                + Self.suggestion(Definition.normalized(name), names)
                + "; 'finstage indicators list' shows them all, and --strategy FILE brings the "
                + "kernels of a strategy's file"
        case .unknownParameter(let definition, let parameter, let known):
            description =
                "\(definition) has no parameter '\(parameter)'"
                + Self.suggestion(parameter, known) + "; it has "
                + (known.isEmpty ? "none" : known.joined(separator: ", "))
        default: description = error.description
        }
    }

    /// A message of its own.
    init(_ description: String) { self.description = description }

    /// A value that the parameter of an indicator does not take.
    init(_ value: Double, of parameter: Indicator.Parameter, of indicator: String) {
        let isAnyWhole = parameter.isCount && parameter.choices.isEmpty
        description =
            "\(indicator): \(parameter.name) is \(parameter.text(of: value)); give "
            + (isAnyWhole ? "a whole number, " : "") + parameter.rangeText
    }

    private static func suggestion(_ name: String, _ names: [String]) -> String {
        nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    }
}
