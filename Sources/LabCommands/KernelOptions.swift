import ArgumentParser
import Commands

/// The strategies whose kernels count beside those of the catalogue.
struct KernelOptions: ParsableArguments {
    @Option(
        name: .customLong("strategy"),
        help: ArgumentHelp(
            "A strategy's file whose kernels count too; those of Strategies/ do; repeatable.",
            valueName: "file"))
    var strategies: [String] = []

    /// Finds indicators by name, the kernels of those strategies too.
    ///
    /// - Throws: where a file is not there or does not compile.
    func finding() throws -> IndicatorFinding { try IndicatorFinding(strategies) }
}
