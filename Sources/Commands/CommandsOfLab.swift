import ArgumentParser

// What the lab has, as the lists of this program's help tell of it; it never runs here. The lab's
// own list is the same to the byte, by a test.

/// `finstage indicators …`
struct IndicatorsOfLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Lists, explains, computes and verifies the indicators.")
}

/// `finstage verify …`
struct VerifyOfLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Holds the program to reference results, and its trials to planted faults.")
}

/// `finstage bench …`
struct BenchOfLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures this program's own work.")
}

/// `finstage sweep …`
struct SweepOfLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Backtests one strategy with many parameter sets.")
}
