import Kernels
import MarketData

/// What a node of the graph does with its inputs.
package enum Operation: Hashable, Sendable {
    /// A column of the bars.
    case field(Field)
    /// What the calendar or the clock says of the bar.
    case session(SessionNumber)
    /// The same number at every bar, as bits.
    case constant(UInt64)
    /// A numeric kernel: its first output.
    case kernel(CompiledKernel)
    /// A further output of the kernel that is the input, from the second (1) on.
    case output(Int)
    /// What a cross-section of the universe makes of the input: a node of the own frame.
    case across(CrossSection)
    /// 1 where the input is true, 0 where it is false.
    case number
    /// True where the first input is greater than the second.
    case greater
    /// True where both are.
    case and
    /// True where either is.
    case or
    /// True where the input is false.
    case not
    /// The condition of some bars ago.
    case lagged(by: Int)
    /// True where the input is true and was false when last known.
    case begins
}

/// A node of the private graph behind `Signal` and `Condition`.
///
/// A class, so that a node used twice is one object and compiling visits it once: an indirect
/// enum would be walked once per path, which doubles with every level that shares.
package final class Expression: Sendable {
    package let operation: Operation
    package let inputs: [Expression]
    /// In whose bars it counts; nil for what is made of numbers alone and counts in any.
    package let frame: Frame?

    package init(_ operation: Operation, _ inputs: [Expression] = []) {
        (self.operation, self.inputs) = (operation, inputs)
        frame = operation.isBarrier ? .own : Frame.common(of: inputs.lazy.map(\.frame))
    }

    package init(_ leaf: Operation, in frame: Frame) {
        (operation, inputs, self.frame) = (leaf, [], frame)
    }
}

extension Operation {
    /// True when the inputs may change places.
    var isCommutative: Bool {
        switch self {
        case .and, .or, .kernel(.sum), .kernel(.product): true
        default: false
        }
    }

    /// True where the inputs are re-indexed: members of a universe meet at the own bars.
    package var isBarrier: Bool {
        if case .across = self { true } else { false }
    }

    /// True for a condition, false for a number.
    var isCondition: Bool {
        switch self {
        case .field, .session, .constant, .kernel, .output, .across, .number: false
        case .greater, .and, .or, .not, .lagged, .begins: true
        }
    }

    /// The bars by which the operation delays the first known output, given what its input does.
    func lookback(after input: Operation?) -> Int {
        switch self {
        case .kernel(let kernel): kernel.lookback
        case .output(let index):
            if case .kernel(let kernel)? = input {
                kernel.lookback(ofOutput: index) - kernel.lookback
            } else {
                0
            }
        case .lagged(let count): count
        case .begins: 1
        default: 0
        }
    }

    /// The text with the frame, where it is not the own one.
    func canonicalForm(in frame: Frame) -> String {
        frame == .own ? canonicalForm : "\(canonicalForm) in \(frame.canonicalForm)"
    }

    /// The text that stands for the operation in a plan. Changing it changes every fingerprint.
    var canonicalForm: String {
        switch self {
        case .field(let field): "field \(field)"
        case .session(let number): "session \(number.rawValue)"
        case .constant(let bits): "constant \(Double(bitPattern: bits))"
        case .kernel(let kernel): "kernel \(kernel.identity)"
        case .output(let index): "output \(index)"
        case .across(let section): "across \(section.identity)"
        case .number: "number"
        case .greater: "greater"
        case .and: "and"
        case .or: "or"
        case .not: "not"
        case .lagged(let count): "lagged \(count)"
        case .begins: "begins"
        }
    }
}
