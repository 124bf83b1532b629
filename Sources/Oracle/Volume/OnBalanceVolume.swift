extension Definition {
    static let onBalanceVolume = Definition(
        "on-balance-volume", "OBV",
        """
        The volume of rising bars less that of falling ones, from the first volume on.
        """, [], [.close, .volume], lookback: { _ in 0 },
        magnitude: .sum(of: 1)
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            let change = x[0].change
            let signed = ExactSeries.map(change, x[1]) { change, volume in
                change > 0 || !change.isKnown ? volume : change < 0 ? -volume : .zero
            }
            return [signed.runningSum]
        }
    }
}
