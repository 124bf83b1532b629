import Benchmark
import Foundation
import Measuring
import Workloads

/// Text imported into an empty store, and all of it read again.
let benchmarks: @Sendable () -> Void = {
    for dataset in StoreWorkload.datasets {
        Benchmark.ofBars("import \(dataset.rawValue)", for: .seconds(4)) {
            let folder = try ScratchFolder()
            let workload = try StoreWorkload(dataset, in: folder.url)
            return Measurement(barCount: workload.barCount) {
                let store = folder.url.appending(path: UUID().uuidString)
                blackHole(try workload.importAll(into: store))
            }
        }
        Benchmark.ofBars("read \(dataset.rawValue)", for: .seconds(2)) {
            let folder = try ScratchFolder()
            let workload = try StoreWorkload(dataset, in: folder.url)
            let store = try workload.importAll(into: folder.url.appending(path: "store"))
            return Measurement(barCount: workload.barCount) {
                blackHole(try workload.readAll(of: store))
                _ = folder
            }
        }
    }
}
