/// Patterns of a single candle, and of one whose place counts.
enum OneCandle {
    /// A long body that opens at its extreme.
    enum BeltHold: MirroredShape {
        static let pattern = CandlePattern.beltHold
        static let settings: [CandleSetting] = [.bodyLong, .shadowVeryShort]
        static let reach = 0

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isWhite .& candle.isLong .& candle.lacksLowerShadow
        }
    }

    /// A long body that closes at its extreme.
    enum ClosingMarubozu: MirroredShape {
        static let pattern = CandlePattern.closingMarubozu
        static let settings: [CandleSetting] = [.bodyLong, .shadowVeryShort]
        static let reach = 0

        @inline(__always)
        static func isBullish<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isWhite .& candle.isLong .& candle.lacksUpperShadow
        }
    }

    /// Open and close meet.
    enum Doji: RisingShape {
        static let pattern = CandlePattern.doji
        static let settings: [CandleSetting] = [.bodyDoji]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask { candles[0].isDoji }
    }

    /// A doji at the top of its range.
    enum DragonflyDoji: RisingShape {
        static let pattern = CandlePattern.dragonflyDoji
        static let settings: [CandleSetting] = [.bodyDoji, .shadowVeryShort]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isDoji .& candle.lacksUpperShadow .& candle.hasLowerShadow
        }
    }

    /// A doji at the bottom of its range.
    enum GravestoneDoji: RisingShape {
        static let pattern = CandlePattern.gravestoneDoji
        static let settings: [CandleSetting] = [.bodyDoji, .shadowVeryShort]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isDoji .& candle.lacksLowerShadow .& candle.hasUpperShadow
        }
    }

    /// A short body between very long shadows.
    enum HighWave: ColouredShape {
        static let pattern = CandlePattern.highWave
        static let settings: [CandleSetting] = [.bodyShort, .shadowVeryLong]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isShort .& candle.exceeds(candle.upperShadow, .shadowVeryLong)
                .& candle.exceeds(candle.lowerShadow, .shadowVeryLong)
        }
    }

    /// A doji with a long shadow.
    enum LongLeggedDoji: RisingShape {
        static let pattern = CandlePattern.longLeggedDoji
        static let settings: [CandleSetting] = [.bodyDoji, .shadowLong]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isDoji
                .& (candle.exceeds(candle.upperShadow, .shadowLong)
                    .| candle.exceeds(candle.lowerShadow, .shadowLong))
        }
    }

    /// A long body between short shadows.
    enum LongLine: ColouredShape {
        static let pattern = CandlePattern.longLine
        static let settings: [CandleSetting] = [.bodyLong, .shadowShort]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isLong .& candle.isBelow(candle.upperShadow, .shadowShort)
                .& candle.isBelow(candle.lowerShadow, .shadowShort)
        }
    }

    /// A long body without shadows.
    enum Marubozu: ColouredShape {
        static let pattern = CandlePattern.marubozu
        static let settings: [CandleSetting] = [.bodyLong, .shadowVeryShort]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            candles[0].isLong .& candles[0].isBare
        }
    }

    /// A long-legged doji with its body near the middle of the range.
    enum RickshawMan: RisingShape {
        static let pattern = CandlePattern.rickshawMan
        static let settings: [CandleSetting] = [.bodyDoji, .shadowLong, .near]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            let middle = candle.low + V(repeating: 0.5) * candle.range
            return candle.isDoji .& candle.exceeds(candle.lowerShadow, .shadowLong)
                .& candle.exceeds(candle.upperShadow, .shadowLong)
                .& .!candle.exceeds(candle.bottom - middle, .near)
                .& .!candle.exceeds(middle - candle.top, .near)
        }
    }

    /// A short body between short shadows.
    enum ShortLine: ColouredShape {
        static let pattern = CandlePattern.shortLine
        static let settings: [CandleSetting] = [.bodyShort, .shadowShort]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isShort .& candle.isBelow(candle.upperShadow, .shadowShort)
                .& candle.isBelow(candle.lowerShadow, .shadowShort)
        }
    }

    /// A short body between shadows that are longer than it.
    enum SpinningTop: ColouredShape {
        static let pattern = CandlePattern.spinningTop
        static let settings: [CandleSetting] = [.bodyShort]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isShort .& candle.exceeds(candle.upperShadow, candle.body)
                .& candle.exceeds(candle.lowerShadow, candle.body)
        }
    }

    /// A doji at the top of its range, above a very long shadow.
    enum Takuri: RisingShape {
        static let pattern = CandlePattern.takuri
        static let settings: [CandleSetting] = [.bodyDoji, .shadowVeryShort, .shadowVeryLong]
        static let reach = 0

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let candle = candles[0]
            return candle.isDoji .& candle.lacksUpperShadow
                .& candle.exceeds(candle.lowerShadow, .shadowVeryLong)
        }
    }

    /// A short body above a long shadow, not above the low before.
    enum Hammer: RisingShape {
        static let pattern = CandlePattern.hammer
        static let settings: [CandleSetting] = [
            .bodyShort, .shadowLong, .shadowVeryShort, .near,
        ]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (before, candle) = candles.two
            return candle.isShort .& candle.exceeds(candle.lowerShadow, .shadowLong)
                .& candle.lacksUpperShadow
                .& .!before.exceeds(candle.bottom - before.low, .near)
        }
    }

    /// The shape of a hammer, not below the high before.
    enum HangingMan: FallingShape {
        static let pattern = CandlePattern.hangingMan
        static let settings: [CandleSetting] = [
            .bodyShort, .shadowLong, .shadowVeryShort, .near,
        ]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (before, candle) = candles.two
            return candle.isShort .& candle.exceeds(candle.lowerShadow, .shadowLong)
                .& candle.lacksUpperShadow
                .& .!before.exceeds(before.high - candle.bottom, .near)
        }
    }

    /// A short body under a long shadow, below the body before.
    enum InvertedHammer: RisingShape {
        static let pattern = CandlePattern.invertedHammer
        static let settings: [CandleSetting] = [.bodyShort, .shadowLong, .shadowVeryShort]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (before, candle) = candles.two
            return candle.isShort .& candle.exceeds(candle.upperShadow, .shadowLong)
                .& candle.lacksLowerShadow .& candle.bodyIsBelow(before)
        }
    }

    /// A short body under a long shadow, above the body before.
    enum ShootingStar: FallingShape {
        static let pattern = CandlePattern.shootingStar
        static let settings: [CandleSetting] = [.bodyShort, .shadowLong, .shadowVeryShort]
        static let reach = 1

        @inline(__always)
        static func matches<V: Lane>(_ candles: Candles<V>) -> V.Mask {
            let (before, candle) = candles.two
            return candle.isShort .& candle.exceeds(candle.upperShadow, .shadowLong)
                .& candle.lacksLowerShadow .& candle.bodyIsAbove(before)
        }
    }
}
