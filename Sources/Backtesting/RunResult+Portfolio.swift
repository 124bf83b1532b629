import Analysis
import Digests
import MarketData
import Signals
import Trading

extension RunResult {
    /// The symbol under which an account for several instruments stands.
    public static let portfolioSymbol = "portfolio"

    /// The instruments that share the account; nil where it has one.
    public var members: [String]? { passport.members }

    /// What is held after the last bar; an account for several instruments may hold several.
    public var openPositions: [OpenPositionRecord] {
        holdings ?? [openPosition].compactMap(\.self)
    }

    /// Measures what one account for several instruments has done.
    ///
    /// Its bars are those of an index: the mean of what the same cash, held in each instrument,
    /// would have made. A trade's rows are those of that index, its prices those of its instrument.
    ///
    /// - Parameters:
    ///   - id: makes the run's id of its passport.
    ///   - plan: the plan; its first target was traded.
    ///   - settings: what was asked for.
    ///   - account: what the session has left behind.
    ///   - rules: the terms under which it traded.
    ///   - benchmark: what it is compared with; nil for holding equal parts of all.
    init(
        id: (DataPassport) -> String, plan: Plan, settings: RunSettings,
        portfolio account: PortfolioAccount, rules: TradingRules, benchmark: Subject?
    ) {
        let times = account.times
        let held = account.holdingAll(cash: rules.cash)
        let books = account.books(fill: rules.fill)
        var trades = books.flatMap(\.trades)
        // Sorting is stable, and the books ascend by symbol.
        trades.sort { $0.record.exitRow < $1.record.exitRow }
        var measured = MeasuredAccount(account, cash: rules.cash, riskFree: settings.riskFree)
        measured.trades = trades.map { MeasuredTrade($0.trade, $0.record) }
        let holdings = books.compactMap(\.open)
        measured.openTradeCount = holdings.count
        measured.benchmark =
            benchmark?.levels ?? BenchmarkLevels(times: times, levels: held, base: rules.cash)
        let convention = MetricConvention(rawValue: settings.convention) ?? .finstage
        let run = Measurement(measured, convention: convention)
        let holding = Measurement(
            measured.holding(held, cash: rules.cash), convention: convention)
        let passport = DataPassport(account, benchmark: benchmark)
        self.init(
            id: id(passport), strategy: plan.targets[0].name, symbol: Self.portfolioSymbol,
            settings: settings, passport: passport, plan: plan.canonicalText,
            planFingerprint: plan.fingerprint.description,
            bars: BarColumns(index: held.map { 100 * $0 / rules.cash }, times: times),
            equity: account.equity, buyAndHold: held,
            positions: account.heldCounts.map(Double.init), drawn: [],
            rules: DrawnPlan(plan).rules.map { RuleText(wish: $0.wish, text: $0.text, drawn: []) },
            trades: trades.map(\.record),
            orders: books.flatMap(\.orders).sorted { $0.row < $1.row }, openPosition: nil,
            holdings: holdings,
            unitChanges: account.unitChanges,
            rejections: books.flatMap(\.rejections).sorted { $0.row < $1.row },
            metrics: RunMetrics(run), buyAndHoldMetrics: RunMetrics(holding),
            tables: RunTables(
                run, held: holding, benchmark: benchmark?.levels.value(of: rules.cash, at: times),
                trades: trades.map(\.record)))
    }
}

/// What one instrument of a shared account has traded, in the account's rows.
private struct Book {
    let trades: [(trade: Trade, record: TradeRecord)]
    let orders: [OrderRecord]
    let open: OpenPositionRecord?
    let rejections: [RejectionRecord]
}

