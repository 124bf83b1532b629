/// Which shape a pattern has.
///
/// One kernel reads all of them: what a step does for every pattern is compiled once, and a shape
/// twice, for one lane and for eight.
extension CandlePattern {
    /// 100 for a rising pattern, −100 for a falling one, 0 for none, at the newest candle.
    @inline(__always)
    func value<Value: Lane>(
        _ window: Span<Value>, row: Int, penetration: Value
    ) -> Value {
        switch self {
        case .beltHold: value(OneCandle.BeltHold.self, window, row, penetration)
        case .closingMarubozu: value(OneCandle.ClosingMarubozu.self, window, row, penetration)
        case .doji: value(OneCandle.Doji.self, window, row, penetration)
        case .dragonflyDoji: value(OneCandle.DragonflyDoji.self, window, row, penetration)
        case .gravestoneDoji: value(OneCandle.GravestoneDoji.self, window, row, penetration)
        case .highWave: value(OneCandle.HighWave.self, window, row, penetration)
        case .longLeggedDoji: value(OneCandle.LongLeggedDoji.self, window, row, penetration)
        case .longLine: value(OneCandle.LongLine.self, window, row, penetration)
        case .marubozu: value(OneCandle.Marubozu.self, window, row, penetration)
        case .rickshawMan: value(OneCandle.RickshawMan.self, window, row, penetration)
        case .shortLine: value(OneCandle.ShortLine.self, window, row, penetration)
        case .spinningTop: value(OneCandle.SpinningTop.self, window, row, penetration)
        case .takuri: value(OneCandle.Takuri.self, window, row, penetration)
        case .hammer: value(OneCandle.Hammer.self, window, row, penetration)
        case .hangingMan: value(OneCandle.HangingMan.self, window, row, penetration)
        case .invertedHammer: value(OneCandle.InvertedHammer.self, window, row, penetration)
        case .shootingStar: value(OneCandle.ShootingStar.self, window, row, penetration)
        case .counterattack: value(TwoCandles.Counterattack.self, window, row, penetration)
        case .darkCloudCover: value(TwoCandles.DarkCloudCover.self, window, row, penetration)
        case .dojiStar: value(TwoCandles.DojiStar.self, window, row, penetration)
        case .engulfing: value(TwoCandles.Engulfing.self, window, row, penetration)
        case .harami: value(TwoCandles.Harami.self, window, row, penetration)
        case .haramiCross: value(TwoCandles.HaramiCross.self, window, row, penetration)
        case .homingPigeon: value(TwoCandles.HomingPigeon.self, window, row, penetration)
        case .inNeck: value(TwoCandles.InNeck.self, window, row, penetration)
        case .onNeck: value(TwoCandles.OnNeck.self, window, row, penetration)
        case .piercing: value(TwoCandles.Piercing.self, window, row, penetration)
        case .thrusting: value(TwoCandles.Thrusting.self, window, row, penetration)
        case .kicking: value(TwoCandles.Kicking.self, window, row, penetration)
        case .kickingByLength: value(TwoCandles.KickingByLength.self, window, row, penetration)
        case .matchingLow: value(TwoCandles.MatchingLow.self, window, row, penetration)
        case .separatingLines: value(TwoCandles.SeparatingLines.self, window, row, penetration)
        default: longer(window, row, penetration)
        }
    }

    /// Likewise for patterns of three candles and more.
    @inline(__always)
    private func longer<Value: Lane>(
        _ window: Span<Value>, _ row: Int, _ penetration: Value
    ) -> Value {
        switch self {
        case .twoCrows: value(ThreeCandles.TwoCrows.self, window, row, penetration)
        case .threeInside: value(ThreeCandles.ThreeInside.self, window, row, penetration)
        case .threeOutside: value(ThreeCandles.ThreeOutside.self, window, row, penetration)
        case .threeStarsInSouth:
            value(ThreeCandles.ThreeStarsInSouth.self, window, row, penetration)
        case .threeWhiteSoldiers:
            value(ThreeCandles.ThreeWhiteSoldiers.self, window, row, penetration)
        case .advanceBlock: value(ThreeCandles.AdvanceBlock.self, window, row, penetration)
        case .stalled: value(ThreeCandles.Stalled.self, window, row, penetration)
        case .identicalThreeCrows:
            value(ThreeCandles.IdenticalThreeCrows.self, window, row, penetration)
        case .abandonedBaby: value(ThreeCandles.AbandonedBaby.self, window, row, penetration)
        case .morningStar: value(ThreeCandles.MorningStar.self, window, row, penetration)
        case .morningDojiStar: value(ThreeCandles.MorningDojiStar.self, window, row, penetration)
        case .eveningStar: value(ThreeCandles.EveningStar.self, window, row, penetration)
        case .eveningDojiStar: value(ThreeCandles.EveningDojiStar.self, window, row, penetration)
        case .gapSideBySideWhite:
            value(ThreeCandles.GapSideBySideWhite.self, window, row, penetration)
        case .stickSandwich: value(ThreeCandles.StickSandwich.self, window, row, penetration)
        case .tasukiGap: value(ThreeCandles.TasukiGap.self, window, row, penetration)
        case .tristar: value(ThreeCandles.Tristar.self, window, row, penetration)
        case .uniqueThreeRiver: value(ThreeCandles.UniqueThreeRiver.self, window, row, penetration)
        case .upsideGapTwoCrows:
            value(ThreeCandles.UpsideGapTwoCrows.self, window, row, penetration)
        case .sideGapThreeMethods:
            value(ThreeCandles.SideGapThreeMethods.self, window, row, penetration)
        case .threeBlackCrows: value(ManyCandles.ThreeBlackCrows.self, window, row, penetration)
        case .threeLineStrike: value(ManyCandles.ThreeLineStrike.self, window, row, penetration)
        case .concealingBabySwallow:
            value(ManyCandles.ConcealingBabySwallow.self, window, row, penetration)
        case .breakaway: value(ManyCandles.Breakaway.self, window, row, penetration)
        case .ladderBottom: value(ManyCandles.LadderBottom.self, window, row, penetration)
        case .matHold: value(ManyCandles.MatHold.self, window, row, penetration)
        case .risingFallingThreeMethods:
            value(ManyCandles.RisingFallingThreeMethods.self, window, row, penetration)
        case .hikkake: value(Hikkakes.Hikkake.self, window, row, penetration)
        case .modifiedHikkake: value(Hikkakes.ModifiedHikkake.self, window, row, penetration)
        default: preconditionFailure("no shape of \(self)")
        }
    }

