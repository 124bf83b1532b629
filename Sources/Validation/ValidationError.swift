/// What can go wrong before a strategy is examined.
public enum ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A line of a file of thresholds makes no sense.
    case badThresholds(file: String, line: Int, problem: String)
    /// An exception was asked for a gate that there is not.
    case unknownGate(String, nearest: String?)
    /// Two instruments are one series.
    case sameBars(String, String)

    /// The place, the problem and the remedy.
    public var description: String {
        switch self {
        case .badThresholds(let file, let line, let problem): "\(file):\(line): \(problem)"
        case .sameBars(let one, let two):
            "\(two) has the bars of \(one) under another name, and would count twice; leave one out"
        case .unknownGate(let name, let nearest):
            "there is no gate '\(name)'\(nearest.map { "; did you mean '\($0)'?" } ?? ""). The "
                + "gates are \(Gate.all.map(\.name).joined(separator: ", "))"
        }
    }
}
