/// The values of a definition's parameters.
public struct Arguments: Sendable {
    /// Every parameter of the definition, by name.
    public let values: [String: Double]

    subscript(name: String) -> DoubleDouble { DoubleDouble(values[name] ?? .nan) }

    func count(_ name: String) -> Int { Int(exactly: values[name] ?? 0) ?? 0 }
    var period: Int { count("period") }
    func has(_ name: String) -> Bool { values[name]?.isFinite ?? false }
}
