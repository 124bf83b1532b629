import Analysis
import Commands
import Foundation
import MarketData
import Reporting
import Search
import Sweeps

/// What a sweep has come to: the table, and the best of it.
struct SweepResult {
    let strategy: String
    let search: SweepSearch
    let visit: SweepSearch.Visit
    let symbols: [String]
    let seconds: Double
    /// All trials that the store knows of, this sweep's cells among them.
    let trialCount: Int
    let top: Int

    /// The places of the cells that the first objective likes best, among those visited.
    private var best: [Int] {
        var best = BestCells(limit: top)
        for (place, figures) in visit.figures.enumerated() {
            best.insert(place, score: search.score(figures, search.objectives[0]))
        }
        return best.ranked.map(\.cell)
    }

    /// The places of the cells that no other one beats in every objective.
    private var front: [Int] {
        var front = ParetoFront(objectives: search.objectives.count)
        for (place, figures) in visit.figures.enumerated() {
            let scores = search.objectives.map { search.score(figures, $0) ?? .nan }
            front.insert(place, scores: scores.span)
        }
        return front.entries.map(\.cell)
    }

    private func settings(_ place: Int) -> [String: String] {
        search.space.grid.settings(of: visit.cells[place])
    }

    /// The words that set a cell's parameters.
    private func words(_ place: Int) -> String {
        let settings = settings(place)
        return search.space.grid.axes.map { "\($0.name)=\(settings[$0.name] ?? "")" }
            .joined(separator: " ")
    }

    private var backtestCount: Int { visit.cells.count * symbols.count }

    /// The Sharpe ratio that the best of so many cells without any edge would have; nil where the
    /// cells do not vary.
    private var byChance: Double? {
        let sharpes = Returns(visit.figures.compactMap(\.sharpe))
        return sharpes.deviation.map {
            SharpeSignificance.expectedMaximum(
                deviation: $0, ofTrials: Double(visit.figures.count))
        }
    }

    /// The score beside those of the neighbours.
    private func plateau(_ place: Int) -> PlateauScore? {
        guard let peak = search.score(visit.figures[place], search.objectives[0]) else {
            return nil
        }
        let places = Dictionary(
            uniqueKeysWithValues: visit.cells.enumerated().map { ($1, $0) })
        return PlateauScore(of: visit.cells[place], peak: peak, in: search.space.grid) { cell in
            guard let other = places[cell] else { return .unvisited }
            return search.score(visit.figures[other], search.objectives[0])
                .map { .score($0) } ?? .undefined
        }
    }
}

extension SweepResult {
    /// All cells as comma-separated text.
    var csv: String {
        let names = search.space.grid.axes.map(\.name)
        let metrics = SweepMetric.allCases
        var text = (["cell"] + names + metrics.map(\.rawValue)).joined(separator: ",") + "\n"
        for (place, figures) in visit.figures.enumerated() {
            let settings = settings(place)
            let values = metrics.map { metric in
                metric == .trades
                    ? "\(figures.tradeCount)"
                    : figures.value(of: metric).map { "\($0)" } ?? ""
            }
            text +=
                (["\(visit.cells[place])"] + names.map { settings[$0] ?? "" } + values)
                .joined(separator: ",") + "\n"
        }
        return text
    }

