extension Limits {
    /// The limits as words, `max-bars:20 cool-down:5`; empty where there are none. Those before the
    /// end of a session are conditions of a plan, and no words.
    public var words: String {
        var words: [String] = []
        if let maxBars { words.append("max-bars:\(maxBars)") }
        if coolDown > 0 { words.append("cool-down:\(coolDown)") }
        if let breakEven { words.append("break-even:\(breakEven.words)") }
        if let dailyLoss { words.append("daily-loss:\(dailyLoss)") }
        if let scaleIn { words.append("scale-in:\(scaleIn.units):\(scaleIn.every.words)") }
        if let maxPositions { words.append("max-positions:\(maxPositions)") }
        words += scaleOut.map { "scale-out:\($0.share):\($0.at.words)" }
        return words.joined(separator: " ")
    }

    /// Limits from their words; nil when they are none.
    public init?(words: some StringProtocol) {
        self.init()
        for word in String(words).split(separator: " ") where !add(word) { return nil }
    }

    /// False where a word says nothing that makes sense.
    private mutating func add(_ word: Substring) -> Bool {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let rest = parts.dropFirst()
        let count = rest.first.flatMap { Int($0) } ?? 0
        let fraction = rest.first.flatMap { Double($0) } ?? 0
        let advance = Advance(words: rest.suffix(2))
        switch (parts[0], rest.count) {
        case ("max-bars", 1) where count >= 1: maxBars = count
        case ("cool-down", 1) where count >= 1: coolDown = count
        case ("break-even", 2):
            guard let advance else { return false }
            breakEven = advance
        case ("max-positions", 1) where count >= 1: maxPositions = count
        case ("daily-loss", 1) where fraction > 0 && fraction < 1: dailyLoss = fraction
        case ("scale-in", 3) where count >= 2:
            guard let advance else { return false }
            scaleIn = ScaleIn(units: count, every: advance)
        case ("scale-out", 3) where fraction > 0 && fraction <= 1:
            guard let advance else { return false }
            scaleOut.append(ScaleOut(at: advance, share: fraction))
        default: return false
        }
        return true
    }
}

extension Limits.Advance {
    fileprivate var words: String {
        switch self {
        case .gain(let fraction): "gain:\(fraction)"
        case .risk(let multiple): "risk:\(multiple)"
        }
    }

    fileprivate init?(words: ArraySlice<String>) {
        guard words.count == 2, let kind = words.first, let text = words.last,
            let value = Double(text), value > 0, value.isFinite
        else { return nil }
        switch kind {
        case "gain": self = .gain(value)
        case "risk": self = .risk(value)
        default: return nil
        }
    }
}
