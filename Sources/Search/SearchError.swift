/// What can be wrong with a search, found before its first cell is computed.
public enum SearchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text of an axis makes no sense at a column, counted from 1.
    case badAxis(String, column: Int, problem: String)
    /// An axis names a parameter that there is not.
    case unknownParameter(String, nearest: String?, known: [String])
    /// Two axes have one name.
    case doubledAxis(String)
    /// There is nothing to vary.
    case noAxes
    /// More cells than can be numbered; `SearchLimit` says what may be computed.
    case uncountable(cells: Double)
    /// More cells than may be computed.
    case tooManyCells(Int, limit: SearchLimit)
    /// A constraint makes no sense at a column, counted from 1.
    case badConstraint(String, column: Int, problem: String)
    /// No cell that was tried meets the constraint.
    case nothingLeft(constraint: String, tried: Int, cells: Int)
    /// A method of search that there is not, or one that does not fit.
    case badMethod(String, problem: String)
    /// An objective makes no sense.
    case badObjective(String, problem: String)
    /// A rule for giving up a cell makes no sense.
    case badAbortRule(String, problem: String)

    /// The place, the problem and the remedy.
    public var description: String {
        switch self {
        case .badAxis(let text, let column, let problem),
            .badConstraint(let text, let column, let problem):
            "'\(text)', column \(column): \(problem)"
        case .unknownParameter(let name, let nearest, let known):
            "there is no parameter '\(name)'\(Self.hint(nearest)); "
                + (known.isEmpty ? "there is none" : "there are \(known.joined(separator: ", "))")
        case .doubledAxis(let name):
            "'\(name)' is given twice; give its values once, such as \(name)=[5,10]"
        case .noAxes: "there is nothing to vary; give a parameter values, such as fast=5...50:5"
        case .uncountable(let cells):
            "\(cells) cells are more than can be numbered; take wider steps or fewer parameters"
        case .tooManyCells(let cells, let limit): limit.refusal(of: cells)
        case .nothingLeft(let constraint, let tried, let cells):
            "none of \(Quantity.grouped(tried)) cells that were tried"
                + (tried < cells ? " (of \(Quantity.grouped(cells)))" : "")
                + " meets '\(constraint)'; change it, or the values of its parameters"
        case .badMethod(let text, let problem), .badObjective(let text, let problem),
            .badAbortRule(let text, let problem):
            "'\(text)': \(problem)"
        }
    }

    static func hint(_ nearest: String?) -> String {
        nearest.map { "; did you mean '\($0)'?" } ?? ""
    }
}
