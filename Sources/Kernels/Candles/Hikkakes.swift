/// False breakouts: a bar within the one before, a bar beyond it on one side, and, within three
/// bars, a close beyond it on the other, which doubles the value.
enum Hikkakes {
    /// The inside bar breaks out the wrong way.
    enum Hikkake: CandleShape {
        static let pattern = CandlePattern.hikkake
        static let settings: [CandleSetting] = []
        static let reach = 5

        @inline(__always)
        static func value<V: Lane>(_ candles: Candles<V>) -> V {
            confirmed(candles) { candles, age in
                let (first, second) = (candles[age + 2], candles[age + 1])
                let isInside = contains(first, second)
                return signed(
                    up: isInside .& isLower(candles[age], second),
                    down: isInside .& isHigher(candles[age], second))
            }
        }
    }

    /// The same with one more inside bar before, and a close near the end of the first of them.
    enum ModifiedHikkake: CandleShape {
        static let pattern = CandlePattern.modifiedHikkake
        static let settings: [CandleSetting] = [.near]
        static let reach = 5

        @inline(__always)
        static func value<V: Lane>(_ candles: Candles<V>) -> V {
            confirmed(candles) { candles, age in
                let (first, second) = (candles[age + 3], candles[age + 2])
                let third = candles[age + 1]
                let isInside = contains(first, second) .& contains(second, third)
                let closesLow = .!second.exceeds(second.close - second.low, .near)
                let closesHigh = .!second.exceeds(second.high - second.close, .near)
                return signed(
                    up: isInside .& isLower(candles[age], third) .& closesLow,
                    down: isInside .& isHigher(candles[age], third) .& closesHigh)
            }
        }
    }

    /// The pattern at this bar; else twice the last one of the three bars before, where this close
    /// is the first beyond its inside bar.
    @inline(__always)
    private static func confirmed<V: Lane>(
        _ candles: Candles<V>, _ pattern: (Candles<V>, Int) -> V
    ) -> V {
        var (open, top, bottom) = (V.zero, V.zero, V.zero)
        for age in [3, 2, 1] {
            let isDone = closes(candles[age], beyond: top, bottom, open)
            let (found, inside) = (pattern(candles, age), candles[age + 1])
            let isFound = found.magnitude .> .zero
            open = found.kept(where: isFound, else: V.zero.kept(where: isDone, else: open))
            top = inside.high.kept(where: isFound, else: top)
            bottom = inside.low.kept(where: isFound, else: bottom)
        }
        let doubled = (open + open).kept(
            where: closes(candles[0], beyond: top, bottom, open), else: .zero)
        let now = pattern(candles, 0)
        return now.kept(where: now.magnitude .> .zero, else: doubled)
    }

    /// A close beyond the side that the pattern that is open points to.
    @inline(__always)
    private static func closes<V: Lane>(
        _ candle: Candle<V>, beyond top: V, _ bottom: V, _ open: V
    ) -> V.Mask {
        (open .> .zero) .& (candle.close .> top) .| (.zero .> open) .& (bottom .> candle.close)
    }

    @inline(__always)
    private static func signed<V: Lane>(up: V.Mask, down: V.Mask) -> V {
        let falling = V(repeating: -100).kept(where: down, else: .zero)
        return V(repeating: 100).kept(where: up, else: falling)
    }

    @inline(__always)
    private static func contains<V: Lane>(_ outer: Candle<V>, _ inner: Candle<V>) -> V.Mask {
        (outer.high .> inner.high) .& (inner.low .> outer.low)
    }
    @inline(__always)
    private static func isLower<V: Lane>(_ next: Candle<V>, _ before: Candle<V>) -> V.Mask {
        (before.high .> next.high) .& (before.low .> next.low)
    }
    @inline(__always)
    private static func isHigher<V: Lane>(_ next: Candle<V>, _ before: Candle<V>) -> V.Mask {
        (next.high .> before.high) .& (next.low .> before.low)
    }
}
