/// What is kept of one cell over all symbols: 24 bytes.
///
/// Symbols have to be added in one order, for the sums to have the same bits.
public struct CellTotal: Sendable, Hashable {
    private var sharpeSum = 0.0
    private var returnSum = 0.0
    /// From the lowest bit: 16 bits symbols, 16 bits of those without a Sharpe ratio, 32 bits of
    /// the worst drawdown as a `Float`.
    private var packed: UInt64 = 0

    /// The total of no symbol.
    public init() {}

    /// Adds the outcome of one symbol.
    ///
    /// - Precondition: fewer than 65,535 symbols were added.
    @inline(__always)
    public mutating func add(_ outcome: CellOutcome) {
        precondition(packed & 0xFFFF < 0xFFFF, "a total holds at most 65,535 symbols")
        returnSum += outcome.totalReturn
        let isKnown = !outcome.sharpe.isNaN
        if isKnown { sharpeSum += outcome.sharpe }
        let worst = max(worstDrawdown, Float(outcome.drawdown))
        packed = packed & 0xFFFF_FFFF &+ (isKnown ? 1 : 0x1_0001)
        packed |= UInt64(worst.bitPattern) << 32
    }

    /// The symbols that were added.
    public var symbols: Int { Int(packed & 0xFFFF) }
    /// The symbols whose Sharpe ratio is undefined.
    public var undefined: Int { Int(packed >> 16 & 0xFFFF) }
    /// The mean of the defined Sharpe ratios; NaN without one.
    public var meanSharpe: Double { sharpeSum / Double(symbols - undefined) }
    /// The mean total return; NaN without a symbol.
    public var meanReturn: Double { returnSum / Double(symbols) }
    /// The deepest drawdown of any symbol, rounded to 24 bits.
    public var worstDrawdown: Float { Float(bitPattern: UInt32(packed >> 32)) }
}
