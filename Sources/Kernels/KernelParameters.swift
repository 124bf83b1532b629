/// The parameters of a kernel by name, as they stand in its identity.
struct KernelParameters {
    /// The values by name.
    let values: [String: Double]
    /// The longest window that text from outside may ask for.
    private static let longest = 1_000_000.0

    init(values: [String: Double]) { self.values = values }

    /// From `name=value,…`; nil when the text is malformed or names a parameter twice.
    init?(text: Substring) {
        var values: [String: Double] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false)
        where !text.isEmpty {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, let value = Double(pair[1]), value.isFinite,
                values.updateValue(value, forKey: String(pair[0])) == nil
            else { return nil }
        }
        self.values = values
    }

    /// True when exactly these parameters are given.
    func are(_ names: String...) -> Bool { Set(names) == Set(values.keys) }

    /// A whole number of at least `least` and at most a million; nil otherwise.
    func count(_ name: String, least: Int = 1) -> Int? {
        guard let value = values[name], value >= Double(least), value <= Self.longest else {
            return nil
        }
        return Int(exactly: value)
    }

    /// A weight above 0 and up to 1; nil otherwise.
    func weight(_ name: String) -> Double? {
        values[name].flatMap { $0 > 0 && $0 <= 1 ? $0 : nil }
    }

    /// 1 or −1; nil otherwise.
    func sign(_ name: String) -> Int? {
        values[name].flatMap { $0 == 1 ? 1 : $0 == -1 ? -1 : nil }
    }
}
