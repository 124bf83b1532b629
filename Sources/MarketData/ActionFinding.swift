/// A corporate action that contradicts the prices, and so is left out until somebody settles it.
public struct ActionFinding: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with an action.
    public enum Reason: Hashable, Sendable {
        /// A dividend that is not below the close before it, in one share basis.
        case amountNotBelowClose(close: Double)
        /// A dividend that is no positive number, or a split of no positive shares.
        case notPositive
        /// The closes across the ex-date show the opposite split.
        case inverted(ratio: Double)
        /// The closes across the ex-date show no split at all: they contain it already.
        case notShown(ratio: Double)
        /// The same action a second time.
        case repeated
    }

    /// The symbol of the instrument.
    public let symbol: String
    /// The action that is left out.
    public let action: CorporateAction
    /// What is wrong with it.
    public let reason: Reason

    /// A finding from its parts.
    public init(symbol: String, action: CorporateAction, reason: Reason) {
        (self.symbol, self.action, self.reason) = (symbol, action, reason)
    }

    /// The finding in one sentence: which action, what is wrong, and the remedy.
    public var description: String {
        "\(symbol): \(action.summary) is left out: \(problem)"
    }

    private var problem: String {
        switch reason {
        case .amountNotBelowClose(let close):
            "amount is not below the previous close \(close); "
                + "give it per share of its ex-date, in the currency of the prices"
        case .notPositive: "its value is not positive; correct it"
        case .inverted(let ratio):
            "the close changes by a factor of \(ratio), the opposite of the split; "
                + "write it as new:old"
        case .notShown(let ratio):
            "the close changes by a factor of \(ratio) only; "
                + "the prices contain the split already, or its date is wrong"
        case .repeated: "it is listed twice; remove one of the lines"
        }
    }
}

extension CorporateAction {
    /// The action in words: `split 2:1 of 2024-04-10`.
    public var summary: String {
        switch kind {
        case .split(let new, let old): "split \(new):\(old) of \(CivilDate(exDate))"
        case .dividend(let amount): "dividend \(amount) of \(CivilDate(exDate))"
        }
    }
}
