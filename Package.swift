// swift-tools-version: 6.2
import PackageDescription

/// Strategy files that do not compile today. The launcher names them, so that they cost only
/// themselves; a plain `swift build` leaves nothing out.
let unbuildable = (Context.environment["FINSTAGE_EXCLUDED_STRATEGIES"] ?? "")
    .split(separator: ",").map(String.init)

let lifetimes: [SwiftSetting] = [.enableExperimentalFeature("Lifetimes")]

let package = Package(
    name: "finstage",
    products: [
        .executable(name: "finstage", targets: ["finstage"]),
        .executable(name: "finstage-lab", targets: ["finstage-lab"]),
        .executable(name: "finstage-service", targets: ["finstage-service"]),
        // For Benchmarks/, a package of its own.
        .library(name: "Workloads", targets: ["Workloads", "Strategies"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "CLanes"),
        .target(name: "CHeap"),
        .target(name: "Digests", dependencies: ["CCrypto"]),
        .target(name: "MarketData", dependencies: []),
        .target(name: "Kernels", dependencies: ["CLanes"], swiftSettings: lifetimes),
        .target(name: "Oracle"),
        .target(name: "Verification", dependencies: ["Oracle", "Kernels"]),
        .target(name: "Charts"),
        .target(
            name: "Database",
            dependencies: [.product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "ColumnStore", dependencies: ["MarketData", "Database", "Digests"],
            swiftSettings: lifetimes),
        .target(
            name: "Signals", dependencies: ["MarketData", "Kernels", "Trading", "Digests"]),
        .target(name: "Trading", dependencies: ["MarketData"]),
        .target(
            name: "Evaluation", dependencies: ["MarketData", "Kernels", "Signals", "Trading"],
            swiftSettings: lifetimes),
        .target(name: "Analysis", dependencies: ["MarketData", "Trading", "Kernels"]),
        .target(name: "Search", dependencies: ["MarketData", "Kernels"]),
        .target(
            name: "Sweeps",
            dependencies: [
                "MarketData", "Trading", "Analysis", "Signals", "Evaluation", "Backtesting",
                "CLanes",
                "CHeap",
            ]),
        .target(
            name: "Backtesting",
            dependencies: [
                "MarketData", "Signals", "Evaluation", "Trading", "Analysis", "Database",
                "ColumnStore", "Digests",
            ]),
        .target(
            name: "Validation",
            dependencies: [
                "MarketData", "Signals", "Evaluation", "Trading", "Analysis", "Backtesting",
                "Database", "Digests",
            ], resources: [.embedInCode("thresholds.yaml")]),
        .target(
            name: "Reporting", dependencies: ["MarketData", "Backtesting", "Validation", "Charts"]),
        .target(
            name: "Workloads",
            dependencies: [
                "MarketData", "Signals", "Trading", "Evaluation", "Backtesting", "Reporting",
                "ColumnStore",
            ]),
        .target(name: "Telemetry"),
        .target(
            name: "Promotions",
            dependencies: [
                "MarketData", "Kernels", "Signals", "Trading", "Database", "Digests",
            ]),
        .target(
            name: "Live",
            dependencies: [
                "MarketData", "Signals", "Trading", "Evaluation", "Promotions", "ColumnStore",
                "Database", "Digests", "Telemetry",
            ]),
        .target(
            name: "Simulation",
            dependencies: [
                "MarketData", "Signals", "Trading", "Evaluation", "Promotions", "Live",
                "Backtesting", "Database", "Digests", "Telemetry",
            ]),
        .target(
            name: "Strategies", dependencies: ["Signals"], path: "Strategies",
            exclude: unbuildable, plugins: ["StrategyCatalog"]),
        .target(
            name: "Commands",
            dependencies: [
                "MarketData", "Kernels", "ColumnStore", "Database", "Signals", "Evaluation",
                "Trading", "Analysis", "Backtesting", "Validation", "Reporting", "Digests",
                "Charts", "StrategyFiles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ]),
        // A strategy's library finds the modules in the program that opens it.
        .executableTarget(
            name: "finstage", dependencies: ["Commands", "Strategies"],
            linkerSettings: [.unsafeFlags(["-Xlinker", "-export-dynamic"])]),
        .target(
            name: "LabCommands",
            dependencies: [
                "Commands", "MarketData", "Kernels", "Signals", "Evaluation", "Backtesting",
                "Reporting", "Oracle", "Verification", "Workloads", "Search", "Sweeps", "Analysis",
                "Validation", "ColumnStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "finstage-lab", dependencies: ["LabCommands", "Strategies"],
            linkerSettings: [.unsafeFlags(["-Xlinker", "-export-dynamic"])]),
        .target(
            name: "ServiceCommands",
            dependencies: [
                "Commands", "MarketData", "Signals", "Trading", "Evaluation", "Promotions",
                "Live", "Simulation", "Backtesting", "Validation", "ColumnStore", "Database",
                "Digests", "Reporting",
                "Telemetry", "Kernels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "finstage-service", dependencies: ["ServiceCommands", "Strategies"]),
        .target(name: "StrategyFiles"),
        .executableTarget(
            name: "strategy-catalog", dependencies: ["StrategyFiles"],
            path: "Sources/strategy-catalog"),
        .plugin(
            name: "StrategyCatalog", capability: .buildTool(), dependencies: ["strategy-catalog"]),
        .testTarget(
            name: "LawTests",
            dependencies: [
                "MarketData", "Kernels", "Signals", "Evaluation", "Trading", "Strategies",
            ]),
        // Counts what the tests ask of the allocator.
        .target(name: "CAllocations", path: "Tests/CAllocations"),
        .testTarget(
            name: "IndicatorTests",
            dependencies: [
                "MarketData", "Kernels", "Signals", "Evaluation", "Oracle", "Verification",
                "CAllocations",
            ]),
        // A new strategy's own test goes here: 'finstage new strategy NAME'.
        .testTarget(
            name: "StrategyTests",
            dependencies: [
                "StrategyFiles", "MarketData", "Signals", "Evaluation", "Trading", "Strategies",
            ]),
        .testTarget(name: "MarketDataTests", dependencies: ["MarketData"]),
        .testTarget(
            name: "KernelTests", dependencies: ["Kernels", "MarketData", "Digests"],
            swiftSettings: lifetimes),
        .testTarget(name: "OracleTests", dependencies: ["Oracle", "Verification", "Kernels"]),
        .testTarget(
            name: "ColumnStoreTests",
            dependencies: ["ColumnStore", "MarketData", "Database", "Digests", "Reporting"]),
        .testTarget(name: "TradingTests", dependencies: ["MarketData", "Trading"]),
        .testTarget(name: "SearchTests", dependencies: ["Search"]),
        .testTarget(name: "AnalysisTests", dependencies: ["MarketData", "Analysis"]),
        .testTarget(
            name: "SweepsTests",
            dependencies: [
                "MarketData", "Trading", "Sweeps", "Signals", "Evaluation", "Backtesting",
                "Analysis",
                "Strategies",
            ]),
        .testTarget(
            name: "BacktestingTests",
            dependencies: [
                "MarketData", "Signals", "Strategies", "Trading", "Evaluation", "Backtesting",
                "ColumnStore", "Digests",
            ]),
        .testTarget(
            name: "ValidationTests",
            dependencies: [
                "MarketData", "Kernels", "Signals", "Strategies", "Trading", "Evaluation",
                "Analysis", "Backtesting", "Validation", "Database", "Digests", "Reporting",
            ]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "MarketData", "Analysis", "Backtesting", "Validation", "Reporting", "Charts",
            ]),
        .testTarget(
            name: "CommandTests", dependencies: ["finstage", "finstage-lab", "finstage-service"]),
        .testTarget(
            name: "PromotionsTests",
            dependencies: [
                "Promotions", "Signals", "Trading", "MarketData", "Digests", "Database",
                "Strategies",
            ]),
        .testTarget(
            name: "LiveTests",
            dependencies: [
                "Live", "Promotions", "Signals", "Trading", "MarketData", "Evaluation",
                "Database", "Digests", "ColumnStore", "Telemetry", "Strategies", "Backtesting",
                "finstage-service",
            ]),
        .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "Live", "Promotions", "Signals", "Trading", "MarketData", "Database",
                "ColumnStore", "Strategies", "finstage-service",
            ]),
        .testTarget(name: "TidyTests"),
    ]
)
