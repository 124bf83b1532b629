import Foundation
import Testing

@Suite("Measurements and trials of the runner")
struct MeasurementTests {
    @Test("bench runner takes every decision, and tells speed, latency, start and memory")
    func bench() throws {
        let program = try ServiceProgram()
        defer { program.discard() }
        let outcome = try program.run(
            "bench", "runner", "--symbols", "2", "--days", "2", "--bars", "6", "--rate", "1000",
            "--json")
        let figures = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Double],
            "\(outcome.complaint)")
        #expect(figures["decisions"] == 9_360.0)
        #expect(figures["caught_up_signals", default: 0] > 20)
        for name in [
            "evaluations_per_second", "evaluations_per_wall_second", "start_milliseconds",
            "restart_milliseconds", "bar_to_outbox_p50_milliseconds",
            "bar_to_outbox_p99_milliseconds", "catch_up_peak_megabytes",
            "restart_peak_megabytes", "live_peak_megabytes",
        ] {
            #expect(figures[name, default: 0] > 0, "\(name)")
        }
    }

    @Test("a process that is killed at random moments loses, doubles and invents nothing")
    func kills() throws {
        let program = try ServiceProgram()
        defer { program.discard() }
        let outcome = try program.run("simulate", "--kills", "20", "--json")
        let counts = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
            "\(outcome.complaint)")
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.complaint)")
        for name in ["lost", "doubled", "foreign", "parity_differences", "errors"] {
            #expect(counts[name] as? Int == 0, "\(name)")
        }
        #expect(counts["kills"] as? Int == 20 && counts["signals"] as? Int ?? 0 > 20)
        let happened = try #require(counts["happened"] as? [String: Int])
        #expect(happened["told-before-kill", default: 0] > 4, "\(happened)")
    }
}
