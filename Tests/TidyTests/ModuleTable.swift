/// Which module may import which: the table of the architecture, as data. SwiftPM does not hold
/// this line, because a module sees what its dependencies depend on.
enum ModuleTable {
    /// The project's modules and the libraries that a module may import, beside `toolchain`.
    static let allowed: [String: Set<String>] = [
        "MarketData": [],
        "CCrypto": [],
        "CLanes": [],
        "CHeap": [],
        "Digests": ["CCrypto"],
        "Kernels": ["CLanes"],
        "Oracle": [],
        // Holds the kernels against the oracle and golden files.
        "Verification": ["Kernels", "Oracle"],
        "LinearAlgebra": ["COpenBLAS"],
        "Charts": [],
        "Caching": [],
        "Database": ["GRDB"],
        "Telemetry": ["Logging", "Metrics"],
        "Jobs": ["Database", "Telemetry"],
        "ColumnStore": ["MarketData", "Database", "Digests"],
        "Signals": ["MarketData", "Kernels", "Trading", "Digests"],
        "Trading": ["MarketData"],
        "Evaluation": ["MarketData", "Kernels", "Signals", "Trading", "Caching"],
        "Analysis": ["MarketData", "Trading", "Kernels", "LinearAlgebra"],
        // Which cells a sweep visits, and which are best: the kernels' generator of chance, and
        // the nearest name, are all that it needs.
        "Search": ["MarketData", "Kernels"],
        // Many cells of one instrument; the session and Analysis are what it is held to.
        "Sweeps": [
            "MarketData", "Trading", "Analysis", "Signals", "Evaluation", "Backtesting", "CLanes",
            "CHeap",
        ],
        "Backtesting": [
            "MarketData", "Signals", "Evaluation", "Trading", "Analysis", "Database",
            "ColumnStore", "Digests",
        ],
        // Runs plans again under harder terms, and keeps the trial ledger in the catalogue.
        "Validation": [
            "MarketData", "Signals", "Evaluation", "Trading", "Analysis", "Backtesting",
            "Database", "Digests",
        ],
        "Promotions": ["Kernels", "Signals", "Database", "Trading", "MarketData", "Digests"],
        // A result is made of timestamps, instruments and bars: MarketData is its vocabulary.
        "Reporting": ["Backtesting", "Validation", "Charts", "MarketData"],
        // What is measured: by `finstage bench` and by Benchmarks/, a package of its own.
        "Workloads": [
            "MarketData", "Signals", "Trading", "Evaluation", "Backtesting", "Reporting",
            "ColumnStore",
        ],
        "Transport": ["Telemetry", "Jobs"],
        "Feeds": ["MarketData", "Transport"],
        "Notifications": ["Transport", "Telemetry", "Charts"],
        "Live": [
            "Promotions", "Evaluation", "Trading", "Signals", "MarketData", "ColumnStore", "Feeds",
            "Notifications", "Jobs", "Database", "Caching", "Telemetry", "Digests",
        ],
        // Holds the live side against the backtest, so it alone sees both.
        "Simulation": [
            "Live", "Promotions", "Backtesting", "Evaluation", "Trading", "Signals",
            "MarketData", "Database", "Telemetry", "Digests",
        ],
        "WebService": [
            "Backtesting", "Validation", "Promotions", "Reporting", "ColumnStore", "Jobs",
            "Caching", "Telemetry",
        ],
        "Strategies": ["Signals"],
        "StrategyCatalog": [],
        "StrategyFiles": [],
        "strategy-catalog": ["StrategyFiles"],
        // Every command of research; the program only hands the catalogue of strategies to it.
        "Commands": programs,
        "finstage": ["Commands", "Strategies"],
        // The commands that measure and verify: the first build does without.
        "LabCommands": programs.union([
            "Commands", "Oracle", "Verification", "Workloads", "Search", "Sweeps",
        ]),
        "finstage-lab": ["LabCommands", "Strategies"],
        // The same for the live side; the research program never sees it.
        "ServiceCommands": programs.union(["Commands", "Live", "Simulation", "WebService"]),
        "finstage-service": ["ServiceCommands", "Strategies"],
    ]

    /// What a program composes; the live side belongs to the service alone.
    private static let programs: Set<String> = [
        "ArgumentParser", "Yams", "MarketData", "Digests", "Kernels", "LinearAlgebra", "Charts",
        "StrategyFiles", "Caching", "Database", "Telemetry", "Jobs", "ColumnStore", "Signals",
        "Trading", "Evaluation", "Analysis", "Backtesting", "Validation", "Promotions",
        "Reporting", "Transport", "Feeds", "Notifications", "Strategies",
    ]

    static let toolchain: Set<String> = [
        "Foundation", "Synchronization", "Glibc", "FoundationXML", "PackagePlugin",
    ]

    /// Modules whose results depend on their arguments alone: no system beneath them.
    static let pure: Set<String> = ["Kernels", "Signals", "Evaluation", "Trading", "Search"]

    /// Why the module may not import the other, or nothing where it may.
    static func objection(module: String, importing other: String) -> String? {
        guard let row = allowed[module] else {
            return "module \(module) has no row in ModuleTable; add one, with what it may import"
        }
        if row.contains(other) { return nil }
        if module == "Strategies" { return "a strategy file imports Signals alone, not \(other)" }
        if toolchain.contains(other) {
            let isBarred = pure.contains(module) && other != "Synchronization"
            return isBarred ? "\(module) computes only; it may not import \(other)" : nil
        }
        let known = row.sorted().joined(separator: ", ")
        return "\(module) may not import \(other), only \(known.isEmpty ? "the toolchain" : known)"
    }
}
