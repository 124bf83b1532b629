import ArgumentParser
import Commands
import Digests
import Foundation
import Promotions

/// `finstage keys …`
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Exports the own key, trusts and revokes others.",
        discussion: "Example: finstage keys export",
        subcommands: [Export.self, Trust.self, Revoke.self], defaultSubcommand: Export.self)

    /// `finstage keys export`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the own public key, made on first use, and the trusted ids.",
            discussion: "Example: finstage keys export")

        func run() throws {
            try reportingFailure {
                let ring = ServiceStore.keyRing
                let own = try ring.signingKey().verifyingKey
                Terminal.result("own      \(own.id) \(own.hexadecimal)")
                for key in try ring.trusted().values.sorted(by: { $0.id < $1.id })
                where key != own { Terminal.result("trusted  \(key.id) \(key.hexadecimal)") }
                for id in try ring.revoked().sorted() { Terminal.result("revoked  \(id)") }
            }
        }
    }

    /// `finstage keys trust KEY`
    struct Trust: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trusts a public key of 64 digits from now on.",
            discussion: "Example: finstage keys trust 3d40…51a2 --note 'desk B'")

        @Argument(help: "The 64 digits that 'keys export' prints there.") var key: String
        @Option(help: "Whose it is.") var note = ""

        func run() throws {
            guard let verifying = VerifyingKey(hexadecimal: key) else {
                throw wrongWords("'\(key)' is no public key of 64 hexadecimal digits")
            }
            try reportingFailure {
                try ServiceStore.keyRing.trust(verifying, note: note)
                Terminal.result("\(verifying.id) is trusted")
            }
        }
    }

    /// `finstage keys revoke ID`
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes the trust in a key back, for good.",
            discussion: "Example: finstage keys revoke 0123456789abcdef")

        @Argument(help: "The id of the key.") var id: String

        func run() throws {
            try reportingFailure {
                try ServiceStore.keyRing.revoke(id)
                Terminal.result("\(id) is revoked")
            }
        }
    }
}
