/// Patterns of four and five candles.
enum ManyCandles {
    /// Three black candles after a higher one, each from within the body before to its own low.
    enum ThreeBlackCrows: FallingShape {
        static let pattern = CandlePattern.threeBlackCrows
        static let settings: [CandleSetting] = [.shadowVeryShort]
        static let reach = 3

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third) = candles.three
            return candles[3].isWhite .& (candles[3].high .> first.close)
                .& first.isBlack .& second.isBlack .& third.isBlack
                .& first.lacksLowerShadow .& second.lacksLowerShadow .& third.lacksLowerShadow
                .& first.bodyContains(second.open) .& second.bodyContains(third.open)
                .& (first.close .> second.close) .& (second.close .> third.close)
        }
    }

    /// Three candles on their way, and one back over all of them.
    enum ThreeLineStrike: MirroredShape {
        static let pattern = CandlePattern.threeLineStrike
        static let settings: [CandleSetting] = [.near]
        static let reach = 3

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third, strike) = (candles[3], candles[2], candles[1], candles[0])
            return first.isWhite .& second.isWhite .& third.isWhite .& strike.isBlack
                .& opensNear(second, first) .& opensNear(third, second)
                .& (second.close .> first.close) .& (third.close .> second.close)
                .& (strike.open .> third.close) .& (first.open .> strike.close)
        }

        @inline(__always)
        private static func opensNear<V: Lane>(_ next: Candle<V>, _ before: Candle<V>) -> V.Mask {
            .!before.exceeds(before.bottom - next.open, .near)
                .& .!before.exceeds(next.open - before.top, .near)
        }
    }

    /// Two bare black candles, a third that gaps down and reaches back up, and one around it.
    enum ConcealingBabySwallow: RisingShape {
        static let pattern = CandlePattern.concealingBabySwallow
        static let settings: [CandleSetting] = [.shadowVeryShort]
        static let reach = 3

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second, third, last) = (candles[3], candles[2], candles[1], candles[0])
            return first.isBlack .& first.isBare .& second.isBlack .& second.isBare
                .& third.isBlack .& third.bodyIsBelow(second) .& third.hasUpperShadow
                .& (third.high .> second.close)
                .& last.isBlack .& (last.high .> third.high) .& (third.low .> last.low)
        }
    }

    /// A long candle, three on beyond a gap, and one back into the gap.
    enum Breakaway: MirroredShape {
        static let pattern = CandlePattern.breakaway
        static let settings: [CandleSetting] = [.bodyLong]
        static let reach = 4

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = (candles[4], candles[3])
            let (third, fourth, fifth) = candles.three
            return first.isBlack .& first.isLong .& second.isBlack .& second.bodyIsBelow(first)
                .& falls(third, second) .& falls(fourth, third) .& fourth.isBlack
                .& fifth.isWhite .& (fifth.close .> second.open) .& (first.close .> fifth.close)
        }

        /// A lower high and a lower low.
        @inline(__always)
        private static func falls<V: Lane>(_ next: Candle<V>, _ before: Candle<V>) -> V.Mask {
            (before.high .> next.high) .& (before.low .> next.low)
        }
    }

    /// Three black candles with lower opens and closes, one with an upper shadow, and a white one
    /// from above its body to above its high.
    enum LadderBottom: RisingShape {
        static let pattern = CandlePattern.ladderBottom
        static let settings: [CandleSetting] = [.shadowVeryShort]
        static let reach = 4

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = (candles[4], candles[3])
            let (third, fourth, fifth) = candles.three
            return first.isBlack .& second.isBlack .& third.isBlack
                .& (first.open .> second.open) .& (second.open .> third.open)
                .& (first.close .> second.close) .& (second.close .> third.close)
                .& fourth.isBlack .& fourth.hasUpperShadow
                .& fifth.isWhite .& (fifth.open .> fourth.open) .& (fifth.close .> fourth.high)
        }
    }

    /// A long white candle, three short ones that fall back into it by less than the penetration,
    /// and a white one to a new high.
    enum MatHold: RisingShape {
        static let pattern = CandlePattern.matHold
        static let settings: [CandleSetting] = [.bodyLong, .bodyShort]
        static let reach = 4

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = (candles[4], candles[3])
            let (third, fourth, fifth) = candles.three
            return first.isWhite .& first.isLong
                .& second.isBlack .& second.isShort .& second.bodyIsAbove(first)
                .& third.isShort .& fourth.isShort
                .& holds(candles, third) .& holds(candles, fourth)
                .& (second.open .> third.top) .& (third.top .> fourth.top)
                .& fifth.isWhite .& (fifth.open .> fourth.close)
                .& (fifth.close .> second.high.larger(third.high).larger(fourth.high))
        }

        @inline(__always)
        private static func holds<V: Lane>(_ candles: Candles<V>, _ candle: Candle<V>) -> V.Mask {
            let first = candles[4]
            return (first.close .> candle.bottom)
                .& first.exceeds(
                    candles.penetration * first.body, first.close - candle.bottom)
        }
    }

    /// A long candle, three short ones against it within its range, and a long one onward.
    enum RisingFallingThreeMethods: MirroredShape {
        static let pattern = CandlePattern.risingFallingThreeMethods
        static let settings: [CandleSetting] = [.bodyLong, .bodyShort]
        static let reach = 4

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (first, second) = (candles[4], candles[3])
            let (third, fourth, fifth) = candles.three
            return first.isWhite .& first.isLong
                .& rests(second, in: first) .& rests(third, in: first) .& rests(fourth, in: first)
                .& (second.close .> third.close) .& (third.close .> fourth.close)
                .& fifth.isWhite .& fifth.isLong
                .& (fifth.open .> fourth.close) .& (fifth.close .> first.close)
        }

        /// A short black candle whose body meets the range of the first.
        @inline(__always)
        private static func rests<V: Lane>(_ candle: Candle<V>, in first: Candle<V>) -> V.Mask {
            candle.isBlack .& candle.isShort .& (first.high .> candle.bottom)
                .& (candle.top .> first.low)
        }
    }
}
