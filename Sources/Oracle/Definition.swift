/// An indicator as its formula says, in double-double: what every kernel is held against.
///
/// It shares nothing with the kernels and takes no shortcut: a window is summed afresh at each bar.
public struct Definition: Sendable {
    typealias Formula = @Sendable ([ExactSeries], Arguments) -> [ExactSeries]

    /// The name: that of the kernel that it defines, where there is one.
    public let name: String
    /// Other names: TA-Lib's, or what is typed; in small letters with hyphens.
    public let aliases: [String]
    /// The formula in words, with its seed and what holds where it has no value.
    public let text: String
    /// The parameters, in order.
    public let parameters: [DefinitionParameter]
    /// The columns that it reads, in order.
    public let inputs: [DefinitionInput]
    /// The names of what it gives, in order.
    public let outputs: [String]
    let lookbacks: @Sendable (Arguments) -> [Int]
    let magnitude: Magnitude
    let formula: Formula

    /// - Parameters:
    ///   - name: the kernel's name.
    ///   - alias: other names, with blanks between them.
    ///   - text: the formula in words.
    ///   - parameters: with their standard values.
    ///   - inputs: the columns.
    ///   - outputs: their names.
    ///   - lookback: the bars before the first known value of every output.
    ///   - magnitude: what rounding errors are measured by.
    ///   - formula: from columns and arguments to as many columns as there are outputs.
    init(
        _ name: String, _ alias: String, _ text: String, _ parameters: [DefinitionParameter] = [],
        _ inputs: [DefinitionInput] = [.close], outputs: [String] = ["value"],
        lookback: @escaping @Sendable (Arguments) -> Int, magnitude: Magnitude,
        formula: @escaping Formula
    ) {
        let count = outputs.count
        self.init(
            name, alias, text, parameters, inputs, outputs: outputs,
            lookbacks: { Array(repeating: lookback($0), count: count) }, magnitude: magnitude,
            formula: formula)
    }

    init(
        _ name: String, _ alias: String, _ text: String, _ parameters: [DefinitionParameter] = [],
        _ inputs: [DefinitionInput] = [.close], outputs: [String],
        lookbacks: @escaping @Sendable (Arguments) -> [Int], magnitude: Magnitude,
        formula: @escaping Formula
    ) {
        (self.name, self.text, self.parameters) = (name, text, parameters)
        aliases = alias.split(separator: " ").map { Self.normalized(String($0)) }
        (self.inputs, self.outputs) = (inputs, outputs)
        (self.lookbacks, self.magnitude, self.formula) = (lookbacks, magnitude, formula)
    }

    /// What rounding errors are measured by, in words: eight units in the last place of it.
    public var magnitudeText: String { magnitude.text }

    /// A name in small letters with hyphens: `PLUS_DI` and `EMA.first` as `plus-di`, `ema-first`.
    public static func normalized(_ name: String) -> String {
        name.lowercased().replacing("_", with: "-").replacing(".", with: "-")
    }

    /// The bars before the first known value of each output, when every input is known.
    ///
    /// - Parameter given: parameters by name; the standard value holds for the others.
    /// - Returns: one number an output.
    /// - Throws: `DefinitionError` where a parameter is unknown or out of range.
    public func lookback(_ given: [String: Double] = [:]) throws(DefinitionError) -> [Int] {
        lookbacks(try arguments(given))
    }

    /// The outputs over whole columns.
    ///
    /// - Parameters:
    ///   - columns: one for each of `inputs`, of one length; unknown is NaN.
    ///   - given: parameters by name; the standard value holds for the others.
    /// - Returns: one column an output.
    /// - Throws: `DefinitionError` where the parameters or the columns do not fit.
    public func outputs(
        of columns: [[Double]], _ given: [String: Double] = [:]
    ) throws(DefinitionError) -> [ExactSeries] {
        let arguments = try arguments(given)
        return formula(try series(columns), arguments)
    }

    /// What the rounding errors of an output are measured by, at each bar.
    ///
    /// - Parameters:
    ///   - output: one of `outputs(of:_:)`.
    ///   - columns: those that it was computed from.
    ///   - given: its parameters.
    /// - Returns: one magnitude a bar, ≥ 0.
    /// - Throws: `DefinitionError` where the parameters or the columns do not fit.
    public func magnitudes(
        of output: ExactSeries, from columns: [[Double]], _ given: [String: Double] = [:]
    ) throws(DefinitionError) -> [Double] {
        let arguments = try arguments(given)
        return magnitude.of(try series(columns), arguments, output)
    }

    private func series(_ columns: [[Double]]) throws(DefinitionError) -> [ExactSeries] {
        guard columns.count == inputs.count else {
            throw .wrongColumns(
                definition: name, expected: inputs.map(\.rawValue), given: columns.count)
        }
        let lengths = columns.map(\.count)
        guard Set(lengths).count == 1 else {
            throw .unequalLengths(definition: name, lengths: lengths)
        }
        return columns.map { ExactSeries($0) }
    }

    private func arguments(_ given: [String: Double]) throws(DefinitionError) -> Arguments {
        var values: [String: Double] = [:]
        for parameter in parameters {
            let value = given[parameter.name] ?? parameter.standard
            let isAbsent = given[parameter.name] == nil && value.isNaN
            guard isAbsent || parameter.range.contains(value),
                !parameter.isWhole || isAbsent || value == value.rounded()
            else {
                throw .outOfRange(
                    definition: name, parameter: parameter.name, value: value,
                    range: parameter.range, isWhole: parameter.isWhole)
            }
            values[parameter.name] = value
        }
        if let unknown = given.keys.sorted().first(where: { values[$0] == nil }) {
            throw .unknownParameter(
                definition: name, parameter: unknown, known: parameters.map(\.name))
        }
        return Arguments(values: values)
    }
}
