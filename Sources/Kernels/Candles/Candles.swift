/// The last candles, the newest first: `candles[0]` is this bar's.
struct Candles<Value: Lane>: ~Escapable {
    private let window: Span<Value>
    private let row: Int
    private let isMirrored: Bool
    /// The share of a body by which another candle has to push into it.
    let penetration: Value

    @inline(__always)
    @_lifetime(copy window)
    init(_ window: Span<Value>, row: Int, penetration: Value, isMirrored: Bool = false) {
        (self.window, self.row, self.penetration) = (window, row, penetration)
        self.isMirrored = isMirrored
    }

    /// The candle of `age` bars ago, up to six.
    @inline(__always)
    subscript(age: Int) -> Candle<Value> {
        let slot = (row &- age) & 7
        let sums = CandleSums(
            body: window[32 + slot], lately: window[40 + slot], whole: window[48 + slot],
            shadows: window[56 + slot])
        let candle = Candle(
            window[slot], window[8 + slot], window[16 + slot], window[24 + slot], sums)
        return isMirrored ? candle.mirrored : candle
    }

    /// The same candles upside down: what is bullish there is bearish here.
    var mirrored: Self {
        @inline(__always)
        @_lifetime(copy self)
        get {
            Self(window, row: row, penetration: penetration, isMirrored: !isMirrored)
        }
    }

    /// This bar's candle and the one before, oldest first.
    @inline(__always) var two: (Candle<Value>, Candle<Value>) { (self[1], self[0]) }
    /// The last three candles, oldest first.
    @inline(__always) var three: (Candle<Value>, Candle<Value>, Candle<Value>) {
        (self[2], self[1], self[0])
    }

    /// `size` where true, 0 elsewhere.
    @inline(__always)
    func signal(_ size: Double, where mask: Value.Mask) -> Value {
        Value(repeating: size).kept(where: mask, else: .zero)
    }
}
