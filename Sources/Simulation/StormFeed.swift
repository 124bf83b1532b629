import Live
import MarketData

/// Gives the arrivals of a simulated market as their instants come.
final class StormFeed: BarFeed {
    let name = "storm"
    private let arrivals: [SimulatedMarket.Arrival]
    private var next = 0
    /// The true time of the world: a jump of the runner's clock brings no bar early.
    var present = Timestamp(microseconds: .min)

    init(_ arrivals: [SimulatedMarket.Arrival]) { self.arrivals = arrivals }

    func poll(
        _ wanted: [SeriesKey: WantedSeries], now: Timestamp
    ) throws(LiveError) -> [FedBar] {
        var fed: [FedBar] = []
        while next < arrivals.count, arrivals[next].at <= present {
            fed.append(arrivals[next].fed)
            next += 1
        }
        return fed
    }

    func rewind() { next = 0 }
}
