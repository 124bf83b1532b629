import Benchmark
import Foundation

/// One measurement: what is done again and again, and how many bars it goes through.
public struct Measurement {
    /// The bars of one time.
    public let barCount: Int
    /// What is done.
    public let work: () throws -> Void

    /// Something done with so many bars.
    public init(barCount: Int, work: @escaping () throws -> Void) {
        (self.barCount, self.work) = (barCount, work)
    }
}

extension BenchmarkMetric {
    /// Wall-clock time by the number of bars. In picoseconds, because measurements are whole.
    public static let barTime = BenchmarkMetric.custom(
        "picoseconds a bar", polarity: .prefersSmaller, useScalingFactor: false)
}

extension Benchmark {
    /// True in the short mode, which shows that all works and no figure to rely on.
    static var isShort: Bool { ProcessInfo.processInfo.environment["FINSTAGE_BENCH_SHORT"] == "1" }

    /// Registers a benchmark whose figure is a time a bar.
    ///
    /// - Parameters:
    ///   - name: its name in results and for `--filter`.
    ///   - duration: how long it is repeated.
    ///   - prepare: makes what is measured, once and unmeasured.
    public static func ofBars(
        _ name: String, for duration: Duration = .milliseconds(500),
        prepare: @escaping () throws -> Measurement
    ) {
        let configuration = Configuration(
            metrics: [.wallClock, .barTime], units: [.barTime: .count], warmupIterations: 1,
            maxDuration: isShort ? .milliseconds(1) : duration,
            maxIterations: isShort ? 1 : 1_000)
        Benchmark(
            name, configuration: configuration,
            closure: { (benchmark: Benchmark, measurement: Measurement) in
                let clock = ContinuousClock()
                benchmark.startMeasurement()
                let time = try clock.measure(measurement.work)
                benchmark.stopMeasurement()
                let picoseconds = time / .nanoseconds(1) * 1_000
                benchmark.measurement(
                    .barTime, Int((picoseconds / Double(measurement.barCount)).rounded()))
            },
            setup: { try prepare() })
    }
}
