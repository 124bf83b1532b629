import MarketData

extension PortfolioSession {
    /// Fills the orders that rest, at a price of the bars that have come.
    mutating func fill(_ places: [Int], at price: KeyPath<Bar, Double>) {
        func isFillable(_ place: Int) -> Bool {
            books[place].isFillable(at: books[place].bar[keyPath: price])
        }
        let waiting = places.filter(isFillable)
        guard !waiting.isEmpty else { return }
        let prices = self.prices(at: price, of: places)
        weigh(waiting, prices)
        admit(waiting)
        for place in inOrder(waiting) {
            books[place].reserved = owed(prices, besides: place)
            inBook(place) { $0.fillOrder(at: prices[place]) }
        }
    }

    /// What each instrument is worth now: the price of a bar that has come, else its last close.
    private func prices(at price: KeyPath<Bar, Double>, of places: [Int]) -> [Double] {
        var prices = books.map(\.mark)
        for place in places where books[place].bar[keyPath: price].isFinite {
            prices[place] = books[place].bar[keyPath: price]
        }
        return prices
    }

    /// The money that short positions speak for: what they brought, and as much again to cover
    /// them. Without it one account would sell its own proceeds once more.
    private func owed(_ prices: [Double], besides own: Int) -> Double {
        books.indices.reduce(0) { sum, place in
            let quantity = place == own ? 0 : books[place].position?.quantity ?? 0
            return quantity < 0 ? sum - 2 * quantity * prices[place] : sum
        }
    }

    /// Turns the weights of the waiting orders into units, all at once: each is a share of the
    /// account as all of them leave it.
    private mutating func weigh(_ waiting: [Int], _ prices: [Double]) {
        let weighed = waiting.compactMap { place in
            books[place].weightLine(at: prices[place]).map { (place: place, line: $0) }
        }
        guard !weighed.isEmpty else { return }
        let own = Set(weighed.map(\.place))
        var (equity, held, owed) = (cash, 0.0, 0.0)
        for (place, book) in books.enumerated() {
            guard let position = book.position else { continue }
            let value = position.quantity * prices[place]
            equity += value
            guard !own.contains(place) else { continue }
            held += max(0, value)
            owed -= min(0, value)
        }
        let units = Rebalancing(
            weighed.map(\.line), equity: equity, others: (held, owed), rules
        ).units
        for (place, units) in zip(weighed.map(\.place), units) { books[place].trade(to: units) }
    }

    /// Takes the room from entries that are too many: the greater rank has it, then the lesser
    /// symbol. What leaves at the same time makes room first.
    private mutating func admit(_ waiting: [Int]) {
        guard let limit = rules.limits.maxPositions else { return }
        let leaving = waiting.count { place in
            guard let order = books[place].order, !books[place].isFlat else { return false }
            return order.closes != nil && order.direction == 0
        }
        let entering = waiting.filter { place in
            books[place].isFlat && books[place].order?.direction != 0 && books[place].order != nil
        }
        let room = max(0, limit - heldCount + leaving)
        for place in byRank(entering).dropFirst(room) { books[place].order?.hasSlot = false }
    }

    /// The waiting orders that are left, sales before purchases.
    private func inOrder(_ waiting: [Int]) -> [Int] {
        let left = waiting.filter { books[$0].order != nil }
        let isBuy = { place in books[place].order.map(books[place].isBuy) ?? false }
        return byRank(left.filter { !isBuy($0) }) + byRank(left.filter(isBuy))
    }

    /// The greatest rank first; without one last, by ascending symbol.
    private func byRank(_ places: [Int]) -> [Int] {
        func rank(_ place: Int) -> Double {
            let rank = books[place].order?.rank ?? .nan
            return rank.isNaN ? -.infinity : rank
        }
        return places.sorted { rank($0) != rank($1) ? rank($0) > rank($1) : $0 < $1 }
    }
}
