import CCrypto

/// A SHA-256 digest: what names files, plans, kernels and runs.
///
/// Equal in every run and on every machine. Computed by OpenSSL's libcrypto.
public struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The digest of some bytes.
    public init(of data: some Sequence<UInt8>) {
        let input = Array(data)
        self.init(hashing: input.span.bytes)
    }

    /// The digest of UTF-8 text.
    public init(of text: String) { self.init(of: text.utf8) }

    /// The digest of memory, without a copy.
    public init(hashing memory: RawSpan) {
        var output = [UInt8](repeating: 0, count: 32)
        let status = memory.withUnsafeBytes { input in
            EVP_Digest(input.baseAddress, input.count, &output, nil, EVP_sha256(), nil)
        }
        precondition(status == 1, "libcrypto could not compute a SHA-256 digest")
        bytes = output
    }

    /// A digest from its 64 hexadecimal digits; nil when the text is none.
    public init?(hexadecimal text: String) {
        guard text.utf8.count == 64 else { return nil }
        var bytes: [UInt8] = []
        var digits = Substring(text)
        while !digits.isEmpty {
            guard let byte = UInt8(digits.prefix(2), radix: 16), digits.first != "+" else {
                return nil
            }
            bytes.append(byte)
            digits = digits.dropFirst(2)
        }
        self.bytes = bytes
    }

    /// True when left sorts first, byte by byte.
    public static func < (left: Digest, right: Digest) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// The digest in 64 hexadecimal digits.
    public var description: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The first twelve digits: enough for people.
    public var short: String { String(description.prefix(12)) }
}
