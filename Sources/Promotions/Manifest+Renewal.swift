extension Manifest {
    /// True when both trade the same plan under the same terms on the same instruments.
    public func isSameTrading(as other: Manifest) -> Bool {
        strategy == other.strategy && fingerprint == other.fingerprint && rules == other.rules
            && interval == other.interval
            && adjusted == other.adjusted
            && Set(universe.map(\.symbol)) == Set(other.universe.map(\.symbol))
    }
}
