/// Patterns of three candles.
enum ThreeCandles {
    /// A long white candle, a black one above it, and a black one that opens in the second body
    /// and closes in the first.
    enum TwoCrows: FallingShape {
        static let pattern = CandlePattern.twoCrows
        static let settings: [CandleSetting] = [.bodyLong]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isWhite .& first.isLong .& second.isBlack .& second.bodyIsAbove(first)
                .& third.isBlack .& second.bodyContains(third.open)
                .& first.bodyContains(third.close)
        }
    }

    /// A harami, and a close beyond the first open.
    enum ThreeInside: MirroredShape {
        static let pattern = CandlePattern.threeInside
        static let settings: [CandleSetting] = [.bodyLong, .bodyShort]
        static let reach = 2

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isBlack .& first.isLong .& second.isNotLong .& first.bodyEngulfs(second)
                .& third.isWhite .& (third.close .> first.open)
        }
    }

    /// An engulfing body, and a close further on.
    enum ThreeOutside: MirroredShape {
        static let pattern = CandlePattern.threeOutside
        static let settings: [CandleSetting] = []
        static let reach = 3

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isBlack .& second.isWhite .& second.bodyEngulfs(first)
                .& (third.close .> second.close)
        }
    }

    /// Three black candles that become smaller and lose their lower shadows.
    enum ThreeStarsInSouth: RisingShape {
        static let pattern = CandlePattern.threeStarsInSouth
        static let settings: [CandleSetting] = [
            .bodyLong, .bodyShort, .shadowLong, .shadowVeryShort,
        ]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            let isFirst =
                first.isBlack .& first.isLong .& first.exceeds(first.lowerShadow, .shadowLong)
            let isSecond =
                second.isBlack .& second.hasLowerShadow
                .& first.exceeds(first.body, second.body)
                .& (second.open .> first.close) .& .!(second.open .> first.high)
                .& (first.close .> second.low) .& .!(first.low .> second.low)
            return isFirst .& isSecond .& third.isBlack .& third.isShort .& third.isBare
                .& (third.low .> second.low) .& (second.high .> third.high)
        }
    }

    /// Three white candles, each from within or near the body before to a higher close, none
    /// much shorter than that before.
    enum ThreeWhiteSoldiers: RisingShape {
        static let pattern = CandlePattern.threeWhiteSoldiers
        static let settings: [CandleSetting] = [.bodyShort, .shadowVeryShort, .near, .far]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return risesInSteps(candles) .& first.lacksUpperShadow .& second.lacksUpperShadow
                .& third.lacksUpperShadow .& .!third.isNotLong
                .& first.isBelow(first.body - second.body, .far)
                .& second.isBelow(second.body - third.body, .far)
        }
    }

    /// Three white candles that rise ever less.
    enum AdvanceBlock: FallingShape {
        static let pattern = CandlePattern.advanceBlock
        static let settings: [CandleSetting] = [
            .bodyLong, .shadowShort, .shadowLong, .near, .far,
        ]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            let thirdIsShorter = second.exceeds(second.body, third.body)
            let secondIsShorter = first.exceeds(first.body, second.body)
            let weakens =
                first.exceeds(first.body - second.body, .far)
                .& second.isBelow(third.body - second.body, .near)
            let stops = second.exceeds(second.body - third.body, .far)
            let tires =
                thirdIsShorter .& secondIsShorter
                .& (third.exceeds(third.upperShadow, .shadowShort)
                    .| second.exceeds(second.upperShadow, .shadowShort))
            let isRefused = thirdIsShorter .& third.exceeds(third.upperShadow, .shadowLong)
            return risesInSteps(candles) .& first.isLong
                .& first.isBelow(first.upperShadow, .shadowShort)
                .& (weakens .| stops .| tires .| isRefused)
        }
    }

    /// Three white candles with higher closes, each from within or near the body before.
    @inline(__always)
    private static func risesInSteps<V: Lane>(_ candles: Candles<V>) -> V.Mask {
        let (first, second, third) = candles.three
        return first.isWhite .& second.isWhite .& third.isWhite
            .& (second.close .> first.close) .& (third.close .> second.close)
            .& (second.open .> first.open) .& (third.open .> second.open)
            .& .!first.exceeds(second.open - first.close, .near)
            .& .!second.exceeds(third.open - second.close, .near)
    }

    /// Two long white candles, and a short one on the shoulder of the second.
    enum Stalled: FallingShape {
        static let pattern = CandlePattern.stalled
        static let settings: [CandleSetting] = [.bodyLong, .bodyShort, .shadowVeryShort, .near]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isWhite .& first.isLong
                .& second.isWhite .& second.isLong .& second.lacksUpperShadow
                .& (second.close .> first.close) .& (second.open .> first.open)
                .& .!first.exceeds(second.open - first.close, .near)
                .& third.isWhite .& third.isShort .& (third.close .> second.close)
                .& .!second.exceeds(second.close - third.body - third.open, .near)
        }
    }

    /// Three black candles that open where the one before closed.
    enum IdenticalThreeCrows: FallingShape {
        static let pattern = CandlePattern.identicalThreeCrows
        static let settings: [CandleSetting] = [.shadowVeryShort, .equal]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isBlack .& second.isBlack .& third.isBlack
                .& first.lacksLowerShadow .& second.lacksLowerShadow .& third.lacksLowerShadow
                .& (first.close .> second.close) .& (second.close .> third.close)
                .& first.isClose(second.open, to: first.close, .equal)
                .& second.isClose(third.open, to: second.close, .equal)
        }
    }

    /// A long candle, a doji beyond gaps of whole candles, and a candle back into the first body.
    enum AbandonedBaby: MirroredShape {
        static let pattern = CandlePattern.abandonedBaby
        static let settings: [CandleSetting] = [.bodyLong, .bodyDoji, .bodyShort]
        static let reach = 2

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isBlack .& first.isLong .& second.isDoji .& (first.low .> second.high)
                .& (third.low .> second.high) .& third.isWhite .& .!third.isNotLong
                .& pushesBack(candles)
        }
    }

    /// A long black candle, a short one below it, and a white one back into the first body.
    enum MorningStar: RisingShape {
        static let pattern = CandlePattern.morningStar
        static let settings: [CandleSetting] = [.bodyLong, .bodyShort]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            isMorning(candles) .& candles[1].isNotLong
        }
    }

    /// A morning star whose second candle is a doji.
    enum MorningDojiStar: RisingShape {
        static let pattern = CandlePattern.morningDojiStar
        static let settings: [CandleSetting] = [.bodyLong, .bodyDoji, .bodyShort]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            isMorning(candles) .& candles[1].isDoji
        }
    }

    /// The mirror of a morning star.
    enum EveningStar: FallingShape {
        static let pattern = CandlePattern.eveningStar
        static let settings = MorningStar.settings
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            MorningStar.matches(candles.mirrored)
        }
    }

    /// The mirror of a morning doji star.
    enum EveningDojiStar: FallingShape {
        static let pattern = CandlePattern.eveningDojiStar
        static let settings = MorningDojiStar.settings
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            MorningDojiStar.matches(candles.mirrored)
        }
    }

    @inline(__always)
    private static func isMorning<V: Lane>(_ candles: Candles<V>) -> V.Mask {
        let (first, second, third) = candles.three
        return first.isBlack .& first.isLong .& second.bodyIsBelow(first)
            .& third.isWhite .& .!third.isNotLong .& pushesBack(candles)
    }

    /// The last candle closes in the first body, by more than the penetration.
    @inline(__always)
    private static func pushesBack<V: Lane>(_ candles: Candles<V>) -> V.Mask {
        let (first, _, third) = candles.three
        return first.exceeds(third.close - first.close, candles.penetration * first.body)
    }

    /// A gap, then two white candles of one size and one open beyond it.
    enum GapSideBySideWhite: CandleShape {
        static let pattern = CandlePattern.gapSideBySideWhite
        static let settings: [CandleSetting] = [.near, .equal]
        static let reach = 2

        @inline(__always)
        static func value<V: Lane>(_ candles: Candles<V>) -> V {
            let (first, second, third) = candles.three
            let isPair =
                second.isWhite .& third.isWhite
                .& second.isClose(third.body, to: second.body, .near)
                .& second.isClose(third.open, to: second.open, .equal)
            let isAbove = second.bodyIsAbove(first) .& third.bodyIsAbove(first)
            let isBelow = second.bodyIsBelow(first) .& third.bodyIsBelow(first)
            return candles.signal(100, where: isPair .& isAbove)
                + candles.signal(-100, where: isPair .& isBelow)
        }
    }

    /// Two black candles that close at one price, and a white one above it between them.
    enum StickSandwich: RisingShape {
        static let pattern = CandlePattern.stickSandwich
        static let settings: [CandleSetting] = [.equal]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isBlack .& second.isWhite .& third.isBlack
                .& (second.low .> first.close)
                .& first.isClose(third.close, to: first.close, .equal)
        }
    }

    /// A gap, a candle away from it, and one of the same size back into it without closing it.
    enum TasukiGap: MirroredShape {
        static let pattern = CandlePattern.tasukiGap
        static let settings: [CandleSetting] = [.near]
        static let reach = 2

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return second.bodyIsAbove(first) .& second.isWhite .& third.isBlack
                .& second.bodyContains(third.open)
                .& (second.open .> third.close) .& (third.close .> first.top)
                .& second.isBelow((second.body - third.body).magnitude, .near)
        }
    }

    /// Three dojis, the middle one beyond the others.
    enum Tristar: MirroredShape {
        static let pattern = CandlePattern.tristar
        static let settings: [CandleSetting] = [.bodyDoji]
        static let reach = 2

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isDoji .& .!first.exceeds(second.body, .bodyDoji)
                .& .!first.exceeds(third.body, .bodyDoji)
                .& second.bodyIsBelow(first) .& (third.bottom .> second.bottom)
        }
    }

    /// A long black candle, a black one in it with a lower low, and a short white one below.
    enum UniqueThreeRiver: RisingShape {
        static let pattern = CandlePattern.uniqueThreeRiver
        static let settings: [CandleSetting] = [.bodyLong, .bodyShort]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isBlack .& first.isLong .& second.isBlack
                .& (second.close .> first.close) .& .!(second.open .> first.open)
                .& (first.low .> second.low)
                .& third.isWhite .& third.isShort .& (third.open .> second.low)
        }
    }

    /// A long white candle, a short black one above it, and a black one around that, above the
    /// first.
    enum UpsideGapTwoCrows: FallingShape {
        static let pattern = CandlePattern.upsideGapTwoCrows
        static let settings: [CandleSetting] = [.bodyLong, .bodyShort]
        static let reach = 2

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isWhite .& first.isLong .& second.isBlack .& second.isNotLong
                .& second.bodyIsAbove(first) .& third.isBlack .& third.bodyEngulfs(second)
                .& (third.close .> first.close)
        }
    }

    /// Two candles of one colour with a gap between, and one that closes it.
    enum SideGapThreeMethods: MirroredShape {
        static let pattern = CandlePattern.sideGapThreeMethods
        static let settings: [CandleSetting] = []
        static let reach = 2

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return first.isWhite .& second.isWhite .& third.isBlack .& second.bodyIsAbove(first)
                .& second.bodyContains(third.open) .& first.bodyContains(third.close)
        }
    }
}
