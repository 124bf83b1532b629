import Kernels

extension SplitMix64 {
    /// A generator for one purpose of a search, so that two purposes share no numbers.
    init(seed: UInt64, purpose: Int) {
        self.init(state: seed)
        let own = next() ^ UInt64(truncatingIfNeeded: purpose) &* 0xD1B5_4A32_D192_ED03
        self.init(state: own)
    }

    /// A whole number from 0 up to a bound; each is as probable but for bound / 2⁶⁴.
    mutating func next(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from 0 to below 1, of 53 bits.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
