/// Every indicator by name: for the command line, the laws, the golden files and the table in docs.
public enum IndicatorCatalog {
    /// Every indicator, group by group.
    public static let all: [Indicator] =
        averages + momentum + volatility + volume + statistics + price + candles

    /// An indicator by its name; nil when there is none such.
    public static func indicator(named name: String) -> Indicator? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    static let convergence: [Indicator.Parameter] = [
        .count("fast", 12), .count("slow", 26), .count("signal", 9),
    ]
    static let convergenceOutputs = ["macd", "signal", "histogram"]

    static func lines(
        _ lines: (line: Signal, signal: Signal, histogram: Signal)
    ) -> [Signal] {
        [lines.line, lines.signal, lines.histogram]
    }

    static func bands(
        _ bands: (upper: Signal, middle: Signal, lower: Signal)
    ) -> [Signal] {
        [bands.upper, bands.middle, bands.lower]
    }

    static let bandOutputs = ["upper", "middle", "lower"]
}
