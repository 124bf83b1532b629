/// A made-up market that every language can regenerate to the bit: SplitMix64, sums of twelve
/// uniforms for the normal, IEEE arithmetic in a fixed order, prices rounded to four decimals.
public struct SyntheticMarket: Sendable {
    /// Which symbol of the data set.
    public let symbol: Int
    private let seed: UInt64
    private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The walk of one symbol of data set `dataset`.
    public init(symbol: Int, dataset: Int = 1) {
        self.symbol = symbol
        seed = Self.mixed(UInt64(dataset * 1_000_003 + symbol) &+ Self.golden)
    }

    /// The first `count` daily bars, Monday to Friday from 2015-01-01.
    public func daily(count: Int) -> Series {
        var close = 20 + Double(symbol % 100)
        let bars = (0..<count).map { index in
            bar(index, time: Self.weekday(index), previous: &close)
        }
        return Series(symbol: "S\(symbol)", interval: .day, bars: bars)
    }

    private func bar(_ index: Int, time: Timestamp, previous: inout Double) -> Bar {
        let sigma = 0.010 + 0.0002 * Double(symbol % 100)
        var normal = uniform(16 * index)
        for draw in 1..<12 { normal += uniform(16 * index + draw) }
        let change = 0.0003 + sigma * (normal - 6)
        let close = previous * (1 + change)
        let open = previous * (1 + 0.2 * sigma * (2 * uniform(16 * index + 12) - 1))
        let high = max(open, close) * (1 + 0.5 * sigma * uniform(16 * index + 13))
        let low = min(open, close) * (1 - 0.5 * sigma * uniform(16 * index + 14))
        let spread = 0.5 + uniform(16 * index + 15)
        let volume = (100_000 * spread * (1 + 20 * change.magnitude)).rounded(.down)
        previous = close
        return Bar(
            time: time, open: Self.tick(open), high: Self.tick(high), low: Self.tick(low),
            close: Self.tick(close), volume: volume)
    }

    private func uniform(_ draw: Int) -> Double {
        Double(Self.mixed(seed &+ UInt64(draw + 1) &* Self.golden) >> 11) * 0x1p-53
    }

    private static func tick(_ price: Double) -> Double {
        (price * 10_000).rounded(.toNearestOrEven) / 10_000
    }

    private static func weekday(_ index: Int) -> Timestamp {
        let days = 16_436 + (index + 3) / 5 * 7 + (index + 3) % 5 - 3
        return Timestamp(microseconds: Int64(days) * Interval.day.microseconds)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
