extension Definition {
    /// Patterns of one candle, and of one beside the bar before.
    static let singleCandles: [Definition] = [
        candles(
            "belt-hold", "CDLBELTHOLD",
            "A long body; white without a lower shadow 100, black without an upper one −100.",
            reach: 0, [.longBody, .noShadow]
        ) { c, t, _ in
            guard c.isLong(t) else { return 0 }
            return c.isWhite(t) ? (c.noLower(t) ? 100 : 0) : (c.noUpper(t) ? -100 : 0)
        },
        candles(
            "closing-marubozu", "CDLCLOSINGMARUBOZU",
            "A long body; white without an upper shadow 100, black without a lower one −100.",
            reach: 0, [.longBody, .noShadow]
        ) { c, t, _ in
            guard c.isLong(t) else { return 0 }
            return c.isWhite(t) ? (c.noUpper(t) ? 100 : 0) : (c.noLower(t) ? -100 : 0)
        },
        candles("doji", "CDLDOJI", "The body of a doji. 100.", reach: 0, [.doji]) { c, t, _ in
            c.isDoji(t) ? 100 : 0
        },
        candles(
            "dragonfly-doji", "CDLDRAGONFLYDOJI",
            "A doji without an upper shadow and with a lower one. 100.", reach: 0,
            [.doji, .noShadow]
        ) { c, t, _ in c.isDoji(t) && c.noUpper(t) && c.someLower(t) ? 100 : 0 },
        candles(
            "gravestone-doji", "CDLGRAVESTONEDOJI",
            "A doji without a lower shadow and with an upper one. 100.", reach: 0,
            [.doji, .noShadow]
        ) { c, t, _ in c.isDoji(t) && c.noLower(t) && c.someUpper(t) ? 100 : 0 },
        candles(
            "high-wave", "CDLHIGHWAVE",
            "A short body, both shadows longer than twice it. White 100, black −100.", reach: 0,
            [.shortBody]
        ) { c, t, _ in
            let isThere =
                c.isShort(t) && c.isMore(c.upper(t), than: .veryLongShadow, t)
                && c.isMore(c.lower(t), than: .veryLongShadow, t)
            return isThere ? 100 * c.colour(t) : 0
        },
        candles(
            "long-legged-doji", "CDLLONGLEGGEDDOJI",
            "A doji with a shadow longer than its body. 100.", reach: 0, [.doji]
        ) { c, t, _ in
            let isThere =
                c.isMore(c.upper(t), than: .longShadow, t)
                || c.isMore(c.lower(t), than: .longShadow, t)
            return c.isDoji(t) && isThere ? 100 : 0
        },
        candles(
            "long-line", "CDLLONGLINE", "A long body, short shadows. White 100, black −100.",
            reach: 0, [.longBody, .shortShadow]
        ) { c, t, _ in
            let isThere =
                c.isLong(t) && c.isLess(c.upper(t), than: .shortShadow, t)
                && c.isLess(c.lower(t), than: .shortShadow, t)
            return isThere ? 100 * c.colour(t) : 0
        },
        candles(
            "marubozu", "CDLMARUBOZU", "A long body, no shadows. White 100, black −100.",
            reach: 0, [.longBody, .noShadow]
        ) { c, t, _ in
            c.isLong(t) && c.noUpper(t) && c.noLower(t) ? 100 * c.colour(t) : 0
        },
        candles(
            "rickshaw-man", "CDLRICKSHAWMAN",
            """
            A doji whose shadows are both longer than its body, and whose body lies near the \
            middle of the range. 100.
            """, reach: 0, [.doji, .near]
        ) { c, t, _ in
            let middle = (c.high[t] + c.low[t]) / 2
            let isThere =
                c.isDoji(t) && c.isMore(c.upper(t), than: .longShadow, t)
                && c.isMore(c.lower(t), than: .longShadow, t)
                && !c.isMore(c.bottom(t) - middle, than: .near, t)
                && !c.isMore(middle - c.top(t), than: .near, t)
            return isThere ? 100 : 0
        },
        candles(
            "short-line", "CDLSHORTLINE", "A short body, short shadows. White 100, black −100.",
            reach: 0, [.shortBody, .shortShadow]
        ) { c, t, _ in
            let isThere =
                c.isShort(t) && c.isLess(c.upper(t), than: .shortShadow, t)
                && c.isLess(c.lower(t), than: .shortShadow, t)
            return isThere ? 100 * c.colour(t) : 0
        },
        candles(
            "spinning-top", "CDLSPINNINGTOP",
            "A short body, both shadows longer than it. White 100, black −100.", reach: 0,
            [.shortBody]
        ) { c, t, _ in
            let isThere =
                c.isShort(t) && c.isMore(c.upper(t), c.body(t), t)
                && c.isMore(c.lower(t), c.body(t), t)
            return isThere ? 100 * c.colour(t) : 0
        },
        candles(
            "takuri", "CDLTAKURI",
            "A doji without an upper shadow, the lower one longer than twice its body. 100.",
            reach: 0, [.doji, .noShadow]
        ) { c, t, _ in
            let isThere =
                c.isDoji(t) && c.noUpper(t) && c.isMore(c.lower(t), than: .veryLongShadow, t)
            return isThere ? 100 : 0
        },
        candles(
            "hammer", "CDLHAMMER",
            """
            A short body without an upper shadow, the lower one longer than it; it lies below or \
            near the low before. 100.
            """, reach: 1, [.shortBody, .noShadow, .near]
        ) { c, t, _ in
            let isThere =
                c.isShort(t) && c.isMore(c.lower(t), than: .longShadow, t) && c.noUpper(t)
                && !c.isMore(c.bottom(t) - c.low[t - 1], than: .near, t - 1)
            return isThere ? 100 : 0
        },
        candles(
            "hanging-man", "CDLHANGINGMAN",
            """
            A short body without an upper shadow, the lower one longer than it; it lies above or \
            near the high before. −100.
            """, reach: 1, [.shortBody, .noShadow, .near]
        ) { c, t, _ in
            let isThere =
                c.isShort(t) && c.isMore(c.lower(t), than: .longShadow, t) && c.noUpper(t)
                && !c.isMore(c.high[t - 1] - c.bottom(t), than: .near, t - 1)
            return isThere ? -100 : 0
        },
        candles(
            "inverted-hammer", "CDLINVERTEDHAMMER",
            """
            A short body without a lower shadow, the upper one longer than it, below the body \
            before. 100.
            """, reach: 1, [.shortBody, .noShadow]
        ) { c, t, _ in
            let isThere =
                c.isShort(t) && c.isMore(c.upper(t), than: .longShadow, t) && c.noLower(t)
                && c.gapDown(t, under: t - 1)
            return isThere ? 100 : 0
        },
        candles(
            "shooting-star", "CDLSHOOTINGSTAR",
            """
            A short body without a lower shadow, the upper one longer than it, above the body \
            before. −100.
            """, reach: 1, [.shortBody, .noShadow]
        ) { c, t, _ in
            let isThere =
                c.isShort(t) && c.isMore(c.upper(t), than: .longShadow, t) && c.noLower(t)
                && c.gapUp(t, over: t - 1)
            return isThere ? -100 : 0
        },
    ]
}
