extension Promotion {
    /// The latest of some promotions that was issued after this one and is the same but for that:
    /// the plan, its terms, the length of a bar, the view and the instruments.
    ///
    /// - Parameter others: promotions that could run beside this one.
    /// - Returns: the one that takes over; nil where there is none.
    public func renewal(among others: [Promotion]) -> Promotion? {
        others.filter { isSame(as: $0) && isOlder(than: $0) }
            .max { $0.isOlder(than: $1) }
    }

    private func isOlder(than other: Promotion) -> Bool {
        (manifest.issued, id) < (other.manifest.issued, other.id)
    }

    private func isSame(as other: Promotion) -> Bool {
        manifest.isSameTrading(as: other.manifest)
    }
}
