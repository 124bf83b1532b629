import ArgumentParser
import Commands
import Live
import MarketData
import Promotions

/// `finstage parity --session DATE`
struct ParityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parity",
        abstract: "Holds a recorded session against the backtest over the same bars.",
        discussion: """
            Example: finstage parity --session 2026-05-12

            Names the first difference of each promotion and symbol: input, node, decision or
            order. Promotions that were taken back or have expired since count too. Status 1 when
            there is a difference, or nothing was recorded.
            """)

    @Option(help: "The session's date, YYYY-MM-DD.") var session: String
    @Option(help: "The folder of the store.") var store: String?
    @Flag(help: "JSON lines: each difference, then the counts.") var json = false

    func run() throws {
        guard let date = CivilDate(session) else {
            throw wrongWords("--session takes a date such as 2026-05-12; '\(session)' is none")
        }
        try reportingFailure {
            let service = try ServiceStore(store)
            let journal = try service.journal()
            let parity = SessionParity(archive: StoreArchive(service.store), journal: journal)
            var (compared, differing) = (0, 0)
            // Whoever decided in the session, also those that were taken back or expired since.
            let recorded = try journal.equity(session: date.description)
            for id in Set(recorded.map(\.promotion)).sorted() {
                do {
                    let promotion = try service.registry.signed(
                        id, custom: ServiceStore.customKernels)
                    let (count, differences) = try parity.compare(promotion, session: date)
                    compared += count
                    differing += differences.count
                    for difference in differences { try show(difference) }
                } catch  where error is PromotionError || error is LiveError {
                    // What is wrong with one costs that one.
                    let text = "what it decided cannot be compared: \(error)"
                    Terminal.result(
                        json
                            ? try ServiceOptions.json(["promotion": id, "text": text])
                            : "\(id): \(text)")
                    compared += 1
                    differing += 1
                }
            }
            Terminal.result(
                json
                    ? try ServiceOptions.json(["compared": compared, "differing": differing])
                    : "\(compared - differing) of \(compared) accounts equal to the bit")
            if compared == 0 || differing > 0 { throw ExitCode(1) }
        }
    }

    private func show(_ difference: ParityDifference) throws {
        guard json else { return Terminal.result(difference.description) }
        Terminal.result(
            try ServiceOptions.json([
                "promotion": difference.promotion, "symbol": difference.symbol,
                "kind": difference.kind.rawValue, "text": difference.text,
            ]))
    }
}
