import ArgumentParser
import Evaluation
import Foundation
import MarketData
import Signals

/// Indicators over a made-up market, timed as a user of the evaluators meets them.
struct IndicatorBenchmark {
    /// What is measured.
    enum Workload: String, CaseIterable, ExpressibleByArgument {
        /// One series of a million minutes.
        case one
        /// A hundred series of 2,520 days.
        case panel
        /// One bar at a time.
        case update
    }

    /// An indicator under TA-Lib's name, with the parameters that are measured.
    struct Case {
        let name: String
        let taLib: String
        let values: [Double]

        init(_ name: String, _ taLib: String, _ values: Double...) {
            (self.name, self.taLib, self.values) = (name, taLib, values)
        }
    }

    /// What one indicator took.
    struct Figure {
        let workload: Workload
        let name: String
        let nanoseconds: Double
        let nodeCount: Int
    }

    private let workload: Workload
    private let histories: [AdjustedHistory]

    init(_ workload: Workload) {
        self.workload = workload
        let series: [Series] =
            switch workload {
            case .one: [SyntheticMarket(symbol: 0).minutes(count: 1_000_000)]
            case .panel: (0..<100).map { SyntheticMarket(symbol: $0).daily(count: 2_520) }
            case .update: [SyntheticMarket(symbol: 0).minutes(count: 100_000)]
            }
        histories = series.map { AdjustedHistory($0, actions: [], view: .splits) }
    }

    /// Measures each of some names, or all.
    func run(names: [String], repeats: Int) -> [Figure] {
        Self.cases.filter { names.isEmpty || names.contains($0.name) }.compactMap { one in
            guard let indicator = IndicatorCatalog.all.first(where: { $0.taLib == one.taLib })
            else { return nil }
            let plan = indicator.plan(one.values)
            let seconds = workload == .update ? updated(plan, repeats) : filled(plan, repeats)
            let bars = histories.reduce(0) { $0 + $1.count }
            return Figure(
                workload: workload, name: one.name, nanoseconds: seconds * 1e9 / Double(bars),
                nodeCount: plan.nodes.count)
        }
    }

    /// Into columns that are there: what is measured is the work, not the kernel's page tables.
    private func filled(_ plan: Plan, _ repeats: Int) -> Double {
        let evaluator = ColumnarEvaluator(plan)
        var columns = evaluator.numbers(of: plan.shownNodes, for: histories)
        return fastest(of: repeats) {
            evaluator.fill(&columns, with: plan.shownNodes, of: histories)
        }
    }

    private func updated(_ plan: Plan, _ repeats: Int) -> Double {
        let series = histories[0].traded
        return fastest(of: repeats) {
            var evaluator = IncrementalEvaluator(plan, series.schedule)
            for row in 0..<series.count {
                evaluator.advance(to: series[row], closedAt: series.closedAt[row])
            }
        }
    }

    private func fastest(of repeats: Int, _ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        return (0..<repeats).map { _ in clock.measure(work) / .seconds(1) }.min() ?? .nan
    }

    /// Writes the bars for other programs: a file a field, series after series, as 64-bit numbers
    /// in this machine's order.
    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for field in Field.allCases {
            let values = histories.flatMap { $0.traded[field] }
            try values.withUnsafeBytes { bytes in
                try Data(bytes).write(
                    to: folder.appending(path: "\(workload.rawValue)-\(field).f64"))
            }
        }
    }
}

extension IndicatorBenchmark {
    /// The indicators that are judged beside other libraries.
    static let judged = [
        Case("SMA20", "SMA", 20), Case("EMA20", "EMA", 20), Case("WMA20", "WMA", 20),
        Case("DEMA20", "DEMA", 20), Case("TEMA20", "TEMA", 20), Case("KAMA10", "KAMA", 10),
        Case("RSI14", "RSI", 14), Case("MACD", "MACD", 12, 26, 9),
        Case("BBANDS20", "BBANDS", 20, 2, 2), Case("ATR14", "ATR", 14), Case("ADX14", "ADX", 14),
        Case("STOCH14", "STOCH", 14, 3, 3), Case("STOCHRSI14", "STOCHRSI", 14, 14, 3),
        Case("CCI20", "CCI", 20), Case("MFI14", "MFI", 14), Case("OBV", "OBV"),
        Case("WILLR14", "WILLR", 14), Case("AROON25", "AROON", 25), Case("ROC10", "ROC", 10),
        Case("MOM10", "MOM", 10), Case("TRIX15", "TRIX", 15),
        Case("ULTOSC", "ULTOSC", 7, 14, 28), Case("SAR", "SAR", 0.02, 0.2),
        Case("LINEARREG14", "LINEARREG", 14), Case("STDDEV20", "STDDEV", 20, 1),
        Case("CORREL30", "CORREL", 30), Case("BETA30", "BETA", 30), Case("AD", "AD"),
        Case("ADOSC", "ADOSC", 3, 10), Case("PPO", "PPO", 12, 26, 1), Case("MIN20", "MIN", 20),
        Case("MAX20", "MAX", 20),
    ]

    /// Those, and some with a window of 200.
    static let cases =
        judged + [
            Case("SMA200", "SMA", 200), Case("WMA200", "WMA", 200), Case("MAX200", "MAX", 200),
            Case("STDDEV200", "STDDEV", 200, 1), Case("LINEARREG200", "LINEARREG", 200),
            Case("CCI200", "CCI", 200), Case("STOCH200", "STOCH", 200, 3, 3),
        ]
}
