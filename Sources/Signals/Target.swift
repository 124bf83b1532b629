extension Plan {
    /// What one strategy wants, in terms of nodes.
    public struct Target: Hashable, Sendable {
        /// The nodes that enter and leave one side.
        public struct Side: Hashable, Sendable {
            /// The condition that enters.
            public let enter: Int
            /// The condition that leaves.
            public let exit: Int
        }

        /// Where a stop or a target lies.
        public enum Level: Hashable, Sendable {
            /// Nowhere.
            case none
            /// A fraction of the entry price.
            case percent(Double)
            /// The distance from the entry, by node.
            case distance(node: Int)
            /// The price, by node.
            case price(node: Int)
            /// A fraction of the best price since the entry.
            case trailingPercent(Double)
            /// The distance from the best price since the entry, by node, taken at the decision.
            case trailingDistance(node: Int)
            /// The distance from the best price since the entry, by node, as each close says.
            case chandelier(node: Int)

            /// The node that gives the value, if one does.
            public var node: Int? {
                switch self {
                case .none, .percent, .trailingPercent: nil
                case .distance(let node), .price(let node), .trailingDistance(let node),
                    .chandelier(let node):
                    node
                }
            }

            func mapped(_ index: (Int) -> Int) -> Level {
                switch self {
                case .none, .percent, .trailingPercent: self
                case .distance(let node): .distance(node: index(node))
                case .price(let node): .price(node: index(node))
                case .trailingDistance(let node): .trailingDistance(node: index(node))
                case .chandelier(let node): .chandelier(node: index(node))
                }
            }
        }

        /// The strategy's name.
        public let name: String
        /// The long side, if the rule has one.
        public let long: Side?
        /// The short side, if the rule has one.
        public let short: Side?
        /// Where a position is given up.
        public let stop: Level
        /// Where a position is taken home.
        public let target: Level
        /// How much an entry trades.
        public let size: Size
        /// What bounds a position and an account beside the conditions.
        public let limits: Limits
        /// The condition that is true at the first bar of a session; nil without a daily limit.
        public let sessionStart: Int?
        /// The number that decides between entries where there is no room for all; nil for none.
        public let rank: Int?
        /// The condition at which what is held is brought to the size, a weight; nil for a rule
        /// of entries and exits.
        public let rebalance: Int?
        /// How far a weight may be off, as a share of the equity, before anything is traded.
        public let band: Double

        /// The condition nodes, in a fixed order.
        public var conditions: [Int] {
            [long?.enter, long?.exit, short?.enter, short?.exit, rebalance].compactMap { $0 }
        }

        /// The nodes without which nothing is decided: the conditions, and the weight of a rule of
        /// weights.
        var deciding: [Int] {
            conditions + (rebalance == nil ? [] : [size.node].compactMap { $0 })
        }

        /// The nodes of numbers that a decision carries.
        public var values: [Int] {
            [stop.node, target.node, size.node, rank].compactMap { $0 }
        }

        func mapped(_ index: (Int) -> Int) -> Target {
            func side(_ side: Side?) -> Side? {
                side.map { Side(enter: index($0.enter), exit: index($0.exit)) }
            }
            return Target(
                name: name, long: side(long), short: side(short), stop: stop.mapped(index),
                target: target.mapped(index), size: size.mapped(index), limits: limits,
                sessionStart: sessionStart.map(index), rank: rank.map(index),
                rebalance: rebalance.map(index), band: band)
        }
    }
}

extension Size {
    /// The node that gives the value, if one does.
    public var node: Int? {
        if case .weight(let node) = self { node } else { nil }
    }

    fileprivate func mapped(_ index: (Int) -> Int) -> Size {
        node.map { .weight(node: index($0)) } ?? self
    }
}
