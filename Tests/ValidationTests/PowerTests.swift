import Foundation
import Synchronization
import Testing
import Validation

/// The gates let an edge through and hold chance back.
///
/// `FINSTAGE_POWER_SCALE=20` makes twenty times as many series, for the figures in
/// docs/decisions/0009-gates.md.
@Suite("The power of the gates")
struct PowerTests {
    /// What became of many series.
    private struct Outcome {
        var count = 0
        var passed = 0
        var sharpes: [Double] = []
        var refusals: [String: Int] = [:]

        var meanSharpe: Double { sharpes.reduce(0, +) / Double(sharpes.count) }

        var text: String {
            let reasons = refusals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return "\(passed) of \(count) pass, mean Sharpe \(meanSharpe); refused by "
                + reasons.joined(separator: ", ")
        }
    }

    private static let scale =
        ProcessInfo.processInfo.environment["FINSTAGE_POWER_SCALE"].flatMap(Int.init) ?? 1

    /// The verdicts on the series of some seeds, on all processors.
    private func outcome(
        seeds: Range<Int>, drift: Double, bias: Double = 0
    ) throws -> Outcome {
        let thresholds = try GateThresholds()
        let total = Mutex(Outcome())
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: seeds.count) { index in
            do {
                let examination = try PlantedMarket.examination(
                    seed: seeds.lowerBound + index, drift: drift, bias: bias)
                let verdict = Verdict(
                    examination, parameters: [:], ledger: TrialLedger.Summary(of: []),
                    thresholds: thresholds, besides: thresholds)
                total.withLock { outcome in
                    outcome.count += 1
                    outcome.passed += verdict.isPassed ? 1 : 0
                    outcome.sharpes.append(examination.traded.sharpe ?? 0)
                    for refusal in verdict.refusals {
                        outcome.refusals[refusal.name, default: 0] += 1
                    }
                }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return total.withLock { $0 }
    }

    @Test("of 50 series with a Sharpe ratio of 1 after costs at least 80 % pass")
    func edge() throws {
        let count = 50 * Self.scale
        let outcome = try outcome(seeds: 1..<1 + count, drift: PlantedMarket.planted)
        print("planted edge: \(outcome.text)")
        // Three standard errors of the mean of 50 ratios whose deviation is 0.33.
        #expect((0.86...1.14).contains(outcome.meanSharpe), "\(outcome.text)")
        #expect(outcome.count == count)
        #expect(outcome.passed * 10 >= count * 8, "\(outcome.text)")
    }

    @Test("of 200 random walks at most 5 % pass, also of those that rise by 8 % a year")
    func chance() throws {
        let count = 200 * Self.scale
        for bias in [0, 0.08 / 252] {
            let outcome = try outcome(
                seeds: 1_000_001..<1_000_001 + count, drift: 0, bias: bias)
            print("random walks, drift a bar \(bias): \(outcome.text)")
            #expect(outcome.count == count)
            #expect(outcome.passed * 20 <= count, "\(outcome.text)")
        }
    }
}
