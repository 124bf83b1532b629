import ArgumentParser
import Kernels

/// `finstage indicators …`
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators", abstract: "Lists the kernels and the digests of their bits.",
        discussion: "Example: finstage indicators list", subcommands: [List.self],
        defaultSubcommand: List.self)

    /// `finstage indicators list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints every kernel: identity, lookback, and the SHA-256 of its output.",
            discussion: """
                Example: finstage indicators list

                The digest covers the bits of the output on a built-in hostile series. It is the
                same on every machine and processor.
                """)

        func run() {
            for kernel in KernelCatalog.all {
                Terminal.result(
                    "\(kernel.identity)  lookback \(kernel.lookback)  \(kernel.outputDigest)")
            }
        }
    }
}
