import ArgumentParser
import Commands
import Workloads

/// The indicators of a workload, timed.
struct IndicatorBenchmark {
    /// What one indicator took.
    struct Figure {
        let form: IndicatorWorkload.Form
        let name: String
        let nanoseconds: Double
        let nodeCount: Int
    }

    let workload: IndicatorWorkload

    /// Measures each of some names, or all; the fastest of the repeats counts.
    func run(names: [String], repeats: Int) -> [Figure] {
        IndicatorWorkload.cases.filter { names.isEmpty || names.contains($0.name) }.map { one in
            let plan = one.plan
            let seconds = fastest(of: repeats, workload.work(of: plan))
            return Figure(
                form: workload.form, name: one.name,
                nanoseconds: seconds * 1e9 / Double(workload.barCount),
                nodeCount: plan.nodes.count)
        }
    }

    private func fastest(of repeats: Int, _ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        return (0..<repeats).map { _ in clock.measure(work) / .seconds(1) }.min() ?? .nan
    }
}

extension IndicatorWorkload.Form: ExpressibleByArgument {}
