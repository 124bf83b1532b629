/// What libcrypto can refuse.
public enum SignatureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A key is not 32 bytes, or no point of the curve.
    case badKey
    /// libcrypto could not make a key or a signature.
    case failed(String)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .badKey: "the key is no Ed25519 key of 32 bytes; make a new one"
        case .failed(let step): "libcrypto failed at \(step); check the installation of OpenSSL"
        }
    }
}
