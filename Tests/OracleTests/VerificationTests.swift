import Foundation
import Testing
import Verification

/// What people do to golden folders: one clear message, and the rest is still verified.
@Suite("Golden folders that are not as they should be")
struct VerificationTests {
    /// A folder with one series of six bars and the average of two of them.
    private struct Folder {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "finstage-golden-\(UUID().uuidString)")

        init() throws {
            for name in ["inputs", "A"] {
                try FileManager.default.createDirectory(
                    at: url.appending(path: name), withIntermediateDirectories: true)
            }
            try write("inputs/A.csv", "time,close", (1...6).map { "2024-01-0\($0),\($0)" })
            try write("A/good.csv", "value", ["", "1.5", "2.5", "3.5", "4.5", "5.5"])
            try index([])
        }

        func write(_ file: String, _ header: String, _ rows: [String]) throws {
            let text = ([header] + rows).map { $0 + "\n" }.joined()
            try Data(text.utf8).write(to: url.appending(path: file))
        }

        func index(_ more: [String]) throws {
            try write(
                "index.csv", "file,indicator,params,series,outputs,suggested_atol",
                ["A/good.csv,SMA,period=2,A,value,0"] + more)
        }

        /// The faults and differences, the good file apart, and whether that one agrees.
        func verify() throws -> (faults: [String], isGoodVerified: Bool) {
            defer { try? FileManager.default.removeItem(at: url) }
            let results = IndicatorVerification(try GoldenFiles(url), tolerance: 1e-10).verify()
            let good = results.first { $0.subject == "simple-moving-average(period=2)" }
            let faults = results.flatMap { $0.faults + [$0.first].compactMap { $0 } }
            return (faults, good?.compared == 5)
        }
    }

    @Test(
        "each costs itself alone",
        arguments: [
            ("A/none.csv,SMA,period=2,A,value,0", "A/none.csv cannot be read"),
            ("A/cut.csv,SMA,period=2,A,value,0", "A/cut.csv has 2 rows, its series 6; was it cut?"),
            ("A/wide.csv,SMA,period=2,A,value,0", "A/wide.csv has the columns value, more"),
            (
                "A/wide.csv,SMA,period=2,A,value|more,0",
                "A/wide.csv has 2 columns, simple-moving-average(period=2) gives 1"
            ),
            ("A/ragged.csv,SMA,period=2,A,value,0", "A/ragged.csv, line 3: 2 cells"),
            ("A/words.csv,SMA,period=2,A,value,0", "A/words.csv, line 4, value: 'three' is no"),
            ("A/off.csv,SMA,period=3,A,value,0", "A/off.csv, value, bar 3: 3.0, expected 3.25"),
            ("A/off.csv,SMMA,period=2,A,value,0", "no indicator is defined as 'SMMA'"),
            ("A/off.csv,SMA,period=0,A,value,0", "period is 0; give a whole number from 1 to"),
            (
                "A/off.csv,SMA,period=-3,A,value,0",
                "index.csv, line 3 (A/off.csv): simple-moving-average: period is -3;"
            ),
            ("A/off.csv,SMA,length=3,A,value,0", "has no parameter 'length'; it has period"),
            ("A/off.csv,ATR,period=3,A,value,0", "needs the column 'high'"),
            ("A/off.csv,SMA,period=x,A,value,0", "index.csv, line 3, params: 'period=x' is no"),
            ("A/off.csv,SMA,period=3,A,value", "index.csv, line 3: 5 cells, the header has 6"),
            ("\"A/off.csv,SMA,period=3,A,value,0", "index.csv, line 3: 1 cells, the header"),
            ("A/off.csv,SMA,period=3,A,value,-1", "index.csv, line 3, suggested_atol: '-1'"),
            ("A/off.csv,SMA,period=3,B,value,0", "inputs/B.csv cannot be read"),
            (
                "A/off.csv,SMA,period=3;period=4,A,value,0",
                "line 3, params: period stands there twice"
            ),
            ("A/off.csv,EMA,perid=3,A,value,0", "has no parameter 'perid'; it has period"),
            ("../off.csv,SMA,period=3,A,value,0", "index.csv, line 3, file: '../off.csv' names no"),
            ("A/../../off.csv,SMA,period=3,A,value,0", "'A/../../off.csv' names no file within"),
            ("/etc/passwd,SMA,period=3,A,value,0", "index.csv, line 3, file: '/etc/passwd' names"),
            ("A/off.csv,SMA,period=3,../A,value,0", "index.csv, line 3, series: '../A' names no"),
            (
                "A/off.csv,SMA,period=50,A,value,0",
                "index.csv, line 3 (A/off.csv): simple-moving-average(period=50) has no value "
                    + "before bar 50, A has 6; give a shorter period or a longer series"
            ),
        ])
    func faults(line: String, message: String) throws {
        let folder = try Folder()
        try folder.write("A/cut.csv", "value", ["", "1.5"])
        try folder.write("A/wide.csv", "value,more", (0..<6).map { _ in "," })
        try folder.write("A/ragged.csv", "value", ["", "1,2", "3", "4", "5", "6"])
        try folder.write("A/words.csv", "value", ["", "1.5", "three", "4", "5", "6"])
        try folder.write("A/off.csv", "value", ["", "", "2", "3.25", "4", "5"])
        for name in ["cut", "wide", "ragged", "words", "off"] where !line.contains("/\(name).") {
            try FileManager.default.removeItem(at: folder.url.appending(path: "A/\(name).csv"))
        }
        try folder.index([line])
        let (faults, isGoodVerified) = try folder.verify()
        #expect(isGoodVerified)
        #expect(faults.contains { $0.contains(message) }, "\(faults)")
    }

    @Test("a file that the index does not name is foreign")
    func foreign() throws {
        let folder = try Folder()
        try folder.write("A/own.csv", "value", ["1"])
        let (faults, isGoodVerified) = try folder.verify()
        #expect(isGoodVerified)
        #expect(faults.count == 1 && faults[0].hasPrefix("A/own.csv is not named in index.csv"))
    }

    @Test("a link is followed within the folder and refused where it leads out of it")
    func links() throws {
        let folder = try Folder()
        let other = folder.url.appendingPathExtension("other.csv")
        defer { for url in [folder.url, other] { try? FileManager.default.removeItem(at: url) } }
        let good = folder.url.appending(path: "A/good.csv")
        try FileManager.default.copyItem(at: good, to: other)
        for (name, target) in [("inner", good), ("outer", other)] {
            try FileManager.default.createSymbolicLink(
                at: folder.url.appending(path: "A/\(name).csv"), withDestinationURL: target)
        }
        try folder.index(["inner", "outer"].map { "A/\($0).csv,SMA,period=2,A,value,0" })
        let results = IndicatorVerification(try GoldenFiles(folder.url), tolerance: 0).verify()
        let faults = results.flatMap(\.faults)
        #expect(results.reduce(0) { $0 + $1.compared } == 10 && faults.count == 1)
        #expect(faults.first?.contains("A/outer.csv is a link to \(other.path), outside") == true)
    }

    @Test("what was not compared does not agree, and does not differ either")
    func nothing() throws {
        let folder = try Folder()
        defer { try? FileManager.default.removeItem(at: folder.url) }
        try folder.write("A/blank.csv", "value", (0..<6).map { _ in "?" })
        try folder.index([
            "A/blank.csv,WMA,period=2,A,value,0", "A/none.csv,TRIMA,period=3,A,value,0",
        ])
        let results = IndicatorVerification(try GoldenFiles(folder.url), tolerance: 0).verify()
        #expect(results.map(\.verdict) == [.agrees, .incomplete, .incomplete])
        #expect(results[1].compared == 0 && results[1].remark == "no value to compare")
        #expect(results.map(\.agrees) == [true, false, false])
    }

    @Test("a file that the index names twice is compared once, and the second line is named")
    func doubled() throws {
        let folder = try Folder()
        defer { try? FileManager.default.removeItem(at: folder.url) }
        try folder.index(["A/good.csv,SMA,period=2,A,value,0"])
        let files = try GoldenFiles(folder.url)
        let fault = "index.csv, line 3: A/good.csv stands in line 2 too; remove one of the two"
        #expect(files.entries.count == 1 && files.faults == [fault])
    }

    @Test("definitions of other parameters are other subjects")
    func identities() throws {
        let names = try [5.0, 9].map { period in
            let meaning = try ReferenceName.resolve("TRIMA", ["period": period])
            return try IndicatorImplementation(definitionOf: meaning).identity
        }
        #expect(names[0].hasSuffix("(period=5)") && names[1].hasSuffix("(period=9)"))
    }

    @Test("a folder without an index, or with another one, is refused")
    func index() throws {
        let folder = try Folder()
        try folder.write("index.csv", "name,series", ["a,b"])
        #expect(throws: VerificationError.missingColumn(file: "index.csv", column: "file")) {
            try GoldenFiles(folder.url)
        }
        try FileManager.default.removeItem(at: folder.url)
        #expect(
            throws:
                VerificationError.unreadable(file: "index.csv", folder: folder.url.path)
        ) {
            try GoldenFiles(folder.url)
        }
    }
}
