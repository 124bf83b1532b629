import Kernels
public import Oracle

/// Columns that go where arithmetic breaks, made from a seed by integers alone.
public struct HostileMarket: Sendable {
    /// What is hostile about it.
    public enum Kind: String, Sendable, CaseIterable {
        /// Nothing: a random walk around 100 with two decimals.
        case calm
        /// A price of a million that moves by millionths.
        case fineMoves = "fine moves"
        /// A calm price that leaps by a thousand deviations, and back.
        case jump
        /// One price, 0.1, and no volume.
        case constant
        /// One price of many digits, and no volume.
        case constantLarge = "large constant"
        /// One price that becomes another one, a hundred thousand times as large.
        case step
        /// Falls and rises, then one price and no volume for three quarters of the bars.
        case halt
        /// Volume is zero for long stretches.
        case zeroVolume = "zero volume"
        /// Single values, whole bars and long stretches are missing.
        case gaps
        /// Prices of 10⁻⁶ with eight decimals.
        case tiny
        /// A calm price with digits to the last bit, so that nothing computed from it ties.
        case untied
    }

    /// What is hostile about it.
    public let kind: Kind
    /// What is hostile about it, and its length.
    public let name: String
    /// Every column that a definition may read.
    public let columns: [DefinitionInput: [Double]]
    /// A time anchor every 256 bars.
    let anchors: [UInt8]

    /// Makes a market.
    ///
    /// - Parameters:
    ///   - kind: what is hostile about it.
    ///   - count: its bars, ≥ 0.
    public init(_ kind: Kind, count: Int) {
        self.kind = kind
        name = "\(kind.rawValue), \(count) bars"
        anchors = (0..<count).map { $0 > 0 && $0 % 256 == 0 ? 1 : 0 }
        var random = SplitMix64(state: 0x4F_72_61_63_6C_65)
        var level = Level(kind, halt: kind == .halt ? count / 4 : .max)
        var columns: [DefinitionInput: [Double]] = [:]
        for input in DefinitionInput.allCases { columns[input] = [] }
        for bar in 0..<count {
            for (input, value) in level.next(bar, &random) {
                let isMissing = kind == .gaps && Self.isMissing(input, bar)
                columns[input]?.append(isMissing ? .nan : value)
            }
        }
        self.columns = columns
    }

    private static func isMissing(_ input: DefinitionInput, _ bar: Int) -> Bool {
        if bar % 997 == 600 || (3_000..<3_040).contains(bar % 10_000) { return true }
        let place = DefinitionInput.allCases.firstIndex(of: input) ?? 0
        return bar % 499 == 60 + 7 * place
    }
}

/// A price in whole units, and what a bar of it looks like.
private struct Level {
    private let kind: HostileMarket.Kind
    private var level: Int
    private var before: Int
    /// The first bar at which nothing moves any more.
    private let halt: Int

    init(_ kind: HostileMarket.Kind, halt: Int) {
        (self.kind, self.halt) = (kind, halt)
        level = kind == .fineMoves ? 1_000_000_000_000 : 10_000
        before = level
    }

    /// Every column of the next bar. Decimals are quotients of whole numbers: rounded once.
    mutating func next(
        _ bar: Int, _ random: inout SplitMix64
    ) -> [(DefinitionInput, Double)] {
        let width = kind == .fineMoves ? 3 : 61
        before = level
        let move = Int(random.next() % UInt64(2 * width + 1)) - width
        level += bar < halt ? move : 0
        if kind != .fineMoves { level = min(max(level, 1_000), 100_000) }
        let leap = kind == .jump && bar % 5_000 == 700 ? 10_000_000 : 0
        let isFlat = bar >= halt || [.constant, .constantLarge, .step].contains(kind)
        if isFlat { before = level }
        let spread = isFlat ? 0 : UInt64(width)
        let open = before + leap
        let close = level + leap
        let high = max(open, close) + Int(random.next() % (spread + 1))
        let low = min(open, close) - Int(random.next() % (spread + 1))
        let units = Double(random.next() % 1_000_000)
        let isIdle = isFlat || kind == .zeroVolume && bar % 400 < 250
        let volume = isIdle ? 0 : units
        return [
            (.open, price(open, bar)), (.high, price(high, bar)), (.low, price(low, bar)),
            (.close, price(close, bar)), (.volume, volume), (.session, Double(bar / 300)),
            (.period, Double(random.next() % 40)), (.value, price(close, bar)),
            (.other, price(low, bar)),
            (.weight, Double(random.next() % 1_001) / 1_000),
            (.range, isFlat ? 0 : price(high - low + 10, bar)), (.month, Double(bar / 700)),
        ]
    }

    private func price(_ units: Int, _ bar: Int) -> Double {
        switch kind {
        case .constant: 0.1
        case .constantLarge: 27_654.3
        case .step: bar < 500 ? 0.1 : 27_654.3
        case .fineMoves: Double(units) / 1_000_000
        case .tiny: Double(units) / 10_000_000_000
        case .untied:
            Double(units) / 100 + Double((units &* 40_503 ^ bar &* 9_973) & 0xFFFFF) * 1e-9
        default: Double(units) / 100
        }
    }
}
