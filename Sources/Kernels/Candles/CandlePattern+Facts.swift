extension CandlePattern {
    /// TA-Lib's name.
    public var taLib: String { facts.taLib }
    /// What it is called.
    public var title: String { facts.title }
    /// Which way it points.
    public var side: Side { facts.side }
    /// The share of a body by which a candle has to push into it, as TA-Lib has it; nil where
    /// the pattern knows none.
    public var penetration: Double? { facts.penetration }

    typealias Facts = (taLib: String, title: String, side: Side, penetration: Double?)

    private var facts: Facts {
        guard let facts = Self.table[self] else { preconditionFailure("no facts of \(self)") }
        return facts
    }

    private static let table: [CandlePattern: Facts] = [
        .twoCrows: ("CDL2CROWS", "Two crows", .bearish, nil),
        .threeBlackCrows: ("CDL3BLACKCROWS", "Three black crows", .bearish, nil),
        .threeInside: ("CDL3INSIDE", "Three inside up or down", .either, nil),
        .threeLineStrike: ("CDL3LINESTRIKE", "Three-line strike", .either, nil),
        .threeOutside: ("CDL3OUTSIDE", "Three outside up or down", .either, nil),
        .threeStarsInSouth: ("CDL3STARSINSOUTH", "Three stars in the south", .bullish, nil),
        .threeWhiteSoldiers: ("CDL3WHITESOLDIERS", "Three advancing white soldiers", .bullish, nil),
        .abandonedBaby: ("CDLABANDONEDBABY", "Abandoned baby", .either, 0.3),
        .advanceBlock: ("CDLADVANCEBLOCK", "Advance block", .bearish, nil),
        .beltHold: ("CDLBELTHOLD", "Belt hold", .either, nil),
        .breakaway: ("CDLBREAKAWAY", "Breakaway", .either, nil),
        .closingMarubozu: ("CDLCLOSINGMARUBOZU", "Closing marubozu", .either, nil),
        .concealingBabySwallow: ("CDLCONCEALBABYSWALL", "Concealing baby swallow", .bullish, nil),
        .counterattack: ("CDLCOUNTERATTACK", "Counterattack", .either, nil),
        .darkCloudCover: ("CDLDARKCLOUDCOVER", "Dark cloud cover", .bearish, 0.5),
        .doji: ("CDLDOJI", "Doji", .neutral, nil),
        .dojiStar: ("CDLDOJISTAR", "Doji star", .either, nil),
        .dragonflyDoji: ("CDLDRAGONFLYDOJI", "Dragonfly doji", .neutral, nil),
        .engulfing: ("CDLENGULFING", "Engulfing", .either, nil),
        .eveningDojiStar: ("CDLEVENINGDOJISTAR", "Evening doji star", .bearish, 0.3),
        .eveningStar: ("CDLEVENINGSTAR", "Evening star", .bearish, 0.3),
        .gapSideBySideWhite: (
            "CDLGAPSIDESIDEWHITE", "Up or down gap, side-by-side white lines", .either, nil
        ),
        .gravestoneDoji: ("CDLGRAVESTONEDOJI", "Gravestone doji", .neutral, nil),
        .hammer: ("CDLHAMMER", "Hammer", .bullish, nil),
        .hangingMan: ("CDLHANGINGMAN", "Hanging man", .bearish, nil),
        .harami: ("CDLHARAMI", "Harami", .either, nil),
        .haramiCross: ("CDLHARAMICROSS", "Harami cross", .either, nil),
        .highWave: ("CDLHIGHWAVE", "High-wave candle", .either, nil),
        .hikkake: ("CDLHIKKAKE", "Hikkake", .either, nil),
        .modifiedHikkake: ("CDLHIKKAKEMOD", "Modified hikkake", .either, nil),
        .homingPigeon: ("CDLHOMINGPIGEON", "Homing pigeon", .bullish, nil),
        .identicalThreeCrows: ("CDLIDENTICAL3CROWS", "Identical three crows", .bearish, nil),
        .inNeck: ("CDLINNECK", "In-neck", .bearish, nil),
        .invertedHammer: ("CDLINVERTEDHAMMER", "Inverted hammer", .bullish, nil),
        .kicking: ("CDLKICKING", "Kicking", .either, nil),
        .kickingByLength: ("CDLKICKINGBYLENGTH", "Kicking, by the longer one", .either, nil),
        .ladderBottom: ("CDLLADDERBOTTOM", "Ladder bottom", .bullish, nil),
        .longLeggedDoji: ("CDLLONGLEGGEDDOJI", "Long-legged doji", .neutral, nil),
        .longLine: ("CDLLONGLINE", "Long line", .either, nil),
        .marubozu: ("CDLMARUBOZU", "Marubozu", .either, nil),
        .matchingLow: ("CDLMATCHINGLOW", "Matching low", .bullish, nil),
        .matHold: ("CDLMATHOLD", "Mat hold", .bullish, 0.5),
        .morningDojiStar: ("CDLMORNINGDOJISTAR", "Morning doji star", .bullish, 0.3),
        .morningStar: ("CDLMORNINGSTAR", "Morning star", .bullish, 0.3),
        .onNeck: ("CDLONNECK", "On-neck", .bearish, nil),
        .piercing: ("CDLPIERCING", "Piercing", .bullish, nil),
        .rickshawMan: ("CDLRICKSHAWMAN", "Rickshaw man", .neutral, nil),
        .risingFallingThreeMethods: (
            "CDLRISEFALL3METHODS", "Rising or falling three methods", .either, nil
        ),
        .separatingLines: ("CDLSEPARATINGLINES", "Separating lines", .either, nil),
        .shootingStar: ("CDLSHOOTINGSTAR", "Shooting star", .bearish, nil),
        .shortLine: ("CDLSHORTLINE", "Short line", .either, nil),
        .spinningTop: ("CDLSPINNINGTOP", "Spinning top", .either, nil),
        .stalled: ("CDLSTALLEDPATTERN", "Stalled pattern", .bearish, nil),
        .stickSandwich: ("CDLSTICKSANDWICH", "Stick sandwich", .bullish, nil),
        .takuri: ("CDLTAKURI", "Takuri", .neutral, nil),
        .tasukiGap: ("CDLTASUKIGAP", "Tasuki gap", .either, nil),
        .thrusting: ("CDLTHRUSTING", "Thrusting", .bearish, nil),
        .tristar: ("CDLTRISTAR", "Tristar", .either, nil),
        .uniqueThreeRiver: ("CDLUNIQUE3RIVER", "Unique three river", .bullish, nil),
        .upsideGapTwoCrows: ("CDLUPSIDEGAP2CROWS", "Upside gap two crows", .bearish, nil),
        .sideGapThreeMethods: (
            "CDLXSIDEGAP3METHODS", "Upside or downside gap three methods", .either, nil
        ),
    ]
}
