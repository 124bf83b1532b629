/// What a simulated world does to the runner.
public struct Chaos: OptionSet, Hashable, Sendable {
    /// One bit a kind.
    public let rawValue: Int
    /// Kinds from their bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Bars come twice.
    public static let duplicates = Chaos(rawValue: 1)
    /// Bars come long after those that follow them.
    public static let gaps = Chaos(rawValue: 2)
    /// Bars come in another order.
    public static let reordering = Chaos(rawValue: 4)
    /// Bars come with other prices first.
    public static let corrections = Chaos(rawValue: 8)
    /// Bars come before they have closed.
    public static let partials = Chaos(rawValue: 16)
    /// The clock jumps forward and back.
    public static let clockJumps = Chaos(rawValue: 32)
    /// Writes fail for want of room.
    public static let fullDisk = Chaos(rawValue: 64)
    /// The process dies at any point of a write.
    public static let kills = Chaos(rawValue: 128)
    /// The process ends and starts again.
    public static let restarts = Chaos(rawValue: 256)
    /// Promotions come and go.
    public static let promotions = Chaos(rawValue: 512)
    /// Messages do not arrive at the first try.
    public static let lostMessages = Chaos(rawValue: 1_024)
    /// The journal's bars are folded into the immutable history.
    public static let folds = Chaos(rawValue: 2_048)
    /// Instruments split.
    public static let splits = Chaos(rawValue: 4_096)
    /// Bars come with a price of 0, or far from the true one, as well.
    public static let badPrices = Chaos(rawValue: 8_192)

    /// Bars come as rows of files that grow, are torn and are cut.
    public static let folders = Chaos(rawValue: 16_384)

    /// Every kind.
    public static let all = Chaos(rawValue: 32_767)

    /// Each kind alone, with its name.
    public static let kinds: [(name: String, kind: Chaos)] = [
        ("duplicates", .duplicates), ("gaps", .gaps), ("reordering", .reordering),
        ("corrections", .corrections), ("partials", .partials), ("clock-jumps", .clockJumps),
        ("full-disk", .fullDisk), ("kills", .kills), ("restarts", .restarts),
        ("promotions", .promotions), ("lost-messages", .lostMessages), ("folds", .folds),
        ("splits", .splits), ("bad-prices", .badPrices), ("folders", .folders),
    ]

    /// The names of the kinds.
    public var names: String {
        Self.kinds.filter { contains($0.kind) }.map(\.name).joined(separator: ", ")
    }
}
