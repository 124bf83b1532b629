import Signals
import Testing

/// What no position can be protected, taken home or sized by.
@Suite("Stops, targets and sizes that make sense")
struct ExposureTests {
    @Test(
        "a stop's percent lies between none and all of the price",
        arguments: [-0.5, 0, 1, 1.5, .infinity, .nan])
    func stops(fraction: Double) throws {
        for stop in [StopLevel.percent(fraction), .trailingPercent(fraction)] {
            let mistake = try #require(stop.mistake)
            #expect(mistake.hasSuffix("above 0 and below 1, was \(fraction)"))
        }
    }

    @Test("a target lies beyond the entry", arguments: [-0.5, 0, .infinity, .nan])
    func targets(fraction: Double) {
        #expect(ExitLevel.percent(fraction).mistake?.hasSuffix("was \(fraction)") == true)
    }

    @Test(
        "a size is something, and no more than there is",
        arguments: [
            Sizing.fraction(-1), .fraction(0), .fraction(2), .fraction(.nan), .cash(-5), .cash(0),
            .cash(.infinity), .fixed(0), .fixed(-1), .fixed(.nan), .risk(fraction: 0),
            .risk(fraction: 1.1), .risk(fraction: .nan),
        ])
    func sizes(size: Sizing) {
        #expect(size.mistake?.contains(", was ") == true)
    }

    @Test("what works is left alone, at the borders too")
    func sensible() {
        let stops: [StopLevel] = [
            .none, .percent(1e-9), .percent(0.999), .trailingPercent(0.1), .distance(1), .price(1),
        ]
        #expect(stops.allSatisfy { $0.mistake == nil })
        let targets: [ExitLevel] = [.none, .percent(1e-9), .percent(3), .distance(1), .price(1)]
        #expect(targets.allSatisfy { $0.mistake == nil })
        let sizes: [Sizing] = [
            .allIn, .fraction(1), .fraction(0.001), .fixed(0.5), .cash(1), .risk(fraction: 1),
            .weight(1), .equalWeight(of: 5),
        ]
        #expect(sizes.allSatisfy { $0.mistake == nil })
    }
}
