import CLanes

/// The returns of eight equity curves and their statistics, with the operations of Analysis.
struct LaneStatistics {
    typealias Lanes = SIMD8<Double>

    private(set) var equity: Lanes
    private let cash: Double
    private var returns: [Lanes]
    private var sum = LaneSum()
    private var (peak, fall, largest) = (Lanes.zero, Lanes.zero, Lanes.zero)
    /// The lowest equity.
    private(set) var lowest = Lanes.zero
    private static let one = Lanes(repeating: 1)

    init(count: Int, cash: Double) {
        (self.cash, equity) = (cash, Lanes(repeating: cash))
        returns = Array(repeating: .zero, count: count)
    }

    /// Forgets the cells before.
    mutating func start() {
        equity = Lanes(repeating: cash)
        (peak, lowest) = (equity, equity)
        (sum, fall, largest) = (LaneSum(), .zero, .zero)
    }

    /// Takes the equity at a close.
    @inline(__always)
    mutating func add(_ value: Lanes, bar: Int) {
        let change = c_lanes_difference(c_lanes_quotient(value, equity), Self.one)
        returns[bar] = change
        sum.add(change)
        largest = c_lanes_greatest(c_lanes_magnitude(change), largest)
        peak = c_lanes_greatest(value, peak)
        fall = c_lanes_greatest(
            c_lanes_difference(Self.one, c_lanes_quotient(value, peak)), fall)
        lowest = c_lanes_least(value, lowest)
        equity = value
    }

    /// Takes a close at which no equity has changed.
    mutating func rest(bar: Int) { returns[bar] = .zero }

    /// The Sharpe ratios, NaN where nothing varies, and the deepest drawdowns.
    func finish(periodsPerYear: Double) -> (sharpe: Lanes, drawdown: Lanes) {
        let count = Double(returns.count)
        guard returns.count >= 2 else { return (Lanes(repeating: .nan), fall) }
        let mean = sum.value / count
        var squares = LaneSum()
        for change in returns {
            let deviation = c_lanes_difference(change, mean)
            squares.add(c_lanes_product(deviation, deviation))
        }
        let variance = squares.value / (count - 1)
        var sharpe = Lanes(repeating: .nan)
        for lane in 0..<8 {
            let deviation = variance[lane].squareRoot()
            guard deviation > 1e-12 * largest[lane] else { continue }
            sharpe[lane] = mean[lane] / deviation * periodsPerYear.squareRoot()
        }
        return (sharpe, fall)
    }
}

/// Eight sums that keep what each addition rounds off, as `CompensatedSum` does.
struct LaneSum {
    private var (sum, compensation) = (SIMD8<Double>.zero, SIMD8<Double>.zero)

    var value: SIMD8<Double> { sum + compensation }

    @inline(__always)
    mutating func add(_ term: SIMD8<Double>) {
        let next = c_lanes_sum(sum, term)
        compensation = c_lanes_sum(compensation, c_lanes_lost(sum, term, next))
        sum = next
    }
}
