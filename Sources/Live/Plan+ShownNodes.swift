import Evaluation
import Signals

extension Plan {
    /// What a signal tells of the plan, with the names that stand in the journal.
    var shownNodes: [(node: Int, label: String)] {
        comparedNodes.map { ($0, "\($0) \(nodes[$0].label)") }
    }
}

extension TracedValue {
    /// The value as strict JSON: unknown is null.
    var json: String {
        switch self {
        case .number(let bits): "\(Double(bitPattern: bits))"
        case .truth(let truth): "\(truth)"
        case .unknown: "null"
        }
    }
}
