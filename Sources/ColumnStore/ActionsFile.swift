import Foundation
import MarketData

/// Reads corporate actions: a file with the header `symbol,ex_date,kind,value`.
///
/// The value of a split is new:old, as `7:1`, `1/20` or `1.5`; that of a dividend is the cash for
/// one share.
public enum ActionsFile {
    /// The actions of each symbol, in the order of the file.
    public static func read(
        contentsOf url: URL
    ) throws(StoreError) -> [String: [CorporateAction]] {
        try read(try FileBytes.read(url.path), named: url.lastPathComponent)
    }

    /// The actions in the bytes of a file; its name is for messages.
    public static func read(
        _ bytes: [UInt8], named file: String
    ) throws(StoreError) -> [String: [CorporateAction]] {
        let text = bytes.span
        var lines = LineScanner(text)
        let splitter = CellSplitter(separator: 0x2C)
        var cells: [Cell] = []
        let header = ["symbol", "ex_date", "kind", "value"]
        guard let first = lines.next(text), splitter.split(text, first, into: &cells),
            cells.map({ CellSplitter.shown(text, $0.range).lowercased() }) == header
        else {
            throw .metadata(
                file: file, line: 1, problem: "the header must be symbol,ex_date,kind,value")
        }
        var actions: [String: [CorporateAction]] = [:]
        while let line = lines.next(text) {
            guard splitter.split(text, line, into: &cells), cells.count == 4 else {
                let shown = CellSplitter.shown(text, line)
                throw .metadata(
                    file: file, line: lines.number, problem: "\"\(shown)\" has not four cells")
            }
            let words = cells.map { CellSplitter.shown(text, $0.range) }
            let action = try action(words, file: file, line: lines.number)
            actions[words[0], default: []].append(action)
        }
        return actions
    }

    private static func action(
        _ words: [String], file: String, line: Int
    ) throws(StoreError) -> CorporateAction {
        guard !words[0].isEmpty, let date = CivilDate(words[1]) else {
            throw .metadata(
                file: file, line: line,
                problem: "\"\(words[0]),\(words[1])\" is no symbol and date YYYY-MM-DD")
        }
        switch words[2].lowercased() {
        case "split":
            if let (new, old) = ratio(words[3]) {
                return CorporateAction(exDate: date.midnight, kind: .split(new: new, old: old))
            }
            throw .metadata(
                file: file, line: line,
                problem: "column value: \"\(words[3])\" is no ratio new:old such as 2:1")
        case "dividend":
            if let amount = amount(words[3]) {
                return CorporateAction(exDate: date.midnight, kind: .dividend(amount: amount))
            }
            throw .metadata(
                file: file, line: line,
                problem: "column value: \"\(words[3])\" is no amount such as 0.25")
        default:
            throw .metadata(
                file: file, line: line,
                problem: "column kind: \"\(words[2])\" is neither split nor dividend")
        }
    }

    private static func amount(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        guard case .number(let amount) = DecimalText.value(in: bytes.span, 0..<bytes.count) else {
            return nil
        }
        return amount
    }

    /// A ratio in least terms from `7:1`, `1/20`, `0.05` or `1.5:1`.
    static func ratio(_ text: String) -> (new: Int, old: Int)? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "/" }
        guard parts.count <= 2, let top = fraction(parts[0]),
            let bottom = parts.count == 2 ? fraction(parts[1]) : (1, 1)
        else { return nil }
        let (new, old) = (top.above * bottom.below, top.below * bottom.above)
        guard new > 0, old > 0 else { return nil }
        var (divisor, rest) = (new, old)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        return (new / divisor, old / divisor)
    }

    /// A decimal of at most nine digits as a fraction.
    private static func fraction(_ text: Substring) -> (above: Int, below: Int)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard (1...2).contains(parts.count), (1...9).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let above = Int(digits)
        else { return nil }
        let places = parts.count == 2 ? parts[1].utf8.count : 0
        return (above, (0..<places).reduce(1) { power, _ in power * 10 })
    }
}
