import Database
import Digests
import Foundation
import Kernels
import MarketData
import Signals

extension Registry {
    /// A promotion that can be believed: verified, then parsed, then compiled.
    ///
    /// - Parameters:
    ///   - id: the promotion.
    ///   - custom: the kernels of the strategies that are compiled in.
    ///   - journal: what it remembers of demotions.
    ///   - now: the present instant.
    /// - Returns: the promotion.
    /// - Throws: an error that names the first field that is refused.
    public func promotion(
        _ id: String, custom: [CompiledKernel], journal: JournalDatabase?, now: Timestamp
    ) throws(PromotionError) -> Promotion {
        try requireKnown(id)
        if let reason = try demotion(of: id, journal: journal) {
            throw .refused(id: id, field: "demoted", reason: reason)
        }
        let manifest = try manifest(id)
        return try Promotion(id: id, manifest: manifest, custom: custom, now: now)
    }

    /// A promotion as it was signed, whether or not it has expired or was taken back since: for
    /// looking back at what it did.
    ///
    /// - Throws: an error that names what is not believed.
    public func signed(
        _ id: String, custom: [CompiledKernel]
    ) throws(PromotionError) -> Promotion {
        try requireKnown(id)
        return try Promotion(
            id: id, manifest: try manifest(id), custom: custom,
            now: Timestamp(microseconds: .min))
    }

    /// The manifest of a promotion, after its bytes have been verified.
    public func manifest(_ id: String) throws(PromotionError) -> Manifest {
        let bytes = try bounded(url(id, "json"), id, field: "manifest")
        try verify(bytes, id, signature: url(id, "sig"), field: "signature")
        do {
            let form = try JSONDecoder().decode(ManifestForm.self, from: Data(bytes)).format
            guard form == Manifest.currentFormat else {
                throw PromotionError.refused(
                    id: id, field: "format",
                    reason: "'\(form)' is not \(Manifest.currentFormat); promote it anew")
            }
            let manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
            let own = Self.id(of: bytes, strategy: manifest.strategy)
            guard id.utf8.elementsEqual(own.utf8) else {
                throw PromotionError.refused(
                    id: id, field: "id", reason: "the manifest is that of \(own); name it so")
            }
            return manifest
        } catch let error as PromotionError {
            throw error
        } catch {
            throw .refused(id: id, field: "manifest", reason: "it cannot be read: \(error)")
        }
    }

    /// Why a promotion was taken back; nil where it was not.
    ///
    /// A statement whose signature is not believed still stops the promotion: when in doubt,
    /// nothing is traded. It stays until a person removes it.
    public func demotion(
        of id: String, journal: JournalDatabase?
    ) throws(PromotionError) -> String? {
        do throws(DatabaseError) {
            let remembered = try journal?.demotions().first { isName($0.promotion, of: id) }
            if let remembered {
                let when = Timestamp(microseconds: remembered.time).text
                return "\(remembered.reason) (\(when))"
            }
        } catch {
            throw .unusable(path: journal?.path ?? "", reason: error.description)
        }
        let ending = ".demotion.json"
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .first { $0.hasSuffix(ending) && isName(String($0.dropLast(ending.count)), of: id) }
        guard let file = found.map({ folder.appending(path: $0) }) else { return nil }
        let bytes = try bounded(file, id, field: "demotion")
        do throws(PromotionError) {
            let signature = file.deletingPathExtension().appendingPathExtension("sig")
            try verify(bytes, id, signature: signature, field: "demotion")
        } catch {
            return "a demotion lies beside it that cannot be believed: \(error). Remove "
                + "\(file.path) if it is not yours"
        }
        let statement = try? JSONDecoder().decode(Demotion.self, from: Data(bytes))
        return statement.map { "\($0.reason) (\($0.issued))" } ?? "its demotion cannot be read"
    }

    /// True for the name of a promotion, and for that of whatever it is a copy of: the copy is
    /// taken back with it. A name ends with the digest of the bytes, which need not be read.
    private func isName(_ name: String, of id: String) -> Bool {
        guard name != id else { return true }
        let bytes = try? bounded(url(id, "json"), id, field: "manifest")
        return bytes.map { name.hasSuffix(Self.id(of: $0, strategy: "")) } ?? false
    }

    /// The name of a promotion, and the one that its manifest gives it where its signature is
    /// believed.
    func names(of id: String) -> Set<String> {
        guard let bytes = try? bounded(url(id, "json"), id, field: "manifest"),
            (try? verify(bytes, id, signature: url(id, "sig"), field: "signature")) != nil,
            let form = try? JSONDecoder().decode(ManifestForm.self, from: Data(bytes))
        else { return [id] }
        return [id, Self.id(of: bytes, strategy: form.strategy)]
    }

    /// The bytes of a file that is neither empty nor larger than a manifest can be.
    private func bounded(
        _ url: URL, _ id: String, field: String
    ) throws(PromotionError) -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        guard size > 0 else {
            throw .refused(id: id, field: field, reason: "\(url.path) holds no byte")
        }
        guard size <= Self.largestByteCount else {
            throw .refused(
                id: id, field: field,
                reason: "\(url.path) has \(size) bytes, more than \(Self.largestByteCount)")
        }
        return [UInt8](try KeyFiles.bytes(of: url))
    }

    func verify(
        _ bytes: [UInt8], _ id: String, signature file: URL, field: String
    ) throws(PromotionError) {
        let text =
            FileManager.default.fileExists(atPath: file.path)
            ? try KeyFiles.text(of: file) : ""
        guard let signature = DetachedSignature(text: text) else {
            throw .refused(id: id, field: field, reason: "\(file.path) is no signature")
        }
        guard let key = try keys.trusted()[signature.keyID] else {
            let isRevoked = try keys.revoked().contains(signature.keyID)
            throw .refused(
                id: id, field: "key",
                reason: isRevoked
                    ? "key \(signature.keyID) is revoked"
                    : "key \(signature.keyID) is not trusted here; 'finstage keys trust' its "
                        + "public key if you know whose it is")
        }
        guard key.isValid(signature.bytes, for: bytes) else {
            throw .refused(
                id: id, field: field,
                reason: "the bytes are not those that were signed; the file was changed or cut")
        }
    }
}

/// The form of a manifest, whatever else it holds.
private struct ManifestForm: Decodable {
    let format: String
    let strategy: String
}
