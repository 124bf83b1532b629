/// One bar as patterns speak of it: a body, two shadows, a colour, and what is long or short
/// beside the bars before it.
///
/// Lengths that differ by less than 2⁻⁴⁸ of the price are equal: distances of decimals that are
/// the same are so in binary only up to rounding.
struct Candle<Value: Lane> {
    let (open, high, low, close): (Value, Value, Value, Value)
    /// The close is not below the open; in a mirror, it is.
    let isWhite: Value.Mask
    /// The sums of ranges over the bars before.
    let sums: CandleSums<Value>
    private let slack: Value

    @inline(__always)
    init(_ open: Value, _ high: Value, _ low: Value, _ close: Value, _ sums: CandleSums<Value>) {
        let slack = Value(repeating: 0x1p-48) * high.magnitude.larger(low.magnitude)
        self.init(open, high, low, close, .!(open .> close), sums, slack)
    }

    @inline(__always)
    private init(
        _ open: Value, _ high: Value, _ low: Value, _ close: Value, _ isWhite: Value.Mask,
        _ sums: CandleSums<Value>, _ slack: Value
    ) {
        (self.open, self.high, self.low, self.close) = (open, high, low, close)
        (self.isWhite, self.sums, self.slack) = (isWhite, sums, slack)
    }

    /// The candle upside down: high and low, white and black change places.
    @inline(__always) var mirrored: Self {
        Self(
            .zero - open, .zero - low, .zero - high, .zero - close, .!isWhite, sums, slack)
    }

    @inline(__always) var isBlack: Value.Mask { .!isWhite }
    /// The greater of open and close.
    @inline(__always) var top: Value { open.larger(close) }
    /// The lesser of open and close.
    @inline(__always) var bottom: Value { open.lesser(close) }
    @inline(__always) var body: Value { (close - open).magnitude }
    @inline(__always) var range: Value { high - low }
    @inline(__always) var upperShadow: Value { high - top }
    @inline(__always) var lowerShadow: Value { bottom - low }

    /// The length that a setting asks for.
    @inline(__always)
    func length(_ setting: CandleSetting) -> Value {
        let (range, period, factor) = setting.values
        guard period > 0 else { return Value(repeating: factor) * body }
        return Value(repeating: factor / Double(period)) * sums.sum(range, period)
    }

    /// True where a length is greater than another, by more than rounding.
    @inline(__always)
    func exceeds(_ length: Value, _ other: Value) -> Value.Mask { length - other .> slack }
    @inline(__always)
    func exceeds(_ length: Value, _ setting: CandleSetting) -> Value.Mask {
        exceeds(length, self.length(setting))
    }
    @inline(__always)
    func isBelow(_ length: Value, _ setting: CandleSetting) -> Value.Mask {
        exceeds(self.length(setting), length)
    }

    @inline(__always) var isLong: Value.Mask { exceeds(body, .bodyLong) }
    @inline(__always) var isShort: Value.Mask { isBelow(body, .bodyShort) }
    /// Short, or as long as the mean.
    @inline(__always) var isNotLong: Value.Mask { .!exceeds(body, .bodyShort) }
    @inline(__always) var isDoji: Value.Mask { .!exceeds(body, .bodyDoji) }
    @inline(__always) var hasUpperShadow: Value.Mask { exceeds(upperShadow, .shadowVeryShort) }
    @inline(__always) var hasLowerShadow: Value.Mask { exceeds(lowerShadow, .shadowVeryShort) }
    @inline(__always) var lacksUpperShadow: Value.Mask { isBelow(upperShadow, .shadowVeryShort) }
    @inline(__always) var lacksLowerShadow: Value.Mask { isBelow(lowerShadow, .shadowVeryShort) }
    /// No shadow to speak of at either end.
    @inline(__always) var isBare: Value.Mask { lacksUpperShadow .& lacksLowerShadow }

    /// True where a price is not further from another than this candle's setting.
    @inline(__always)
    func isClose(_ price: Value, to other: Value, _ setting: CandleSetting) -> Value.Mask {
        .!exceeds((price - other).magnitude, setting)
    }
    /// True where a price lies between the ends of the body, and not on one.
    @inline(__always)
    func bodyContains(_ price: Value) -> Value.Mask { top .> price .& (price .> bottom) }
    /// True where the other body lies within this one, and not at its ends.
    @inline(__always)
    func bodyEngulfs(_ other: Self) -> Value.Mask {
        top .> other.top .& (other.bottom .> bottom)
    }
    /// The bodies do not meet: this one lies above.
    @inline(__always)
    func bodyIsAbove(_ other: Self) -> Value.Mask { bottom .> other.top }
    /// The bodies do not meet: this one lies below.
    @inline(__always)
    func bodyIsBelow(_ other: Self) -> Value.Mask { other.bottom .> top }
}

/// The sums of ranges over the bars before a candle: ten bars, and the five latest.
struct CandleSums<Value: Lane> {
    let (body, lately, whole, shadows): (Value, Value, Value, Value)

    @inline(__always)
    init(body: Value, lately: Value, whole: Value, shadows: Value) {
        (self.body, self.lately, self.whole, self.shadows) = (body, lately, whole, shadows)
    }

    @inline(__always)
    func sum(_ range: CandleSetting.Range, _ period: Int) -> Value {
        switch range {
        case .body: body
        case .whole: period == 10 ? whole : lately
        case .shadows: shadows
        }
    }
}
