import Backtesting
import MarketData
import Trading

/// One instrument of a sweep with what its cells share.
final class SweepMarket: Sendable {
    let subject: Subject
    let periodsPerYear: Double
    private let indices: [TradingRules.Fill: PriceIndex]

    init(_ subject: Subject) {
        self.subject = subject
        let series = subject.history.traded
        periodsPerYear = series.calendar.periodsPerYear(of: series.interval)
        indices = [.nextOpen, .sameClose, .sameCloseBookedLater].reduce(into: [:]) {
            $0[$1] = PriceIndex(subject.history, rows: subject.rows, fill: $1)
        }
    }

    /// The prices as a rule of fills meets them.
    func index(of fill: TradingRules.Fill) -> PriceIndex? { indices[fill] }

    /// Adds each cell's outcome to its place of the batch.
    func run(_ cells: [SweepCell], into batch: inout SweepBatch) {
        var desk = SweepDesk()
        var waiting: [TradingRules: [Int]] = [:]
        for (number, cell) in cells.enumerated() {
            guard let index = indices[cell.rules.fill] else { continue }
            let path = Self.path(cell, index)
            batch.count(path)
            switch path {
            case .events:
                batch.figures[cell.place].add(
                    desk.outcome(cell, index, periodsPerYear: periodsPerYear))
            case .lanes:
                waiting[cell.rules, default: []].append(number)
            case .reference:
                batch.figures[cell.place].add(reference(cell))
            }
        }
        for (rules, places) in waiting { runLanes(cells, places, rules, into: &batch) }
        batch.fallbacks += desk.fallbacks
    }

    /// Lanes share their levels, and a cell with levels of its own goes to the session.
    private static func path(_ cell: SweepCell, _ index: PriceIndex) -> SweepPath {
        let path = PathChooser.path(cell.rules, index)
        guard case .lanes(let reason) = path, cell.hasOwnLevels else { return path }
        return .reference(reason)
    }

    private func runLanes(
        _ cells: [SweepCell], _ places: [Int], _ rules: TradingRules, into batch: inout SweepBatch
    ) {
        guard let index = indices[rules.fill] else { return }
        var ledger = LaneLedger(index, rules, periodsPerYear: periodsPerYear)
        for start in stride(from: 0, to: places.count, by: 8) {
            let eight = places[start..<min(start + 8, places.count)]
            let conditions = eight.map { cells[$0].conditions }
            ledger.run(conditions[...]) { lane, outcome in
                batch.figures[cells[eight[eight.startIndex + lane]].place].add(outcome)
            }
        }
        batch.fallbacks += ledger.fallbacks
    }

    private func reference(_ cell: SweepCell) -> CellOutcome {
        let account = Account(
            cell.rules, subject.history, cell.decisions, rows: subject.rows)
        return CellOutcome(
            account.session, equity: account.equity,
            investedCount: account.positions.count { $0 != 0 }, periodsPerYear: periodsPerYear)
    }
}

/// The event sweeps of one instrument and one batch: cells with the same terms share one.
private struct SweepDesk {
    private var sweeps: [TradingRules: EventSweep] = [:]
    private(set) var fallbacks = 0

    mutating func outcome(
        _ cell: SweepCell, _ index: PriceIndex, periodsPerYear: Double
    ) -> CellOutcome {
        if !cell.hasOwnLevels, var sweep = sweeps.removeValue(forKey: cell.rules) {
            defer { sweeps[cell.rules] = sweep }
            return outcome(of: cell, by: &sweep)
        }
        let isFree = cell.rules.stop == .none && cell.rules.target == .none
        let table =
            isFree
            ? nil : StopTable(index, cell.rules, sides: cell.sides, values: cell.values)
        var sweep = EventSweep(
            index, cell.rules, periodsPerYear: periodsPerYear, table: table)
        defer { if !cell.hasOwnLevels { sweeps[cell.rules] = sweep } }
        return outcome(of: cell, by: &sweep)
    }

    private mutating func outcome(
        of cell: SweepCell, by sweep: inout EventSweep
    ) -> CellOutcome {
        let before = sweep.fallbacks
        defer { fallbacks += sweep.fallbacks - before }
        return sweep.run(cell.conditions)
    }
}
