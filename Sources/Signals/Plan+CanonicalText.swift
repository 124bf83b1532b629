import Kernels
import MarketData

extension Plan {
    /// The plan as text that can be read back: names, kernels with the digest of their output
    /// bits, nodes, targets.
    public var canonicalText: String {
        let names = targets.map(\.name).joined(separator: " ")
        return "finstage-plan 1\nstrategies \(names)\n\(canonicalBody)"
    }

    /// Everything but the names: what the fingerprint covers.
    var canonicalBody: String {
        var lines = kernels.map { "kernel \($0.identity) bits \($0.outputDigest)" }
        for (index, node) in nodes.enumerated() {
            let inputs = node.inputs.map { " \($0)" }.joined()
            lines.append("node \(index) \(node.label)\(inputs.isEmpty ? "" : " of\(inputs)")")
        }
        lines += targets.map(\.canonicalForm)
        return lines.map { $0 + "\n" }.joined()
    }
}

extension Plan.Target {
    var canonicalForm: String {
        func text(_ side: Side?) -> String { side.map { "\($0.enter)/\($0.exit)" } ?? "none" }
        return """
            target long \(text(long)) short \(text(short)) stop \(stop.canonicalForm) \
            target \(target.canonicalForm) size \(size.canonicalForm)
            """
    }

    init?(canonicalForm text: Substring, name: String, nodes: [PlanBuilder.Draft]) {
        let words = text.split(separator: " ")
        guard words.count == 11, words[0] == "target", words[1] == "long", words[3] == "short",
            words[5] == "stop", words[7] == "target", words[9] == "size",
            let long = Self.side(words[2], nodes), let short = Self.side(words[4], nodes),
            let stop = Level(canonicalForm: words[6], nodes: nodes),
            let target = Level(canonicalForm: words[8], nodes: nodes),
            let size = Size(canonicalForm: words[10])
        else { return nil }
        self.init(name: name, long: long, short: short, stop: stop, target: target, size: size)
    }

    /// Nil for malformed text; a nil side for `none`.
    private static func side(_ text: Substring, _ nodes: [PlanBuilder.Draft]) -> Side?? {
        if text == "none" { return .some(nil) }
        let parts = text.split(separator: "/").map { Int($0) }
        guard parts.count == 2, let enter = parts[0], let exit = parts[1],
            [enter, exit].allSatisfy({
                nodes.indices.contains($0) && nodes[$0].operation.isCondition
            })
        else { return nil }
        return Side(enter: enter, exit: exit)
    }
}

extension Plan.Target.Level {
    var canonicalForm: String {
        switch self {
        case .none: "none"
        case .percent(let fraction): "percent:\(fraction)"
        case .distance(let node): "distance:\(node)"
        case .price(let node): "price:\(node)"
        }
    }

    init?(canonicalForm text: Substring, nodes: [PlanBuilder.Draft]) {
        let parts = text.split(separator: ":", maxSplits: 1)
        func node() -> Int? {
            parts.last.flatMap { Int($0) }.flatMap {
                nodes.indices.contains($0) && !nodes[$0].operation.isCondition ? $0 : nil
            }
        }
        switch parts.first {
        case "none" where parts.count == 1: self = .none
        case "percent":
            guard let fraction = parts.last.flatMap({ Double($0) }) else { return nil }
            self = .percent(fraction)
        case "distance":
            guard let node = node() else { return nil }
            self = .distance(node: node)
        case "price":
            guard let node = node() else { return nil }
            self = .price(node: node)
        default: return nil
        }
    }
}

extension Size {
    /// The size in the words of the command line: `all-in`, `fraction:0.5`, `fixed:100`,
    /// `risk:0.01`.
    public var canonicalForm: String {
        switch self {
        case .allIn: "all-in"
        case .fraction(let fraction): "fraction:\(fraction)"
        case .fixed(let quantity): "fixed:\(quantity)"
        case .risk(let fraction): "risk:\(fraction)"
        }
    }

    /// A size from the words of the command line; nil when they are none.
    public init?(canonicalForm text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1)
        if parts.count == 1, parts[0] == "all-in" {
            self = .allIn
            return
        }
        guard parts.count == 2, let value = Double(parts[1]), value > 0, value.isFinite else {
            return nil
        }
        switch parts[0] {
        case "fraction" where value <= 1: self = .fraction(value)
        case "fixed": self = .fixed(value)
        case "risk" where value <= 1: self = .risk(fraction: value)
        default: return nil
        }
    }
}
