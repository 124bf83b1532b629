import Foundation
import Testing

/// Reads the columns of a page as its script does.
enum PackedText {
    static func column(_ name: String, in html: String, count: Int? = nil) throws -> [Double] {
        let start = try #require(html.range(of: "\"\(name)\": ["))
        let rest = html[start.upperBound...]
        let end = try #require(rest.firstIndex(of: "]"))
        let parts = rest[..<end].split(separator: ",")
        let places = try #require(Int(parts[0]))
        let text = parts[1].trimmingCharacters(in: ["\"", " "])
        let bytes = try #require(Data(base64Encoded: text))
        var (values, sum, code, shift) = ([Double](), 0, 0, 0)
        for byte in bytes {
            code |= Int(byte & 127) << shift
            shift += 7
            guard byte < 128 else { continue }
            if code > 0 {
                sum += (code - 1) % 2 == 1 ? -(code / 2) : (code - 1) / 2
            }
            values.append(code == 0 ? .nan : Double(sum) / pow(10, Double(places)))
            (code, shift) = (0, 0)
        }
        if let count { #expect(values.count == count) }
        return values
    }
}
