/// One truth value per lane.
public protocol LaneMask: Sendable {
    /// A mask from bits: bit `k` is lane `k`.
    init(bits: UInt8)
    /// Bit `k` is lane `k`.
    var bits: UInt8 { get }
    /// True when some lane is true.
    var isAny: Bool { get }
    /// True when every lane is true.
    var isEverywhere: Bool { get }
    /// True in the lanes where either is true.
    static func .| (left: Self, right: Self) -> Self
    /// True in the lanes where both are true.
    static func .& (left: Self, right: Self) -> Self
    /// True in the lanes where the mask is false.
    static prefix func .! (mask: Self) -> Self
}
