extension Definition {
    /// Patterns of three candles: a, b, and c now.
    static let candleTriples: [Definition] = crowsAndSoldiers + stars + gaps

    private static let crowsAndSoldiers: [Definition] = [
        candles(
            "two-crows", "CDL2CROWS",
            """
            A long white candle; a black one above its body; a black one that opens in the \
            second body and closes in the first. −100.
            """, reach: 2, [.longBody]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            let isThere =
                x.isWhite(a) && x.isLong(a) && x.isBlack(b) && x.gapUp(b, over: a)
                && x.isBlack(c) && x.open[c] < x.open[b] && x.open[c] > x.close[b]
                && x.close[c] > x.open[a] && x.close[c] < x.close[a]
            return isThere ? -100 : 0
        },
        candles(
            "three-inside", "CDL3INSIDE",
            """
            A long candle; a body that is not long within it; a candle of the other colour that \
            closes beyond the first open. White last 100, black −100.
            """, reach: 2, [.longBody, .shortBody]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard x.isLong(a), x.isSmall(b), x.top(b) < x.top(a), x.bottom(b) > x.bottom(a),
                x.colour(c) == -x.colour(a)
            else { return 0 }
            let isBeyond =
                x.isWhite(c) ? x.close[c] > x.open[a] : x.close[c] < x.open[a]
            return isBeyond ? 100 * x.colour(c) : 0
        },
        candles(
            "three-outside", "CDL3OUTSIDE",
            """
            A body of the other colour around the one before, and a close further on. White \
            second 100, black −100.
            """, reach: 3, []
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard x.colour(a) == -x.colour(b), x.top(b) > x.top(a), x.bottom(b) < x.bottom(a)
            else { return 0 }
            let isFurther =
                x.isWhite(b) ? x.close[c] > x.close[b] : x.close[c] < x.close[b]
            return isFurther ? 100 * x.colour(b) : 0
        },
        candles(
            "three-stars-in-south", "CDL3STARSINSOUTH",
            """
            Three black candles: a long one with a long lower shadow; a smaller one with a lower \
            shadow that opens above the close before, within the range, and trades below it, not \
            below the low; a short one without shadows within that range. 100.
            """, reach: 2, [.longBody, .shortBody, .longShadow, .noShadow]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard x.isBlack(a), x.isBlack(b), x.isBlack(c), x.isLong(a),
                x.isMore(x.lower(a), than: .longShadow, a), x.isMore(x.body(a), x.body(b), a)
            else { return 0 }
            let isSecond =
                x.open[b] > x.close[a] && x.open[b] <= x.high[a] && x.low[b] < x.close[a]
                && x.low[b] >= x.low[a] && x.someLower(b)
            let isThird =
                x.isShort(c) && x.noUpper(c) && x.noLower(c) && x.low[c] > x.low[b]
                && x.high[c] < x.high[b]
            return isSecond && isThird ? 100 : 0
        },
        candles(
            "three-white-soldiers", "CDL3WHITESOLDIERS",
            """
            Three white candles without upper shadows, higher closes, each opening above the \
            open before and within or near that body, none far shorter than that before, the \
            last not short. 100.
            """, reach: 2, [.shortBody, .noShadow, .near, .far]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            let isThere =
                x.climbs(c) && [a, b, c].allSatisfy { x.noUpper($0) }
                && x.isLess(x.body(a) - x.body(b), than: .far, a)
                && x.isLess(x.body(b) - x.body(c), than: .far, b) && !x.isSmall(c)
            return isThere ? 100 : 0
        },
        candles(
            "advance-block", "CDLADVANCEBLOCK",
            """
            Three white candles, higher closes, each opening above the open before and within or \
            near that body, the first long with a short upper shadow; and: the second far \
            shorter and the third not near longer; or the third far shorter; or each shorter and \
            an upper shadow of the last two not short; or the third shorter with an upper shadow \
            longer than its body. −100.
            """, reach: 2, [.longBody, .shortShadow, .longShadow, .near, .far]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard x.climbs(c), x.isLong(a), x.isLess(x.upper(a), than: .shortShadow, a)
            else { return 0 }
            let shrinks = (x.isMore(x.body(a), x.body(b), a), x.isMore(x.body(b), x.body(c), b))
            let isWeak =
                x.isMore(x.body(a) - x.body(b), than: .far, a)
                && x.isLess(x.body(c) - x.body(b), than: .near, b)
            let isStopped = x.isMore(x.body(b) - x.body(c), than: .far, b)
            let hasShadow =
                x.isMore(x.upper(c), than: .shortShadow, c)
                || x.isMore(x.upper(b), than: .shortShadow, b)
            let isRefused = shrinks.1 && x.isMore(x.upper(c), than: .longShadow, c)
            return isWeak || isStopped || shrinks.0 && shrinks.1 && hasShadow || isRefused
                ? -100 : 0
        },
        candles(
            "stalled", "CDLSTALLEDPATTERN",
            """
            Three white candles, higher closes: two long ones, the second without an upper \
            shadow, opening above the open before and within or near that body; a short one \
            that opens on the shoulder of the second. −100.
            """, reach: 2, [.longBody, .shortBody, .noShadow, .near]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            let isThere =
                [a, b, c].allSatisfy { x.isWhite($0) } && x.close[c] > x.close[b]
                && x.close[b] > x.close[a] && x.isLong(a) && x.isLong(b) && x.noUpper(b)
                && x.open[b] > x.open[a] && !x.isMore(x.open[b] - x.close[a], than: .near, a)
                && x.isShort(c)
                && !x.isMore(x.close[b] - x.body(c) - x.open[c], than: .near, b)
            return isThere ? -100 : 0
        },
        candles(
            "identical-three-crows", "CDLIDENTICAL3CROWS",
            """
            Three black candles without lower shadows, lower closes, each opening equal to the \
            close before. −100.
            """, reach: 2, [.noShadow, .equal]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            let isThere =
                [a, b, c].allSatisfy { x.isBlack($0) && x.noLower($0) }
                && x.close[b] < x.close[a] && x.close[c] < x.close[b]
                && x.isWithin(.equal, a, x.open[b], x.close[a])
                && x.isWithin(.equal, b, x.open[c], x.close[b])
            return isThere ? -100 : 0
        },
    ]

