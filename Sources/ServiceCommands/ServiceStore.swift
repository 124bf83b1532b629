import ColumnStore
import Commands
import Database
import Foundation
import Kernels
import Live
import MarketData
import Promotions
import Signals

/// The store, its journal, its promotions and the user's keys, behind one command.
struct ServiceStore {
    let store: Store
    let keys: KeyRing
    let registry: Registry

    init(_ folder: String?) throws {
        store = try Research.openStore(folder, isQuiet: true)
        keys = Self.keyRing
        registry = Registry(store: store.folder, keys: keys)
    }

    /// The keys in `$XDG_CONFIG_HOME/finstage`, else `~/.config/finstage`.
    static var keyRing: KeyRing {
        let environment = ProcessInfo.processInfo.environment
        let base =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (environment["HOME"] ?? ".") + "/.config"
        return KeyRing(folder: URL(filePath: base).appending(path: "finstage"))
    }

    /// The journal, made where there is none.
    func journal() throws -> JournalDatabase { try JournalDatabase(folder: store.folder) }

    /// The journal, where there is one.
    func presentJournal() throws -> JournalDatabase? {
        JournalDatabase.exists(in: store.folder) ? try journal() : nil
    }

    /// The kernels of all strategies that are compiled in.
    static var customKernels: [CompiledKernel] {
        StrategyChoice.all.flatMap { Plan($0.init()).kernels }
    }

    /// The promotions that can be believed now, and why the others cannot.
    func promotions(
        _ journal: JournalDatabase?, now: Timestamp
    ) throws -> (active: [Promotion], refused: [String]) {
        let custom = Self.customKernels
        var (active, refused) = ([Promotion](), [String]())
        for id in try registry.ids() {
            do throws(PromotionError) {
                active.append(
                    try registry.promotion(id, custom: custom, journal: journal, now: now))
            } catch {
                refused.append(error.description)
            }
        }
        return (active, refused)
    }
}

/// Which store a command means, and how it prints.
struct ServiceOptions {
    /// A table of rows: JSON lines or columns.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
