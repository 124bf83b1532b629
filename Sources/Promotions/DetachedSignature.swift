import Digests

/// A signature beside the file that it vouches for.
public struct DetachedSignature: Hashable, Sendable {
    /// The id of the key that signed. Whether it is trusted, only the settings say.
    public let keyID: String
    /// The 64 bytes.
    public let bytes: [UInt8]

    /// Signs a message.
    public init(of message: [UInt8], by key: SigningKey) throws(PromotionError) {
        do throws(SignatureError) {
            bytes = try key.signature(of: message)
        } catch {
            throw .notPromotable("signing failed: \(error)")
        }
        keyID = key.verifyingKey.id
    }

    /// A signature from its file's text; nil when it is none. A signature has one spelling, so
    /// that nobody can make another file of it.
    public init?(text: String) {
        let lines = text.split(separator: "\n")
        guard lines.count == 3, lines[0] == "finstage-signature 1", lines[1].hasPrefix("key "),
            lines[2].hasPrefix("ed25519 "),
            let bytes = [UInt8](hexadecimal: lines[2].dropFirst(8)), bytes.count == 64
        else { return nil }
        (keyID, self.bytes) = (String(lines[1].dropFirst(4)), bytes)
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    /// The text of the file.
    public var text: String {
        "finstage-signature 1\nkey \(keyID)\ned25519 \(bytes.hexadecimal)\n"
    }
}
