// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that building and testing Finstage neither fetches nor builds what
// only measuring needs. Its traits are off: they would bring libraries that count allocations.

/// One suite: a folder beside this file, which is where the plug-in looks for it.
func suite(_ name: String, _ others: Target.Dependency...) -> Target {
    .executableTarget(
        name: name,
        dependencies: [
            "Measuring",
            .product(name: "Benchmark", package: "benchmark"),
            .product(name: "Workloads", package: "finstage"),
        ] + others,
        path: name,
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
    name: "finstage-benchmarks",
    dependencies: [
        .package(name: "finstage", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .target(
            name: "Measuring",
            dependencies: [.product(name: "Benchmark", package: "benchmark")], path: "Measuring"),
        suite("IndicatorBenchmarks"), suite("BacktestBenchmarks"), suite("StoreBenchmarks"),
    ]
)
