import Analysis
import MarketData
import Signals

/// One instrument as a run sees it: history under a view, the rows that count, and where it all
/// comes from.
public struct Subject: Sendable {
    /// The instrument's symbol.
    public let symbol: String
    /// The bars as the rule and the ledger see them.
    public private(set) var history: AdjustedHistory
    /// The rows that are traded and counted; earlier ones only warm the plan.
    public let rows: Range<Int>
    /// Where the data comes from.
    public private(set) var passport: DataPassport
    /// The price of buying and holding at each row, dividends reinvested unless the view is
    /// `none`; the last known one where a bar has none.
    let holding: [Double]

    /// An instrument under a view and a range.
    ///
    /// - Parameters:
    ///   - series: the bars as stored.
    ///   - actions: the actions that the stored prices do not contain.
    ///   - view: what the rule and the ledger see.
    ///   - from: the first session that counts; nil for the first stored.
    ///   - to: the last session that counts; later bars are not looked at.
    ///   - source: where the data comes from.
    /// - Throws: when no bar lies in the range.
    public init(
        _ series: Series, actions: [CorporateAction], view: AdjustmentView, from: CivilDate?,
        to: CivilDate?, source: DataSource
    ) throws(SubjectError) {
        let date = { series.calendar.sessionDate(ofBarAt: $0, interval: series.interval) }
        let end = to.map { last in series.times.firstIndex { date($0) > last } } ?? nil
        let seen = end.map { series.rows(0..<$0) } ?? series
        let start = from.map { first in seen.times.firstIndex { date($0) >= first } }
        guard seen.count > 0, let first = start ?? 0 else {
            throw .emptyRange(symbol: series.symbol, from: from, to: to, series: series)
        }
        symbol = series.symbol
        rows = first..<seen.count
        history = AdjustedHistory(seen, actions: actions, view: view)
        holding = Self.holding(seen, actions, view)
        passport = DataPassport(source, seen, rows: rows)
        passport.remarks = source.remarks
        if view == .total {
            passport.remarks.append(.futureDividends)
        }
        if !holding[max(rows.lowerBound - 1, 0)].isFinite {
            passport.remarks.append(.lateHolding)
        }
    }

    /// The same instrument beside others that a rule reads.
    ///
    /// - Parameters:
    ///   - others: the instruments that the plan names, by symbol.
    ///   - plan: the compiled rule.
    /// - Returns: a subject that the plan can be run on.
    /// - Throws: when bars of a length that the plan wants cannot be made of those there are.
    public func reading(
        _ others: [String: Subject], for plan: Plan
    ) throws(SubjectError) -> Subject {
        let read = others.filter { plan.symbols.contains($0.key) }
        for frame in plan.frames {
            let base = frame.symbol.flatMap { read[$0] } ?? self
            let interval = base.history.traded.interval
            guard let longer = frame.interval, longer != interval else { continue }
            guard longer.isMade(of: interval) else {
                throw .shorterBars(symbol: base.symbol, wanted: longer, stored: interval)
            }
        }
        var subject = self
        if plan.lookback >= rows.upperBound {
            subject.passport.remarks.append(
                .tooShort(lookback: plan.lookback, bars: rows.upperBound))
        }
        guard !plan.frames.isEmpty else { return subject }
        subject.history = history.reading(read.mapValues(\.history))
        for (symbol, other) in plan.symbols.compactMap({ symbol in read[symbol].map { (symbol, $0) }
        }) {
            // A column of the instrument is known by its whole name.
            try subject.note(other, named: symbol.hasPrefix(":") ? other.symbol : symbol)
        }
        return subject
    }

