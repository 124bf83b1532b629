import Charts
import Foundation

/// Numbers as short text for a page's script: multiples of a power of ten, each as the
/// difference from the one before.
///
/// - Form: base64 of numbers to the base 128, the lowest digit first, a set high bit for one that
///   goes on. 0 is unknown; otherwise the number less one is the difference with its sign in the
///   lowest bit.
/// - Exactness: half a step of 10^−places.
struct PackedColumn {
    /// The places after the dot that are kept; negative drops digits before it.
    let places: Int
    /// The numbers in base64.
    let text: String

    /// Packs numbers so that about `digits` digits of the greatest are kept, or of the smallest
    /// where `isRatio` says that ratios matter; at least as many places as are asked for.
    init(
        _ values: [Double], digits: Int = 6, isRatio: Bool = false, atLeast least: Int? = nil
    ) {
        var (greatest, smallest) = (0.0, Double.infinity)
        for value in values where value.isFinite && value != 0 {
            greatest = max(greatest, value.magnitude)
            smallest = min(smallest, value.magnitude)
        }
        guard greatest > 0 else {
            self.init(values, places: 0)
            return
        }
        var places = digits - 1 - Self.exponent(of: greatest)
        if isRatio {
            places = max(places, min(digits - 2 - Self.exponent(of: smallest), places + 5))
        }
        if let least { places = max(places, least) }
        self.init(values, places: min(15, max(-290, places)))
    }

    /// Packs numbers with a fixed number of places.
    init(_ values: [Double], places: Int) {
        let scale = pow(10, Double(places.magnitude))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count * 2)
        var last = 0
        for value in values {
            let scaled = (places < 0 ? value / scale : value * scale).rounded()
            guard scaled.magnitude < 0x1p52 else {
                bytes.append(0)
                continue
            }
            let number = Int(scaled)
            Self.append(number - last, to: &bytes)
            last = number
        }
        (self.places, text) = (places, Data(bytes).base64EncodedString())
    }

    /// Packs whole numbers.
    init(_ values: [Int]) {
        var (bytes, last): ([UInt8], Int) = ([], 0)
        for value in values {
            Self.append(value - last, to: &bytes)
            last = value
        }
        (places, text) = (0, Data(bytes).base64EncodedString())
    }

    /// The column as the script reads it.
    var json: JSONValue { .array([.integer(places), .text(text)]) }

    private static func append(_ difference: Int, to bytes: inout [UInt8]) {
        let code = difference < 0 ? -2 * difference - 1 : 2 * difference
        var rest = UInt64(code) + 1
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest & 127 | 128))
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    private static func exponent(of value: Double) -> Int {
        max(-300, Int(log10(value).rounded(.down)))
    }
}
