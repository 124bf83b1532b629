import Evaluation
import MarketData
import Oracle
import Signals
import Verification

extension IndicatorImplementation {
    /// An indicator of the catalogue over the bars, through a plan as strategies run it; nil where
    /// the values do not fit, or where it counts weeks or months, which columns do not tell.
    init?(_ indicator: Indicator, _ values: [Double]) {
        guard indicator.accepts(values) else { return nil }
        let plan = indicator.plan(values)
        guard plan.sessionUnits.isSubset(of: [.day]) else { return nil }
        let parameters = zip(indicator.parameters, values)
            .map { "\($0.name)=\($0.isCount ? "\(Int($1))" : "\($1)")" }
        let sessions: [DefinitionInput] = plan.sessionUnits.isEmpty ? [] : [.session]
        let inputs = plan.fields.compactMap { DefinitionInput(rawValue: "\($0)") } + sessions
        self.init(
            "\(indicator.name)(\(parameters.joined(separator: ",")))", inputs: inputs,
            outputs: indicator.outputNames
        ) { columns in
            let series = Series(Dictionary(uniqueKeysWithValues: zip(inputs, columns)))
            let history = AdjustedHistory(series, actions: [], view: .none)
            return ColumnarEvaluator(plan).numbers(of: plan.shownNodes, for: [history])[0]
        }
    }
}

extension Series {
    /// Columns as bars that follow one another daily, or by the minute within their sessions.
    fileprivate init(_ columns: [DefinitionInput: [Double]]) {
        let count = columns.values.map(\.count).max() ?? 0
        func column(_ input: DefinitionInput) -> [Double] {
            columns[input] ?? [Double](repeating: .nan, count: count)
        }
        let (day, minute) = (Interval.day.microseconds, Interval.minute.microseconds)
        var (last, place) = (Double.nan, Int64(0))
        let times = (0..<count).map { row in
            guard let session = columns[.session]?[row] else {
                return Timestamp(microseconds: Int64(row) * day)
            }
            (last, place) = (session, session == last ? place + 1 : 0)
            return Timestamp(microseconds: Int64(session) * day + place * minute)
        }
        self.init(
            symbol: "columns", interval: columns[.session] == nil ? .day : .minute,
            calendar: .continuous, times: times, open: column(.open), high: column(.high),
            low: column(.low), close: column(.close), volume: column(.volume))
    }
}
