extension Definition {
    static let parabolicStopBlock = Definition(
        "parabolic-stop", "",
        """
        Wilder's stop and reverse with every rule as a parameter, and the direction after the \
        bar: 1 or −1.
        """, extendedParabolicStop.parameters, [.high, .low],
        outputs: ["stop", "direction"], lookback: { _ in 1 }, magnitude: .soFar
    ) { x, a in
        let signed = extendedParabolicStop.formula(x, a)[0]
        return [signed.magnitude, signed.map { $0.isKnown ? ($0 < 0 ? -1 : 1) : $0 }]
    }
}
