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
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b")
            #expect(
                names.sorted() == [
                    "SmaCross.html", "comparison.csv", "comparison.json", "equity.csv",
                    "rejections.csv", "summary.json", "trades.csv",
                ])
            let text = try String(contentsOfFile: folder + "/a/b/trades.csv", encoding: .utf8)
            #expect(text == TradesTable(result).csv)
        }
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
