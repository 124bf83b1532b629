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
    ) throws -> (active: [Promotion], refused: [PromotionError]) {
        let custom = Self.customKernels
        var (active, refused) = ([Promotion](), [PromotionError]())
        for id in try registry.ids() {
            do throws(PromotionError) {
                active.append(
                    try registry.promotion(id, custom: custom, journal: journal, now: now))
            } catch {
                refused.append(error)
            }
        }
        let ended = try ended(refused, journal, custom)
        refused += active.compactMap { old in
            old.renewal(among: ended).map { new in
                .refused(
                    id: old.id, field: "renewed",
                    reason: "\(new.id) of the same plan took over and has ended; promote it anew")
            }
        }
        return (active.filter { $0.renewal(among: ended) == nil }, refused)
    }

    /// Those that took over and have ended since, and give nothing back: the same plan needs a new
    /// word. One that was taken back before it decided anything took over from none, and one that
    /// cannot be believed any more says nothing about others.
    private func ended(
        _ refused: [PromotionError], _ journal: JournalDatabase?, _ custom: [CompiledKernel]
    ) throws -> [Promotion] {
        let decided = Set(try (journal?.checkpoints() ?? []).map(\.promotion))
        return refused.filter(\.isOrdinaryEnd).compactMap { refusal in
            guard let id = refusal.id, refusal.field != "demoted" || decided.contains(id) else {
                return nil
            }
            return try? registry.signed(id, custom: custom)
        }
    }

    /// Those that have expired and may still have something to decide: what closed before the
    /// expiry is theirs however late it comes, also where their end was told under a clock that
    /// was ahead.
    func lapsed(
        _ refused: [PromotionError], _ active: [Promotion], _ journal: JournalDatabase
    ) throws -> [Promotion] {
        let expired = refused.filter { $0.field == "expires" }.compactMap(\.id)
        guard !expired.isEmpty else { return [] }
        let told = Set(try journal.findings(kind: "expires").map(\.subject))
        let custom = Self.customKernels
        let newer = try active + ended(refused, journal, custom)
        let points = try journal.checkpoints()
        return expired.compactMap { try? registry.signed($0, custom: custom) }.filter { promotion in
            let isOver = told.contains(promotion.id) && promotion.hasDecidedAll(points)
            return !isOver && promotion.renewal(among: newer) == nil
        }
    }

    /// Why a promotion that can be believed cannot run: a series that it trades or reads is not
    /// there.
    func obstacle(to promotion: Promotion) -> String? {
        for instrument in promotion.manifest.universe + promotion.manifest.reads {
            do throws(StoreError) {
                _ = try store.entry(symbol: instrument.symbol, interval: promotion.interval)
            } catch {
                return "stopped: \(error)"
            }
        }
        return nil
    }

    /// The id of a promotion that the registry or the journal knows.
    ///
    /// - Throws: for another name, with the nearest id.
    func known(promotion: String?, _ journal: JournalDatabase?) throws -> String? {
        let all = Set(try registry.ids() + (journal?.checkpoints() ?? []).map(\.promotion))
        return try Self.known("promotion", promotion, in: all)
    }

    /// A symbol that the store or the journal knows, in its own spelling.
    ///
    /// - Throws: for another name, with the nearest symbol.
    func known(symbol: String?, _ journal: JournalDatabase?) throws -> String? {
        let lived = try (journal?.checkpoints() ?? []).map(\.symbol)
        let all = Set(try store.entries().map(\.symbol) + lived)
        return try Self.known("symbol", symbol, in: all)
    }

    private static func known(
        _ what: String, _ name: String?, in all: Set<String>
    ) throws -> String? {
        guard let name, !all.contains(name) else { return name }
        if let found = all.first(where: { $0.lowercased() == name.lowercased() }) { return found }
        throw PromotionError.unknown(
            what: what, name: name, nearest: nearest(name, in: all.sorted()))
    }

    /// Those of some promotions that a newer one of the same plan has taken over from, with where
    /// their paper accounts stand: the newer one begins flat.
    func renewed(_ able: [Promotion], _ journal: JournalDatabase?) throws -> [PromotionError] {
        let points = try journal?.checkpoints() ?? []
        return able.compactMap { old in
            guard let new = old.renewal(among: able) else { return nil }
            let held = points.filter { $0.promotion == old.id && $0.stance != "flat" }
                .map { "\($0.stance) \($0.symbol)" }
            let stands = held.isEmpty ? "flat" : held.joined(separator: ", ")
            return .refused(
                id: old.id, field: "renewed",
                reason: "\(new.id) of the same plan takes over and begins flat; the paper account "
                    + "of this one stands \(stands)")
        }
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