    /// Makes the folder of the results, before anything is computed.
    static func prepare(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                "--output \(folder.path) cannot be made: \(error.localizedDescription)")
        }
    }

    /// True where some cell has a score.
    var hasBest: Bool {
        visit.figures.contains { search.score($0, search.objectives[0]) != nil }
    }

    func write(to folder: URL) throws {
        try csv.write(
            to: folder.appending(path: "cells.csv"), atomically: true, encoding: .utf8)
        try json.document.write(
            to: folder.appending(path: "sweep.json"), atomically: true, encoding: .utf8)
        Terminal.note("Results: \(folder.path)")
    }

    /// The best cells for people.
    var text: String {
        let best = self.best
        let axes = search.space.grid.axes
        let rows = best.map { place in
            let (figures, settings) = (visit.figures[place], settings(place))
            return axes.map { settings[$0.name] ?? "" } + [
                TextTable.ratio(figures.sharpe), TextTable.percent(figures.totalReturn),
                TextTable.percent(figures.worstDrawdown), "\(figures.tradeCount)",
                TextTable.percent(figures.exposure),
            ]
        }
        let table = TextTable(
            head: axes.map(\.name) + ["Sharpe", "Return", "Drawdown", "Trades", "Exposure"],
            rows: rows, textColumns: 0)
        return headline(best) + "\n\n" + table.text + "\n" + remarks(best)
    }

    private func headline(_ best: [Int]) -> String {
        let rate = seconds > 0 ? Int(Double(backtestCount) / seconds) : 0
        return "\(strategy): \(counted(visit.cells.count, "cell")) × "
            + "\(counted(symbols.count, "symbol")), \(counted(backtestCount, "backtest")) in "
            + "\(String(format: "%.2f", seconds)) s (\(rate)/s; \(pathWords))"
    }

    private var pathWords: String {
        var words = visit.paths.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        if visit.fallbacks > 0 { words.append("fallbacks \(visit.fallbacks)") }
        return words.joined(separator: ", ")
    }

    private func remarks(_ best: [Int]) -> String {
        guard let first = best.first else {
            return "No cell has a known \(search.objectives[0].metric): nothing was traded, or "
                + "nothing varies.\n"
        }
        var lines: [String] = []
        if let byChance, let sharpe = visit.figures[first].sharpe {
            lines.append(
                "Of \(visit.cells.count) cells without any edge the best would have a Sharpe ratio "
                    + "of about \(TextTable.ratio(byChance)); the best here has "
                    + "\(TextTable.ratio(sharpe)). The store knows of "
                    + "\(counted(trialCount, "trial")) in all.")
        }
        if let plateau = plateau(first), let mean = plateau.mean {
            lines.append(
                "Its neighbours have \(TextTable.ratio(mean)) in the mean, "
                    + "\(TextTable.ratio(plateau.least)) at least: a peak that stands "
                    + "alone is luck.")
        }
        if search.objectives.count > 1 {
            let shown = front.prefix(20).map(words).joined(separator: "; ")
            lines.append("Not beaten in every objective: \(shown)")
        }
        if let reason = visit.reason { lines.append("Slower, as \(reason).") }
        let options = words(first).split(separator: " ").map { "--param \($0)" }
        lines.append(
            "The best in full: finstage backtest \(strategy) \(options.joined(separator: " "))")
        return lines.map { $0 + "\n" }.joined()
    }

    /// The whole for programs.
    var json: JSONValue {
        func members(_ place: Int) -> JSONValue {
            let (figures, settings) = (visit.figures[place], settings(place))
            return .object(
                [
                    .init("cell", .integer(visit.cells[place])),
                    .init(
                        "parameters",
                        .object(
                            settings.sorted { $0.key < $1.key }.map {
                                .init($0.key, .text($0.value))
                            })),
                ] + SweepMetric.allCases.map { .init($0.rawValue, .number(figures.value(of: $0))) })
        }
        return .object([
            .init("strategy", .text(strategy)),
            .init("symbols", .array(symbols.map { .text($0) })),
            .init("cells", .integer(visit.cells.count)),
            .init("backtests", .integer(backtestCount)),
            .init("seconds", .number(seconds)),
            .init(
                "backtests_per_second",
                .number(seconds > 0 ? Double(backtestCount) / seconds : nil)),
            .init("peak_memory_mb", .number(ProcessMemory.peakMegabytes)),
            .init(
                "path",
                .object(
                    visit.paths.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }
                )),
            .init("fallbacks", .integer(visit.fallbacks)),
            .init("reason", .text(visit.reason)),
            .init("best", .array(best.map(members))),
            .init("front", .array(search.objectives.count > 1 ? front.map(members) : [])),
            .init("sharpe_by_chance", .number(byChance)),
            .init("trials", .integer(trialCount)),
        ])
    }
}
