import Digests
import Foundation

/// The user's own key and the keys that are trusted, in the configuration folder.
///
/// `signing-key` holds the own key and is the owner's alone (0600, in a folder of 0700).
/// `trusted-keys` and `revoked-keys` name public keys, one a line: id, key, words. Lines are only
/// added, so that a person's remarks (`# …`) stay.
public struct KeyRing: Sendable {
    /// The folder.
    public let folder: URL

    /// The keys in a folder; nothing is read or made yet.
    public init(folder: URL) { self.folder = folder }

    private var signingFile: URL { folder.appending(path: "signing-key") }
    private var trustedFile: URL { folder.appending(path: "trusted-keys") }
    private var revokedFile: URL { folder.appending(path: "revoked-keys") }

    /// The own key, made on first use and then trusted here.
    public func signingKey() throws(PromotionError) -> SigningKey {
        if let key = try storedKey() {
            guard !(try revoked()).contains(key.verifyingKey.id) else {
                throw .badKeyFile(
                    path: signingFile.path,
                    reason: "this key is revoked; move the file away, and a new key is made")
            }
            return key
        }
        return try makeKey()
    }

    private func makeKey() throws(PromotionError) -> SigningKey {
        try KeyFiles.makePrivateFolder(folder)
        let key: SigningKey
        do throws(SignatureError) { key = try SigningKey() } catch {
            throw .badKeyFile(path: signingFile.path, reason: error.description)
        }
        try KeyFiles.write(key.bytes.hexadecimal + "\n", to: signingFile)
        try trust(key.verifyingKey, note: "own key")
        return key
    }

    /// The own public key; nil before the first use.
    public func ownKey() throws(PromotionError) -> VerifyingKey? {
        try storedKey()?.verifyingKey
    }

    private func storedKey() throws(PromotionError) -> SigningKey? {
        guard FileManager.default.fileExists(atPath: signingFile.path) else { return nil }
        try KeyFiles.checkPrivate(folder, signingFile)
        let text = try KeyFiles.text(of: signingFile)
        guard let bytes = [UInt8](hexadecimal: text.trimmingCharacters(in: .whitespacesAndNewlines))
        else {
            throw .badKeyFile(
                path: signingFile.path,
                reason: "it holds no key; move it away, and a new one is made")
        }
        do throws(SignatureError) {
            return try SigningKey(bytes: bytes)
        } catch {
            throw .badKeyFile(path: signingFile.path, reason: error.description)
        }
    }

    /// The trusted keys by id, without those that are revoked.
    public func trusted() throws(PromotionError) -> [String: VerifyingKey] {
        let gone = try revoked()
        var keys: [String: VerifyingKey] = [:]
        for (number, line) in try KeyFiles.lines(of: trustedFile) {
            let words = line.split(separator: " ")
            guard words.count >= 2, let key = VerifyingKey(hexadecimal: String(words[1])),
                key.id == words[0], key.hexadecimal == words[1], !line.contains("\r")
            else {
                throw .badKeyFile(
                    path: "\(trustedFile.path):\(number)",
                    reason: "'\(line)' is no key id followed by its key; remove the line")
            }
            if !gone.contains(key.id) { keys[key.id] = key }
        }
        return keys
    }

    /// The ids of the revoked keys. A line that names none is an error: a key that somebody meant
    /// to revoke would else be believed.
    public func revoked() throws(PromotionError) -> Set<String> {
        var ids: Set<String> = []
        for (number, line) in try KeyFiles.lines(of: revokedFile) {
            let id = line.prefix { $0 != " " }
            guard id.utf8.count == 16, id.allSatisfy("0123456789abcdef".contains),
                !line.contains("\r")
            else {
                throw .badKeyFile(
                    path: "\(revokedFile.path):\(number)",
                    reason: "'\(line)' does not begin with a key id, 16 digits of 0–9 and a–f; "
                        + "correct the line")
            }
            ids.insert(String(id))
        }
        return ids
    }

    /// Trusts a key from now on. A revoked key stays revoked.
    public func trust(_ key: VerifyingKey, note: String) throws(PromotionError) {
        guard !(try revoked()).contains(key.id) else {
            throw .badKeyFile(
                path: revokedFile.path, reason: "key \(key.id) is revoked, which is for good")
        }
        guard try trusted()[key.id] == nil else { return }
        try KeyFiles.makePrivateFolder(folder)
        let words = note.filter { !$0.isNewline }
        try KeyFiles.append("\(key.id) \(key.hexadecimal) \(words)", to: trustedFile)
    }

    /// Takes the trust in a key back, for good.
    public func revoke(_ id: String) throws(PromotionError) {
        let known = try trusted()
        guard known[id] != nil else {
            if try revoked().contains(id) { return }
            throw .unknown(what: "trusted key", name: id, nearest: known.keys.sorted().first)
        }
        try KeyFiles.append(id, to: revokedFile)
    }
}
