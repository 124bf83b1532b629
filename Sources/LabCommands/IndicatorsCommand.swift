import ArgumentParser
import Commands

/// `finstage indicators …`
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Lists, explains, computes and verifies the indicators.",
        discussion: "Example: finstage indicators verify --oracle",
        subcommands: [
            IndicatorsList.self, IndicatorsShow.self, IndicatorsCompute.self, IndicatorsVerify.self,
            IndicatorsRecord.self,
        ], defaultSubcommand: IndicatorsList.self)
}
