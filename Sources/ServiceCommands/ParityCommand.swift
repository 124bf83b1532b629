import ArgumentParser
import Commands
import Live
import MarketData

/// `finstage parity --session DATE`
struct ParityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parity",
        abstract: "Holds a recorded session against the backtest over the same bars.",
        discussion: """
            Example: finstage parity --session 2026-05-12

            Names the first difference of each promotion and symbol: input, node, decision or
            order. Status 1 when there is one, or nothing was recorded.
            """)

    @Option(help: "The session's date, YYYY-MM-DD.") var session: String
    @Option(help: "The folder of the store.") var store: String?

    func run() throws {
        guard let date = CivilDate(session) else {
            throw wrongWords("--session takes a date such as 2026-05-12; '\(session)' is none")
        }
        try reportingFailure {
            let service = try ServiceStore(store)
            let journal = try service.journal()
            let parity = SessionParity(archive: StoreArchive(service.store), journal: journal)
            let (active, _) = try service.promotions(journal, now: WallClock.now())
            var (compared, differing) = (0, 0)
            for promotion in active {
                let (count, differences) = try parity.compare(promotion, session: date)
                compared += count
                differing += differences.count
                for difference in differences { Terminal.result(difference.description) }
            }
            Terminal.result("\(compared - differing) of \(compared) accounts equal to the bit")
            if compared == 0 || differing > 0 { throw ExitCode(1) }
        }
    }
}
