extension Adjustment {
    /// The actions that the prices of a series allow, and findings on the others.
    ///
    /// A dividend must lie below the close before it. A split whose closes across the ex-date show
    /// the opposite, or for a ratio of 1.5 and more no split at all, is not applied.
    ///
    /// - Parameters:
    ///   - actions: the actions that the prices do not contain yet, in any order.
    ///   - series: the bars as traded.
    /// - Returns: the accepted actions in their order, and one finding for each of the others.
    public static func validated(
        _ actions: [CorporateAction], for series: Series
    ) -> (accepted: [CorporateAction], findings: [ActionFinding]) {
        var seen: Set<CorporateAction> = []
        var reasons = actions.map { action -> ActionFinding.Reason? in
            guard action.isPossible else { return .notPositive }
            guard seen.insert(action).inserted else { return .repeated }
            return series.splitProblem(action)
        }
        let splits = zip(actions, reasons).filter { $0.isSplit && $1 == nil }.map(\.0)
        for (index, action) in actions.enumerated() where reasons[index] == nil {
            guard case .dividend(let amount) = action.kind,
                let close = series.closeBefore(action.exDate, splits: splits), amount >= close
            else { continue }
            reasons[index] = .amountNotBelowClose(close: close)
        }
        let accepted = zip(actions, reasons).filter { $1 == nil }.map(\.0)
        let findings = zip(actions, reasons).compactMap { action, reason in
            reason.map { ActionFinding(symbol: series.symbol, action: action, reason: $0) }
        }
        return (accepted, findings)
    }
}

extension Series {
    /// What the closes across the ex-date of a split say against it.
    fileprivate func splitProblem(_ action: CorporateAction) -> ActionFinding.Reason? {
        guard case .split(let new, let old) = action.kind else { return nil }
        let start = firstRow(notBefore: action.exDate)
        guard let before = (0..<start).last(where: { close[$0] > 0 && close[$0].isFinite }),
            let after = (start..<count).first(where: { close[$0] > 0 && close[$0].isFinite })
        else { return nil }
        let ratio = close[after] / close[before]
        let stated = Double(old) / Double(new)
        func distance(_ expected: Double) -> Double { max(ratio / expected, expected / ratio) }
        if distance(1 / stated) < min(distance(stated), distance(1)) {
            return .inverted(ratio: ratio)
        }
        let isLarge = max(stated, 1 / stated) >= 1.5
        return isLarge && distance(1) < distance(stated) ? .notShown(ratio: ratio) : nil
    }
}
