import Foundation
import Reporting
import Testing

/// Sample pages for the eye: written where FINSTAGE_PAGES names a folder.
@Suite("Sample pages")
struct PageSamples {
    static let folder = ProcessInfo.processInfo.environment["FINSTAGE_PAGES"]

    @Test(
        "are written on request",
        .enabled(if: PageSamples.folder != nil, "FINSTAGE_PAGES names no folder"))
    func write() throws {
        let folder = try #require(Self.folder)
        let one = try MarketFixture().result()
        let clock = ContinuousClock()
        var html = ""
        let time = clock.measure { html = RunPage([one]).html }
        try Self.save(html, folder + "/one.html")
        let korean = ReportOptions(language: .korean, colors: .korean, source: "let x = 1 < 2\n")
        try Self.save(RunPage([one], options: korean).html, folder + "/one-ko.html")
        let many = try (0..<8).map { index in
            try MarketFixture(symbol: "SYM\(index)", seed: UInt64(index) + 3).result()
        }
        var all = ""
        let allTime = clock.measure { all = RunPage(many).html }
        try Self.save(all, folder + "/eight.html")
        let minutes = try MarketFixture(count: 100_000, isDaily: false).result()
        var long = ""
        let longTime = clock.measure { long = RunPage([minutes]).html }
        try Self.save(long, folder + "/minutes.html")
        let sizes = [html, all, long].map(\.utf8.count)
        try Self.save("\(time) \(allTime) \(longTime) \(sizes)\n", folder + "/times.txt")
    }

    static func save(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
