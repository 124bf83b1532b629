extension KernelFamily {
    /// The candlestick patterns.
    static let candles: [KernelFamily] = oneCandle + twoCandles + threeCandles + manyCandles

    private static let oneCandle: [KernelFamily] = [
        candle(OneCandle.BeltHold.self), candle(OneCandle.ClosingMarubozu.self),
        candle(OneCandle.Doji.self), candle(OneCandle.DragonflyDoji.self),
        candle(OneCandle.GravestoneDoji.self), candle(OneCandle.HighWave.self),
        candle(OneCandle.LongLeggedDoji.self), candle(OneCandle.LongLine.self),
        candle(OneCandle.Marubozu.self), candle(OneCandle.RickshawMan.self),
        candle(OneCandle.ShortLine.self), candle(OneCandle.SpinningTop.self),
        candle(OneCandle.Takuri.self), candle(OneCandle.Hammer.self),
        candle(OneCandle.HangingMan.self), candle(OneCandle.InvertedHammer.self),
        candle(OneCandle.ShootingStar.self),
    ]

    private static let twoCandles: [KernelFamily] = [
        candle(TwoCandles.Counterattack.self), penetrating(TwoCandles.DarkCloudCover.self),
        candle(TwoCandles.DojiStar.self), candle(TwoCandles.Engulfing.self),
        candle(TwoCandles.Harami.self), candle(TwoCandles.HaramiCross.self),
        candle(TwoCandles.HomingPigeon.self), candle(TwoCandles.InNeck.self),
        candle(TwoCandles.OnNeck.self), candle(TwoCandles.Piercing.self),
        candle(TwoCandles.Thrusting.self), candle(TwoCandles.Kicking.self),
        candle(TwoCandles.KickingByLength.self), candle(TwoCandles.MatchingLow.self),
        candle(TwoCandles.SeparatingLines.self),
    ]

    private static let threeCandles: [KernelFamily] = [
        candle(ThreeCandles.TwoCrows.self), candle(ThreeCandles.ThreeInside.self),
        candle(ThreeCandles.ThreeOutside.self), candle(ThreeCandles.ThreeStarsInSouth.self),
        candle(ThreeCandles.ThreeWhiteSoldiers.self), candle(ThreeCandles.AdvanceBlock.self),
        candle(ThreeCandles.Stalled.self), candle(ThreeCandles.IdenticalThreeCrows.self),
        penetrating(ThreeCandles.AbandonedBaby.self), penetrating(ThreeCandles.MorningStar.self),
        penetrating(ThreeCandles.MorningDojiStar.self), penetrating(ThreeCandles.EveningStar.self),
        penetrating(ThreeCandles.EveningDojiStar.self),
        candle(ThreeCandles.GapSideBySideWhite.self), candle(ThreeCandles.StickSandwich.self),
        candle(ThreeCandles.TasukiGap.self), candle(ThreeCandles.Tristar.self),
        candle(ThreeCandles.UniqueThreeRiver.self), candle(ThreeCandles.UpsideGapTwoCrows.self),
        candle(ThreeCandles.SideGapThreeMethods.self),
    ]

    private static let manyCandles: [KernelFamily] = [
        candle(ManyCandles.ThreeBlackCrows.self), candle(ManyCandles.ThreeLineStrike.self),
        candle(ManyCandles.ConcealingBabySwallow.self), candle(ManyCandles.Breakaway.self),
        candle(ManyCandles.LadderBottom.self), penetrating(ManyCandles.MatHold.self),
        candle(ManyCandles.RisingFallingThreeMethods.self), candle(Hikkakes.Hikkake.self),
        candle(Hikkakes.ModifiedHikkake.self),
    ]

    /// Inlined, so that each kernel's loops are specialised where its shape is known.
    @inline(__always)
    private static func candle<Shape: CandleShape>(_: Shape.Type) -> KernelFamily {
        Self(CompiledKernel(CandleKernel<Shape>()))
    }

    @inline(__always)
    private static func penetrating<Shape: CandleShape>(_: Shape.Type) -> KernelFamily {
        let make = { @Sendable share in CompiledKernel(PenetrationKernel<Shape>(penetration: share))
        }
        return Self(Shape.pattern.rawValue, [make(Shape.pattern.penetration ?? 0)]) { parameters in
            guard parameters.are("penetration"), let share = parameters.values["penetration"],
                share >= 0
            else { return nil }
            return make(share)
        }
    }
}

extension CompiledKernel {
    /// A candlestick pattern, of open, high, low and close.
    ///
    /// - Parameters:
    ///   - pattern: which.
    ///   - penetration: the share of a body by which a candle has to push into it, ≥ 0; TA-Lib's
    ///     where nil. Only a pattern that has one takes it.
    /// - Returns: the kernel.
    public static func candles(_ pattern: CandlePattern, penetration: Double? = nil) -> Self {
        precondition(
            penetration == nil || pattern.penetration != nil, "\(pattern) takes no penetration")
        precondition(
            (penetration ?? 0) >= 0, "penetration must be ≥ 0, was \(penetration ?? .nan)")
        let share = penetration ?? pattern.penetration
        let parameters = share.map { ["penetration": $0] } ?? [:]
        guard
            let kernel = candleFamilies[pattern.rawValue]?.make(
                KernelParameters(values: parameters))
        else { preconditionFailure("no kernel of \(pattern)") }
        return kernel
    }
}

private let candleFamilies = Dictionary(
    uniqueKeysWithValues: KernelFamily.candles.map { ($0.name, $0) })
