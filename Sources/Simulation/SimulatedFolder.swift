import Foundation
import Live
import MarketData

/// The arrivals of a simulated market as rows of files that grow: torn at their end, cut at their
/// beginning, and in the end as they should have been.
final class SimulatedFolder {
    let url: URL
    private let market: SimulatedMarket
    private var dice: SplitMix64
    private var next = 0
    private var lines: [SeriesKey: [String]] = [:]
    /// Files whose last row stands there in part.
    private var torn: Set<SeriesKey> = []
    private static let header = "time,open,high,low,close,volume\n"

    init(_ market: SimulatedMarket, in folder: URL, _ dice: SplitMix64) throws {
        (self.market, self.dice) = (market, dice)
        url = folder.appending(path: "incoming")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Writes the rows that have come by an instant, in the order in which they came.
    func write(through present: Timestamp) throws {
        var touched = torn
        while next < market.arrivals.count, market.arrivals[next].at <= present {
            let fed = market.arrivals[next].fed
            lines[fed.key, default: []].append(Self.line(fed.bar))
            touched.insert(fed.key)
            next += 1
        }
        for key in touched.sorted() {
            if dice.chance(0.05) { lines[key] = lines[key]?.suffix(20) }
            let rows = lines[key] ?? []
            let isTorn = dice.chance(0.2)
            let cut = isTorn ? Int.random(in: 1...(rows.last?.count ?? 1), using: &dice) : 0
            if isTorn { torn.insert(key) } else { torn.remove(key) }
            try write(String((Self.header + rows.joined()).dropLast(cut)), key)
        }
    }

    /// Writes every file as its source has it in the end.
    func settle() throws {
        (next, torn) = (market.arrivals.count, [])
        for (key, series) in market.series {
            let rows = series.bars.dropFirst(SimulatedMarket.warmCount).map(Self.line)
            try write(Self.header + rows.joined(), key)
        }
    }

    private func write(_ text: String, _ key: SeriesKey) throws {
        try Data(text.utf8).write(to: url.appending(path: "\(key.symbol).csv"), options: .atomic)
    }

    private static func line(_ bar: Bar) -> String {
        "\(bar.time.text),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(bar.volume)\n"
    }
}