extension PortfolioAccount {
    /// What each instrument has traded, by ascending symbol.
    fileprivate func books(fill: TradingRules.Fill) -> [Book] {
        zip(subjects, session.books).map { subject, book in
            let bars = BarColumns(subject.history, rows: subject.rows)
            let rows = rows(of: subject)
            let symbol = subject.symbol
            return Book(
                trades: book.trades.map { trade in
                    (trade, TradeRecord(trade, bars, fill: fill).placed(symbol) { rows[$0] })
                },
                orders: book.orders.map { OrderRecord($0).placed(symbol) { rows[$0] } },
                open: book.position.map {
                    OpenPositionRecord($0, mark: book.mark).placed(symbol) { rows[$0] }
                },
                rejections: book.rejections.map {
                    RejectionRecord($0).placed(symbol) { rows[$0] }
                })
        }
    }

    /// The account's row of each bar of an instrument that counts.
    private func rows(of subject: Subject) -> [Int] {
        var row = 0
        return subject.history.traded.times[subject.rows].map { time in
            while times[row] < time { row += 1 }
            return row
        }
    }

    /// What equal parts of the cash, each held in one instrument from its first bar on, would have
    /// made, at each of `times`.
    fileprivate func holdingAll(cash: Double) -> [Double] {
        let part = cash / Double(subjects.count)
        var sums = [Double](repeating: 0, count: times.count)
        for subject in subjects {
            let (rows, levels) = (rows(of: subject), subject.buyAndHold(cash: part))
            var (next, level) = (0, part)
            for row in sums.indices {
                if next < rows.count, rows[next] == row {
                    level = levels[next]
                    next += 1
                }
                sums[row] += level
            }
        }
        return sums
    }

    /// The amount of all fills, in money.
    fileprivate var tradedAmount: Double {
        session.books.lazy.flatMap(\.orders).map(\.amount).compensatedSum()
    }
}

extension MeasuredAccount {
    fileprivate init(_ account: PortfolioAccount, cash: Double, riskFree: Double) {
        let schedule = account.subjects[0].history.traded
        let (calendar, interval) = (schedule.calendar, schedule.interval)
        self.init(
            equity: account.equity, startingCash: cash, times: account.times,
            dates: account.times.map { calendar.sessionDate(ofBarAt: $0, interval: interval) },
            interval: interval, periodsPerYear: calendar.periodsPerYear(of: interval),
            isInvested: account.heldCounts.map { $0 > 0 })
        (fees, tradedAmount) = (account.session.fees, account.tradedAmount)
        self.riskFree = riskFree
    }
}

extension BarColumns {
    /// An index: every bar is its level.
    fileprivate init(index levels: [Double], times: [Timestamp]) {
        self.init(
            times: times, open: levels, high: levels, low: levels, close: levels,
            factor: levels.map { _ in 1 })
    }
}

extension DataPassport {
    /// What is common to all instruments of an account, and the digests of each.
    fileprivate init(_ account: PortfolioAccount, benchmark: Subject?) {
        let subjects = account.subjects
        func words(_ value: (DataPassport) -> String) -> String {
            Set(subjects.map { value($0.passport) }).sorted().joined(separator: ", ")
        }
        func digest(_ value: (DataPassport) -> String) -> String {
            Digest(of: subjects.map { value($0.passport) }.joined(separator: "\n")).description
        }
        let symbols = subjects.map(\.symbol)
        var seen = Set(symbols)
        let own = subjects.map { ReadSeries($0.symbol, $0.passport) }
        let others = subjects.flatMap(\.passport.reads).filter { seen.insert($0.symbol).inserted }
        var known: Set<DataRemark> = []
        self.init(
            dataset: words(\.dataset), origin: words(\.origin), licence: words(\.licence),
            seriesDigest: digest(\.seriesDigest), actionsDigest: digest(\.actionsDigest),
            selection: words(\.selection), priceBasis: words(\.priceBasis),
            calendar: words(\.calendar),
            firstSession: subjects.map(\.passport.firstSession).min() ?? "",
            lastSession: subjects.map(\.passport.lastSession).max() ?? "",
            barCount: account.times.count, reads: own + others,
            universe: subjects[0].passport.universe,
            benchmark: benchmark.map { ReadSeries($0.symbol, $0.passport) },
            remarks: (subjects.flatMap(\.passport.remarks) + account.endings)
                .filter { known.insert($0).inserted },
            members: symbols)
    }
}
