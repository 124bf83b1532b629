import MarketData

extension BarTable {
    /// Notes on closes that jump as a split or another unit of the currency makes them jump.
    ///
    /// Only the close before a session and the first one in it are compared, and a split that is
    /// listed between them explains the jump.
    ///
    /// - Parameters:
    ///   - actions: the listed actions of the instrument.
    ///   - kind: what the source has done to the prices; splits are looked for in raw ones.
    ///   - calendar: the calendar of the series.
    ///   - file: the name of the file.
    /// - Returns: one finding a jump, in order of time.
    func jumps(
        unexplainedBy actions: [CorporateAction], in kind: BasisKind, calendar: Calendar,
        file: String
    ) -> [ImportFinding] {
        let splits = Set(actions.filter(\.isSplit).map { CivilDate($0.exDate) })
        var found: [ImportFinding] = []
        var last: Int?
        for row in 0..<count where close[row] > 0 && close[row].isFinite {
            defer { last = row }
            guard let last, found.count < RowCollector.limit else { continue }
            let ratio = close[last] / close[row]
            guard max(ratio, 1 / ratio) > 1.4, let jump = Jump(ratio, isRaw: kind == .raw) else {
                continue
            }
            let dates = [last, row].map {
                calendar.sessionDate(ofBarAt: times[$0], interval: interval)
            }
            let isInside = dates[0] == dates[1]
            let isListed = splits.contains { dates[0] < $0 && $0 <= dates[1] }
            guard !isInside, !isListed else { continue }
            found.append(
                ImportFinding(
                    file: file, line: row < lines.count ? lines[row] : 0, column: "close",
                    text: "\(close[row])", reason: jump.reason,
                    remark: jump.remark(on: dates[1], before: close[last]), time: times[row]))
        }
        return found
    }
}

/// A jump of the close by a round factor.
private struct Jump {
    let reason: ImportFinding.Reason
    private let name: String

    /// New shares for old ones, as companies split.
    private static let ratios = [(2, 1), (3, 1), (3, 2), (4, 1), (5, 1), (7, 1), (10, 1), (20, 1)]

    /// The jump of a close before over the close after it; nil when it is not within 1 % of one.
    init?(_ ratio: Double, isRaw: Bool) {
        func isNear(_ factor: Double) -> Bool { (ratio / factor - 1).magnitude <= 0.01 }
        if isNear(100) || isNear(0.01) {
            (reason, name) = (.unitJump, "")
            return
        }
        let both = Self.ratios + Self.ratios.map { ($1, $0) }
        guard isRaw, let split = both.first(where: { isNear(Double($0) / Double($1)) }) else {
            return nil
        }
        (reason, name) = (.splitLike, "\(split.0):\(split.1)")
    }

    func remark(on date: CivilDate, before: Double) -> String {
        switch reason {
        case .splitLike:
            "from \(before), looks like a split of \(name) on \(date); name it in --actions"
        default:
            "from \(before) on \(date), as where the unit changes (pounds and pence); "
                + "bring the file to one unit"
        }
    }
}
