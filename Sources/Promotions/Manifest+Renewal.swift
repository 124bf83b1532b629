import MarketData

extension Manifest {
    /// True when both trade the same plan under the same terms on the same instruments.
    public func isSameTrading(as other: Manifest) -> Bool {
        isSameRule(as: other) && Set(universe.map(\.symbol)) == Set(other.universe.map(\.symbol))
    }

    /// The same, issued a second after the latest of others where it would be no later: what is
    /// promoted last takes over, also within one second.
    public func issued(after others: [Manifest]) -> Manifest {
        let latest = others.filter { $0.isSameTrading(as: self) && $0.issued >= issued }
            .compactMap { Timestamp(iso8601: $0.issued) }.max()
        guard let latest else { return self }
        var later = self
        later.issued = Timestamp(microseconds: latest.microseconds + 1_000_000).text
        return later
    }

    /// The symbols that two promotions of the same plan under the same terms both trade, in order;
    /// none where either is different.
    public func sharedSymbols(with other: Manifest) -> [String] {
        guard isSameRule(as: other) else { return [] }
        return Set(universe.map(\.symbol)).intersection(other.universe.map(\.symbol)).sorted()
    }

    private func isSameRule(as other: Manifest) -> Bool {
        strategy == other.strategy && fingerprint == other.fingerprint && rules == other.rules
            && interval == other.interval && adjusted == other.adjusted
    }
}
