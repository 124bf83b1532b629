extension IndicatorCatalog {
    static let volume: [Indicator] = [
        Indicator("obv", "On-balance volume", .volume, taLib: "OBV") { bars, _ in [bars.obv] },
        Indicator("ad", "Accumulation and distribution", .volume, taLib: "AD") { bars, _ in
            [bars.accumulation]
        },
        Indicator(
            "adosc", "Chaikin's oscillator", .volume, taLib: "ADOSC",
            [.count("fast", 3), .count("slow", 10)]
        ) { [$0.accumulationOscillator(fast: Int($1[0]), slow: Int($1[1]))] },
        Indicator("cmf", "Chaikin's money flow", .volume, reference: "CMF", [.period(20)]) {
            [$0.cmf(period: Int($1[0]))]
        },
        Indicator("vwap", "Volume-weighted price from the origin", .volume, reference: "VWAP") {
            bars, _ in
            [bars.vwap]
        },
        Indicator(
            "vwap-rolling", "Volume-weighted price of a window", .volume, reference: "VWAP.rolling",
            [.period(20)]
        ) {
            [$0.vwap(period: Int($1[0]))]
        },
        Indicator(
            "vwap-session", "Volume-weighted price of the session", .volume,
            reference: "VWAP.session"
        ) { bars, _ in
            [bars.vwap(since: .day)]
        },
        Indicator("vwap-month", "Volume-weighted price of the month", .volume) { bars, _ in
            [bars.vwap(since: .month)]
        },
        Indicator("force", "Elder's force index", .volume, reference: "EFI", [.period(13)]) {
            [$0.forceIndex(period: Int($1[0]))]
        },
    ]
}