    /// The same instrument among those that a rule compares.
    ///
    /// - Parameters:
    ///   - members: the universe, each beside the others that the rule reads.
    ///   - universe: their histories.
    /// - Returns: a subject that a plan of cross-sections can be run on.
    /// - Throws: when it is none of them.
    public func among(_ members: [Subject], _ universe: Universe) throws(SubjectError) -> Subject {
        guard universe.place(of: symbol) != nil else {
            throw .noMember(symbol: symbol, universe: members.map(\.symbol))
        }
        var subject = self
        subject.history = history.among(universe)
        subject.passport.universe = members.map(\.symbol)
        var known = Set(passport.reads.map(\.symbol) + [symbol])
        let read = members.flatMap { [ReadSeries($0.symbol, $0.passport)] + $0.passport.reads }
        subject.passport.reads += read.filter { known.insert($0.symbol).inserted }
        return subject
    }

    /// Writes into the passport that another instrument is read, and where it ends before this.
    private mutating func note(_ other: Subject, named name: String) throws(SubjectError) {
        let (own, read) = (history.traded, other.history.traded)
        let (first, last) = (own.closedAt[rows.lowerBound], own.closedAt[rows.upperBound - 1])
        guard let begin = read.closedAt.first, let end = read.closedAt.last, begin <= last,
            end >= first
        else { throw .noCommonBar(symbol: symbol, other: name, series: read) }
        passport.reads.append(ReadSeries(name, other.passport))
        let days = CivilDate(last).daysSince1970 - CivilDate(end).daysSince1970
        if days > 7 {
            passport.remarks.append(
                .ended(symbol: name, date: other.passport.lastSession, days: days))
        }
    }

    /// The same instrument compared with another one.
    public func compared(with benchmark: Subject) -> Subject {
        var subject = self
        subject.passport.benchmark = ReadSeries(benchmark.symbol, benchmark.passport)
        let times = Set(benchmark.history.traded.times)
        let common = history.traded.times[rows].count { times.contains($0) }
        if common == 0 {
            subject.passport.remarks.append(.benchmarkApart(symbol: benchmark.symbol))
        } else if 10 * common < 9 * rows.count {
            subject.passport.remarks.append(
                .benchmarkGaps(
                    symbol: benchmark.symbol, common: common, bars: rows.count))
        }
        return subject
    }

    /// What holding the instrument is worth over time, dividends reinvested.
    var levels: BenchmarkLevels {
        BenchmarkLevels(times: history.traded.times, levels: holding)
    }

    private static func holding(
        _ series: Series, _ actions: [CorporateAction], _ view: AdjustmentView
    ) -> [Double] {
        var last = Double.nan
        let prices =
            view == .none
            ? series.close
            : Adjustment.adjusted(
                series, by: actions, view: .total,
                asOf: series.times.last ?? Timestamp(microseconds: 0)
            ).close
        return prices.map { price in
            if price.isFinite { last = price }
            return last
        }
    }

    /// What buying at the close before the first row (or at the first row's, if there is none)
    /// and holding would have made of some cash, at each of `rows`.
    public func buyAndHold(cash: Double) -> [Double] {
        let first = holding.indices.first { $0 >= rows.lowerBound - 1 && holding[$0].isFinite }
        guard let first else { return rows.map { _ in cash } }
        return rows.map { $0 < first ? cash : cash * (holding[$0] / holding[first]) }
    }
}

extension ReadSeries {
    init(_ symbol: String, _ passport: DataPassport) {
        self.init(
            symbol: symbol, seriesDigest: passport.seriesDigest,
            actionsDigest: passport.actionsDigest)
    }
}

extension DataPassport {
    init(_ source: DataSource, _ series: Series, rows: Range<Int>) {
        func date(_ row: Int) -> String {
            series.calendar.sessionDate(ofBarAt: series.times[row], interval: series.interval)
                .description
        }
        self.init(
            dataset: source.dataset, origin: source.origin, licence: source.licence,
            seriesDigest: source.seriesDigest, actionsDigest: source.actionsDigest,
            selection: source.selection, priceBasis: source.priceBasis,
            calendar: series.calendar.name,
            firstSession: date(rows.lowerBound),
            lastSession: date(rows.upperBound - 1),
            barCount: rows.count, reads: [], universe: nil, benchmark: nil, remarks: [],
            members: nil)
    }
}
