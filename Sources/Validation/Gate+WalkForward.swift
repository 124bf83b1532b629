import Foundation
import MarketData

extension Gate {
    /// Most windows gain, each begun flat with a rule that was warmed up before it.
    ///
    /// The parameters are fixed, so nothing is fitted and every window is out of sample; windows
    /// roll forward, adjoin and cover the range, so that no bar is counted twice or left out.
    static let walkForward = Gate(
        name: "walk-forward",
        question: "Does the rule gain in most windows, each begun flat?",
        comparison: .atLeast, unit: .fraction
    ) { examination, thresholds in
        let windows = WalkForward(examination, years: thresholds[GateThresholds.windowYears])
        let (count, least) = (windows.count, thresholds[GateThresholds.leastWindows])
        guard Double(count) >= least else {
            return Finding(
                why: "the range after the warm-up holds \(GateThresholds.windows(count)), and "
                    + "\(GateUnit.count.text(least)) are needed; take a longer range, or shorter "
                    + "windows in a file of thresholds")
        }
        let gains = windows.folds.count { ($0.traded?.totalReturn ?? 0) > 0 }
        let sharpe = GateUnit.ratio.text(windows.joined.sharpe, undefined: "undefined")
        return Finding(
            value: Double(gains) / Double(count),
            why: "\(gains) of \(GateThresholds.windows(count)) gain after costs; joined, their "
                + "Sharpe ratio is \(sharpe)",
            evidence: [windows.table])
    }
}

extension GateThresholds {
    fileprivate static func windows(_ count: Int) -> String {
        counted(count, "window")
    }
}

/// The windows of a walk forward, and what the rule made in each.
private struct WalkForward {
    struct Fold {
        let first: Timestamp
        let last: Timestamp
        let traded: PooledReturns?
        let held: Double
    }

    let folds: [Fold]
    var count: Int { folds.count }

    /// Windows of about `years` that cover the bars after the warm-up.
    init(_ examination: Examination, years: Double) {
        let subjects = examination.subjects
        let times = examination.traded.times
        // The first bar on which the rule is known, wherever it is known first.
        let starts = subjects.compactMap { subject -> Timestamp? in
            let row = max(subject.rows.lowerBound, examination.plan.lookback)
            return subject.rows.contains(row) ? subject.history.traded.times[row] : nil
        }
        guard let start = starts.min(), let last = times.last, start < last else {
            folds = []
            return
        }
        let length = Double(last.microseconds - start.microseconds)
        let year = 365.25 * Double(Interval.day.microseconds)
        let count = max(1, Int((length / year / years).rounded()))
        let bounds = (0...count).map { index in
            start.microseconds + Int64(length * Double(index) / Double(count))
        }
        folds = (0..<count).map { index in
            let end = index + 1 == count ? Int64.max : bounds[index + 1]
            return Self.fold(examination, from: bounds[index], to: end)
        }
    }

    private static func fold(
        _ examination: Examination, from start: Int64, to end: Int64
    ) -> Fold {
        let rows = { (times: ArraySlice<Timestamp>) in
            let first = times.partitioningIndex { $0.microseconds >= start }
            return first..<max(first, times.partitioningIndex { $0.microseconds >= end })
        }
        let pool = rows(examination.held.times[...])
        let held = examination.held.returns.values[pool].reduce(1) { $0 * (1 + $1) } - 1
        let times = examination.held.times[pool]
        return Fold(
            first: times.first ?? Timestamp(microseconds: start),
            last: times.last ?? Timestamp(microseconds: start),
            traded: examination.traded { rows($0.history.traded.times[$0.rows]) }, held: held)
    }

    /// The windows one after the other.
    var joined: PooledReturns { PooledReturns(joining: folds.compactMap(\.traded)) }

    var table: GateTable {
        GateTable(
            "Windows", label: "Window",
            columns: [
                .init("Return", .fraction), .init("Sharpe", .ratio), .init("Trades", .count),
                .init("Holding", .fraction),
            ],
            rows: folds.map { fold in
                .init(
                    "\(CivilDate(fold.first)) to \(CivilDate(fold.last))",
                    [
                        fold.traded?.totalReturn, fold.traded?.sharpe,
                        fold.traded.map { Double($0.tradeCount) }, fold.held,
                    ])
            })
    }
}

extension ArraySlice {
    /// The first index whose element belongs to the second part of an ordered slice.
    fileprivate func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
