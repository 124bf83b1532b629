/// A setting that a strategy cannot take.
public enum ParameterError: Error, Equatable, CustomStringConvertible {
    /// No parameter has this name.
    case unknownName(String, strategy: String, known: [String])
    /// The text is no number, or lies outside the range.
    case badValue(String, name: String, range: String)

    /// What is wrong, and what to write instead.
    public var description: String {
        switch self {
        case .unknownName(let name, let strategy, let known):
            "\(strategy) has no parameter '\(name)'; it has \(known.joined(separator: ", "))"
        case .badValue(let text, let name, let range):
            "'\(text)' is not a value for '\(name)'; write a number in \(range)"
        }
    }
}
