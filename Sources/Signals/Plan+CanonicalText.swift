import Kernels
import MarketData
import Trading

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
        let bounds = limits.words.isEmpty ? "" : " limits \(limits.words)"
        let session = sessionStart.map { " session:\($0)" } ?? ""
        let order = rank.map { " rank \($0)" } ?? ""
        let schedule = rebalance.map { " rebalance \($0) band \(band)" } ?? ""
        return """
            target long \(text(long)) short \(text(short)) stop \(stop.canonicalForm) \
            target \(target.canonicalForm) size \(size.canonicalForm)\(order)\(schedule)\
            \(bounds)\(session)
            """
    }

    init?(canonicalForm text: Substring, name: String, nodes: [PlanBuilder.Draft]) {
        var words = text.split(separator: " ")
        guard words.count >= 11, let rank = Self.rank(from: &words, nodes),
            let (rebalance, band) = Self.schedule(from: &words, nodes),
            words.count == 11 || words.count > 12 && words[11] == "limits",
            words[0] == "target", words[1] == "long", words[3] == "short",
            words[5] == "stop", words[7] == "target", words[9] == "size",
            let long = Self.side(words[2], nodes), let short = Self.side(words[4], nodes),
            let stop = Level(canonicalForm: words[6], nodes: nodes),
            let target = Level(canonicalForm: words[8], nodes: nodes), !target.follows,
            let size = Self.size(words[10], nodes),
            let (limits, session) = Self.limits(words.dropFirst(12), nodes)
        else { return nil }
        self.init(
            name: name, long: long, short: short, stop: stop, target: target, size: size,
            limits: limits, sessionStart: session, rank: rank, rebalance: rebalance, band: band)
        guard rebalance == nil || self.size.node != nil else { return nil }
    }

    /// Takes `rank 7` from behind the size; nil for malformed text.
    private static func rank(
        from words: inout [Substring], _ nodes: [PlanBuilder.Draft]
    ) -> Int?? {
        guard words.count > 12, words[11] == "rank" else { return .some(nil) }
        guard let node = Int(words[12]), nodes.indices.contains(node),
            !nodes[node].operation.isCondition
        else { return nil }
        words.removeSubrange(11...12)
        return node
    }

    /// Takes `rebalance 7 band 0.0` from there likewise.
    private static func schedule(
        from words: inout [Substring], _ nodes: [PlanBuilder.Draft]
    ) -> (Int?, Double)? {
        guard words.count > 14, words[11] == "rebalance" else { return (nil, 0) }
        guard let node = Int(words[12]), nodes.indices.contains(node),
            nodes[node].operation.isCondition, words[13] == "band",
            let band = Double(words[14]), (0..<1).contains(band)
        else { return nil }
        words.removeSubrange(11...14)
        return (node, band)
    }

    /// A daily limit needs the node that tells where a session begins, and nothing else does.
    private static func limits(
        _ words: ArraySlice<Substring>, _ nodes: [PlanBuilder.Draft]
    ) -> (Limits, Int?)? {
        let name = "session:"
        let session = words.last.flatMap { $0.hasPrefix(name) ? $0.dropFirst(name.count) : nil }
        let rest = session == nil ? words : words.dropLast()
        guard let limits = Limits(words: rest.joined(separator: " ")),
            (limits.dailyLoss == nil) == (session == nil)
        else { return nil }
        guard let session else { return (limits, nil) }
        guard let node = Int(session), nodes.indices.contains(node),
            nodes[node].operation.isCondition
        else { return nil }
        return (limits, node)
    }

    private static func size(_ text: Substring, _ nodes: [PlanBuilder.Draft]) -> Size? {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.first == "weight" else { return Size(canonicalForm: text) }
        return parts.last.flatMap { Int($0) }.flatMap {
            nodes.indices.contains($0) && !nodes[$0].operation.isCondition ? .weight(node: $0) : nil
        }
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
        case .trailingPercent(let fraction): "trailing-percent:\(fraction)"
        case .trailingDistance(let node): "trailing-distance:\(node)"
        case .chandelier(let node): "chandelier:\(node)"
        }
    }

    /// True for a level that follows the best price.
    var follows: Bool {
        switch self {
        case .none, .percent, .distance, .price: false
        case .trailingPercent, .trailingDistance, .chandelier: true
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
        case "percent", "trailing-percent":
            guard let fraction = parts.last.flatMap({ Double($0) }), fraction > 0,
                fraction.isFinite
            else { return nil }
            self = parts[0] == "percent" ? .percent(fraction) : .trailingPercent(fraction)
        case "distance", "price", "trailing-distance", "chandelier":
            guard let node = node() else { return nil }
            switch parts[0] {
            case "distance": self = .distance(node: node)
            case "price": self = .price(node: node)
            case "chandelier": self = .chandelier(node: node)
            default: self = .trailingDistance(node: node)
            }
        default: return nil
        }
    }
}

extension Size {
    /// The size in the words of the command line: `all-in`, `fraction:0.5`, `fixed:100`,
    /// `cash:10000`, `equity:0.1`, `risk:0.01`; `weight:7` in a plan alone.
    public var canonicalForm: String {
        switch self {
        case .allIn: "all-in"
        case .fraction(let fraction): "fraction:\(fraction)"
        case .fixed(let quantity): "fixed:\(quantity)"
        case .cash(let amount): "cash:\(amount)"
        case .equity(let share): "equity:\(share)"
        case .risk(let fraction): "risk:\(fraction)"
        case .weight(let node): "weight:\(node)"
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
        case "cash": self = .cash(value)
        case "equity" where value <= 1: self = .equity(value)
        case "risk" where value <= 1: self = .risk(fraction: value)
        default: return nil
        }
    }
}
