import ArgumentParser
import Backtesting
import Evaluation
import Foundation
import MarketData
import Signals
import Trading

/// The one strategy that a command looks into.
struct StudyOptions: ParsableArguments {
    @Argument(help: "A name of the catalogue, such as SmaCross.") var strategy: String
    @OptionGroup(title: "Parameters") var parameters: ParameterOptions

    /// The strategy with its plan, which is to run over a selection.
    func plan(over selection: SelectionOptions) throws -> (strategy: any Strategy, plan: Plan) {
        let study = try plan()
        try selection.checkUniverse(of: study.plan)
        return study
    }

    /// The strategy with its plan.
    func plan() throws -> (strategy: any Strategy, plan: Plan) {
        let type = try StrategyChoice.strategies(named: [strategy])[0]
        let strategy = try parameters.instance(of: type)
        return (strategy, Plan(strategy))
    }
}

/// The words of a value for people: eight digits tell all that a chart can show.
enum ValueText {
    static func text(_ value: TracedValue) -> String {
        switch value {
        case .number(let bits): text(Double(bitPattern: bits))
        case .truth(let truth): truth ? "true" : "false"
        case .unknown: "unknown"
        }
    }

    static func text(_ value: Double) -> String {
        value.isFinite ? String(format: "%.8g", value) : "–"
    }
}

extension Subject {
    /// The row that a text names: a session's last bar, or the bar that an instant falls into.
    ///
    /// - Throws: when there is no such bar, with the nearest ones.
    func row(at text: String) throws -> Int {
        let series = history.traded
        let row: Int?
        if let date = CivilDate(text) {
            row = rows.last { sessionDate(ofRow: $0) == date }
        } else if let instant = Timestamp(iso8601: text) {
            row = rows.last { series.times[$0] <= instant && instant <= series.closedAt[$0] }
        } else {
            throw wrongWords(
                "a bar is named by a date such as 2015-01-30, or an instant such as "
                    + "2015-01-30T15:00:00Z; '\(text)' is neither")
        }
        if let row { return row }
        let wanted = CivilDate(text) ?? Timestamp(iso8601: text).map { CivilDate($0) }
        let before = rows.last { sessionDate(ofRow: $0) < (wanted ?? sessionDate(ofRow: 0)) }
        let after = rows.first { sessionDate(ofRow: $0) > (wanted ?? sessionDate(ofRow: 0)) }
        let near = [before, after].compactMap { $0.map { "\(sessionDate(ofRow: $0))" } }
        throw CommandFailure(
            "\(symbol) has no bar at \(text) that counts; the nearest are of "
                + near.joined(separator: " and "))
    }

    /// The session that a row belongs to.
    func sessionDate(ofRow row: Int) -> CivilDate {
        let series = history.traded
        return series.calendar.sessionDate(ofBarAt: series.times[row], interval: series.interval)
    }
}
