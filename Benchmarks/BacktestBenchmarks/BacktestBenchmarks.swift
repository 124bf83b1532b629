import Benchmark
import Foundation
import Measuring
import Strategies
import Workloads

/// Every strategy of the catalogue over a hundred series, and the page of one run.
let benchmarks: @Sendable () -> Void = {
    for strategy in StrategyCatalog.all {
        Benchmark.ofBars("backtest \(strategy.name)", for: .seconds(2)) {
            let workload = try BacktestWorkload(strategy)
            return Measurement(barCount: workload.barCount) { blackHole(workload.run()) }
        }
    }
    Benchmark.ofBars("report run", for: .seconds(1)) {
        let workload = try ReportWorkload()
        return Measurement(barCount: workload.series.count) { blackHole(workload.run()) }
    }
    Benchmark.ofBars("report page", for: .seconds(1)) {
        let workload = try ReportWorkload()
        let (results, folder) = (workload.run(), try ScratchFolder())
        return Measurement(barCount: workload.series.count) {
            blackHole(try workload.writePage(of: results, to: folder.url))
        }
    }
}