    /// A function for each shape, so that the switch above is a jump.
    @inline(never)
    private func value<Shape: CandleShape, Value: Lane>(
        _: Shape.Type, _ window: Span<Value>, _ row: Int, _ penetration: Value
    ) -> Value {
        Shape.value(Candles(window, row: row, penetration: penetration))
    }

    /// What the pattern needs.
    var needs: any CandleNeeds.Type {
        guard let needs = Self.allNeeds[self] else { preconditionFailure("no shape of \(self)") }
        return needs
    }

    private static let allNeeds = Dictionary(
        uniqueKeysWithValues: shapes.map { ($0.pattern, $0) })

    /// The shapes, in the order of the catalogue of kernels.
    static let shapes: [any CandleNeeds.Type] = [
        OneCandle.BeltHold.self, OneCandle.ClosingMarubozu.self, OneCandle.Doji.self,
        OneCandle.DragonflyDoji.self, OneCandle.GravestoneDoji.self, OneCandle.HighWave.self,
        OneCandle.LongLeggedDoji.self, OneCandle.LongLine.self, OneCandle.Marubozu.self,
        OneCandle.RickshawMan.self, OneCandle.ShortLine.self, OneCandle.SpinningTop.self,
        OneCandle.Takuri.self, OneCandle.Hammer.self, OneCandle.HangingMan.self,
        OneCandle.InvertedHammer.self, OneCandle.ShootingStar.self,
        TwoCandles.Counterattack.self, TwoCandles.DarkCloudCover.self, TwoCandles.DojiStar.self,
        TwoCandles.Engulfing.self, TwoCandles.Harami.self, TwoCandles.HaramiCross.self,
        TwoCandles.HomingPigeon.self, TwoCandles.InNeck.self, TwoCandles.OnNeck.self,
        TwoCandles.Piercing.self, TwoCandles.Thrusting.self, TwoCandles.Kicking.self,
        TwoCandles.KickingByLength.self, TwoCandles.MatchingLow.self,
        TwoCandles.SeparatingLines.self, ThreeCandles.TwoCrows.self,
        ThreeCandles.ThreeInside.self, ThreeCandles.ThreeOutside.self,
        ThreeCandles.ThreeStarsInSouth.self, ThreeCandles.ThreeWhiteSoldiers.self,
        ThreeCandles.AdvanceBlock.self, ThreeCandles.Stalled.self,
        ThreeCandles.IdenticalThreeCrows.self, ThreeCandles.AbandonedBaby.self,
        ThreeCandles.MorningStar.self, ThreeCandles.MorningDojiStar.self,
        ThreeCandles.EveningStar.self, ThreeCandles.EveningDojiStar.self,
        ThreeCandles.GapSideBySideWhite.self, ThreeCandles.StickSandwich.self,
        ThreeCandles.TasukiGap.self, ThreeCandles.Tristar.self,
        ThreeCandles.UniqueThreeRiver.self, ThreeCandles.UpsideGapTwoCrows.self,
        ThreeCandles.SideGapThreeMethods.self, ManyCandles.ThreeBlackCrows.self,
        ManyCandles.ThreeLineStrike.self, ManyCandles.ConcealingBabySwallow.self,
        ManyCandles.Breakaway.self, ManyCandles.LadderBottom.self, ManyCandles.MatHold.self,
        ManyCandles.RisingFallingThreeMethods.self, Hikkakes.Hikkake.self,
        Hikkakes.ModifiedHikkake.self,
    ]
}
