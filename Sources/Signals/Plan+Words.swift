import Kernels
import MarketData

extension Plan {
    /// A node as a quant writes it: `sma(close, 10) > sma(close, 50)`.
    public func words(ofNode index: Int) -> String { PlanWords(plan: self).text(index, in: .own) }
}

extension Size {
    /// The size in words: as on the command line, or what gives its value.
    public func words(in plan: Plan) -> String {
        node.map { "weight:\(plan.words(ofNode: $0))" } ?? canonicalForm
    }
}

/// Writes nodes as text for people.
private struct PlanWords {
    let plan: Plan

    /// Kernels whose short name is a term of art.
    private static let terms = [
        "simple-moving-average": "sma", "exponential-moving-average": "ema",
        "weighted-moving-average": "wma", "relative-strength-index": "rsi",
        "standard-deviation": "deviation", "bollinger-bands": "bollinger",
        "moving-average-convergence": "macd", "directional-movement": "directional",
        "on-balance-volume": "obv", "rate-of-change": "roc", "true-range": "trueRange",
        "average-true-range": "atr", "double-exponential-average": "dema",
        "triple-exponential-average": "tema", "kaufman-adaptive-average": "kama",
        "triple-exponential-rate-of-change": "trix", "ultimate-oscillator": "ultosc",
        "commodity-channel-index": "cci", "money-flow-index": "mfi", "rolling-z-score": "zScore",
        "accumulation-distribution": "accumulation",
        "accumulation-oscillator": "accumulationOscillator",
    ]
    private static let signs = [
        "sum": "+", "difference": "−", "product": "×", "quotient": "÷",
    ]

    /// The text, with the frame named where it is another than that around it.
    func text(_ index: Int, in frame: Frame) -> String {
        let node = plan.nodes[index]
        if case .constant(let bits) = node.operation { return number(Double(bitPattern: bits)) }
        guard node.frame != frame, node.frame != .own else { return text(node) }
        if node.frame.ownColumn != nil { return text(node) }
        return "\(text(node)) of \(node.frame)"
    }

    private func text(_ node: Plan.Node) -> String {
        let inputs = node.inputs.map { text($0, in: node.frame) }
        switch node.operation {
        case .field(let field): return node.frame.ownColumn ?? "\(field)"
        case .session(let number): return Self.words(number)
        case .constant(let bits): return number(Double(bitPattern: bits))
        case .across(let section): return words(section, inputs[0])
        case .number: return inputs[0]
        case .greater: return "\(inputs[0]) > \(inputs[1])"
        case .and: return "\(grouped(node, 0)) and \(grouped(node, 1))"
        case .or: return "\(grouped(node, 0)) or \(grouped(node, 1))"
        case .not: return "not \(grouped(node, 0))"
        case .lagged(let count): return "\(grouped(node, 0)) \(ago(count))"
        case .begins: return "\(grouped(node, 0)) begins"
        case .kernel(let kernel):
            let text = text(kernel, inputs, node)
            return kernel.outputCount > 1 ? "\(text).\(kernel.outputNames[0])" : text
        case .output(let index):
            let input = plan.nodes[node.inputs[0]]
            guard case .kernel(let kernel) = input.operation else { return inputs[0] }
            let columns = input.inputs.map { self.text($0, in: input.frame) }
            return "\(text(kernel, columns, input)).\(kernel.outputNames[index])"
        }
    }

    private func words(_ section: CrossSection, _ input: String) -> String {
        switch section {
        case .rank: "rank(\(input)) in the universe"
        case .percentile: "percentile(\(input)) in the universe"
        case .zScore: "zScore(\(input)) in the universe"
        case .demean: "\(input) less the universe's mean"
        case .mean: "mean(\(input)) of the universe"
        case .share: "share(\(input)) of the universe"
        case .placeFromTop: "place(\(input)) from the top of the universe"
        case .winsorize(let lower, let upper):
            "winsorized(\(input), \(lower), \(upper)) in the universe"
        }
    }

    private func text(_ kernel: CompiledKernel, _ inputs: [String], _ node: Plan.Node) -> String {
        let parts = kernel.identity.split(separator: "(", maxSplits: 1)
        let name = String(parts[0])
        let parameters = (parts.count > 1 ? parts[1].dropLast() : "").split(separator: ",")
            .map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
            .filter { $0.count == 2 }
        let value = { (key: String) in parameters.first { $0[0] == key }?[1] }
        if let sign = Self.signs[name], inputs.count == 2 {
            return "\(grouped(node, 0)) \(sign) \(grouped(node, 1))"
        }
        switch name {
        case "choice": return "\(inputs[1]) when \(grouped(node, 0)), else \(inputs[2])"
        case "bars-since": return "bars since \(grouped(node, 0))"
        case "negation": return "−\(grouped(node, 0))"
        case "absolute": return "|\(inputs[0])|"
        case "lag": return "\(grouped(node, 0)) \(ago(value("count").flatMap { Int($0) } ?? 1))"
        default: break
        }
        let columns = readsOnlyFields(node) && node.inputs.count > 1 ? [] : inputs
        let shown = parameters.filter {
            $0[0] != "sign" && !$0[0].lowercased().hasSuffix("weight") && $0[1] != "0"
        }
        return "\(term(name, value))(\((columns + shown.map { $0[1] }).joined(separator: ", ")))"
    }

    private func term(_ name: String, _ value: (String) -> String?) -> String {
        switch name {
        case "rolling-maximum": return value("sign") == "-1" ? "lowest" : "highest"
        case "exponential-moving-average":
            let period = value("period").flatMap { Double($0) }
            let weight = value("weight").flatMap { Double($0) }
            return period.map { 1 / $0 } == weight ? "rma" : "ema"
        default: return Self.terms[name] ?? name
        }
    }

    private func readsOnlyFields(_ node: Plan.Node) -> Bool {
        node.inputs.allSatisfy {
            if case .field = plan.nodes[$0].operation { true } else { false }
        }
    }

    /// In brackets when it is made of parts.
    private func grouped(_ node: Plan.Node, _ input: Int) -> String {
        let index = node.inputs[input]
        let text = text(index, in: node.frame)
        let isPlain =
            switch plan.nodes[index].operation {
            case .field, .session, .constant: true
            case .kernel: text.hasSuffix(")") && !hasOpenBlank(text)
            default: false
            }
        return isPlain || !text.contains(" ") ? text : "(\(text))"
    }

    private static func words(_ number: SessionNumber) -> String {
        switch number {
        case .day, .week, .month: "session(\(number.rawValue))"
        default: number.rawValue.split(separator: "-").joined(separator: " ")
        }
    }

    /// True where a blank stands outside all brackets, as around a sign.
    private func hasOpenBlank(_ text: String) -> Bool {
        var depth = 0
        for letter in text {
            if letter == "(" { depth += 1 }
            if letter == ")" { depth -= 1 }
            if letter == " ", depth == 0 { return true }
        }
        return false
    }

    private func ago(_ count: Int) -> String { count == 1 ? "a bar ago" : "\(count) bars ago" }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
