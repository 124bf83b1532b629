extension Definition {
    static let forceIndex = Definition(
        "force-index", "EFI force",
        """
        The exponential average of (c − c′) v.
        """, [.period(13)], [.close, .volume], lookback: { $0.period },
        magnitude: Magnitude { x, _, y in
            var largest = 0.0
            let force = x[0].change * x[1]
            let sizes = Magnitude.largest([force], over: .max)
            return (0..<y.count).map { bar in
                largest = max(largest, sizes[bar])
                return largest
            }
        }
    ) { x, a in
        [(x[0].change * x[1]).exponential(a.period)]
    }
}
