import Database
import Digests
import Foundation
import MarketData
import Signals

/// The promotions of a store: manifests, their signatures, and what was demoted.
///
/// `promotions/ID.json` is a manifest, `ID.sig` its signature; a demotion adds `ID.demotion.json`
/// and `ID.demotion.sig`, and the journal remembers it even if those files go.
public struct Registry: Sendable {
    /// A manifest is some kilobytes; nothing larger is read.
    public static let largestByteCount = 4_000_000

    /// The folder.
    public let folder: URL
    let keys: KeyRing

    /// The registry of a store.
    public init(store: URL, keys: KeyRing) {
        folder = store.appending(path: "promotions")
        self.keys = keys
    }

    /// The ids of all promotions, demoted ones too, in order.
    public func ids() throws(PromotionError) -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".demotion.json") }
                .map { String($0.dropLast(5)) }.sorted()
        } catch {
            throw .unusable(path: folder.path, reason: error.localizedDescription)
        }
    }

    /// The id that a manifest's bytes have.
    public static func id(of bytes: [UInt8], strategy: String) -> String {
        "\(strategy)-\(Digest(of: bytes).description.prefix(12))"
    }

    /// Signs and keeps a manifest.
    ///
    /// - Returns: its id. The same manifest has the same id and is kept once.
    public func add(_ manifest: Manifest) throws(PromotionError) -> String {
        if let reason = manifest.gateObjection {
            throw .notPromotable("\(manifest.strategy) is not promoted: \(reason)")
        }
        let key = try keys.signingKey()
        let bytes = try manifest.bytes()
        let id = Self.id(of: bytes, strategy: manifest.strategy)
        try makeFolder()
        let signature = try DetachedSignature(of: bytes, by: key)
        // The signature first: a manifest without one would be refused.
        try KeyFiles.write([UInt8](signature.text.utf8), to: url(id, "sig"), mode: 0o644)
        try KeyFiles.write(bytes, to: url(id, "json"), mode: 0o644)
        return id
    }

    /// Takes a promotion back, for good.
    ///
    /// The journal remembers it first, whatever lies beside the manifest and whatever becomes of
    /// the statement; that needs no key. The statement is signed by the own key.
    ///
    /// - Parameters:
    ///   - id: the promotion.
    ///   - reason: why.
    ///   - journal: remembers it beside the files; nil where there is no journal yet.
    ///   - now: the present instant.
    /// - Returns: why there is no statement that is believed; nil where there is one.
    /// - Throws: when there is no such promotion, when the journal cannot be written, or when
    ///   there is neither a journal nor a statement.
    @discardableResult
    public func demote(
        _ id: String, reason: String, journal: JournalDatabase?, now: Timestamp
    ) throws(PromotionError) -> String? {
        try requireKnown(id)
        do throws(DatabaseError) {
            try journal?.remember(
                names(of: id).sorted().map {
                    DemotionRecord(promotion: $0, reason: reason, time: now.microseconds)
                })
        } catch {
            throw .unusable(path: journal?.path ?? "", reason: error.description)
        }
        do throws(PromotionError) {
            try state(Demotion(promotion: id, reason: reason, issued: now.text))
            return nil
        } catch {
            guard journal != nil else { throw error }
            return error.description
        }
    }

    /// Signs the statements of demotions that the journal alone remembers, where a key is there
    /// now. A file that lies in the place of one stays, whatever it holds.
    public func stateRemembered(by journal: JournalDatabase) throws(PromotionError) {
        let demotions: [DemotionRecord]
        do throws(DatabaseError) { demotions = try journal.demotions() } catch {
            throw .unusable(path: journal.path, reason: error.description)
        }
        let known = Set(try ids())
        for record in demotions
        where known.contains(record.promotion)
            && !FileManager.default.fileExists(
                atPath: url(record.promotion, "demotion.json").path)
        {
            let when = Timestamp(microseconds: record.time).text
            try state(
                Demotion(promotion: record.promotion, reason: record.reason, issued: when))
        }
    }

    /// Signs and keeps the statement of a demotion. One that is there and believed stays.
    private func state(_ statement: Demotion) throws(PromotionError) {
        let id = statement.promotion
        let (file, signed) = (url(id, "demotion.json"), url(id, "demotion.sig"))
        guard !FileManager.default.fileExists(atPath: file.path) else {
            return try verify(
                [UInt8](try KeyFiles.bytes(of: file)), id, signature: signed, field: "demotion")
        }
        let key = try keys.signingKey()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let encoded = try? encoder.encode(statement) else {
            throw .notPromotable("the demotion of \(id) cannot be written")
        }
        let bytes = [UInt8](encoded)
        let signature = try DetachedSignature(of: bytes, by: key)
        try KeyFiles.write([UInt8](signature.text.utf8), to: signed, mode: 0o644)
        try KeyFiles.write(bytes, to: file, mode: 0o644)
    }

    private func makeFolder() throws(PromotionError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unusable(path: folder.path, reason: error.localizedDescription)
        }
    }

    /// Throws when there is no promotion of an id, with the nearest one.
    public func requireKnown(_ id: String) throws(PromotionError) {
        let known = try ids()
        guard known.contains(id) else {
            throw .unknown(what: "promotion", name: id, nearest: nearest(id, in: known))
        }
    }

    func url(_ id: String, _ suffix: String) -> URL { folder.appending(path: "\(id).\(suffix)") }
}
