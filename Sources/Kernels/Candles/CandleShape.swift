/// What a candlestick pattern needs: how many bars and which settings.
protocol CandleNeeds: Sendable {
    /// The pattern that it is the shape of.
    static var pattern: CandlePattern { get }
    /// The settings that the shape speaks of.
    static var settings: [CandleSetting] { get }
    /// The bars before the present one that it counts as its own.
    static var reach: Int { get }
}

extension CandleNeeds {
    /// The bars that pass before the pattern can be known.
    static var lookback: Int { (settings.map(\.period).max() ?? 0) + reach }
}

/// A candlestick pattern: what it looks like.
///
/// A shape is written as its definition reads; everything else (memory, means, missing bars, lanes)
/// is `CandleKernel`'s.
protocol CandleShape: CandleNeeds {
    /// 100 for a rising pattern, −100 for a falling one, 0 for none.
    static func value<Value: Lane>(_ candles: Candles<Value>) -> Value
}

/// A pattern that points up, or neither way: 100 where it is there.
protocol RisingShape: CandleShape {
    static func matches<Value: Lane>(_ candles: Candles<Value>) -> Value.Mask
}

extension RisingShape {
    @inline(__always)
    static func value<Value: Lane>(_ candles: Candles<Value>) -> Value {
        candles.signal(100, where: matches(candles))
    }
}

/// A pattern that points down: −100 where it is there.
protocol FallingShape: CandleShape {
    static func matches<Value: Lane>(_ candles: Candles<Value>) -> Value.Mask
}

extension FallingShape {
    @inline(__always)
    static func value<Value: Lane>(_ candles: Candles<Value>) -> Value {
        candles.signal(-100, where: matches(candles))
    }
}

/// A pattern that takes its direction from the colour of the last candle.
protocol ColouredShape: CandleShape {
    static func matches<Value: Lane>(_ candles: Candles<Value>) -> Value.Mask
}

extension ColouredShape {
    @inline(__always)
    static func value<Value: Lane>(_ candles: Candles<Value>) -> Value {
        let sign = Value(repeating: 100).kept(
            where: candles[0].isWhite, else: Value(repeating: -100))
        return sign.kept(where: matches(candles), else: .zero)
    }
}

/// A pattern whose bearish form is the mirror of its bullish one.
protocol MirroredShape: CandleShape {
    /// True where the bullish form is there.
    static func isBullish<Value: Lane>(_ candles: Candles<Value>) -> Value.Mask
}

extension MirroredShape {
    @inline(__always)
    static func value<Value: Lane>(_ candles: Candles<Value>) -> Value {
        candles.signal(-100, where: isBullish(candles.mirrored))
            + candles.signal(100, where: isBullish(candles))
    }
}
