import Digests
import Foundation
import Promotions
import Testing

@Suite("Keys and signatures")
struct SignatureTests {
    @Test("RFC 8032, test 2: the key and the signature of one byte")
    func vector() throws {
        let secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
        let open = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        let signature =
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        let key = try SigningKey(bytes: try #require([UInt8](hexadecimal: secret)))
        #expect(key.verifyingKey.hexadecimal == open)
        #expect(try key.signature(of: [0x72]).hexadecimal == signature)
        let bytes = try #require([UInt8](hexadecimal: signature))
        #expect(key.verifyingKey.isValid(bytes, for: [0x72]))
        #expect(!key.verifyingKey.isValid(bytes, for: [0x73]))
        #expect(!key.verifyingKey.isValid(Array(bytes.dropLast()), for: [0x72]))
    }

    @Test("the key is made on first use, for its owner alone, and then stays")
    func ownKey() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        #expect(try fixture.ring.ownKey() == nil)
        let key = try fixture.ring.signingKey()
        #expect(try fixture.ring.signingKey().bytes == key.bytes)
        #expect(try fixture.ring.trusted()[key.verifyingKey.id] == key.verifyingKey)
        func mode(_ name: String) throws -> Int {
            let path = fixture.ring.folder.path + name
            let facts = try FileManager.default.attributesOfItem(atPath: path)
            return (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0
        }
        #expect(try mode("/signing-key") == 0o600)
        #expect(try mode("") == 0o700)
    }

    @Test("a key that others can read is refused, and so is a file that holds none")
    func badKeyFiles() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        _ = try fixture.ring.signingKey()
        let file = fixture.ring.folder.appending(path: "signing-key")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        #expect(throws: PromotionError.self) { try fixture.ring.signingKey() }
        try Data("zz".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        #expect(throws: PromotionError.self) { try fixture.ring.signingKey() }
    }

    @Test("a signature has one spelling", arguments: ["upper", "blank", "return", "end"])
    func spelling(how: String) throws {
        let text = try DetachedSignature(of: [1], by: SigningKey()).text
        let other =
            switch how {
            case "upper": text.replacing(/[a-f0-9]{128}/) { String($0.output).uppercased() }
            case "blank": text.replacing("\nkey", with: "\n\nkey")
            case "return": text.replacing("\n", with: "\r\n")
            default: text + "\n"
            }
        #expect(other != text)
        #expect(DetachedSignature(text: text) != nil)
        #expect(DetachedSignature(text: other) == nil)
    }

    @Test(
        "a line that is no key id is an error that names file and line",
        arguments: ["revoked-keys", "trusted-keys"],
        ["compromised", "ID WORDS\r", "UPPER WORDS", "ID"])
    func badLines(name: String, line: String) throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let key = try fixture.ring.signingKey().verifyingKey
        let text = line.replacing("ID", with: key.id)
            .replacing("UPPER", with: key.id.uppercased() + "F")
            .replacing("WORDS", with: key.hexadecimal)
        let file = fixture.ring.folder.appending(path: name)
        try Data("# mine\n\(text)\n".utf8).write(to: file)
        guard line != "ID" || name == "trusted-keys" else {
            #expect(try fixture.ring.revoked() == [key.id])
            return
        }
        let error = #expect(throws: PromotionError.self) { try fixture.ring.trusted() }
        #expect(error?.description.contains("\(name):2: ") == true, "\(error?.description ?? "")")
    }

    @Test(
        "a list of keys that others can write is refused",
        arguments: ["revoked-keys", "trusted-keys", ""])
    func openLists(name: String) throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let key = try fixture.ring.signingKey().verifyingKey
        try fixture.ring.revoke(key.id)
        #expect(try fixture.ring.trusted().isEmpty)
        let path = fixture.ring.folder.appending(path: name).path
        try FileManager.default.setAttributes([.posixPermissions: 0o722], ofItemAtPath: path)
        #expect(throws: PromotionError.self) { try fixture.ring.trusted() }
    }

    @Test("a revoked key is not trusted again, and does not sign")
    func revoked() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let key = try fixture.ring.signingKey().verifyingKey
        try fixture.ring.revoke(key.id)
        #expect(try fixture.ring.trusted().isEmpty)
        #expect(throws: PromotionError.self) { try fixture.ring.trust(key, note: "") }
        #expect(throws: PromotionError.self) { try fixture.ring.signingKey() }
        #expect(throws: PromotionError.self) { try fixture.ring.revoke("0000") }
    }

    @Test("what a person wrote into a list of keys stays, and a line without its end gets one")
    func remarks() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let own = try fixture.ring.signingKey().verifyingKey
        for name in ["trusted-keys", "revoked-keys"] {
            let file = fixture.ring.folder.appending(path: name)
            let before = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let text = before + "\n# desk B, asked by telephone on 12 May\n\n# last"
            try Data(text.utf8).write(to: file)
            let key = try SigningKey().verifyingKey
            try fixture.ring.trust(key, note: "desk B")
            if name == "revoked-keys" { try fixture.ring.revoke(key.id) }
            let now = try String(contentsOf: file, encoding: .utf8)
            #expect(now.hasPrefix(text + "\n\(key.id)") && now.hasSuffix("\n"))
            #expect(try fixture.ring.trusted()[key.id] == (name == "trusted-keys" ? key : nil))
        }
        #expect(try fixture.ring.trusted()[own.id] == own)
    }
}
