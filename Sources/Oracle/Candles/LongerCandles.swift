extension Definition {
    /// Patterns of four and more candles; the last is now.
    static let longerCandles: [Definition] = [
        candles(
            "three-black-crows", "CDL3BLACKCROWS",
            """
            A white candle, and three black ones without lower shadows, lower closes, each \
            opening within the body before; the first closes below the high of the white one. \
            −100.
            """, reach: 3, [.noShadow]
        ) { x, t, _ in
            let isThere =
                x.isWhite(t - 3) && x.close[t - 2] < x.high[t - 3]
                && (t - 2...t).allSatisfy { x.isBlack($0) && x.noLower($0) }
                && [t - 1, t].allSatisfy {
                    x.open[$0] < x.open[$0 - 1] && x.open[$0] > x.close[$0 - 1]
                        && x.close[$0] < x.close[$0 - 1]
                }
            return isThere ? -100 : 0
        },
        candles(
            "three-line-strike", "CDL3LINESTRIKE",
            """
            Three white candles, higher closes, each opening within or near the body before; a \
            black one that opens above the last close and closes below the first open: 100. \
            Mirrored −100.
            """, reach: 3, [.near]
        ) { x, t, _ in
            let colour = x.colour(t - 3)
            guard x.colour(t - 2) == colour, x.colour(t - 1) == colour, x.colour(t) == -colour,
                [t - 2, t - 1].allSatisfy({
                    !x.isMore(x.bottom($0 - 1) - x.open[$0], than: .near, $0 - 1)
                        && !x.isMore(x.open[$0] - x.top($0 - 1), than: .near, $0 - 1)
                })
            else { return 0 }
            let prices = [x.close[t - 3], x.close[t - 2], x.close[t - 1], x.open[t]]
            let isOrdered = zip(prices, prices.dropFirst()).allSatisfy {
                colour > 0 ? $0 < $1 : $0 > $1
            }
            let isBack =
                colour > 0 ? x.close[t] < x.open[t - 3] : x.close[t] > x.open[t - 3]
            return isOrdered && isBack ? 100 * colour : 0
        },
        candles(
            "concealing-baby-swallow", "CDLCONCEALBABYSWALL",
            """
            Four black candles: two without shadows; one whose body lies below the second and \
            whose upper shadow reaches into its body; one whose range holds that of the third. \
            100.
            """, reach: 3, [.noShadow]
        ) { x, t, _ in
            let isThere =
                (t - 3...t).allSatisfy { x.isBlack($0) }
                && [t - 3, t - 2].allSatisfy { x.noUpper($0) && x.noLower($0) }
                && x.gapDown(t - 1, under: t - 2) && x.someUpper(t - 1)
                && x.high[t - 1] > x.close[t - 2] && x.high[t] > x.high[t - 1]
                && x.low[t] < x.low[t - 1]
            return isThere ? 100 : 0
        },
        candles(
            "breakaway", "CDLBREAKAWAY",
            """
            A long black candle; a black body below it; two candles with lower highs and lows, \
            the second black; a white one that closes in the gap: 100. Mirrored −100.
            """, reach: 4, [.longBody]
        ) { x, t, _ in
            let (a, b, c, d) = (t - 4, t - 3, t - 2, t - 1)
            let colour = x.colour(t)
            guard x.colour(a) == -colour, x.colour(b) == -colour, x.colour(d) == -colour,
                x.isLong(a)
            else { return 0 }
            if colour > 0 {
                let isDown =
                    x.high[c] < x.high[b] && x.low[c] < x.low[b] && x.high[d] < x.high[c]
                    && x.low[d] < x.low[c]
                return x.gapDown(b, under: a) && isDown && x.close[t] > x.open[b]
                    && x.close[t] < x.close[a] ? 100 : 0
            }
            let isUp =
                x.high[c] > x.high[b] && x.low[c] > x.low[b] && x.high[d] > x.high[c]
                && x.low[d] > x.low[c]
            return x.gapUp(b, over: a) && isUp && x.close[t] < x.open[b]
                && x.close[t] > x.close[a] ? -100 : 0
        },
        candles(
            "ladder-bottom", "CDLLADDERBOTTOM",
            """
            Three black candles with lower opens and closes; a black one with an upper shadow; \
            a white one that opens above its open and closes above its high. 100.
            """, reach: 4, [.noShadow]
        ) { x, t, _ in
            let isThere =
                (t - 4...t - 1).allSatisfy { x.isBlack($0) }
                && [t - 3, t - 2].allSatisfy {
                    x.open[$0] < x.open[$0 - 1] && x.close[$0] < x.close[$0 - 1]
                }
                && x.someUpper(t - 1) && x.isWhite(t) && x.open[t] > x.open[t - 1]
                && x.close[t] > x.high[t - 1]
            return isThere ? 100 : 0
        },
        candles(
            "mat-hold", "CDLMATHOLD",
            """
            A long white candle; a short black body above it; two short ones with lower tops \
            that reach below its close by less than the penetration; a white one that opens \
            above the last close and closes above the highs of the three. 100.
            """, reach: 4, [.longBody, .shortBody], penetration: 0.5
        ) { x, t, penetration in
            let (a, b, c, d) = (t - 4, t - 3, t - 2, t - 1)
            guard x.isWhite(a), x.isLong(a), x.isBlack(b), x.gapUp(b, over: a), x.isWhite(t),
                (b...d).allSatisfy({ x.isShort($0) })
            else { return 0 }
            let holds = [c, d].allSatisfy { bar in
                let depth = x.close[a] - x.bottom(bar)
                return depth > 0 && x.isMore(penetration * x.body(a), depth, a)
            }
            let isThere =
                holds && x.top(c) < x.open[b] && x.top(d) < x.top(c)
                && x.open[t] > x.close[d]
                && (b...d).allSatisfy { x.close[t] > x.high[$0] }
            return isThere ? 100 : 0
        },
        candles(
            "rising-falling-three-methods", "CDLRISEFALL3METHODS",
            """
            A long white candle; three short black ones with lower closes whose bodies meet its \
            range; a long white one that opens above the last close and closes above the first: \
            100. Mirrored −100.
            """, reach: 4, [.longBody, .shortBody]
        ) { x, t, _ in
            let colour = x.colour(t - 4)
            guard x.colour(t) == colour, x.isLong(t - 4), x.isLong(t),
                (t - 3...t - 1).allSatisfy({
                    x.colour($0) == -colour && x.isShort($0) && x.bottom($0) < x.high[t - 4]
                        && x.top($0) > x.low[t - 4]
                })
            else { return 0 }
            func isBeyond(_ a: DoubleDouble, _ b: DoubleDouble) -> Bool {
                colour > 0 ? a > b : a < b
            }
            let isThere =
                isBeyond(x.close[t - 3], x.close[t - 2]) && isBeyond(x.close[t - 2], x.close[t - 1])
                && isBeyond(x.open[t], x.close[t - 1]) && isBeyond(x.close[t], x.close[t - 4])
            return isThere ? 100 * colour : 0
        },
        hikkake(
            "hikkake", "CDLHIKKAKE", "A bar within the one before", [], bars: 3
        ) { _, _ in (true, true) },
        hikkake(
            "modified-hikkake", "CDLHIKKAKEMOD",
            """
            A bar within the one before, and one within that; the first of them closes near its \
            low (near its high)
            """, [.near], bars: 4
        ) { x, t in
            (
                !x.isMore(x.close[t - 2] - x.low[t - 2], than: .near, t - 2),
                !x.isMore(x.high[t - 2] - x.close[t - 2], than: .near, t - 2)
            )
        },
    ]

    /// An inside bar, a bar beyond it, and a close back beyond its other side.
    private static func hikkake(
        _ name: String, _ alias: String, _ beginning: String,
        _ measures: [ExactCandles.Measure], bars: Int,
        _ allows: @escaping @Sendable (ExactCandles, Int) -> (up: Bool, down: Bool)
    ) -> Definition {
        @Sendable func pattern(_ x: ExactCandles, _ t: Int) -> Int {
            let isInside = (t - bars + 2..<t).allSatisfy {
                x.high[$0] < x.high[$0 - 1] && x.low[$0] > x.low[$0 - 1]
            }
            guard isInside else { return 0 }
            let allowed = allows(x, t)
            if x.high[t] < x.high[t - 1] && x.low[t] < x.low[t - 1] {
                return allowed.up ? 100 : 0
            }
            let isHigher = x.high[t] > x.high[t - 1] && x.low[t] > x.low[t - 1]
            return isHigher && allowed.down ? -100 : 0
        }
        return candles(
            name, alias,
            """
            \(beginning); then a lower high and low 100, a higher high and low −100. Within \
            three bars the first close above the high of the inside bar 200, below its low −200.
            """, reach: 5, measures
        ) { x, t, _ in
            let now = pattern(x, t)
            guard now == 0 else { return now }
            guard let last = (1...3).first(where: { pattern(x, t - $0) != 0 }) else { return 0 }
            let (start, sign) = (t - last, pattern(x, t - last))
            func confirms(_ bar: Int) -> Bool {
                sign > 0
                    ? x.close[bar] > x.high[start - 1] : x.close[bar] < x.low[start - 1]
            }
            let isFirst = !(start + 1..<t).contains(where: confirms)
            return confirms(t) && isFirst ? 2 * sign : 0
        }
    }
}
