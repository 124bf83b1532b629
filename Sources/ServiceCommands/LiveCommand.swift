import ArgumentParser
import Commands
import Database
import Foundation
import Live
import MarketData
import Promotions
import Telemetry

/// `finstage live`
struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: "Evaluates the promotions as bars come, and tells changes of target.",
        discussion: """
            Examples:
              finstage live --once
              finstage live --folder incoming/

            Bars come from the store (what an import adds) and from a folder of files SYMBOL.csv
            that grow. Each signal is stored with its message and a checkpoint in one transaction,
            then printed. Promotions that come or go are taken over without a restart. One runner
            a store; --once asks the feeds once, decides, tells and ends.
            """)

    @Flag(help: "Ask the feeds once, then end.") var once = false
    @Option(help: "A folder of SYMBOL.csv files that grow.") var folder: String?
    @Option(
        help: """
            utc or exchange: whose clocks show the folder's times without an offset. Default: \
            UTC, but no row of a day that looks like one of the exchange's clocks.
            """)
    var zone: String?
    @Option(help: "The seconds between two looks.") var every = 5.0
    @Option(help: "A price this many times the close before, or that fraction, is set aside.")
    var jumpLimit = 1.8
    @Option(help: "How long a bar waits for a missing one: 1m, 1h; default: one bar, at most 1h.")
    var patience: String?
    @Option(help: "What a session that differs from its backtest brings: demote, or tell alone.")
    var onDrift = DriftRule.demote
    @Option(help: "The folder of the store.") var store: String?
    @Flag(help: "JSON lines.") var json = false

    func validate() throws {
        guard every >= 0.01 else { throw wrongWords("--every must be ≥ 0.01 s, was \(every)") }
        if let zone, FolderFeed.Zone(rawValue: zone) == nil {
            throw wrongWords("--zone takes utc or exchange; '\(zone)' is neither")
        }
        guard jumpLimit > 1 else { throw wrongWords("--jump-limit must be > 1, was \(jumpLimit)") }
        if let patience, Interval(name: patience) == nil {
            throw wrongWords("--patience takes 1m, 5m, 1h; '\(patience)' is none")
        }
    }

    func run() throws {
        try reportingFailure {
            let service = try ServiceStore(store)
            let lock = try RunnerLock(folder: service.store.folder)
            let session = try LiveSession(service, self, lock)
            guard once else { try session.runForever(every: every) }
            try session.runOnce()
        }
    }

    /// What happens when a session differs from its backtest.
    enum DriftRule: String, ExpressibleByArgument {
        /// A node, a decision or an order that differs takes the promotion back.
        case demote
        /// Differences are told.
        case tell
    }

    /// How the runner treats what comes.
    var settings: LiveSettings {
        var settings = LiveSettings()
        (settings.jumpLimit, settings.engine) = (jumpLimit, Version.text)
        settings.patience = patience.flatMap { Interval(name: $0) }
        return settings
    }
}

/// Prints messages on standard output.
struct OutputNotifier: Notifier {
    let isJSON: Bool

    func deliver(_ notice: Notice) throws(NotifierError) {
        do {
            let text =
                isJSON
                ? try ServiceOptions.json([
                    "kind": notice.kind.rawValue, "key": notice.key, "text": notice.text,
                ]) : notice.text
            try Terminal.message(text)
        } catch {
            throw NotifierError("the message cannot be written: \(error)")
        }
    }
}
