extension Manifest {
    /// True when both trade the same plan under the same terms on the same instruments.
    public func isSameTrading(as other: Manifest) -> Bool {
        isSameRule(as: other) && Set(universe.map(\.symbol)) == Set(other.universe.map(\.symbol))
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
