import MarketData

extension Bar {
    /// The five values.
    var values: [Double] { [open, high, low, close, volume] }

    /// True when every value has the same bits; every NaN is the same unknown.
    func isSame(_ other: Bar) -> Bool {
        time == other.time
            && zip(values, other.values).allSatisfy { one, two in
                one.bitPattern == two.bitPattern || (one.isNaN && two.isNaN)
            }
    }
}
