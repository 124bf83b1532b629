import Foundation
import MarketData

extension BarTable {
    /// Notes on prices that jump as a split or another unit of the currency makes them jump.
    ///
    /// Only the close before a session and the first bar in it are compared, and a split that is
    /// listed between them explains the jump. Where the file has an adjusted close, that one says
    /// whether there was a split; else the jump must stand out from the moves of the days before.
    ///
    /// - Parameters:
    ///   - actions: the listed actions of the instrument.
    ///   - kind: what the source has done to the prices; splits are looked for in raw ones.
    ///   - calendar: the calendar of the series.
    ///   - file: the name of the file.
    /// - Returns: one finding a jump, in order of time.
    func jumps(
        unexplainedBy actions: [CorporateAction], in kind: BasisKind, calendar: MarketData.Calendar,
        file: String
    ) -> [ImportFinding] {
        guard kind != .values else { return [] }
        let splits = Set(actions.filter(\.isSplit).map { CivilDate($0.exDate) })
        let adjusted = extras.first { $0.name == "adj_close" }?.values ?? []
        var found: [ImportFinding] = []
        var known: [Int] = []
        for row in 0..<count where close[row] > 0 && close[row].isFinite {
            defer { known.append(row) }
            guard let last = known.last, found.count < RowCollector.limit else { continue }
            let ratio = close[last] / close[row]
            guard max(ratio, 1 / ratio) > 1.3 else { continue }
            let jump = Jump(
                toOpen: open[row] > 0 ? close[last] / open[row] : ratio, toClose: ratio,
                usual: usualMove(before: known), adjusted: adjustment(adjusted, last, row))
            guard let change = jump.change(isRaw: kind == .raw) else { continue }
            let dates = [last, row].map {
                calendar.sessionDate(ofBarAt: times[$0], interval: interval)
            }
            let isInside = dates[0] == dates[1]
            let isListed = splits.contains { dates[0] < $0 && $0 <= dates[1] }
            guard !isInside, !isListed else { continue }
            found.append(
                ImportFinding(
                    file: file, line: row < lines.count ? lines[row] : 0, column: "close",
                    text: "\(close[row])", reason: change.reason,
                    remark: change.remark(on: dates[1], before: close[last]), time: times[row]))
        }
        return found
    }

    /// The median |log return| of the twenty known closes before; 0 where there are too few.
    private func usualMove(before known: [Int]) -> Double {
        let rows = known.suffix(21)
        guard rows.count > 5 else { return 0 }
        let moves = zip(rows, rows.dropFirst()).map { log(close[$1] / close[$0]).magnitude }
        return moves.sorted()[moves.count / 2]
    }

    /// The factor by which the adjusted close says that prices changed; nil where it says nothing.
    private func adjustment(_ adjusted: [Double], _ last: Int, _ row: Int) -> Double? {
        guard adjusted.count == count, adjusted[last] > 0, adjusted[row] > 0 else { return nil }
        let factor = (adjusted[row] / close[row]) / (adjusted[last] / close[last])
        return factor.isFinite ? factor : nil
    }
}

/// A jump of the price between two sessions.
private struct Jump {
    /// The close before over the open after.
    let toOpen: Double
    /// The close before over the close after.
    let toClose: Double
    /// The usual |log return| of a bar.
    let usual: Double
    /// What an adjusted close says about it.
    let adjusted: Double?

    /// What a jump looks like.
    struct Change {
        let reason: ImportFinding.Reason
        let name: String

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

    /// New shares for old ones, as companies split.
    private static let ratios =
        (2...10).map { ($0, 1) } + [15, 20, 25, 30, 50].map { ($0, 1) } + [(3, 2), (5, 2), (4, 3)]

    /// What the jump looks like; nil when like nothing but a move of the market.
    func change(isRaw: Bool) -> Change? {
        if [100, 0.01].contains(where: { (toClose / $0 - 1).magnitude <= 0.01 }) {
            return Change(reason: .unitJump, name: "")
        }
        guard isRaw else { return nil }
        // Dividends move the factor too, but hardly by a tenth.
        if let adjusted, log(adjusted).magnitude < 0.1 { return nil }
        let isStriking = log(toOpen).magnitude > max(0.3, 10 * usual)
        guard adjusted != nil || isStriking else { return nil }
        let slack = adjusted == nil ? min(0.08, max(0.03, 3 * usual)) : 0.1
        let both = Self.ratios + Self.ratios.map { ($1, $0) }
        let distance = { (ratio: (Int, Int)) in
            log((adjusted ?? toOpen) * Double(ratio.1) / Double(ratio.0)).magnitude
        }
        guard let nearest = both.min(by: { distance($0) < distance($1) }),
            distance(nearest) <= slack
        else { return nil }
        return Change(reason: .splitLike, name: "\(nearest.0):\(nearest.1)")
    }
}