    private static let stars: [Definition] = [
        candles(
            "abandoned-baby", "CDLABANDONEDBABY",
            """
            A long candle, a doji whose whole range lies beyond its range, and a candle of the \
            other colour, not short, whose range lies back and whose close pushes into the first \
            body by more than the penetration. White last 100, black −100.
            """, reach: 2, [.longBody, .doji, .shortBody], penetration: 0.3
        ) { x, c, penetration in
            let (a, b) = (c - 2, c - 1)
            guard x.isLong(a), x.isDoji(b), !x.isSmall(c), x.colour(a) == -x.colour(c)
            else { return 0 }
            let push = x.isWhite(c) ? x.close[c] - x.close[a] : x.close[a] - x.close[c]
            let isAlone =
                x.isWhite(c)
                ? x.high[b] < x.low[a] && x.high[b] < x.low[c]
                : x.low[b] > x.high[a] && x.low[b] > x.high[c]
            return isAlone && x.isMore(push, penetration * x.body(a), a)
                ? 100 * x.colour(c) : 0
        },
        star("morning-star", "CDLMORNINGSTAR", "not long", [], 1) { $0.isSmall($1) },
        star("morning-doji-star", "CDLMORNINGDOJISTAR", "a doji", [.doji], 1) { $0.isDoji($1) },
        star("evening-star", "CDLEVENINGSTAR", "not long", [], -1) { $0.isSmall($1) },
        star("evening-doji-star", "CDLEVENINGDOJISTAR", "a doji", [.doji], -1) { $0.isDoji($1) },
        candles(
            "tristar", "CDLTRISTAR",
            """
            Three dojis by the measure of the first; the second body above the first, the third \
            with a lower top −100; below, with a higher bottom 100.
            """, reach: 2, [.doji]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard [a, b, c].allSatisfy({ !x.isMore(x.body($0), than: .doji, a) }) else {
                return 0
            }
            if x.gapUp(b, over: a) { return x.top(c) < x.top(b) ? -100 : 0 }
            return x.gapDown(b, under: a) && x.bottom(c) > x.bottom(b) ? 100 : 0
        },
        candles(
            "unique-three-river", "CDLUNIQUE3RIVER",
            """
            A long black candle; a black one that closes higher, opens no higher, with a lower \
            low; a short white one that opens above that low. 100.
            """, reach: 2, [.longBody, .shortBody]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            let isThere =
                x.isBlack(a) && x.isLong(a) && x.isBlack(b) && x.close[b] > x.close[a]
                && x.open[b] <= x.open[a] && x.low[b] < x.low[a] && x.isWhite(c)
                && x.isShort(c) && x.open[c] > x.low[b]
            return isThere ? 100 : 0
        },
    ]

