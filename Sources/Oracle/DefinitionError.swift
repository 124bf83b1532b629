/// Why a definition cannot be computed.
public enum DefinitionError: Error, Equatable, CustomStringConvertible {
    /// No definition has this name.
    case unknownName(String)
    /// The definition has no such parameter.
    case unknownParameter(definition: String, parameter: String, known: [String])
    /// The value lies outside the parameter's range.
    case outOfRange(
        definition: String, parameter: String, value: Double, range: ClosedRange<Double>,
        isWhole: Bool)
    /// Another number of columns than the definition reads.
    case wrongColumns(definition: String, expected: [String], given: Int)
    /// The columns differ in length.
    case unequalLengths(definition: String, lengths: [Int])

    /// What, where, and the remedy.
    public var description: String {
        switch self {
        case .unknownName(let name): "no indicator is defined as '\(name)'"
        case .unknownParameter(let definition, let parameter, let known):
            "\(definition) has no parameter '\(parameter)'; it has "
                + (known.isEmpty ? "none" : known.joined(separator: ", "))
        case .outOfRange(let definition, let parameter, let value, let range, let isWhole):
            "\(definition): \(parameter) is "
                + DefinitionParameter.text(of: value, isWhole: isWhole)
                + "; give \(isWhole ? "a whole number" : "one") from "
                + "\(DefinitionParameter.text(of: range.lowerBound, isWhole: isWhole)) to "
                + DefinitionParameter.text(of: range.upperBound, isWhole: isWhole)
        case .wrongColumns(let definition, let expected, let given):
            "\(definition) reads \(expected.joined(separator: ", ")), was given \(given) columns"
        case .unequalLengths(let definition, let lengths):
            "\(definition): the columns have \(lengths.map(String.init).joined(separator: ", ")) "
                + "rows; give columns of one length"
        }
    }
}
