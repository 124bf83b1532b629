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

    /// The name of the symbol: `S0000` and so on.
    public var name: String {
        let digits = "\(symbol)"
        return "S" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The first `count` daily bars, Monday to Friday from 2015-01-01.
    public func daily(count: Int) -> Series {
        let walk = Walk(sigma: 0.010 + 0.0002 * Double(symbol % 100), drift: 0.0003)
        let start = 20 + Double(symbol % 100)
        return series(count, interval: .day, walk, start: start, time: Self.weekday)
    }

    /// The first `count` minute bars from 2020-01-01, around the clock.
    public func minutes(count: Int) -> Series {
        let walk = Walk(sigma: 0.0006, drift: 0)
        return series(count, interval: .minute, walk, start: 100) { index in
            Timestamp(microseconds: 1_577_836_800_000_000 + Int64(index) * 60_000_000)
        }
    }

    /// How far prices move in a bar: the deviation and the mean of a return.
    private struct Walk {
        let sigma: Double
        let drift: Double
    }

    private func series(
        _ count: Int, interval: Interval, _ walk: Walk, start: Double,
        time: (Int) -> Timestamp
    ) -> Series {
        var close = start
        let bars = (0..<count).map { index in
            bar(index, time: time(index), walk, previous: &close)
        }
        return Series(symbol: name, interval: interval, bars: bars)
    }

    private func bar(
        _ index: Int, time: Timestamp, _ walk: Walk, previous: inout Double
    ) -> Bar {
        let sigma = walk.sigma
        var normal = uniform(16 * index)
        for draw in 1..<12 { normal += uniform(16 * index + draw) }
        let change = walk.drift + sigma * (normal - 6)
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