    /// A long candle, a small one beyond it, and one back.
    private static func star(
        _ name: String, _ alias: String, _ second: String, _ more: [ExactCandles.Measure],
        _ sign: Int, _ isSecond: @escaping @Sendable (ExactCandles, Int) -> Bool
    ) -> Definition {
        let (first, last) = sign > 0 ? ("black", "white") : ("white", "black")
        return candles(
            name, alias,
            """
            A long \(first) candle; a body that is \(second) beyond it; a \(last) candle, not \
            short, that closes within the first body by more than the penetration. \
            \(sign > 0 ? "" : "−")100.
            """, reach: 2, [.longBody, .shortBody] + more, penetration: 0.3
        ) { x, c, penetration in
            let (a, b) = (c - 2, c - 1)
            guard x.colour(a) == -sign, x.colour(c) == sign, x.isLong(a), isSecond(x, b),
                !x.isSmall(c), sign > 0 ? x.gapDown(b, under: a) : x.gapUp(b, over: a)
            else { return 0 }
            let push = DoubleDouble(sign) * (x.close[c] - x.close[a])
            return x.isMore(push, penetration * x.body(a), a) ? 100 * sign : 0
        }
    }

    private static let gaps: [Definition] = [
        candles(
            "gap-side-by-side-white", "CDLGAPSIDESIDEWHITE",
            """
            Two white candles with bodies near the same and equal opens, both above the body \
            before (100) or both below (−100).
            """, reach: 2, [.near, .equal]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard x.isWhite(b), x.isWhite(c), x.isWithin(.near, b, x.body(b), x.body(c)),
                x.isWithin(.equal, b, x.open[b], x.open[c])
            else { return 0 }
            if x.gapUp(b, over: a) { return x.gapUp(c, over: a) ? 100 : 0 }
            return x.gapDown(b, under: a) && x.gapDown(c, under: a) ? -100 : 0
        },
        candles(
            "stick-sandwich", "CDLSTICKSANDWICH",
            """
            Black, white, black; the low of the second above the close of the first, which the \
            last close equals. 100.
            """, reach: 2, [.equal]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            let isThere =
                x.isBlack(a) && x.isWhite(b) && x.isBlack(c) && x.low[b] > x.close[a]
                && x.isWithin(.equal, a, x.close[c], x.close[a])
            return isThere ? 100 : 0
        },
        candles(
            "tasuki-gap", "CDLTASUKIGAP",
            """
            A white body above the one before; a black one, near the same, that opens within it \
            and closes in the gap: 100. Mirrored −100.
            """, reach: 2, [.near]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard x.colour(b) == -x.colour(c), x.open[c] < x.top(b), x.open[c] > x.bottom(b),
                x.isLess((x.body(b) - x.body(c)).magnitude, than: .near, b)
            else { return 0 }
            let isInGap =
                x.isWhite(b)
                ? x.gapUp(b, over: a) && x.close[c] < x.bottom(b) && x.close[c] > x.top(a)
                : x.gapDown(b, under: a) && x.close[c] > x.top(b) && x.close[c] < x.bottom(a)
            return isInGap ? 100 * x.colour(b) : 0
        },
        candles(
            "upside-gap-two-crows", "CDLUPSIDEGAP2CROWS",
            """
            A long white candle; a black body, not long, above it; a black body around that one \
            which closes above the first close. −100.
            """, reach: 2, [.longBody, .shortBody]
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            let isThere =
                x.isWhite(a) && x.isLong(a) && x.isBlack(b) && x.isSmall(b)
                && x.gapUp(b, over: a) && x.isBlack(c) && x.open[c] > x.open[b]
                && x.close[c] < x.close[b] && x.close[c] > x.close[a]
            return isThere ? -100 : 0
        },
        candles(
            "side-gap-three-methods", "CDLXSIDEGAP3METHODS",
            """
            Two white bodies with a gap up between; a black one that opens within the second and \
            closes within the first: 100. Mirrored −100.
            """, reach: 2, []
        ) { x, c, _ in
            let (a, b) = (c - 2, c - 1)
            guard x.colour(a) == x.colour(b), x.colour(c) == -x.colour(b),
                x.open[c] < x.top(b), x.open[c] > x.bottom(b), x.close[c] < x.top(a),
                x.close[c] > x.bottom(a),
                x.isWhite(a) ? x.gapUp(b, over: a) : x.gapDown(b, under: a)
            else { return 0 }
            return 100 * x.colour(a)
        },
    ]
}

extension ExactCandles {
    /// Three white candles with higher closes, each opening above the open before and within or
    /// near the body before.
    fileprivate func climbs(_ c: Int) -> Bool {
        [c - 2, c - 1, c].allSatisfy { isWhite($0) }
            && [c - 1, c].allSatisfy { t in
                close[t] > close[t - 1] && open[t] > open[t - 1]
                    && !isMore(open[t] - close[t - 1], than: .near, t - 1)
            }
    }
}
