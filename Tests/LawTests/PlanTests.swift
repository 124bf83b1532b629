import Kernels
import Signals
import Strategies
import Testing

@Suite("Plan")
struct PlanTests {
    @Test("two strategies that say the same share every node")
    func sharing() {
        let one = Plan(SmaCross())
        #expect(Plan([SmaCross(), SmaCross()]).nodes.count == one.nodes.count)
    }

    @Test("a sweep pays for distinct nodes only")
    func sweepSharing() throws {
        let sweep = try (5...24).flatMap { fast in
            try (25...44).map { slow in
                try SmaCross(setting: ["fast": "\(fast)", "slow": "\(slow)"])
            }
        }
        let averages = Plan(sweep).kernels.filter { $0.identity.hasPrefix("simple-moving") }
        #expect((sweep.count, averages.count) == (400, 40))
    }

    @Test("the order of a MACD's two periods says nothing, as in TA-Lib")
    func periodsOfConvergence() {
        let close = Bars().close
        let plans = [(12, 26), (26, 12)].map { fast, slow in
            let lines = close.macd(fast: fast, slow: slow, signal: 9)
            return Plan(
                .long(
                    enter: lines.line.crosses(above: lines.signal),
                    exit: lines.line.crosses(below: lines.signal)), name: "M")
        }
        #expect(plans[0].fingerprint == plans[1].fingerprint)
    }

    @Test("the fingerprint follows the parameters")
    func fingerprint() throws {
        let plan = Plan(SmaCross())
        #expect(try Plan(SmaCross(setting: ["fast": "11"])).fingerprint != plan.fingerprint)
        #expect(try Plan(SmaCross(setting: ["fast": "10"])).fingerprint == plan.fingerprint)
    }

    @Test("operands of a sum or an `and` may change places without changing the fingerprint")
    func commutation() {
        struct Forward: Strategy {
            func target(_ bars: Bars) -> TargetExposure {
                .long(enter: bars.high + bars.low > 1 && bars.close > 2, exit: bars.close < 1)
            }
        }
        struct Backward: Strategy {
            func target(_ bars: Bars) -> TargetExposure {
                .long(enter: bars.close > 2 && bars.low + bars.high > 1, exit: bars.close < 1)
            }
        }
        #expect(Plan(Forward()).fingerprint == Plan(Backward()).fingerprint)
        #expect(
            Plan(Forward()).canonicalText.split(separator: "\n").dropFirst(2)
                == Plan(Backward()).canonicalText.split(separator: "\n").dropFirst(2))
    }

    @Test("parameters are found by name, set within range, and refused with the remedy")
    func parameters() throws {
        #expect(try SmaCross(setting: ["fast": "7"]).parameters[0].value == "7")
        #expect(try RsiReversal(setting: ["oversold": "25.5"]).parameters[1].value == "25.5")
        #expect(SmaCross().parameters[0].value == "10", "a setting must not leak")
        #expect(throws: ParameterError.self) { try SmaCross(setting: ["fast": "7000"]) }
        #expect(throws: ParameterError.self) { try SmaCross(setting: ["fast": "nan"]) }
        #expect(throws: ParameterError.self) { try SmaCross(setting: ["quick": "7"]) }
    }

    @Test("text that is no plan is refused with the line that is wrong")
    func malformed() {
        let text = Plan(SmaCross()).canonicalText
        for (good, bad) in [
            ("finstage-plan 1", "finstage-plan 2"), ("node 1 ", "node 7 "), ("size all-in", "size"),
            ("of 0", "of 99"), ("bits ", "bits 0"), ("field close", "field colour"),
            ("target long", "target wide"), ("period=10", "period=1e"),
        ] {
            let changed = text.replacing(good, with: bad, maxReplacements: 1)
            #expect(changed != text, "\(good)")
            #expect(throws: PlanError.self, "\(bad)") { try Plan(canonicalText: changed) }
        }
    }

    @Test("a kernel that computes other bits than when the plan was written is refused")
    func otherBits() throws {
        let text = Plan(SmaCross()).canonicalText
        let digest = try #require(text.firstMatch(of: /bits ([0-9a-f]{64})/)?.1)
        let other = text.replacing(digest, with: String(repeating: "0", count: 64))
        #expect(throws: PlanError.self) { try Plan(canonicalText: other) }
    }

    @Test("conditions follow Kleene's logic")
    func kleene() {
        let (yes, no) = (Truth(value: 1, known: 1), Truth(value: 0, known: 1))
        let unknown = Truth.unknown
        #expect((yes && unknown) == unknown && (no && unknown) == no)
        #expect((yes || unknown) == yes && (no || unknown) == unknown)
        #expect(!unknown == unknown && !yes == no && (yes && yes) == yes)
    }
}
