import Backtesting
import Evaluation
import MarketData
import Signals

/// An indicator as it is typed: `rsi(14)`, `bollinger(20, 2)`.
struct IndicatorChoice {
    private let plans: [(label: String, plan: Plan)]

    /// Reads what was typed.
    ///
    /// - Throws: when the name is unknown or a number is missing or out of range.
    init(_ text: String) throws {
        let words = text.split { "(), ".contains($0) }.map(String.init)
        guard text.contains("(") == text.hasSuffix(")") else {
            throw wrongWords("'\(text)': write an indicator as 'rsi(14)'")
        }
        let name = words.first?.lowercased() ?? ""
        guard let indicator = IndicatorCatalog.indicator(named: name) else {
            let known = IndicatorCatalog.all.map(\.name)
            let near = nearest(name, in: known)
            throw wrongWords(
                "no indicator is called '\(text)'\(near.map { "; did you mean '\($0)'?" } ?? ""); "
                    + "there are \(known.joined(separator: ", "))")
        }
        let numbers = words.dropFirst().compactMap { Double($0) }
        // The usual values stand for those that are left out at the end.
        let values = numbers + indicator.parameters.dropFirst(numbers.count).map(\.usual)
        if values.count == indicator.parameters.count, let conflict = indicator.conflict(values) {
            throw wrongWords("'\(text)': \(conflict)")
        }
        guard numbers.count == words.count - 1, indicator.accepts(values) else {
            let parameters = indicator.parameters.map { "\($0.name) in \($0.rangeText)" }
            throw wrongWords(
                "'\(text)': \(name) takes "
                    + (parameters.isEmpty ? "no numbers" : parameters.joined(separator: ", ")))
        }
        plans = indicator.signals(of: Bars(), values).map { signal in
            let plan = Plan(showing: [signal], name: name)
            return (plan.words(ofNode: plan.shownNodes[0]), plan)
        }
    }

    /// The values over an instrument's rows; those that are prices on the basis of the last bar.
    func series(of subject: Subject, factors: [Double]) -> [DrawnSeries] {
        let panels = plans.map { _, plan in
            plan.unit(ofNode: plan.shownNodes[0]) == .price ? "price" : nil
        }
        return zip(plans, panels).map { entry, panel in
            let values = ColumnarEvaluator(entry.plan)
                .numbers(of: entry.plan.shownNodes, for: [subject.history])[0][0][subject.rows]
            return DrawnSeries(
                label: entry.label, panel: panel ?? plans[0].label,
                values: panel == nil ? Array(values) : zip(values, factors).map { $0 * $1 })
        }
    }
}
