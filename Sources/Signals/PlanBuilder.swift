import Digests

/// Builds a plan's nodes: equal ones become one.
struct PlanBuilder {
    /// A node in the order of construction.
    struct Draft {
        let operation: Operation
        let inputs: [Int]
        let frame: Frame
        let lookback: Int
        /// The digest of the node with all its inputs: it orders commutative operands.
        let digest: Digest
    }

    private struct Key: Hashable {
        let operation: Operation
        let inputs: [Int]
        let frame: Frame
    }

    /// An object of the rule, in the frame where it is needed: numbers are needed in any.
    private struct Visit: Hashable {
        let expression: ObjectIdentifier
        let frame: Frame
    }

    private(set) var nodes: [Draft] = []
    private var known: [Key: Int] = [:]
    private var visited: [Visit: Int] = [:]
    /// Keeps visited objects alive, so that no identifier is used twice.
    private var expressions: [Expression] = []

    mutating func target(_ exposure: TargetExposure, name: String) -> Plan.Target {
        let long = side(exposure.long)
        let short = side(exposure.short)
        return Plan.Target(
            name: name, long: long, short: short, stop: level(exposure.stop),
            target: level(exposure.target), size: size(exposure.size), limits: exposure.limits,
            sessionStart: exposure.sessionStart.map { node(for: $0.expression) },
            rank: exposure.rank.map { node(for: $0.expression) },
            rebalance: exposure.rebalance.map { node(for: $0.condition.expression) },
            band: exposure.band)
    }

    private mutating func side(_ side: TargetExposure.Side?) -> Plan.Target.Side? {
        guard let side else { return nil }
        let enter = node(for: side.enter.expression)
        return Plan.Target.Side(enter: enter, exit: node(for: side.exit.expression))
    }

    private mutating func size(_ size: Sizing) -> Size {
        switch size {
        case .allIn: .allIn
        case .fraction(let fraction): .fraction(fraction)
        case .fixed(let quantity): .fixed(quantity)
        case .cash(let amount): .cash(amount)
        case .equity(let share): .equity(share)
        case .risk(let fraction): .risk(fraction: fraction)
        case .weight(let signal): .weight(node: node(for: signal.expression))
        }
    }

    private mutating func level(_ level: StopLevel) -> Plan.Target.Level {
        switch level {
        case .none: .none
        case .percent(let fraction): .percent(fraction)
        case .distance(let signal): .distance(node: node(for: signal.expression))
        case .price(let signal): .price(node: node(for: signal.expression))
        case .trailingPercent(let fraction): .trailingPercent(fraction)
        case .trailingDistance(let signal):
            .trailingDistance(node: node(for: signal.expression))
        case .chandelier(let signal): .chandelier(node: node(for: signal.expression))
        }
    }

    private mutating func level(_ level: ExitLevel) -> Plan.Target.Level {
        switch level {
        case .none: .none
        case .percent(let fraction): .percent(fraction)
        case .distance(let signal): .distance(node: node(for: signal.expression))
        case .price(let signal): .price(node: node(for: signal.expression))
        }
    }

    /// Visits each object once a frame; two objects that say the same get one index.
    private mutating func node(for expression: Expression, in wanted: Frame = .own) -> Int {
        let frame = expression.frame ?? wanted
        let visit = Visit(expression: ObjectIdentifier(expression), frame: frame)
        if let index = visited[visit] { return index }
        let inputs = expression.inputs.map { node(for: $0, in: frame) }
        let index = intern(expression.operation, inputs, in: frame)
        visited[visit] = index
        expressions.append(expression)
        return index
    }

    /// The index of the node that does `operation` with `inputs`; a frame is needed where there
    /// are none.
    mutating func intern(_ operation: Operation, _ operands: [Int], in leaf: Frame) -> Int {
        let common = Frame.common(of: operands.map { nodes[$0].frame }) ?? leaf
        let frame = operation.isBarrier ? .own : common
        var inputs = operands
        if operation.isCommutative {
            inputs.sort { nodes[$0].digest < nodes[$1].digest }
        }
        let key = Key(operation: operation, inputs: inputs, frame: frame)
        if let index = known[key] { return index }
        let delay = operation.lookback(after: inputs.first.map { nodes[$0].operation })
        let reach = inputs.map { nodes[$0].frame == frame ? nodes[$0].lookback : 0 }.max() ?? 0
        let canonical =
            [operation.canonicalForm(in: inputs.isEmpty ? frame : .own)]
            + inputs.map { nodes[$0].digest.description }
        nodes.append(
            Draft(
                operation: operation, inputs: inputs, frame: frame,
                lookback: reach + delay,
                digest: Digest(of: canonical.joined(separator: " "))))
        known[key] = nodes.count - 1
        return nodes.count - 1
    }
}
