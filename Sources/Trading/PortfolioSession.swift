import MarketData

/// The ledger of one cash account for several instruments.
///
/// Each instrument has a book, a `TradingSession`; the cash goes from book to book, so that the
/// same code fills, protects and books for one instrument and for many. Sales come before
/// purchases, and those by rank, then by symbol: the order in which instruments are listed decides
/// nothing.
public struct PortfolioSession: Sendable {
    /// A closed bar of one instrument.
    public struct Arrival: Sendable {
        /// The instrument's place among the symbols.
        public let place: Int
        /// Its bar.
        public let bar: Bar
        /// The corporate actions whose ex-date it is.
        public let actions: ArraySlice<CorporateAction>

        /// A bar of one instrument.
        public init(place: Int, bar: Bar, actions: ArraySlice<CorporateAction> = []) {
            (self.place, self.bar, self.actions) = (place, bar, actions)
        }
    }

    /// The terms.
    public let rules: TradingRules
    /// The instruments, ascending.
    public let symbols: [String]
    /// What each has traded, in the order of `symbols`. Cash and equity of a book are those of the
    /// account when it was last looked at.
    public internal(set) var books: [TradingSession]
    /// Money not invested.
    public internal(set) var cash: Double
    /// Cash and all positions at their last known closes.
    public internal(set) var equity: Double
    /// True when the account was worth nothing at a close; nothing is traded afterwards.
    public private(set) var isRuined = false

    /// An account that holds only cash.
    ///
    /// - Precondition: the symbols ascend, and the rules do not book closes later.
    public init(_ rules: TradingRules, symbols: [String]) {
        precondition(
            zip(symbols, symbols.dropFirst()).allSatisfy(<), "symbols of an account must ascend")
        precondition(
            rules.fill != .sameCloseBookedLater, "an account for several books no close later")
        (self.rules, self.symbols) = (rules, symbols)
        books = symbols.map { _ in TradingSession(bookOf: rules) }
        (cash, equity) = (rules.cash, rules.cash)
    }

    /// The instruments held.
    public var heldCount: Int { books.count { !$0.isFlat } }

    /// All commission paid.
    public var fees: Double { books.lazy.map(\.fees).reduce(0, +) }

    /// Takes the bars that have closed at one time: corporate actions, then what has gapped through
    /// its stop or target, then fills at the opens, then stops and targets, then the mark at the
    /// closes.
    ///
    /// - Precondition: all bars start at one time, later than those before, and places ascend.
    public mutating func advance(to arrivals: [Arrival]) {
        precondition(
            zip(arrivals, arrivals.dropFirst()).allSatisfy {
                $0.bar.time == $1.bar.time && $0.place < $1.place
            }, "bars of an account come together, by ascending symbol")
        for arrival in arrivals { books[arrival.place].begin(arrival.bar) }
        guard !isRuined else { return }
        for arrival in arrivals {
            for action in arrival.actions { inBook(arrival.place) { $0.apply(action) } }
        }
        let places = arrivals.map(\.place)
        // Who leaves at the open makes room for who enters there.
        for place in places { inBook(place) { $0.protectAtOpen() } }
        if rules.fill == .nextOpen { fill(places, at: \.open) }
        for place in places { inBook(place) { $0.protect() } }
        markToMarket(places)
        fillAtClose(places)
    }

    /// Takes the decisions of the closes that came last.
    public mutating func apply(_ decisions: [(place: Int, decision: Decision)]) {
        guard !isRuined else { return }
        for (place, decision) in decisions {
            books[place].equity = equity
            inBook(place) { $0.decide(decision) }
        }
        fillAtClose(decisions.map(\.place))
    }

    /// Pays out what is held of instruments whose bars have ended, at their last known closes.
    public mutating func payOut(_ places: [Int]) {
        guard !isRuined else { return }
        for place in places { inBook(place) { $0.payOut() } }
    }

    /// Lends a book the account's cash.
    mutating func inBook(_ place: Int, _ work: (inout TradingSession) -> Void) {
        books[place].cash = cash
        work(&books[place])
        cash = books[place].cash
    }

    private mutating func fillAtClose(_ places: [Int]) {
        guard rules.fill == .sameClose, places.contains(where: { books[$0].order != nil }) else {
            return
        }
        fill(places, at: \.close)
        markToMarket(places)
    }

    private mutating func markToMarket(_ places: [Int]) {
        for place in places { books[place].noteClose() }
        equity = cash + books.lazy.map(\.holding).reduce(0, +)
        guard equity <= 0 else { return }
        for place in books.indices { inBook(place) { $0.end() } }
        (equity, isRuined) = (cash, true)
    }
}
