extension Definition {
    /// Patterns of two candles: a before, b now.
    static let candlePairs: [Definition] = [
        candles(
            "counterattack", "CDLCOUNTERATTACK",
            """
            Two long candles of opposite colours, the closes equal. The second white 100, \
            black −100.
            """, reach: 1, [.longBody, .equal]
        ) { c, b, _ in
            let a = b - 1
            let isThere =
                c.colour(a) == -c.colour(b) && c.isLong(a) && c.isLong(b)
                && c.isWithin(.equal, a, c.close[b], c.close[a])
            return isThere ? 100 * c.colour(b) : 0
        },
        candles(
            "dark-cloud-cover", "CDLDARKCLOUDCOVER",
            """
            A long white candle; a black one opens above its high and closes within its body, \
            below its close by more than the penetration. −100.
            """, reach: 1, [.longBody], penetration: 0.5
        ) { c, b, penetration in
            let a = b - 1
            let isThere =
                c.isWhite(a) && c.isLong(a) && c.isBlack(b) && c.open[b] > c.high[a]
                && c.close[b] > c.open[a]
                && c.isMore(c.close[a] - c.close[b], penetration * c.body(a), a)
            return isThere ? -100 : 0
        },
        candles(
            "doji-star", "CDLDOJISTAR",
            "A long candle, and a doji above a white one (−100) or below a black one (100).",
            reach: 1, [.longBody, .doji]
        ) { c, b, _ in
            let a = b - 1
            guard c.isLong(a), c.isDoji(b) else { return 0 }
            if c.isWhite(a) { return c.gapUp(b, over: a) ? -100 : 0 }
            return c.gapDown(b, under: a) ? 100 : 0
        },
        candles(
            "engulfing", "CDLENGULFING",
            """
            A body of the other colour around the one before. White 100, black −100; 80 and −80 \
            where it begins or ends where that one ends or begins.
            """, reach: 2, []
        ) { c, b, _ in
            let a = b - 1
            let (close, open) = (c.close, c.open)
            let sides = (close[b] == open[a], open[b] == close[a])
            guard c.colour(a) == -c.colour(b), !(sides.0 && sides.1) else { return 0 }
            let isAround =
                c.isWhite(b)
                ? close[b] >= open[a] && open[b] <= close[a]
                : close[b] <= open[a] && open[b] >= close[a]
            return isAround ? c.colour(b) * (sides.0 || sides.1 ? 80 : 100) : 0
        },
        candles(
            "harami", "CDLHARAMI",
            """
            A body that is not long within a long one before, whose colour is the opposite of \
            the sign. ±100; ±80 where one end is the same.
            """, reach: 1, [.longBody, .shortBody]
        ) { c, b, _ in c.isLong(b - 1) && c.isSmall(b) ? c.inside(b) : 0 },
        candles(
            "harami-cross", "CDLHARAMICROSS",
            """
            A doji within a long body before, whose colour is the opposite of the sign. ±100; \
            ±80 where one end is the same.
            """, reach: 1, [.longBody, .doji]
        ) { c, b, _ in c.isLong(b - 1) && c.isDoji(b) ? c.inside(b) : 0 },
        candles(
            "homing-pigeon", "CDLHOMINGPIGEON",
            "A black body that is not long within a long black one. 100.", reach: 1,
            [.longBody, .shortBody]
        ) { c, b, _ in
            let a = b - 1
            let isThere =
                c.isBlack(a) && c.isBlack(b) && c.isLong(a) && c.isSmall(b)
                && c.open[b] < c.open[a] && c.close[b] > c.close[a]
            return isThere ? 100 : 0
        },
        candles(
            "in-neck", "CDLINNECK",
            """
            A long black candle; a white one opens below its low, and closes at its close or \
            above, equal to it. −100.
            """, reach: 1, [.longBody, .equal]
        ) { c, b, _ in
            let a = b - 1
            let isThere =
                c.startsBelow(b) && c.close[b] >= c.close[a]
                && c.isWithin(.equal, a, c.close[b], c.close[a])
            return isThere ? -100 : 0
        },
        candles(
            "on-neck", "CDLONNECK",
            """
            A long black candle; a white one opens below its low, and closes equal to it. −100.
            """, reach: 1, [.longBody, .equal]
        ) { c, b, _ in
            c.startsBelow(b) && c.isWithin(.equal, b - 1, c.close[b], c.low[b - 1]) ? -100 : 0
        },
        candles(
            "piercing", "CDLPIERCING",
            """
            A long black candle; a long white one opens below its low and closes in the upper \
            half of its body. 100.
            """, reach: 1, [.longBody]
        ) { c, b, _ in
            let a = b - 1
            let isThere =
                c.startsBelow(b) && c.isLong(b) && c.close[b] < c.open[a]
                && c.isMore(c.close[b] - c.close[a], c.body(a) / 2, a)
            return isThere ? 100 : 0
        },
        candles(
            "thrusting", "CDLTHRUSTING",
            """
            A long black candle; a white one opens below its low and closes above its close, \
            not equal, in the lower half of its body. −100.
            """, reach: 1, [.longBody, .equal]
        ) { c, b, _ in
            let a = b - 1
            let rise = c.close[b] - c.close[a]
            let isThere =
                c.startsBelow(b) && c.isMore(rise, than: .equal, a)
                && !c.isMore(rise, c.body(a) / 2, a)
            return isThere ? -100 : 0
        },
        candles(
            "kicking", "CDLKICKING",
            """
            Two long bodies without shadows and of opposite colours: white above black 100, \
            black below white −100; the candles do not meet.
            """, reach: 1, [.longBody, .noShadow]
        ) { c, b, _ in c.kicks(b) ? 100 * c.colour(b) : 0 },
        candles(
            "kicking-by-length", "CDLKICKINGBYLENGTH",
            "As kicking; the sign is the colour of the longer body, the first of equal ones.",
            reach: 1, [.longBody, .noShadow]
        ) { c, b, _ in
            let longer = c.isMore(c.body(b), c.body(b - 1), b - 1) ? b : b - 1
            return c.kicks(b) ? 100 * c.colour(longer) : 0
        },
        candles(
            "matching-low", "CDLMATCHINGLOW", "Two black candles, the closes equal. 100.",
            reach: 1, [.equal]
        ) { c, b, _ in
            let a = b - 1
            let isThere =
                c.isBlack(a) && c.isBlack(b) && c.isWithin(.equal, a, c.close[b], c.close[a])
            return isThere ? 100 : 0
        },
        candles(
            "separating-lines", "CDLSEPARATINGLINES",
            """
            Two candles of opposite colours, the opens equal, the second a belt hold, whose \
            sign it has.
            """, reach: 1, [.longBody, .noShadow, .equal]
        ) { c, b, _ in
            let a = b - 1
            guard c.colour(a) == -c.colour(b), c.isLong(b) else { return 0 }
            guard c.isWhite(b) ? c.noLower(b) : c.noUpper(b) else { return 0 }
            return c.isWithin(.equal, a, c.open[b], c.open[a]) ? 100 * c.colour(b) : 0
        },
    ]
}

extension ExactCandles {
    /// Minus the colour of the body before, where it holds this one: 100, or 80 with one same end.
    fileprivate func inside(_ b: Int) -> Int {
        let (over, under) = (top(b - 1), bottom(b - 1))
        if top(b) < over && bottom(b) > under { return -100 * colour(b - 1) }
        return top(b) <= over && bottom(b) >= under ? -80 * colour(b - 1) : 0
    }

    /// A long black candle, and a white one that opens below its low.
    fileprivate func startsBelow(_ b: Int) -> Bool {
        isBlack(b - 1) && isLong(b - 1) && isWhite(b) && open[b] < low[b - 1]
    }

    fileprivate func kicks(_ b: Int) -> Bool {
        let a = b - 1
        let isBare = [a, b].allSatisfy { isLong($0) && noUpper($0) && noLower($0) }
        guard isBare, colour(a) == -colour(b) else { return false }
        return isWhite(b) ? low[b] > high[a] : high[b] < low[a]
    }
}
