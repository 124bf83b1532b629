import ColumnStore
import Database
import Foundation
import Live
import MarketData
import Promotions
import Simulation

/// A runner in a process of its own, over a folder of files that grow, killed with SIGKILL at
/// random moments: while it starts, reads, decides, writes, tells, and folds bars.
struct KillTrial {
    private let killCount: Int
    private let folder: URL
    private let symbols = [0, 1]
    private let warmCount = 300
    private let rowCount: Int
    private var dice: SplitMix64
    /// The lives that had told something before they were killed.
    private var toldCount = 0

    /// - Parameters:
    ///   - kills: how often a process is killed.
    ///   - seed: decides when, as far as a clock allows.
    ///   - folder: where the store lies while the trial runs.
    init(kills: Int, seed: UInt64, _ folder: URL) {
        (killCount, self.folder) = (kills, folder)
        (rowCount, dice) = (5 * kills + 100, SplitMix64(seed: seed))
    }

    private var store: URL { folder.appending(path: "store") }
    private var incoming: URL { folder.appending(path: "incoming") }
    private var output: URL { folder.appending(path: "output.jsonl") }

    private var series: [Series] {
        symbols.map { SyntheticMarket(symbol: $0).minutes(count: warmCount + rowCount) }
    }

    /// Kills, lets a last process finish, and holds what was stored and told against the
    /// backtests.
    mutating func run() throws -> SimulationOutcome {
        let series = series
        try prepare(series)
        var written = warmCount
        for kill in 1...killCount {
            let before = try size(of: output)
            let process = try start("live", "--every", "0.01")
            let goal = warmCount + rowCount * kill / killCount
            var moment = ContinuousClock.now + .milliseconds(Int.random(in: 5...450, using: &dice))
            // Every other life is left until it tells something, and dies soon after: at work.
            var waits = kill.isMultiple(of: 2)
            let limit = ContinuousClock.now + .milliseconds(1_500)
            while ContinuousClock.now < (waits ? limit : moment) || written < goal {
                if written < goal {
                    try append(series, written)
                    written += 1
                }
                Thread.sleep(forTimeInterval: 0.002)
                guard waits, try hasTold(since: before) else { continue }
                let pause = Duration.microseconds(Int.random(in: 0...20_000, using: &dice))
                (waits, moment) = (false, ContinuousClock.now + pause)
            }
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if try hasTold(since: before) { toldCount += 1 }
        }
        let last = try start("live", "--once")
        last.waitUntilExit()
        guard last.terminationStatus == 0 else {
            throw LiveError.journal("the last process ended with \(last.terminationStatus)")
        }
        return try verdict(series)
    }

    private func verdict(_ series: [Series]) throws -> SimulationOutcome {
        let service = try Store(folder: store)
        let journal = try JournalDatabase(folder: store)
        let registry = Registry(store: service.folder, keys: keys)
        let promotions = try registry.ids().map {
            try registry.promotion(
                $0, custom: ServiceStore.customKernels, journal: journal,
                now: Timestamp(microseconds: 0))
        }
        let histories = series.map {
            (
                SeriesKey(symbol: $0.symbol, interval: .minute),
                ArchivedBars(series: $0, actions: [])
            )
        }
        let text = try String(contentsOf: output, encoding: .utf8)
        let told = text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Told.self, from: Data($0.utf8))
        }
        var outcome = try LiveVerdict(
            histories: Dictionary(uniqueKeysWithValues: histories), journal: journal,
            delivered: told.filter { $0.kind == "signal" }.map(\.key)
        ).outcome(promotions)
        (outcome.kills, outcome.faults) = (killCount, killCount)
        outcome.happened = ["told-before-kill": toldCount]
        return outcome
    }

    /// True when a life has printed more than the line break that it begins with.
    private func hasTold(since before: Int) throws -> Bool { try size(of: output) > before + 1 }

    private func size(of file: URL) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
    }

    /// A line that the runner printed.
    private struct Told: Decodable {
        let kind: String
        let key: String
    }
}

// MARK: - The process and its world

extension KillTrial {
    private var keys: KeyRing { KeyRing(folder: folder.appending(path: "config/finstage")) }

    private func prepare(_ series: [Series]) throws {
        for part in [store, incoming] {
            try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
        }
        let service = try Store(folder: store)
        for series in series {
            let text = MadeUpPromotions.csv((0..<warmCount).lazy.map { series[$0] })
            let file = folder.appending(path: "\(series.symbol).csv")
            try Data(text.utf8).write(to: file)
            _ = try service.importFile(
                file, symbol: series.symbol, calendar: .continuous, interval: .minute)
            try Data(MadeUpPromotions.csv([]).utf8).write(to: path(series))
        }
        let universe = series.map { MadeUpPromotions.instrument($0, last: warmCount - 1) }
        let registry = Registry(store: store, keys: keys)
        for manifest in MadeUpPromotions.manifests(universe, .minute) {
            _ = try registry.add(manifest)
        }
        try Data().write(to: output)
    }

    private func path(_ series: Series) -> URL { incoming.appending(path: "\(series.symbol).csv") }

    /// Adds a row to each file, its last digits a moment later.
    private func append(_ series: [Series], _ row: Int) throws {
        for series in series {
            let line = Data(MadeUpPromotions.line(series[row]).utf8)
            let file = try FileHandle(forWritingTo: path(series))
            try file.seekToEnd()
            try file.write(contentsOf: line.prefix(line.count - 7))
            try file.write(contentsOf: line.suffix(7))
            try file.close()
        }
    }

    /// Starts this program with other words. What it prints is added to one file, each life on
    /// lines of its own.
    private func start(_ words: String...) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = words + ["--json", "--folder", incoming.path, "--store", store.path]
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging([
            "XDG_CONFIG_HOME": folder.appending(path: "config").path,
            "FINSTAGE_ROOT": folder.path,
        ]) { $1 }
        let file = try FileHandle(forWritingTo: output)
        try file.seekToEnd()
        try file.write(contentsOf: Data("\n".utf8))
        process.standardOutput = file
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        try file.close()
        return process
    }
}
