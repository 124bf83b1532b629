import MarketData

/// In whose bars a signal counts: those of the instrument that is traded, of another one, or
/// longer ones.
///
/// A signal stays in its frame until it meets one of another frame; from there on it counts in
/// the traded instrument's own bars. At each of these it has the value of the last bar of its
/// frame that had closed by then.
public struct Frame: Hashable, Sendable, CustomStringConvertible {
    /// The other instrument; nil for the one that is traded.
    public let symbol: String?
    /// The length of the longer bars; nil for that of the run.
    public let interval: Interval?

    /// A frame from its parts.
    public init(symbol: String? = nil, interval: Interval? = nil) {
        (self.symbol, self.interval) = (symbol, interval)
    }

    /// The bars of the traded instrument as they are.
    public static let own = Frame()

    /// The name of the stored column of the traded instrument that it holds; nil for bars.
    package var ownColumn: String? {
        guard let symbol, symbol.hasPrefix(":") else { return nil }
        return String(symbol.dropFirst())
    }

    /// Whose bars they are, in words: `SPY`, `1w bars`, `1w bars of SPY`; empty for the own ones.
    public var description: String {
        if let ownColumn { return "column \(ownColumn)" }
        let length = interval.map { "\($0.name) bars" }
        return [length, symbol].compactMap(\.self).joined(separator: " of ")
    }

    /// The frame of a node that reads these: theirs if it is one, else the own one; nil when
    /// none has a frame, as numbers have none.
    static func common(of frames: some Sequence<Frame?>) -> Frame? {
        var common: Frame?
        for frame in frames.compactMap(\.self) {
            if let common, common != frame { return .own }
            common = frame
        }
        return common
    }

    /// The words that stand for the frame in a plan: `SPY *`, `* 1w`, `SPY 1w`.
    var canonicalForm: String { "\(symbol ?? "*") \(interval?.name ?? "*")" }

    /// A frame from its words in a plan; nil when they are none.
    init?(_ symbol: Substring, _ interval: Substring) {
        let length = Interval(name: interval)
        guard !symbol.isEmpty, interval == "*" || length != nil else { return nil }
        self.init(symbol: symbol == "*" ? nil : String(symbol), interval: length)
    }
}
