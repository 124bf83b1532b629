import CCrypto

/// A public Ed25519 key.
public struct VerifyingKey: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// A key from its 32 bytes.
    public init(bytes: [UInt8]) throws(SignatureError) {
        guard bytes.count == 32 else { throw .badKey }
        self.bytes = bytes
    }

    /// A key from its 64 hexadecimal digits; nil when the text is none.
    public init?(hexadecimal text: String) {
        guard let bytes = [UInt8](hexadecimal: text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The name of the key: the first sixteen digits of its SHA-256 digest.
    public var id: String { String(Digest(of: bytes).description.prefix(16)) }

    /// The key in 64 hexadecimal digits.
    public var hexadecimal: String { bytes.hexadecimal }

    /// True when the holder of the private key has signed the message, byte for byte.
    public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard signature.count == 64,
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
        else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, 64, message, message.count) == 1
    }
}
