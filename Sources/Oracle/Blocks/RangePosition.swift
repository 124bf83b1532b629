extension Definition {
    static let rangePosition = Definition(
        "range-position", "",
        """
        100 (c − l) / (h − l) with the sign 1, −100 (h − c) / (h − l) with the sign −1; 0 where \
        h = l.
        """, [.count("sign", 1, -1...1)], [.high, .low, .close],
        lookback: { _ in 0 }, magnitude: .constant(100)
    ) { x, a in
        let way = a["sign"] > 0 ? x[2] - x[1] : x[2] - x[0]
        return [(100 * way).over(x[0] - x[1], orElse: 0)]
    }
}
