import CCrypto

/// A private Ed25519 key.
///
/// Source: RFC 8032. Computed by OpenSSL's libcrypto.
public struct SigningKey: Sendable {
    /// The 32 secret bytes.
    public let bytes: [UInt8]
    /// The key that verifies what this one signs.
    public let verifyingKey: VerifyingKey

    /// A new key, made of the system's randomness.
    public init() throws(SignatureError) {
        guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil) else {
            throw .failed("the key's context")
        }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &key) == 1, let key
        else { throw .failed("making a key") }
        defer { EVP_PKEY_free(key) }
        var secret = [UInt8](repeating: 0, count: 32)
        var count = secret.count
        guard EVP_PKEY_get_raw_private_key(key, &secret, &count) == 1, count == 32 else {
            throw .failed("reading a key")
        }
        try self.init(bytes: secret)
    }

    /// A key from its 32 secret bytes.
    public init(bytes: [UInt8]) throws(SignatureError) {
        guard bytes.count == 32,
            let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
        else { throw .badKey }
        defer { EVP_PKEY_free(key) }
        var open = [UInt8](repeating: 0, count: 32)
        var count = open.count
        guard EVP_PKEY_get_raw_public_key(key, &open, &count) == 1 else { throw .badKey }
        self.bytes = bytes
        verifyingKey = try VerifyingKey(bytes: open)
    }

    /// The 64 bytes that vouch for a message. Equal messages have equal signatures.
    public func signature(of message: [UInt8]) throws(SignatureError) -> [UInt8] {
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, bytes, bytes.count),
            let context = EVP_MD_CTX_new()
        else { throw .badKey }
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        var output = [UInt8](repeating: 0, count: 64)
        var count = output.count
        guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
            EVP_DigestSign(context, &output, &count, message, message.count) == 1, count == 64
        else { throw .failed("signing") }
        return output
    }
}
