import MarketData

/// A fall of an equity curve below an earlier peak.
///
/// The peak is seeded with the starting cash, so a loss on the first bar counts. Equal to the
/// peak is recovered.
public struct Drawdown: Hashable, Sendable {
    /// The fraction lost from the peak, ≥ 0; above 1 where equity fell below zero.
    public let depth: Double
    /// The row of the peak; nil when it is the starting cash.
    public let peakRow: Int?
    /// The row of the trough.
    public let troughRow: Int
    /// The row at which the peak was reached again; nil while under water at the end.
    public let recoveryRow: Int?
    /// The bars from the peak to the recovery, or to the end while there is none. The starting
    /// cash lies one bar before the first.
    public let barCount: Int

    /// Every fall below the peak of a curve, in order; one that lasts counts to the end.
    ///
    /// - Parameters:
    ///   - equity: the equity at each close.
    ///   - startingCash: the first peak.
    /// - Returns: the drawdowns.
    public static func episodes(equity: [Double], startingCash: Double) -> [Drawdown] {
        precondition(startingCash > 0, "starting cash must be > 0, was \(startingCash)")
        var episodes: [Drawdown] = []
        var (peak, peakRow, lowest, trough) = (startingCash, -1, Double.infinity, -1)
        func add(recoveryRow: Int?) {
            let depth = 1 - lowest / peak
            guard trough >= 0, depth > 0 else { return }
            episodes.append(
                Drawdown(
                    depth: depth, peakRow: peakRow, troughRow: trough, recoveryRow: recoveryRow,
                    lastRow: equity.count - 1))
        }
        for (row, value) in equity.enumerated() {
            if value >= peak {
                add(recoveryRow: row)
                (peak, peakRow, lowest, trough) = (value, row, .infinity, -1)
            } else if value < lowest {
                (lowest, trough) = (value, row)
            }
        }
        add(recoveryRow: nil)
        return episodes
    }

    private init(depth: Double, peakRow: Int, troughRow: Int, recoveryRow: Int?, lastRow: Int) {
        (self.depth, self.troughRow, self.recoveryRow) = (depth, troughRow, recoveryRow)
        self.peakRow = peakRow < 0 ? nil : peakRow
        barCount = (recoveryRow ?? lastRow) - peakRow
    }

    /// The calendar days from the peak to the recovery, or to the last bar while there is none.
    ///
    /// - Parameter times: the start of each bar of the curve.
    /// - Returns: whole days between the two dates. The starting cash has the date of the first
    ///   bar.
    public func dayCount(times: [Timestamp]) -> Int {
        guard let first = times.first, let last = times.last else { return 0 }
        let start = CivilDate(peakRow.map { times[$0] } ?? first)
        let end = CivilDate(recoveryRow.map { times[$0] } ?? last)
        return end.daysSince1970 - start.daysSince1970
    }

    /// The bars from the trough to the recovery; nil while there is none.
    public var recoveryBarCount: Int? {
        guard let recoveryRow else { return nil }
        return recoveryRow - troughRow
    }

    /// The calendar days from the trough to the recovery; nil while there is none.
    public func recoveryDayCount(times: [Timestamp]) -> Int? {
        guard let recoveryRow else { return nil }
        let (start, end) = (CivilDate(times[troughRow]), CivilDate(times[recoveryRow]))
        return end.daysSince1970 - start.daysSince1970
    }
}
