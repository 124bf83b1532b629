import ArgumentParser
import ColumnStore
import Commands
import Foundation
import MarketData
import Promotions

/// `finstage promotions …`
struct PromotionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promotions", abstract: "Lists, shows, verifies and demotes promotions.",
        discussion: "Example: finstage promotions list",
        subcommands: [List.self, Show.self, Verify.self, Demote.self],
        defaultSubcommand: List.self)

    /// `finstage promotions list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints every promotion and whether it runs.",
            discussion: "Example: finstage promotions list")

        @Option(help: "The folder of the store.") var store: String?
        @Flag(help: "JSON lines.") var json = false

        func run() throws {
            try reportingFailure {
                let service = try ServiceStore(store)
                let journal = try service.presentJournal()
                let (active, bad) = try service.promotions(journal, now: WallClock.live())
                let refused = try bad + service.renewed(active, journal)
                for id in try service.registry.ids() {
                    let refusal = refused.first { $0.id == id }
                    let problem = active.first { $0.id == id }.flatMap(service.obstacle(to:))
                    let state = refusal?.description ?? problem ?? "active"
                    Terminal.result(
                        json
                            ? try ServiceOptions.json(["id": id, "state": state])
                            : "\(id)  \(state)")
                }
            }
        }
    }

    /// `finstage promotions show ID`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a verified manifest.",
            discussion: "Example: finstage promotions show SmaCross-0123456789ab")

        @Argument(help: "The id.") var id: String
        @Option(help: "The folder of the store.") var store: String?

        func run() throws {
            try reportingFailure {
                let service = try ServiceStore(store)
                let id = try service.known(promotion: id, try service.presentJournal()) ?? id
                let manifest = try service.registry.manifest(id)
                Terminal.result(String(decoding: try manifest.bytes().dropLast(), as: UTF8.self))
            }
        }
    }

    /// `finstage promotions verify [ID…]`
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks signature, key, date, plan, kernels and bars; status 1 at a refusal.",
            discussion: "Example: finstage promotions verify")

        @Argument(help: "The ids; default: all.") var ids: [String] = []
        @Option(help: "The folder of the store.") var store: String?

        func run() throws {
            try reportingFailure {
                let service = try ServiceStore(store)
                let journal = try service.presentJournal()
                let custom = ServiceStore.customKernels
                var refused = 0
                let named = try ids.map { try service.known(promotion: $0, journal) ?? $0 }
                for id in ids.isEmpty ? try service.registry.ids() : named {
                    do throws(PromotionError) {
                        let promotion = try service.registry.promotion(
                            id, custom: custom, journal: journal, now: WallClock.live())
                        let objections = Self.objections(to: promotion, service.store)
                        if !objections.isEmpty { refused += 1 }
                        for text in objections { Terminal.result("\(id): \(text)") }
                        guard objections.isEmpty else { continue }
                        Terminal.result("\(id): good until \(promotion.expires.text)")
                    } catch {
                        refused += 1
                        Terminal.result(error.description)
                    }
                }
                if refused > 0 { throw ExitCode(1) }
            }
        }

        /// Which of the series that it trades or reads are not stored as they were promised.
        private static func objections(to promotion: Promotion, _ store: Store) -> [String] {
            (promotion.manifest.universe + promotion.manifest.reads).compactMap { promise in
                do {
                    let stored = try store.series(
                        symbol: promise.symbol, interval: promotion.interval)
                    return promise.objection(
                        to: HistoryDigest(
                            of: stored.series, actions: stored.actions,
                            from: Timestamp(microseconds: promise.first),
                            through: Timestamp(microseconds: promise.last)))
                } catch {
                    return "\(error)"
                }
            }
        }
    }

    /// `finstage promotions demote ID`
    struct Demote: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a promotion back, for good.",
            discussion: "Example: finstage promotions demote SmaCross-0123456789ab --reason drift")

        @Argument(help: "The id.") var id: String
        @Option(help: "Why; it stands in the signed statement.") var reason: String
        @Option(help: "The folder of the store.") var store: String?

        func run() throws {
            try reportingFailure {
                let service = try ServiceStore(store)
                let id = try service.known(promotion: id, try service.presentJournal()) ?? id
                let problem = try service.registry.demote(
                    id, reason: reason, journal: try service.journal(), now: WallClock.live())
                Terminal.result("\(id) is demoted: \(reason)")
                if let problem { Terminal.note("the statement is unsigned: \(problem)") }
            }
        }
    }
}
