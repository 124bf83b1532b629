/// Patterns of two candles.
enum TwoCandles {
    /// Two long candles of opposite colours that close at the same price.
    enum Counterattack: MirroredShape {
        static let pattern = CandlePattern.counterattack
        static let settings: [CandleSetting] = [.bodyLong, .equal]
        static let reach = 1

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return first.isBlack .& first.isLong .& second.isWhite .& second.isLong
                .& first.isClose(second.close, to: first.close, .equal)
        }
    }

    /// A long white candle; a black one opens above its high and closes deep in its body.
    enum DarkCloudCover: FallingShape {
        static let pattern = CandlePattern.darkCloudCover
        static let settings: [CandleSetting] = [.bodyLong]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return first.isWhite .& first.isLong .& second.isBlack
                .& (second.open .> first.high) .& (second.close .> first.open)
                .& first.exceeds(
                    first.close - second.close, candles.penetration * first.body)
        }
    }

    /// A long candle, then a doji beyond its close.
    enum DojiStar: MirroredShape {
        static let pattern = CandlePattern.dojiStar
        static let settings: [CandleSetting] = [.bodyDoji, .bodyLong]
        static let reach = 1

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return first.isBlack .& first.isLong .& second.isDoji .& second.bodyIsBelow(first)
        }
    }

    /// A body around the one before, of the other colour; 80 where one end is the same.
    enum Engulfing: CandleShape {
        static let pattern = CandlePattern.engulfing
        static let settings: [CandleSetting] = []
        static let reach = 2

        @inline(__always)
        static func value<V: Lane>(_ candles: Candles<V>) -> V {
            let grade = V(repeating: 80).kept(
                where: (candles[0].open .== candles[1].close)
                    .| (candles[0].close .== candles[1].open), else: V(repeating: 100))
            let bullish = grade.kept(where: isBullish(candles), else: .zero)
            return bullish - grade.kept(where: isBullish(candles.mirrored), else: .zero)
        }

        @inline(__always)
        private static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            let (isOver, isUnder) = (second.close .> first.open, first.close .> second.open)
            return first.isBlack .& second.isWhite
                .& (isOver .& (isUnder .| (first.close .== second.open))
                    .| isUnder .& (second.close .== first.open))
        }
    }

    /// A short body within the long one before; 80 where one end is the same.
    enum Harami: CandleShape {
        static let pattern = CandlePattern.harami
        static let settings: [CandleSetting] = [.bodyShort, .bodyLong]
        static let reach = 1

        @inline(__always)
        static func value<V: Lane>(_ candles: Candles<V>) -> V {
            harami(candles, where: candles[0].isNotLong)
        }
    }

    /// A doji within the long body before; 80 where one end is the same.
    enum HaramiCross: CandleShape {
        static let pattern = CandlePattern.haramiCross
        static let settings: [CandleSetting] = [.bodyDoji, .bodyLong]
        static let reach = 1

        @inline(__always)
        static func value<V: Lane>(_ candles: Candles<V>) -> V {
            harami(candles, where: candles[0].isDoji)
        }
    }

    @inline(__always)
    private static func harami<V: Lane>(_ candles: Candles<V>, where isSmall: V.Mask) -> V {
        let (first, second) = candles.two
        let isOutside = (second.top .> first.top) .| (first.bottom .> second.bottom)
        let grade = V(repeating: 100).kept(
            where: first.bodyEngulfs(second), else: V(repeating: 80))
        let signed = (.zero - grade).kept(where: first.isWhite, else: grade)
        return signed.kept(where: first.isLong .& isSmall .& .!isOutside, else: .zero)
    }

    /// A short black body within a long black one.
    enum HomingPigeon: RisingShape {
        static let pattern = CandlePattern.homingPigeon
        static let settings: [CandleSetting] = [.bodyShort, .bodyLong]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return first.isBlack .& first.isLong .& second.isBlack .& second.isNotLong
                .& first.bodyEngulfs(second)
        }
    }

    /// A long black candle; a white one opens below its low and closes just above its close.
    enum InNeck: FallingShape {
        static let pattern = CandlePattern.inNeck
        static let settings: [CandleSetting] = [.bodyLong, .equal]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return opensBelow(candles) .& .!(first.close .> second.close)
                .& .!first.exceeds(second.close - first.close, .equal)
        }
    }

    /// A long black candle; a white one opens below its low and closes at that low.
    enum OnNeck: FallingShape {
        static let pattern = CandlePattern.onNeck
        static let settings: [CandleSetting] = [.bodyLong, .equal]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return opensBelow(candles) .& first.isClose(second.close, to: first.low, .equal)
        }
    }

    /// A long black candle; a long white one opens below its low and closes in the upper half of
    /// its body.
    enum Piercing: RisingShape {
        static let pattern = CandlePattern.piercing
        static let settings: [CandleSetting] = [.bodyLong]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return opensBelow(candles) .& second.isLong .& (first.open .> second.close)
                .& first.exceeds(second.close - first.close, V(repeating: 0.5) * first.body)
        }
    }

    /// A long black candle; a white one opens below its low and closes in the lower half of its
    /// body.
    enum Thrusting: FallingShape {
        static let pattern = CandlePattern.thrusting
        static let settings: [CandleSetting] = [.bodyLong, .equal]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            let rise = second.close - first.close
            return opensBelow(candles) .& first.exceeds(rise, .equal)
                .& .!first.exceeds(rise, V(repeating: 0.5) * first.body)
        }
    }

    /// A long black candle, and a white one that opens below its low.
    @inline(__always)
    private static func opensBelow<V: Lane>(_ candles: Candles<V>) -> V.Mask {
        let (first, second) = candles.two
        return first.isBlack .& first.isLong .& second.isWhite .& (first.low .> second.open)
    }

    /// Two long bodies without shadows, of opposite colours, with a gap between.
    enum Kicking: MirroredShape {
        static let pattern = CandlePattern.kicking
        static let settings: [CandleSetting] = [.bodyLong, .shadowVeryShort]
        static let reach = 1

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return first.isBlack .& first.isLong .& first.isBare .& second.isWhite
                .& second.isLong .& second.isBare .& (second.low .> first.high)
        }
    }

    /// The same, with the direction of the longer body.
    enum KickingByLength: CandleShape {
        static let pattern = CandlePattern.kickingByLength
        static let settings = Kicking.settings
        static let reach = 1

        @inline(__always)
        static func value<V: Lane>(_ candles: Candles<V>) -> V {
            let (first, second) = candles.two
            let sign = Kicking.value(candles)
            return sign.kept(where: first.exceeds(second.body, first.body), else: .zero - sign)
        }
    }

    /// Two black candles that close at the same price.
    enum MatchingLow: RisingShape {
        static let pattern = CandlePattern.matchingLow
        static let settings: [CandleSetting] = [.equal]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return first.isBlack .& second.isBlack
                .& first.isClose(second.close, to: first.close, .equal)
        }
    }

    /// A belt hold of the other colour that opens where the candle before did.
    enum SeparatingLines: MirroredShape {
        static let pattern = CandlePattern.separatingLines
        static let settings: [CandleSetting] = [.bodyLong, .shadowVeryShort, .equal]
        static let reach = 1

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = candles.two
            return first.isBlack .& second.isWhite .& second.isLong .& second.lacksLowerShadow
                .& first.isClose(second.open, to: first.open, .equal)
        }
    }
}
