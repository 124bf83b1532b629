/// Candlestick patterns, by the names under which they are known in English.
public enum CandlePattern: String, BitwiseCopyable, CaseIterable, Sendable {
    /// A long white candle, a black one above it, and a black one from the second body into the
    /// first.
    case twoCrows = "two-crows"
    /// Three black candles without lower shadows, each from within the body before, after a higher
    /// one.
    case threeBlackCrows = "three-black-crows"
    /// A harami, and a close beyond the first open.
    case threeInside = "three-inside"
    /// Three candles on their way, and one back over all of them; points on.
    case threeLineStrike = "three-line-strike"
    /// An engulfing body, and a close further on.
    case threeOutside = "three-outside"
    /// Three black candles that become smaller and lose their lower shadows.
    case threeStarsInSouth = "three-stars-in-south"
    /// Three white candles to higher closes, none much shorter than that before.
    case threeWhiteSoldiers = "three-white-soldiers"
    /// A long candle, a doji beyond gaps of whole candles, and one back into the first body.
    case abandonedBaby = "abandoned-baby"
    /// Three white candles that rise ever less.
    case advanceBlock = "advance-block"
    /// A long body that opens at its extreme.
    case beltHold = "belt-hold"
    /// A long candle, three on beyond a gap, and one back into the gap.
    case breakaway
    /// A long body that closes at its extreme.
    case closingMarubozu = "closing-marubozu"
    /// Two bare black candles, one that gaps down and reaches back up, and one around it.
    case concealingBabySwallow = "concealing-baby-swallow"
    /// Two long candles of opposite colours that close at one price.
    case counterattack
    /// A black candle from above the high of a long white one deep into its body.
    case darkCloudCover = "dark-cloud-cover"
    /// Open and close meet.
    case doji
    /// A long candle, then a doji beyond its close.
    case dojiStar = "doji-star"
    /// A doji at the top of its range.
    case dragonflyDoji = "dragonfly-doji"
    /// A body around the one before, of the other colour; ±80 where one end is the same.
    case engulfing
    /// An evening star whose second candle is a doji.
    case eveningDojiStar = "evening-doji-star"
    /// A long white candle, a short one above it, and a black one back into the first body.
    case eveningStar = "evening-star"
    /// A gap, then two white candles of one size and one open beyond it.
    case gapSideBySideWhite = "gap-side-by-side-white"
    /// A doji at the bottom of its range.
    case gravestoneDoji = "gravestone-doji"
    /// A short body above a long shadow, not above the low before.
    case hammer
    /// The shape of a hammer, not below the high before.
    case hangingMan = "hanging-man"
    /// A short body within the long one before; ±80 where one end is the same.
    case harami
    /// A doji within the long body before; ±80 where one end is the same.
    case haramiCross = "harami-cross"
    /// A short body between very long shadows; its colour is the sign.
    case highWave = "high-wave"
    /// A false breakout from an inside bar; ±200 when it is confirmed.
    case hikkake
    /// A hikkake after a second inside bar; ±200 when it is confirmed.
    case modifiedHikkake = "modified-hikkake"
    /// A short black body within a long black one.
    case homingPigeon = "homing-pigeon"
    /// Three black candles that open where the one before closed.
    case identicalThreeCrows = "identical-three-crows"
    /// A white candle from below the low of a long black one to just above its close.
    case inNeck = "in-neck"
    /// A short body under a long shadow, below the body before.
    case invertedHammer = "inverted-hammer"
    /// Two long bodies without shadows, of opposite colours, with a gap between.
    case kicking
    /// The same, with the direction of the longer body.
    case kickingByLength = "kicking-by-length"
    /// Three black candles downward, one with an upper shadow, and a white one above its high.
    case ladderBottom = "ladder-bottom"
    /// A doji with a long shadow.
    case longLeggedDoji = "long-legged-doji"
    /// A long body between short shadows; its colour is the sign.
    case longLine = "long-line"
    /// A long body without shadows; its colour is the sign.
    case marubozu
    /// Two black candles that close at one price.
    case matchingLow = "matching-low"
    /// A long white candle, three short ones that fall back a little, and a new high.
    case matHold = "mat-hold"
    /// A morning star whose second candle is a doji.
    case morningDojiStar = "morning-doji-star"
    /// A long black candle, a short one below it, and a white one back into the first body.
    case morningStar = "morning-star"
    /// A white candle from below the low of a long black one to that low.
    case onNeck = "on-neck"
    /// A long white candle from below the low of a long black one into its upper half.
    case piercing
    /// A long-legged doji in the middle of its range.
    case rickshawMan = "rickshaw-man"
    /// A long candle, three short ones against it within its range, and a long one onward.
    case risingFallingThreeMethods = "rising-falling-three-methods"
    /// A belt hold of the other colour that opens where the candle before did.
    case separatingLines = "separating-lines"
    /// A short body under a long shadow, above the body before.
    case shootingStar = "shooting-star"
    /// A short body between short shadows; its colour is the sign.
    case shortLine = "short-line"
    /// A short body between shadows longer than it; its colour is the sign.
    case spinningTop = "spinning-top"
    /// Two long white candles, and a short one on the shoulder of the second.
    case stalled
    /// Two black candles that close at one price, and a white one above it between them.
    case stickSandwich = "stick-sandwich"
    /// A doji at the top of its range, above a very long shadow.
    case takuri
    /// A gap, a candle away from it, and one of the same size back without closing it.
    case tasukiGap = "tasuki-gap"
    /// A white candle from below the low of a long black one into the lower half of its body.
    case thrusting
    /// Three dojis, the middle one beyond the others.
    case tristar
    /// A long black candle, a black one in it with a lower low, and a short white one below.
    case uniqueThreeRiver = "unique-three-river"
    /// A long white candle, a short black one above it, and a black one around that.
    case upsideGapTwoCrows = "upside-gap-two-crows"
    /// Two candles of one colour with a gap between, and one that closes it; points on.
    case sideGapThreeMethods = "side-gap-three-methods"

    /// Which way a pattern points.
    public enum Side: Sendable {
        /// Up alone.
        case bullish
        /// Down alone.
        case bearish
        /// Up or down: its value tells.
        case either
        /// Neither way: it is there or not.
        case neutral
    }
}
