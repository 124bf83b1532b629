/// What a pattern remembers: the last candles with the sums before them, and what the next sums
/// are made of.
///
/// A sum over ten bars is added from sums over two, four and eight, and one over five from four
/// and one: the same bits wherever the history begins, and nothing is ever subtracted.
struct CandleMemory<Value: Lane>: BitwiseCopyable {
    /// The values in the window: rings of eight for each price and sum, and for each range rings
    /// of its last values (8) and of their sums over two (16) and four bars (8).
    static var length: Int { 8 * 8 + 3 * 32 }

    /// The bars since one that is not known.
    private(set) var knownBars = Value.zero
    /// The place of the newest candle.
    private(set) var row = 0
    private let (body, whole, shadows): (Bool, Bool, Bool)

    init(settings: [CandleSetting]) {
        func needs(_ range: CandleSetting.Range) -> Bool {
            settings.contains { $0.range == range && $0.period > 0 }
        }
        (body, whole, shadows) = (needs(.body), needs(.whole), needs(.shadows))
    }

    /// Takes a bar: its prices, and the sums that the next bar is compared with.
    @inline(__always)
    mutating func add(_ bar: Inputs<Value>, to window: inout MutableSpan<Value>) {
        precondition(window.count == Self.length)
        let (open, high, low, close) = (bar.first, bar.second, bar.third, bar.fourth)
        let size = (open.magnitude + high.magnitude) + (low.magnitude + close.magnitude)
        knownBars = (knownBars + Value(repeating: 1)).kept(where: size.isModerate, else: .zero)
        row &+= 1
        let slot = row & 7
        (window[slot], window[8 + slot]) = (open, high)
        (window[16 + slot], window[24 + slot]) = (low, close)
        let (length, range) = ((close - open).magnitude, high - low)
        if body { sum(length, 0, &window) }
        if whole { sum(range, 1, &window) }
        if shadows { sum(Value(repeating: 0.5) * (range - length), 2, &window) }
    }

    /// Adds a range; the sums up to it stand beside the next bar.
    @inline(__always)
    private func sum(_ value: Value, _ index: Int, _ window: inout MutableSpan<Value>) {
        let (values, pairs, fours) = (64 + 32 * index, 72 + 32 * index, 88 + 32 * index)
        let (slot, next) = (row & 7, (row &+ 1) & 7)
        let two = window[values + (row &- 1) & 7] + value
        let four = window[pairs + (row &- 2) & 15] + two
        let eight = window[fours + (row &- 4) & 7] + four
        if index == 1 { window[40 + next] = window[values + (row &- 4) & 7] + four }
        window[(index == 0 ? 32 : 40 + 8 * index) + next] = window[pairs + (row &- 8) & 15] + eight
        window[values + slot] = value
        window[pairs + row & 15] = two
        window[fours + slot] = four
    }
}
