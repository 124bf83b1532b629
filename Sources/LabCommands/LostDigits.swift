import Commands
import Foundation
import Reporting

/// The decimal digits of sixteen that TA-Lib loses at the worst bar of two hostile series, and that
/// this program loses there, as `Scripts/lib/talib_digits.py` measured them.
struct LostDigits {
    /// A price of a million that moves by millionths.
    private let fine: (taLib: Double, here: Double)
    /// A price that leaps by a thousand deviations, and back.
    private let jump: (taLib: Double, here: Double)

    private init?(_ numbers: [Double]) {
        guard numbers.count == 4 else { return nil }
        (fine, jump) = ((numbers[0], numbers[1]), (numbers[2], numbers[3]))
    }

    /// By TA-Lib's name; empty where the golden files did not come with the program.
    static let measured: [String: LostDigits] = {
        let folder = try? Installation.current.goldenFiles(of: "indicators")
        let file = folder?.appending(path: "talib-digits.csv")
        let text = file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        let pairs = text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",")
            return LostDigits(cells.dropFirst().compactMap { Double($0) }).map {
                (String(cells[0]), $0)
            }
        }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// `14, 5`; nothing where it loses less than two.
    var short: String {
        max(fine.taLib, jump.taLib) < 2
            ? "" : "\(Int(fine.taLib.rounded())), \(Int(jump.taLib.rounded()))"
    }

    /// In a sentence.
    var text: String {
        "digits of 16 lost on a price of 10⁶ that moves by 10⁻⁶: TA-Lib \(fine.taLib), here "
            + "\(fine.here); after a jump of 1,000 deviations: TA-Lib \(jump.taLib), here "
            + "\(jump.here)"
    }

    /// For machines.
    var json: JSONValue {
        func pair(_ digits: (taLib: Double, here: Double)) -> JSONValue {
            .object([.init("talib", .number(digits.taLib)), .init("here", .number(digits.here))])
        }
        return .object([.init("fine_moves", pair(fine)), .init("jump", pair(jump))])
    }
}
