import Foundation
import Reporting
import Testing

@Suite("ReportWriter")
struct ReportWriterTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reports-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test("writes whole files and leaves no temporary one")
    func writes() throws {
        try withFolder { folder in
            let result = try ResultFixture.openWinner().result()
            let writer = ReportWriter(folder: folder + "/a/b")
            for _ in 0..<2 {
                try writer.write(result)
                try writer.writePage([result])
                try writer.write(ComparisonTable([result]))
                try writer.writeIndex([result])
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b")
            #expect(
                names.sorted() == [
                    "SmaCross.html", "comparison.csv", "comparison.json", "dictionary.csv",
                    "drawdowns.csv", "equity.csv", "index.html", "metrics.csv", "monthly.csv",
                    "orders.csv",
                    "positions.csv", "rejections.csv", "rolling.csv", "summary.json", "trades.csv",
                ])
            let text = try String(contentsOfFile: folder + "/a/b/trades.csv", encoding: .utf8)
            #expect(text == TradesTable(result).csv)
        }
    }

    @Test("writes the same bytes again")
    func repeats() throws {
        try withFolder { folder in
            let result = try MarketFixture(count: 300).result()
            var first: [String: Data] = [:]
            for run in 0..<2 {
                let paths = try ReportWriter(folder: folder + "/\(run)").write(result)
                for path in paths {
                    let url = URL(fileURLWithPath: path)
                    let bytes = try Data(contentsOf: url)
                    #expect(
                        first.updateValue(bytes, forKey: url.lastPathComponent) ?? bytes == bytes)
                }
            }
            #expect(first.count == 11)
        }
    }

    @Test("gives a page a name that every file system takes, and no other strategy has")
    func names() {
        let long = String(repeating: "가", count: 10_000)
        let names = [long, long + "a", "index", "Index", "%index", "SmaCross"].map {
            ReportWriter.pageName($0)
        }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.count < 255 && $0.lowercased() != "index.html" })
        #expect(names[5] == "SmaCross.html")
    }

    @Test("names the path, the reason and the remedy")
    func fails() throws {
        try withFolder { folder in
            let result = try ResultFixture.openWinner().result()
            try Data().write(to: URL(fileURLWithPath: folder))
            let error = #expect(throws: ReportError.self) {
                try ReportWriter(folder: folder + "/inner").write(result)
            }
            let text = try #require(error).description
            #expect(text.contains(folder) && text.contains("file") && text.contains("choose"))
        }
        #expect(throws: ReportError.self) {
            try ReportWriter(folder: "/proc/finstage").write(
                ResultFixture.openWinner().result())
        }
    }

    @Test("says what the system said, in words")
    func words() {
        #expect(ReportError.diskFull(path: "/x").description.contains("disk is full"))
        #expect(ReportError.noPermission(path: "/x").description.contains("no permission"))
    }
}
