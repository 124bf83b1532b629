/// The factors that bring each bar of a series to the share basis of an instant.
///
/// - Split: a bar before its ex-date has its prices multiplied by old / new and its volume by
///   new / old. The ratios of all splits are multiplied as integers and divided once.
/// - Dividend D, in the total view: prices before its ex-date are multiplied by 1 − D / P, where
///   P is the last known close before the ex-date in the share basis of the ex-date. Volume stays.
/// - An action whose ex-date lies after the instant does not apply. One whose value is impossible
///   (not positive, or a dividend not below P) is skipped; `validated(_:for:)` reports it.
public struct Adjustment: Sendable {
    /// The factor of the four prices, one a bar.
    public let priceFactors: [Double]
    /// The factor of the volume, one a bar.
    public let volumeFactors: [Double]

    /// The factors of a series as traded.
    ///
    /// - Parameters:
    ///   - series: the bars.
    ///   - actions: the actions that the prices do not contain yet, in any order.
    ///   - view: what to adjust for; `none` gives factors of 1.
    ///   - asOf: the last instant whose actions apply.
    public init(
        of series: Series, by actions: [CorporateAction], view: AdjustmentView, asOf: Timestamp
    ) {
        let steps = Self.steps(of: series, by: actions, view: view, asOf: asOf)
        var prices = [Double](repeating: 1, count: series.count)
        var volumes = prices
        var ratio = ExactRatio()
        var dividends = 1.0
        var next = 0
        for row in series.times.indices.reversed() {
            while next < steps.count, series.times[row] < steps[next].exDate {
                switch steps[next].change {
                case .split(let new, let old): ratio.multiply(by: old, over: new)
                case .dividend(let factor): dividends *= factor
                }
                next += 1
            }
            prices[row] = ratio.value * dividends
            volumes[row] = ratio.inverse
        }
        (priceFactors, volumeFactors) = (prices, volumes)
    }

    /// A series adjusted for the actions known at an instant.
    ///
    /// - Parameters:
    ///   - series: the bars as traded.
    ///   - actions: the actions that the prices do not contain yet, in any order.
    ///   - view: what to adjust for.
    ///   - asOf: the last instant whose actions apply.
    /// - Returns: the bars in the share basis of the instant.
    public static func adjusted(
        _ series: Series, by actions: [CorporateAction], view: AdjustmentView, asOf: Timestamp
    ) -> Series {
        guard view != .none, actions.contains(where: { $0.exDate <= asOf }) else { return series }
        let factors = Adjustment(of: series, by: actions, view: view, asOf: asOf)
        return series.scaled(prices: factors.priceFactors, volumes: factors.volumeFactors)
    }
}

extension Adjustment {
    private enum Change {
        case split(new: Int, old: Int)
        case dividend(factor: Double)
    }

    private struct Step {
        let exDate: Timestamp
        let change: Change
    }

    /// The changes that apply, the latest first.
    private static func steps(
        of series: Series, by actions: [CorporateAction], view: AdjustmentView, asOf: Timestamp
    ) -> [Step] {
        guard view != .none else { return [] }
        let due = actions.filter { $0.exDate <= asOf }
        let splits = due.filter { $0.isSplit && $0.isPossible }
        return due.filter(\.isPossible).compactMap { action in
            switch action.kind {
            case .split(let new, let old):
                return Step(exDate: action.exDate, change: .split(new: new, old: old))
            case .dividend(let amount):
                guard view == .total,
                    let close = series.closeBefore(action.exDate, splits: splits), amount < close
                else { return nil }
                return Step(exDate: action.exDate, change: .dividend(factor: 1 - amount / close))
            }
        }.sorted { $1.exDate < $0.exDate }
    }
}

extension CorporateAction {
    /// True when the value is one that an action can have.
    var isPossible: Bool {
        switch kind {
        case .split(let new, let old): new > 0 && old > 0
        case .dividend(let amount): amount > 0 && amount.isFinite
        }
    }
}

extension Series {
    /// The last known close before an instant, in the share basis of that instant.
    func closeBefore(_ exDate: Timestamp, splits: [CorporateAction]) -> Double? {
        let rows = 0..<firstRow(notBefore: exDate)
        guard let row = rows.last(where: { close[$0].isFinite }) else { return nil }
        var ratio = ExactRatio()
        for split in splits where times[row] < split.exDate && split.exDate <= exDate {
            if case .split(let new, let old) = split.kind { ratio.multiply(by: old, over: new) }
        }
        return close[row] * ratio.value
    }

    /// The first row that starts at an instant or later; the count when there is none.
    public func firstRow(notBefore time: Timestamp) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
