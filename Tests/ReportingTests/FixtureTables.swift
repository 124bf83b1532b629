import Foundation

/// The tables of a fixture, computed plainly.
struct FixtureTables {
    private let fixture: ResultFixture
    private let returns: [Double]

    init(_ fixture: ResultFixture, returns: [Double]) {
        (self.fixture, self.returns) = (fixture, returns)
    }

    var document: [String: Any] {
        let held = fixture.close.map { fixture.cash * $0 / fixture.close[0] }
        return [
            "underwater": underwater(fixture.equity), "heldUnderwater": underwater(held),
            "drawdowns": drawdowns(), "months": periods(held, 12), "years": periods(held, 1),
            "returns": returns, "groups": groups(),
            "rolling": [
                "barCount": 126, "sharpe": rolling { $0 / max($1, 1e-9) * 15.87 },
                "volatility": rolling { _, deviation in deviation * 15.87 },
                "beta": rolling { mean, _ in 0.6 + mean * 40 },
            ] as [String: Any],
        ]
    }

    private func underwater(_ equity: [Double]) -> [Double] {
        Self.underwater(equity, cash: fixture.cash)
    }

    static func underwater(_ equity: [Double], cash: Double) -> [Double] {
        var peak = cash
        return equity.map { value in
            peak = max(peak, value)
            return (peak - value) / peak
        }
    }

    private func rolling(_ figure: (Double, Double) -> Double) -> [Any] {
        var (sum, squares) = (0.0, 0.0)
        return returns.indices.map { row in
            sum += returns[row]
            squares += returns[row] * returns[row]
            if row >= 126 {
                sum -= returns[row - 126]
                squares -= returns[row - 126] * returns[row - 126]
            }
            guard row >= 125 else { return "nan" }
            let mean = sum / 126
            return figure(mean, max(0, squares / 126 - mean * mean).squareRoot())
        }
    }

    private func drawdowns() -> [[String: Any]] {
        var found: [[String: Any]] = []
        let under = underwater(fixture.equity)
        var row = 0
        while row < under.count {
            guard under[row] > 0 else {
                row += 1
                continue
            }
            let end = under[row...].firstIndex { $0 == 0 } ?? under.count
            let trough = (row..<end).max { under[$0] < under[$1] } ?? row
            var fall: [String: Any] = [
                "depth": under[trough], "troughRow": trough, "barCount": end - row + 1,
                "dayCount": (end - row + 1) * 7 / 5,
            ]
            if row > 0 { fall["peakRow"] = row - 1 }
            if end < under.count { fall["recoveryRow"] = end }
            found.append(fall)
            row = end
        }
        func depth(_ fall: [String: Any]) -> Double { fall["depth"] as? Double ?? 0 }
        return Array(found.sorted { depth($0) > depth($1) }.prefix(10))
    }

    private func periods(_ held: [Double], _ each: Int) -> [[String: Any]] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        var result: [[String: Any]] = []
        var (key, start, heldStart) = (0, fixture.cash, fixture.cash)
        for row in fixture.close.indices {
            let date = Foundation.Date(timeIntervalSince1970: Double(fixture.time(row)) / 1e6)
            let parts = calendar.dateComponents([.year, .month], from: date)
            let (year, month) = (parts.year ?? 0, parts.month ?? 0)
            let own = each == 12 ? year * 12 + month : year
            if own != key {
                if row > 0 { (start, heldStart) = (fixture.equity[row - 1], held[row - 1]) }
                result.append(["year": year])
                if each == 12 { result[result.count - 1]["month"] = month }
                key = own
            }
            result[result.count - 1]["value"] = fixture.equity[row] / start - 1
            result[result.count - 1]["held"] = held[row] / heldStart - 1
        }
        return result
    }

    private func groups() -> [[String: Any]] {
        var groups: [String: [[String: Any]]] = [:]
        for trade in fixture.trades {
            let year = 1970 + Int(Double(trade["exitTime"] as? Int ?? 0) / 31_556_952e6)
            for key in ["side/long", "year/\(year)", "reason/\(trade["exitReason"] ?? "")"] {
                groups[key, default: []].append(trade)
            }
        }
        return groups.sorted { $0.key < $1.key }.map { key, trades in
            let parts = key.split(separator: "/")
            let profits = trades.map { $0["profit"] as? Double ?? 0 }
            let shares = trades.map { $0["returnFraction"] as? Double ?? 0 }
            return [
                "kind": String(parts[0]), "key": String(parts[1]), "count": trades.count,
                "winRate": Double(profits.count { $0 > 0 }) / Double(trades.count),
                "profit": profits.reduce(0, +),
                "meanReturn": shares.reduce(0, +) / Double(shares.count),
            ]
        }
    }
}
