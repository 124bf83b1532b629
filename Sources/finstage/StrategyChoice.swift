import MarketData
import Signals
import Strategies

/// Finds strategies of the catalogue by the names that people type.
enum StrategyChoice {
    /// The strategies named; all of the catalogue when none is.
    ///
    /// `SmaCross`, any case, and `sma-cross` are the same.
    static func strategies(named names: [String]) throws -> [any Strategy.Type] {
        let all = StrategyCatalog.all
        if names.isEmpty { return all }
        return try names.map { name in
            let wanted = key(name)
            if let found = all.first(where: { key($0.name) == wanted }) { return found }
            if name.hasSuffix(".swift") {
                throw wrongWords(
                    "'\(name)' is a file: put it into Strategies/ and name its strategy")
            }
            let near = nearest(name, in: all.map { $0.name })
            let hint = near.map { "; did you mean '\($0)'?" } ?? ""
            throw wrongWords(
                "no strategy is called '\(name)'\(hint) 'finstage strategies list' shows all")
        }
    }

    /// A strategy with the parameters of `--param name=value`.
    static func instance(
        of type: any Strategy.Type, setting pairs: [String]
    ) throws -> any Strategy {
        var values: [String: String] = [:]
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw wrongWords("--param takes NAME=VALUE, such as fast=20; '\(pair)' is neither")
            }
            values[String(parts[0])] = String(parts[1])
        }
        do {
            return try type.init(setting: values)
        } catch {
            throw wrongWords("\(error)")
        }
    }

    /// The plan of a reference rule such as `sma-10-50`; nil when there is none.
    static func plan(ofReference name: String) -> Plan? {
        let words = name.split(separator: "-").map(String.init)
        let numbers = words.dropFirst().filter { Double($0) != nil }
        let families: [String: (any Strategy.Type, [String])] = [
            "sma": (SmaCross.self, ["fast", "slow"]),
            "rsi": (RsiReversal.self, ["period", "oversold", "overbought"]),
            "bollinger": (BollingerReversion.self, ["period", "deviations"]),
            "macd": (MacdCross.self, ["fast", "slow", "smoothing"]),
            "donchian": (DonchianBreakout.self, ["entryPeriod", "exitPeriod"]),
        ]
        guard let first = words.first, let (type, names) = families[first],
            names.count == numbers.count
        else { return nil }
        let values = Dictionary(uniqueKeysWithValues: zip(names, numbers))
        return (try? type.init(setting: values)).map { Plan($0) }
    }

    private static func key(_ name: String) -> String {
        name.lowercased().filter { $0 != "-" && $0 != "_" }
    }
}
