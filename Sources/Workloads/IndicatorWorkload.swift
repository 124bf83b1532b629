import ColumnStore
import Evaluation
import Foundation
import MarketData
import Signals

/// Indicators over a made-up market, as a user of the evaluators meets them: what is measured,
/// while the callers choose how.
public struct IndicatorWorkload: Sendable {
    /// The shape of the market and the way through it.
    public enum Form: String, CaseIterable, Sendable {
        /// One series of a million minutes.
        case one
        /// A hundred series of 2,520 days.
        case panel
        /// One bar at a time, a hundred thousand minutes.
        case update
    }

    /// An indicator under TA-Lib's name, with the parameters that are measured.
    public struct Case: Sendable {
        /// What it is called in results, such as `SMA20`.
        public let name: String
        private let taLib: String
        private let values: [Double]

        fileprivate init(_ name: String, _ taLib: String, _ values: Double...) {
            (self.name, self.taLib, self.values) = (name, taLib, values)
        }

        /// What the evaluators are given.
        public var plan: Plan {
            guard let indicator = IndicatorCatalog.all.first(where: { $0.taLib == taLib }) else {
                preconditionFailure("no indicator of the catalogue is TA-Lib's \(taLib)")
            }
            return indicator.plan(values)
        }
    }

    /// The shape and the way.
    public let form: Form
    private let histories: [AdjustedHistory]

    /// Makes the market.
    public init(_ form: Form) {
        self.form = form
        let series: [Series] =
            switch form {
            case .one: [SyntheticDataset.minute1m.series(0)]
            case .panel:
                (0..<SyntheticDataset.daily100.symbolCount).map {
                    SyntheticDataset.daily100.series($0)
                }
            case .update: [SyntheticDataset.minute1m.series(0).rows(0..<100_000)]
            }
        histories = series.map { AdjustedHistory($0, actions: [], view: .splits) }
    }

    /// The bars of all series.
    public var barCount: Int { histories.reduce(0) { $0 + $1.count } }

    /// All bars once through a plan, as often as the work that comes back is called.
    public func work(of plan: Plan) -> () -> Void {
        form == .update ? updating(plan) : filling(plan)
    }

    /// Into columns that are there: what is measured is the work, not the system's page tables.
    private func filling(_ plan: Plan) -> () -> Void {
        let (evaluator, histories) = (ColumnarEvaluator(plan), histories)
        var columns = evaluator.numbers(of: plan.shownNodes, for: histories)
        return { evaluator.fill(&columns, with: plan.shownNodes, of: histories) }
    }

    private func updating(_ plan: Plan) -> () -> Void {
        let series = histories[0].traded
        return {
            var evaluator = IncrementalEvaluator(plan, series.schedule)
            for row in 0..<series.count {
                evaluator.advance(to: series[row], closedAt: series.closedAt[row])
            }
        }
    }

    /// Writes the bars for other programs: a file a field, series after series, as 64-bit numbers
    /// in this machine's order.
    ///
    /// - Parameter folder: where `FORM-FIELD.f64` are written; made where it is missing.
    /// - Throws: what the file system says.
    public func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for field in Field.allCases {
            let values = histories.flatMap { $0.traded[field] }
            try values.withUnsafeBytes { bytes in
                try Data(bytes).write(
                    to: folder.appending(path: "\(form.rawValue)-\(field).f64"))
            }
        }
    }
}

extension IndicatorWorkload {
    /// The indicators that are judged beside other libraries.
    public static let judged = [
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

    /// Those, and some with a window of 200, which are measured but not judged.
    public static let cases =
        judged + [
            Case("SMA200", "SMA", 200), Case("WMA200", "WMA", 200), Case("MAX200", "MAX", 200),
            Case("STDDEV200", "STDDEV", 200, 1), Case("LINEARREG200", "LINEARREG", 200),
            Case("CCI200", "CCI", 200), Case("STOCH200", "STOCH", 200, 3, 3),
        ]
}
