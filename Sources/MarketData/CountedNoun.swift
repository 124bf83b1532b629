/// A count with its noun, thousands parted by commas: `1 bar`, `2,699 bars`, `2 indices`.
///
/// - Parameters:
///   - count: how many.
///   - noun: the word for one of them.
///   - plural: the word for several; nil for the noun with an s.
/// - Returns: both.
public func counted(_ count: some BinaryInteger, _ noun: String, plural: String? = nil) -> String {
    "\(parted(count)) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A count, thousands parted by commas.
public func parted(_ count: some BinaryInteger) -> String {
    var (digits, text) = (String(count.magnitude), "")
    while digits.count > 3 {
        text = "," + digits.suffix(3) + text
        digits.removeLast(3)
    }
    return (count < 0 ? "-" : "") + digits + text
}
