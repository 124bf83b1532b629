/// Counts, sizes and times as people read them.
enum Quantity {
    /// A count with its thousands apart: `1,000,000`.
    static func grouped(_ count: Int) -> String {
        let digits = Array(String(count.magnitude))
        let groups = digits.indices.map { index in
            let isStart = index > 0 && (digits.count - index).isMultiple(of: 3)
            return (isStart ? "," : "") + String(digits[index])
        }
        return (count < 0 ? "-" : "") + groups.joined()
    }

    /// Bytes in decimal units: `24 TB`.
    static func bytes(_ bytes: Double) -> String {
        let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
        var (amount, unit) = (bytes, 0)
        while amount >= 999.5, unit + 1 < units.count { (amount, unit) = (amount / 1000, unit + 1) }
        return "\(rounded(amount)) \(units[unit])"
    }

    /// A time in the unit that suits it: `11.6 days`.
    static func seconds(_ seconds: Double) -> String {
        let units = [("min", 60.0), ("h", 60), ("days", 24), ("years", 365.25)]
        var (amount, name) = (seconds, "s")
        for (unit, size) in units {
            guard amount >= size * 1.5 else { break }
            (amount, name) = (amount / size, unit)
        }
        return "\(rounded(amount)) \(name)"
    }

    /// A whole number from ten, and one decimal below.
    private static func rounded(_ amount: Double) -> String {
        guard amount < 1e15 else { return "\(amount)" }
        if amount >= 10 { return grouped(Int(amount.rounded())) }
        let tenths = Int((amount * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
