import Charts
import Testing

@Suite("Thinning")
struct ThinningTests {
    /// FE-67: 100,000 bars, one of which is a spike.
    static let spike: [Double] = (0..<100_000).map { row in
        row == 54_321 ? 50 : 100 + Double(row % 7) * 0.01
    }

    @Test("keeps the spike, the ends and at most four points a column")
    func keepsExtremes() {
        let values = Self.spike
        let rows = Thinning.rows(of: values, columns: 1_000)
        #expect(rows.first == 0)
        #expect(rows.last == 99_999)
        #expect(rows.contains(54_321))
        #expect(rows.map { values[$0] }.min() == 50)
        #expect(rows.map { values[$0] }.max() == 100.06)
        let groups = Dictionary(grouping: rows) {
            Thinning.column(ofRow: $0, rowCount: values.count, columns: 1_000)
        }
        #expect(groups.count == 1_000)
        #expect(groups.values.allSatisfy { $0.count <= 4 })
        #expect(groups[543]?.contains(54_321) == true)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("keeps the extremes of every column", arguments: [1, 7, 99, 250])
    func keepsEveryColumn(columns: Int) {
        var state: UInt64 = 42
        let values = (0..<1_000).map { _ -> Double in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40)
        }
        let kept = Dictionary(grouping: Thinning.rows(of: values, columns: columns)) {
            Thinning.column(ofRow: $0, rowCount: 1_000, columns: columns)
        }
        let all = Dictionary(grouping: values.indices) {
            Thinning.column(ofRow: $0, rowCount: 1_000, columns: columns)
        }
        for (column, rows) in all {
            let (known, drawn) = (rows.map { values[$0] }, (kept[column] ?? []).map { values[$0] })
            #expect(drawn.min() == known.min())
            #expect(drawn.max() == known.max())
            #expect(kept[column]?.first == rows.first)
            #expect(kept[column]?.last == rows.last)
        }
    }

    @Test("leaves a short line alone and parts it at what is unknown")
    func parts() {
        let runs = Thinning.runs(of: [.nan, 1, 2, .nan, 3], columns: 900)
        #expect(runs == [[1, 2], [4]])
        #expect(Thinning.runs(of: [], columns: 900).isEmpty)
        #expect(Thinning.runs(of: [.nan, .infinity], columns: 900).isEmpty)
    }

    @Test("puts a marker at its own row, in the column of the spike")
    func markerSitsAtItsRow() throws {
        let entry = Marker(row: 54_321, value: 50, direction: .up, label: "Entry")
        let chart = Chart(
            title: "FE-67", rowCount: 100_000,
            marks: [LineMark(Self.spike), MarkerMark([entry], tone: .primary)], columns: 1_000)
        let frame = chart.frame
        let x = frame.rows.position(ofRow: 54_321)
        let width = frame.rows.end - frame.rows.start
        #expect(Int((x - frame.rows.start) / width * 1_000) == 543)
        let y = frame.values.position(of: 50)
        let tip = "M\(Int((x * 10).rounded())) \(Int((y * 10).rounded()))"
        let svg = chart.svg()
        let marker = try #require(svg.split(separator: "<path").first { $0.contains("marker") })
        #expect(marker.contains("d=\"\(tip)l"))
        #expect(svg.utf8.count < 100_000)
        #expect(
            PathReader.points(of: svg, styleClass: "line primary").map(\.y).max() ?? 0
                == Int((y * 10).rounded()))
    }
}

/// Reads the relative paths back.
enum PathReader {
    static func points(of svg: String, styleClass: String) -> [(x: Int, y: Int)] {
        guard let element = svg.components("<path").first(where: { $0.contains(styleClass) }),
            let path = element.components(" d=\"").last?.components("\"").first
        else { return [] }
        var (numbers, token): ([Int], String) = ([], "")
        for character in path + " " {
            if character.isNumber || (character == "-" && token.isEmpty) {
                token.append(character)
            } else {
                if let number = Int(token) { numbers.append(number) }
                token = character == "-" ? "-" : ""
            }
        }
        var points: [(x: Int, y: Int)] = []
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            let last = points.last ?? (0, 0)
            points.append((last.x + numbers[index], last.y + numbers[index + 1]))
        }
        return points
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        var (parts, current): ([String], Substring) = ([], self[...])
        while let range = current.firstRange(of: separator) {
            parts.append(String(current[..<range.lowerBound]))
            current = current[range.upperBound...]
        }
        return parts + [String(current)]
    }
}
