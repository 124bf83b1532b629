import Database
import Digests
import Foundation
import MarketData
import Promotions
import Signals
import Strategies
import Testing
import Trading

@Suite("Promotions")
struct RegistryTests {
    @Test("what was signed is believed, and its bytes are the same each time")
    func believed() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let manifest = fixture.manifest()
        let id = try fixture.registry.add(manifest)
        #expect(try fixture.registry.add(manifest) == id)
        #expect(try fixture.registry.ids() == [id])
        #expect(try fixture.registry.manifest(id) == manifest)
        #expect(try fixture.refusedField(id) == nil)
        #expect(try manifest.bytes() == fixture.manifest().bytes())
    }

    @Test(
        "a file that is not what was signed is refused by name",
        arguments: ["byte", "cut", "empty", "large", "signature", "renamed"])
    func damaged(how: String) throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let id = try fixture.registry.add(fixture.manifest())
        let file = fixture.url(id, "json")
        var bytes = [UInt8](try Data(contentsOf: file))
        var name = id
        switch how {
        case "byte": bytes[bytes.count / 2] ^= 1
        case "cut": bytes = Array(bytes.prefix(bytes.count - 1))
        case "empty": bytes = []
        case "large": bytes += [UInt8](repeating: 32, count: 10_000_000)
        case "signature": try Data("nothing".utf8).write(to: fixture.url(id, "sig"))
        default:
            name = "SmaCross-000000000000"
            try FileManager.default.copyItem(
                at: fixture.url(id, "sig"), to: fixture.url(name, "sig"))
        }
        try Data(bytes).write(to: fixture.url(name, "json"))
        let field = try fixture.refusedField(name)
        switch how {
        case "empty", "large": #expect(field == "manifest")
        case "renamed": #expect(field == "id")
        default: #expect(field == "signature")
        }
    }

    @Test("a key that the settings do not name is not believed, whatever it signed")
    func unknownKey() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let id = try fixture.registry.add(fixture.manifest())
        let bytes = [UInt8](try Data(contentsOf: fixture.url(id, "json")))
        let stranger = try SigningKey()
        let signature = try DetachedSignature(of: bytes, by: stranger)
        try Data(signature.text.utf8).write(to: fixture.url(id, "sig"))
        #expect(try fixture.refusedField(id) == "key")
        try fixture.ring.trust(stranger.verifyingKey, note: "a friend")
        #expect(try fixture.refusedField(id) == nil)
        try fixture.ring.revoke(stranger.verifyingKey.id)
        #expect(try fixture.refusedField(id) == "key")
    }

    @Test("a date that has passed, and gates that say no")
    func fields() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let old = try fixture.registry.add(fixture.manifest(expires: "2020-01-01"))
        #expect(try fixture.refusedField(old) == "expires")
        let failed = PromotionFixture.outcome(passed: false)
        let refusal = #expect(throws: PromotionError.self) {
            try fixture.registry.add(fixture.manifest(gates: [failed]))
        }
        let words = "costs-doubled (0.25, at least 0.5 is needed)"
        #expect(refusal?.description.contains(words) == true)
        #expect(throws: PromotionError.self) {
            try fixture.registry.add(fixture.manifest(gates: []))
        }
        let accepted = fixture.manifest(gates: [failed], accepted: ["costs-doubled"])
        #expect(try fixture.refusedField(fixture.registry.add(accepted)) == nil)
    }

    @Test("a manifest of another form is told from a damaged one")
    func form() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        for (text, field) in [
            (#"{"format": "finstage-manifest 2", "strategy": "SmaCross"}"#, "format"),
            (#"{"format": "finstage-manifest 3", "strategy": "SmaCross"}"#, "manifest"),
        ] {
            let bytes = [UInt8](text.utf8)
            let id = Registry.id(of: bytes, strategy: "SmaCross")
            _ = try fixture.registry.add(fixture.manifest())
            try Data(bytes).write(to: fixture.url(id, "json"))
            let key = try fixture.ring.signingKey()
            try Data(try DetachedSignature(of: bytes, by: key).text.utf8)
                .write(to: fixture.url(id, "sig"))
            #expect(try fixture.refusedField(id) == field)
        }
    }

    @Test("a plan whose kernel gives other bits here is refused")
    func kernel() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let plan = Plan(SmaCross())
        let digest = try #require(plan.kernels.first).outputDigest.description
        let other = Digest(of: "another").description
        let manifest = fixture.manifest()
        let text = try String(decoding: manifest.bytes(), as: UTF8.self)
            .replacing(digest, with: other)
        let changed = try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
        let id = try fixture.registry.add(changed)
        #expect(try fixture.refusedField(id) == "plan")
    }

    @Test("a demotion holds though its files go, and though they are changed")
    func demoted() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let journal = try JournalDatabase(folder: fixture.folder)
        let id = try fixture.registry.add(fixture.manifest())
        try fixture.registry.demote(id, reason: "drift", journal: journal, now: fixture.now)
        #expect(try fixture.refusedField(id) == "demoted")
        try Data("{}".utf8).write(to: fixture.url(id, "demotion.json"))
        #expect(try fixture.refusedField(id) == "demoted")
        try FileManager.default.removeItem(at: fixture.url(id, "demotion.json"))
        let reason = try fixture.registry.demotion(of: id, journal: journal)
        #expect(reason?.hasPrefix("drift") == true)
        #expect(throws: PromotionError.self) {
            try fixture.registry.demote("SmaCros", reason: "", journal: nil, now: fixture.now)
        }
    }

    @Test(
        "a copy under another name is refused, and is demoted with what it is a copy of",
        arguments: [false, true])
    func copied(isDemoted: Bool) throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let journal = try JournalDatabase(folder: fixture.folder)
        let id = try fixture.registry.add(fixture.manifest())
        let digits = try #require(id.split(separator: "-").last)
        for name in ["Other-\(digits)", "\(digits)", "SmaCross-again-\(digits)"] {
            for suffix in ["json", "sig"] {
                try FileManager.default.copyItem(
                    at: fixture.url(id, suffix), to: fixture.url(name, suffix))
            }
            #expect(try fixture.refusedField(name) == "id")
        }
        let name = isDemoted ? id : "Other-\(digits)"
        try fixture.registry.demote(name, reason: "drift", journal: journal, now: fixture.now)
        for name in [id, "Other-\(digits)"] {
            #expect(try fixture.registry.demotion(of: name, journal: journal) != nil)
        }
    }

    @Test("a demotion needs no key, and no free place beside the manifest")
    func unsigned() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let journal = try JournalDatabase(folder: fixture.folder)
        let first = try fixture.registry.add(fixture.manifest())
        try Data("{}".utf8).write(to: fixture.url(first, "demotion.json"))
        func demote(_ id: String) throws -> String? {
            try fixture.registry.demote(id, reason: "drift", journal: journal, now: fixture.now)
        }
        #expect(try demote(first) != nil)
        let second = try fixture.registry.add(fixture.manifest(expires: "2031-01-01"))
        let own = try #require(try fixture.ring.ownKey())
        try fixture.ring.revoke(own.id)
        #expect(try demote(second)?.contains("revoked") == true)
        try FileManager.default.removeItem(at: fixture.url(first, "demotion.json"))
        for id in [first, second] {
            let reason = try fixture.registry.demotion(of: id, journal: journal)
            #expect(reason?.hasPrefix("drift") == true)
        }
        // With another key the statements are made.
        try FileManager.default.removeItem(
            at: fixture.ring.folder.appending(path: "signing-key"))
        try fixture.registry.stateRemembered(by: journal)
        for id in [first, second] {
            let reason = try fixture.registry.demotion(of: id, journal: nil)
            #expect(reason?.hasPrefix("drift") == true, "\(reason ?? "none")")
        }
        #expect(throws: PromotionError.self) {
            try fixture.registry.demote(
                "SmaCross", reason: "", journal: journal, now: fixture.now)
        }
    }

    @Test("the terms come back as they were, and nonsense is named")
    func rules() throws {
        var rules = TradingRules()
        rules.sizing = .risk(fraction: 0.01)
        rules.stop = .percent(0.1 + 0.2)
        rules.target = .distance
        rules.commission = Commission(rate: 0.0005, fixed: 1, perUnit: 0.005)
        (rules.fill, rules.isWholeUnits, rules.cutsToCash) = (.sameClose, true, true)
        #expect(try ManifestRules(rules).rules().get() == rules)
    }

    @Test("a false demotion stops, stays as it is, and gives way when a person removes it")
    func falseDemotion() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        let journal = try JournalDatabase(folder: fixture.folder)
        let id = try fixture.registry.add(fixture.manifest())
        let file = fixture.url(id, "demotion.json")
        let planted = Data("{\"reason\":\"because\"}".utf8)
        try planted.write(to: file)
        let reason = try fixture.registry.demotion(of: id, journal: journal)
        #expect(reason?.contains("cannot be believed") == true)
        #expect(reason?.contains("Remove \(file.path)") == true)
        #expect(try fixture.refusedField(id) == "demoted")
        try fixture.registry.stateRemembered(by: journal)
        #expect(try Data(contentsOf: file) == planted)
        try FileManager.default.removeItem(at: file)
        #expect(try fixture.refusedField(id) == nil)
        // A true one that found the place taken is signed once it is free.
        try planted.write(to: file)
        let problem = try fixture.registry.demote(
            id, reason: "drift", journal: journal, now: fixture.now)
        #expect(problem?.contains("demotion.sig") == true, "\(problem ?? "none")")
        #expect(try Data(contentsOf: file) == planted)
        try FileManager.default.removeItem(at: file)
        try fixture.registry.stateRemembered(by: journal)
        #expect(
            try fixture.registry.demotion(of: id, journal: nil)?.hasPrefix("drift") == true)
    }

    @Test("nothing of a manifest that nobody signed leads anywhere")
    func unverified() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        _ = try fixture.registry.add(fixture.manifest())
        let text = try String(decoding: fixture.manifest().bytes(), as: UTF8.self)
            .replacing("\"strategy\" : \"SmaCross\"", with: "\"strategy\" : \"../evil\"")
        #expect(text.contains("../evil"))
        let own = Registry.id(of: [UInt8](text.utf8), strategy: "evil")
        try Data(text.utf8).write(to: fixture.url("SmaCross-000000000000", "json"))
        try Data("{}".utf8).write(to: fixture.folder.appending(path: "\(own).demotion.json"))
        #expect(try fixture.refusedField("SmaCross-000000000000") == "signature")
    }

    @Test("the same plan on the same instruments is renewed by what was issued later")
    func renewal() throws {
        let fixture = try PromotionFixture()
        defer { fixture.discard() }
        func promotion(_ id: String, issued: String, plan: Plan = Plan(SmaCross())) throws
            -> Promotion
        {
            let text = try String(decoding: fixture.manifest(plan: plan).bytes(), as: UTF8.self)
                .replacing("2023-11-14", with: issued)
            let manifest = try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
            return try Promotion(id: id, manifest: manifest, custom: [], now: fixture.now)
        }
        let all = [
            try promotion("A", issued: "2023-01-01"), try promotion("B", issued: "2023-03-01"),
            try promotion("C", issued: "2023-02-01"),
            try promotion("D", issued: "2023-04-01", plan: Plan(RsiReversal())),
        ]
        #expect(all.map { $0.renewal(among: all)?.id } == ["B", nil, "B", nil])
    }
}
