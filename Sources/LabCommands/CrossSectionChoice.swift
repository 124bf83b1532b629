import Commands
import Kernels
import MarketData
import Oracle
import Reporting
import Signals
import Verification

/// What is made of the values of all instruments at one time, by name: `rank`.
struct CrossSectionChoice: Sendable {
    /// The name as typed.
    let name: String
    /// What it is.
    let title: String
    /// The rule in words.
    let definition: String
    /// What rounding is measured by.
    let magnitude: String
    /// What it counts in: a word, or nil for the unit of the values.
    let unit: String?
    /// The parameters with their usual values.
    let parameters: [Indicator.Parameter]
    private let make: @Sendable ([Double]) -> CrossSection

    /// All of them.
    static let all: [CrossSectionChoice] = [
        Self(
            name: "rank", title: "Place among all instruments, ascending",
            definition: "1 for the least value, n for the greatest; equal ones share the mean of "
                + "their places.", magnitude: "exact", unit: "number", parameters: []
        ) { _ in .rank },
        Self(
            name: "percentile", title: "Place among all instruments over their number",
            definition: "The rank over n.", magnitude: "exact", unit: "number", parameters: []
        ) { _ in .percentile },
        Self(
            name: "cross-zscore", title: "Distance from the mean of all in their deviations",
            definition: "(x − mean) / the population deviation of all; 0 where all are equal.",
            magnitude: "the largest |value| / the deviation", unit: "number", parameters: []
        ) { _ in .zScore },
        Self(
            name: "demean", title: "Distance from the mean of all instruments",
            definition: "x − the mean of all.", magnitude: "the largest |value|", unit: nil,
            parameters: []
        ) { _ in .demean },
        Self(
            name: "cross-mean", title: "Mean of all instruments",
            definition: "The mean of all, the same for each.", magnitude: "the largest |value|",
            unit: nil, parameters: []
        ) { _ in .mean },
        Self(
            name: "share", title: "Share in the sum of all instruments",
            definition: "x / the sum of all |x|; 0 where all are 0.", magnitude: "1",
            unit: "number", parameters: []
        ) { _ in .share },
        Self(
            name: "place-from-top", title: "Place among all instruments, descending",
            definition: "How many have at least that value: 1 for the greatest; equal ones all "
                + "have the last of their places.", magnitude: "exact", unit: "number",
            parameters: []
        ) { _ in .placeFromTop },
        Self(
            name: "winsorize", title: "Value kept between two quantiles of all instruments",
            definition: "At least the quantile `lower`, at most the quantile `upper` of all, "
                + "linear between neighbours.", magnitude: "the largest |value|", unit: nil,
            parameters: [.number("lower", 0.05, 0...1), .number("upper", 0.95, 0...1)]
        ) { .winsorize(lower: $0[0], upper: $0[1]) },
    ]

    /// The one of that name; case and British spelling do not matter.
    static func named(_ name: String) -> CrossSectionChoice? {
        let wanted = Definition.normalized(name).replacing("winsorise", with: "winsorize")
        return all.first { $0.name == wanted }
    }

    /// The operation with the parameters given, else the usual ones, and its identity.
    ///
    /// - Throws: `IndicatorProblem` where a parameter is unknown or out of range.
    func operation(
        _ given: [String: Double]
    ) throws -> (operation: CrossSection, identity: String) {
        let names = parameters.map(\.name)
        if let unknown = given.keys.sorted().first(where: { !names.contains($0) }) {
            throw IndicatorProblem(
                .unknownParameter(definition: name, parameter: unknown, known: names))
        }
        let values = parameters.map { given[$0.name] ?? $0.usual }
        for (parameter, value) in zip(parameters, values) where !parameter.accepts(value) {
            throw IndicatorProblem(value, of: parameter, of: name)
        }
        if values.count == 2, values[0] > values[1] {
            throw IndicatorProblem(
                "\(name): lower is \(values[0]), above upper, \(values[1]); exchange them")
        }
        let operation = make(values)
        return (operation, operation.identity)
    }

    /// Each beside its definition, with the usual values.
    static var subjects: [(identity: String, subject: CrossSectionSubject)] {
        get throws {
            try all.map { choice in
                let (operation, identity) = try choice.operation([:])
                return (identity, CrossSectionSubject(operation))
            }
        }
    }

    /// Its row of the list.
    var cells: [String] {
        let usual = parameters.map { "\($0.name) \($0.text(of: $0.usual))" }
        return [
            name, "", "0", "windowed", unit ?? "input", magnitude, "", title, "value",
            usual.joined(separator: ", "),
        ]
    }

    /// The whole of it, for people.
    var text: String {
        var lines = ["\(name): \(title)", "", "  \(definition)", ""]
        lines += parameters.map { "  \($0.name): \($0.text(of: $0.usual)), \($0.rangeText)" }
        return
            (lines + [
                "  reads one value an instrument at each time: the close, or that of --of",
                "  gives value in the unit \(unit ?? "of what it reads"), unknown where that is",
                "  magnitude: \(magnitude); within 8 ulp of it",
            ]).joined(separator: "\n")
    }

    /// The whole of it, for machines.
    var json: JSONValue {
        .object([
            .init("name", .text(name)), .init("title", .text(title)),
            .init("definition", .text(definition)), .init("unit", .text(unit)),
            .init("magnitude", .text(magnitude)),
            .init(
                "parameters",
                .array(
                    parameters.map { parameter in
                        .object([
                            .init("name", .text(parameter.name)),
                            .init("usual", .number(parameter.usual)),
                            .init("range", .text(parameter.rangeText)),
                        ])
                    })),
        ])
    }
}
