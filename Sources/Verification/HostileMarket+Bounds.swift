extension HostileMarket {
    private static let units = 8.0

    private static func unitsWherePricesStay(_ lookback: Int) -> Double {
        units + Double(lookback) / 4
    }

    /// The units in the last place of its magnitude by which a kernel may miss its definition.
    ///
    /// - Parameter lookback: the kernel's.
    /// - Returns: eight; where one price comes after others, and every addition of a window rounds
    ///   in the same direction, one more for each four bars.
    func allowedUnits(lookback: Int) -> Double {
        kind.stays ? Self.unitsWherePricesStay(lookback) : Self.units
    }

    /// True where the data determine what a kernel or a definition gives.
    func determines(_ name: String) -> Bool { kind.determines(name) }

    /// What an output is held to, in words.
    ///
    /// - Parameters:
    ///   - lookback: its bars of warm-up, the most of all outputs.
    ///   - names: its definition and the kernels that it is made of.
    /// - Returns: how far it may lie from its definition, and on which markets.
    public static func boundText(lookback: Int, of names: [String]) -> String {
        let kinds = Kind.allCases.filter { kind in names.allSatisfy(kind.determines) }
        var text = "within \(Int(units)) ulp of it"
        if lookback > 0, kinds.contains(where: \.stays) {
            text += ", within \(unitsWherePricesStay(lookback)) where one price stays after others"
        }
        if kinds.count == 1 { text += "; on '\(kinds[0].rawValue)' alone, for ties decide it else" }
        if kinds.count > 1, let other = Kind.allCases.first(where: { !kinds.contains($0) }) {
            text += "; not on '\(other.rawValue)', where ties decide it"
        }
        return text
    }
}

extension HostileMarket.Kind {
    /// True where one price comes after others.
    var stays: Bool { self == .step || self == .halt }

    /// True where the data determine what a kernel or a definition gives. A turn on a tie of
    /// decimals is decided by rounding, and the transforms of cycles measure the phase of what may
    /// be rounding alone.
    func determines(_ name: String) -> Bool {
        switch name {
        case "mesa-adaptive-average", "super-trend", "hilbert-transform", "dominant-cycle":
            self == .untied
        case "clamped-parabolic-stop": self != .fineMoves
        default: true
        }
    }
}
