import Benchmark
import Measuring
import Workloads

/// The judged indicators: over one series, over a hundred, and one bar at a time.
let benchmarks: @Sendable () -> Void = {
    for form in IndicatorWorkload.Form.allCases {
        for indicator in IndicatorWorkload.judged {
            Benchmark.ofBars("\(form.rawValue) \(indicator.name)") {
                let workload = IndicatorWorkload(form)
                return Measurement(
                    barCount: workload.barCount, work: workload.work(of: indicator.plan))
            }
        }
    }
}
