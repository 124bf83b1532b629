/// Text that is no plan, or a plan that this program would compute differently.
public enum PlanError: Error, Equatable, CustomStringConvertible {
    /// A line does not follow the form.
    case malformed(line: Int, text: String)
    /// No kernel of this name and these parameters is compiled in.
    case unknownKernel(String, line: Int)
    /// The kernel gives other bits here than where the plan was written.
    case differentKernel(String, line: Int)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .malformed(let line, let text):
            """
            plan, line \(line): '\(text)' is not understood; write the plan again from its \
            strategy
            """
        case .unknownKernel(let identity, let line):
            """
            plan, line \(line): no kernel '\(identity)' is compiled in; build with the strategy \
            that defines it
            """
        case .differentKernel(let identity, let line):
            """
            plan, line \(line): kernel '\(identity)' computes other bits than when the plan was \
            written; run the backtest again with this program
            """
        }
    }
}
