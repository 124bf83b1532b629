import Commands
import Evaluation
import MarketData
import Oracle
import Signals
import Verification

extension IndicatorImplementation {
    /// An indicator of the catalogue over the bars, through a plan as strategies run it.
    ///
    /// - Precondition: the indicator takes the values.
    init(_ indicator: Indicator, _ values: [Double]) {
        let plan = indicator.plan(values)
        let parameters = zip(indicator.parameters, values)
            .map { "\($0.name)=\($0.text(of: $1))" }
        let sessions = plan.sessionNumbers.map { $0 == .month ? DefinitionInput.month : .session }
        let inputs = plan.fields.compactMap { DefinitionInput(rawValue: "\($0)") } + sessions
        self.init(
            "\(indicator.name)(\(parameters.joined(separator: ",")))", inputs: inputs,
            outputs: indicator.outputNames,
            lookbacks: plan.shownNodes.map { plan.nodes[$0].lookback }
        ) { columns in
            let series = Series(Dictionary(uniqueKeysWithValues: zip(inputs, columns)))
            let history = AdjustedHistory(series, actions: [], view: .none)
            return ColumnarEvaluator(plan).numbers(of: plan.shownNodes, for: [history])[0]
        }
    }
}

extension Series {
    /// Columns as bars that follow one another daily, or by the minute within their sessions and by
    /// the second within their months.
    fileprivate init(_ columns: [DefinitionInput: [Double]]) {
        let count = columns.values.map(\.count).max() ?? 0
        func column(_ input: DefinitionInput) -> [Double] {
            columns[input] ?? [Double](repeating: .nan, count: count)
        }
        // Days that lie 31 apart lie in different months.
        let isMonthly = columns[.session] == nil && columns[.month] != nil
        let stretch = Interval.day.microseconds * (isMonthly ? 31 : 1)
        let step = Interval.minute.microseconds / (isMonthly ? 60 : 1)
        let sessions = columns[.session] ?? columns[.month]
        var (last, place) = (Double.nan, Int64(0))
        let times = (0..<count).map { row in
            let session = sessions?[row] ?? Double(row)
            (last, place) = (session, session == last ? place + 1 : 0)
            return Timestamp(microseconds: Int64(session) * stretch + place * step)
        }
        self.init(
            symbol: "columns", interval: sessions == nil ? .day : .minute,
            calendar: .continuous, times: times, open: column(.open), high: column(.high),
            low: column(.low), close: column(.close), volume: column(.volume))
    }
}
