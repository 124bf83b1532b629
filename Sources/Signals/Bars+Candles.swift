import Kernels

extension Bars {
    /// The value of a candlestick pattern: 100 where a bullish form ends, −100 where a bearish one
    /// does, 0 elsewhere, as in TA-Lib; some patterns grade them (80, 200).
    ///
    /// - Parameters:
    ///   - pattern: which.
    ///   - penetration: the share of a body by which a candle has to push into it; TA-Lib's where
    ///     nil. Only a pattern that has one takes it.
    /// - Returns: the numbers.
    public func value(of pattern: CandlePattern, penetration: Double? = nil) -> Signal {
        Signal(.candles(pattern, penetration: penetration), of: open, high, low, close)
    }

    private func isThere(_ pattern: CandlePattern, _ penetration: Double? = nil) -> Condition {
        let value = value(of: pattern, penetration: penetration)
        return pattern.side == .bearish ? value < 0 : value > 0
    }

    private func sides(
        _ pattern: CandlePattern, _ penetration: Double? = nil
    ) -> (bullish: Condition, bearish: Condition) {
        let value = value(of: pattern, penetration: penetration)
        return (value > 0, value < 0)
    }

    /// A long white candle, a black one above it, and a black one from the second body into the
    /// first.
    public var twoCrows: Condition { isThere(.twoCrows) }
    /// Three black candles without lower shadows, each from within the body before, after a higher
    /// one.
    public var threeBlackCrows: Condition { isThere(.threeBlackCrows) }
    /// A harami, and a close beyond the first open.
    public var threeInside: (bullish: Condition, bearish: Condition) { sides(.threeInside) }
    /// Three candles on their way, and one back over all of them.
    public var threeLineStrike: (bullish: Condition, bearish: Condition) { sides(.threeLineStrike) }
    /// An engulfing body, and a close further on.
    public var threeOutside: (bullish: Condition, bearish: Condition) { sides(.threeOutside) }
    /// Three black candles that become smaller and lose their lower shadows.
    public var threeStarsInSouth: Condition { isThere(.threeStarsInSouth) }
    /// Three white candles to higher closes, none much shorter than that before.
    public var threeWhiteSoldiers: Condition { isThere(.threeWhiteSoldiers) }
    /// A long candle, a doji beyond gaps of whole candles, and one back into the first body.
    public func abandonedBaby(
        penetration: Double = 0.3
    ) -> (bullish: Condition, bearish: Condition) {
        sides(.abandonedBaby, penetration)
    }
    /// Three white candles that rise ever less.
    public var advanceBlock: Condition { isThere(.advanceBlock) }
    /// A long body that opens at its extreme.
    public var beltHold: (bullish: Condition, bearish: Condition) { sides(.beltHold) }
    /// A long candle, three on beyond a gap, and one back into the gap.
    public var breakaway: (bullish: Condition, bearish: Condition) { sides(.breakaway) }
    /// A long body that closes at its extreme.
    public var closingMarubozu: (bullish: Condition, bearish: Condition) { sides(.closingMarubozu) }
    /// Two bare black candles, one that gaps down and reaches back up, and one around it.
    public var concealingBabySwallow: Condition { isThere(.concealingBabySwallow) }
    /// Two long candles of opposite colours that close at one price.
    public var counterattack: (bullish: Condition, bearish: Condition) { sides(.counterattack) }
    /// A black candle from above the high of a long white one deep into its body.
    public func darkCloudCover(penetration: Double = 0.5) -> Condition {
        isThere(.darkCloudCover, penetration)
    }
    /// Open and close meet.
    public var doji: Condition { isThere(.doji) }
    /// A long candle, then a doji beyond its close.
    public var dojiStar: (bullish: Condition, bearish: Condition) { sides(.dojiStar) }
    /// A doji at the top of its range.
    public var dragonflyDoji: Condition { isThere(.dragonflyDoji) }
    /// A body around the one before, of the other colour.
    public var engulfing: (bullish: Condition, bearish: Condition) { sides(.engulfing) }
    /// An evening star whose second candle is a doji.
    public func eveningDojiStar(penetration: Double = 0.3) -> Condition {
        isThere(.eveningDojiStar, penetration)
    }
    /// A long white candle, a short one above it, and a black one back into the first body.
    public func eveningStar(penetration: Double = 0.3) -> Condition {
        isThere(.eveningStar, penetration)
    }
    /// A gap, then two white candles of one size and one open beyond it.
    public var gapSideBySideWhite: (bullish: Condition, bearish: Condition) {
        sides(.gapSideBySideWhite)
    }
    /// A doji at the bottom of its range.
    public var gravestoneDoji: Condition { isThere(.gravestoneDoji) }
    /// A short body above a long shadow, not above the low before.
    public var hammer: Condition { isThere(.hammer) }
    /// The shape of a hammer, not below the high before.
    public var hangingMan: Condition { isThere(.hangingMan) }
    /// A short body within the long one before.
    public var harami: (bullish: Condition, bearish: Condition) { sides(.harami) }
    /// A doji within the long body before.
    public var haramiCross: (bullish: Condition, bearish: Condition) { sides(.haramiCross) }
    /// A short body between very long shadows.
    public var highWave: (bullish: Condition, bearish: Condition) { sides(.highWave) }
    /// A false breakout from an inside bar.
    public var hikkake: (bullish: Condition, bearish: Condition) { sides(.hikkake) }
    /// A hikkake after a second inside bar.
    public var modifiedHikkake: (bullish: Condition, bearish: Condition) { sides(.modifiedHikkake) }
    /// A short black body within a long black one.
    public var homingPigeon: Condition { isThere(.homingPigeon) }
    /// Three black candles that open where the one before closed.
    public var identicalThreeCrows: Condition { isThere(.identicalThreeCrows) }
    /// A white candle from below the low of a long black one to just above its close.
    public var inNeck: Condition { isThere(.inNeck) }
    /// A short body under a long shadow, below the body before.
    public var invertedHammer: Condition { isThere(.invertedHammer) }
    /// Two long bodies without shadows, of opposite colours, with a gap between.
    public var kicking: (bullish: Condition, bearish: Condition) { sides(.kicking) }
    /// The same, with the direction of the longer body.
    public var kickingByLength: (bullish: Condition, bearish: Condition) { sides(.kickingByLength) }
    /// Three black candles downward, one with an upper shadow, and a white one above its high.
    public var ladderBottom: Condition { isThere(.ladderBottom) }
    /// A doji with a long shadow.
    public var longLeggedDoji: Condition { isThere(.longLeggedDoji) }
    /// A long body between short shadows.
    public var longLine: (bullish: Condition, bearish: Condition) { sides(.longLine) }
    /// A long body without shadows.
    public var marubozu: (bullish: Condition, bearish: Condition) { sides(.marubozu) }
    /// Two black candles that close at one price.
    public var matchingLow: Condition { isThere(.matchingLow) }
    /// A long white candle, three short ones that fall back a little, and a new high.
    public func matHold(penetration: Double = 0.5) -> Condition {
        isThere(.matHold, penetration)
    }
    /// A morning star whose second candle is a doji.
    public func morningDojiStar(penetration: Double = 0.3) -> Condition {
        isThere(.morningDojiStar, penetration)
    }
    /// A long black candle, a short one below it, and a white one back into the first body.
    public func morningStar(penetration: Double = 0.3) -> Condition {
        isThere(.morningStar, penetration)
    }
    /// A white candle from below the low of a long black one to that low.
    public var onNeck: Condition { isThere(.onNeck) }
    /// A long white candle from below the low of a long black one into its upper half.
    public var piercing: Condition { isThere(.piercing) }
    /// A long-legged doji in the middle of its range.
    public var rickshawMan: Condition { isThere(.rickshawMan) }
    /// A long candle, three short ones against it within its range, and a long one onward.
    public var risingFallingThreeMethods: (bullish: Condition, bearish: Condition) {
        sides(.risingFallingThreeMethods)
    }
    /// A belt hold of the other colour that opens where the candle before did.
    public var separatingLines: (bullish: Condition, bearish: Condition) { sides(.separatingLines) }
    /// A short body under a long shadow, above the body before.
    public var shootingStar: Condition { isThere(.shootingStar) }
    /// A short body between short shadows.
    public var shortLine: (bullish: Condition, bearish: Condition) { sides(.shortLine) }
    /// A short body between shadows longer than it.
    public var spinningTop: (bullish: Condition, bearish: Condition) { sides(.spinningTop) }
    /// Two long white candles, and a short one on the shoulder of the second.
    public var stalled: Condition { isThere(.stalled) }
    /// Two black candles that close at one price, and a white one above it between them.
    public var stickSandwich: Condition { isThere(.stickSandwich) }
    /// A doji at the top of its range, above a very long shadow.
    public var takuri: Condition { isThere(.takuri) }
    /// A gap, a candle away from it, and one of the same size back without closing it.
    public var tasukiGap: (bullish: Condition, bearish: Condition) { sides(.tasukiGap) }
    /// A white candle from below the low of a long black one into the lower half of its body.
    public var thrusting: Condition { isThere(.thrusting) }
    /// Three dojis, the middle one beyond the others.
    public var tristar: (bullish: Condition, bearish: Condition) { sides(.tristar) }
    /// A long black candle, a black one in it with a lower low, and a short white one below.
    public var uniqueThreeRiver: Condition { isThere(.uniqueThreeRiver) }
    /// A long white candle, a short black one above it, and a black one around that.
    public var upsideGapTwoCrows: Condition { isThere(.upsideGapTwoCrows) }
    /// Two candles of one colour with a gap between, and one that closes it.
    public var sideGapThreeMethods: (bullish: Condition, bearish: Condition) {
        sides(.sideGapThreeMethods)
    }
}
