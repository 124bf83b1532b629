import Foundation
import Live
import MarketData
import Testing

@Suite("Times of a folder without an offset")
struct FolderZoneTests {
    private let key = SeriesKey(symbol: "LON", interval: .minute)

    /// What a feed gives of rows that are written as some minutes of a day, and what it complains
    /// about.
    private func fed(
        _ minutes: Range<Int>, of day: String = "2026-06-03", end: String = "",
        zone: FolderFeed.Zone? = nil, after hours: Int64 = 24
    ) throws -> (times: [Timestamp], complaints: [FeedComplaint]) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-zone-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rows = minutes.map { minute in
            "\(day)T\(two(minute / 60)):\(two(minute % 60)):00\(end),10,11,9,10,1\n"
        }
        try Data(("time,open,high,low,close,volume\n" + rows.joined()).utf8)
            .write(to: folder.appending(path: "LON.csv"))
        let feed = FolderFeed(folder: folder, zone: zone)
        let midnight = try #require(CivilDate(day)).midnight
        let wanted = [
            key: WantedSeries(
                last: midnight, schedule: BarSchedule(interval: .minute, calendar: .london))
        ]
        let now = Timestamp(microseconds: midnight.microseconds + hours * 3_600_000_000)
        let bars = try feed.poll(wanted, now: now)
        return (bars.map(\.bar.time).sorted(), feed.complaints)
    }

    private func open(_ day: String) throws -> Timestamp {
        MarketData.Calendar.london.opensAt(try #require(CivilDate(day)))
    }

    @Test(
        "a summer's day of local times read as UTC decides nothing until the zone is said",
        arguments: [480..<990, 480..<540, 485..<990])
    func local(minutes: Range<Int>) throws {
        let doubted = try fed(minutes)
        #expect(doubted.times.isEmpty && doubted.complaints.map(\.isWhole) == [true])
        let text = doubted.complaints.first?.text ?? ""
        #expect(text.contains("give --zone exchange, or --zone utc"), "\(text)")
        let local = try fed(minutes, zone: .exchange)
        #expect(local.times.count == minutes.count && local.complaints.isEmpty)
        let first = Timestamp(
            microseconds: try open("2026-06-03").microseconds
                + Int64(minutes.lowerBound - 480) * 60_000_000)
        #expect(local.times.first == first)
        // Whoever says UTC is believed; what begins after the close is then left out by the rule.
        let said = try fed(minutes, zone: .utc)
        #expect(said.times.count == minutes.count && said.complaints.isEmpty)
        #expect(said.times.first == first + .hour)
    }

    @Test("rows of the future are of another clock, though they begin after the open")
    func ahead() throws {
        #expect(try fed(485..<490, after: 7).complaints.count == 1)
        // In hindsight nothing tells them from rows of UTC.
        let late = try fed(485..<490)
        #expect(late.times.count == 5 && late.complaints.isEmpty)
    }

    @Test("rows with an offset, of UTC, or of a winter's day are taken as they are")
    func taken() throws {
        let own = try fed(480..<990, end: "+01:00")
        #expect(own.times.count == 510 && own.complaints.isEmpty)
        #expect(own.times.first == (try open("2026-06-03")))
        // Whatever hours they name, offsets are believed.
        let late = try fed(480..<990, end: "Z")
        #expect(late.times.count == 510 && late.complaints.isEmpty)
        let night = try fed(60..<300, end: "Z")
        #expect(night.times.count == 240 && night.complaints.isEmpty)
        let plain = try fed(420..<930)
        #expect(plain.times.count == 510 && plain.complaints.isEmpty)
        let winter = try fed(480..<990, of: "2026-01-14")
        #expect(winter.times.count == 510 && winter.complaints.isEmpty)
    }
}
