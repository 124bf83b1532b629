/// What came of holding one kernel against golden files or against its definition.
public struct VerificationResult: Sendable {
    /// The kernel with its parameters, or the definition that stood in for one.
    public let subject: String
    /// What it was held against: `golden files` or `definition`.
    public let against: String
    /// The largest |difference|.
    public private(set) var absolute = 0.0
    /// The largest |difference| over |expected|.
    public private(set) var relative = 0.0
    /// The largest |difference| in units in the last place of the expected value.
    public private(set) var units = 0.0
    /// The values that were compared; bars that both sides leave unknown do not count.
    public private(set) var compared = 0
    /// The first bar that differs: where, what it is, and what it should be.
    public private(set) var first: String?
    /// Why something could not be compared.
    public private(set) var faults: [String] = []

    /// What it comes to.
    public enum Verdict: String, Sendable {
        /// All was compared, and nothing differs.
        case agrees
        /// A value differs.
        case differs
        /// Something could not be compared, or there is no value to compare.
        case incomplete
    }

    /// What it comes to: a value that differs weighs more than one that is not there.
    public var verdict: Verdict {
        first != nil ? .differs : faults.isEmpty && compared > 0 ? .agrees : .incomplete
    }

    /// True when all was compared and nothing differs.
    public var agrees: Bool { verdict == .agrees }

    /// The difference and the faults in words; empty where all agrees.
    public var remark: String {
        let nothing = first == nil && faults.isEmpty && compared == 0 ? ["no value to compare"] : []
        return ([first].compactMap(\.self) + faults + nothing).joined(separator: "; ")
    }

    init(_ subject: String, against: String) { (self.subject, self.against) = (subject, against) }

    mutating func add(_ differences: [OutputDifference], in place: String) {
        for difference in differences {
            absolute = max(absolute, difference.absolute)
            relative = max(relative, difference.relative)
            units = max(units, difference.units)
            compared += difference.compared
            if first == nil, let bar = difference.first {
                first =
                    "\(place), \(difference.output), bar \(bar.bar): \(Self.text(bar.value)), "
                    + "expected \(Self.text(bar.expected))"
            }
        }
    }

    private static func text(_ value: Double) -> String { value.isNaN ? "unknown" : "\(value)" }

    mutating func add(fault: String) { faults.append(fault) }
}
