import ArgumentParser
import Kernels
import Reporting
import Signals

/// `finstage indicators list`
struct IndicatorsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Prints every indicator, then every kernel with the SHA-256 of its output.",
        discussion: """
            Example: finstage indicators list
                     finstage indicators list --json

            An indicator stands with the usual values of its parameters, by which lookback and kind
            are given. The digest covers the bits of a kernel's output on a built-in hostile series;
            it is the same on every machine and processor. Kernels of your strategies are listed
            too.
            """)

    @Flag(help: "One JSON document.") var json = false

    func run() {
        let (indicators, kernels) = (IndicatorCatalog.all, IndicatorFinding.kernels)
        if json {
            let document = JSONValue.object([
                .init("indicators", .array(indicators.map(\.json))),
                .init("kernels", .array(kernels.map(\.json))),
            ])
            Terminal.result(String(document.document.dropLast()))
            return
        }
        let head = [
            "Indicator", "TA-Lib", "Lookback", "Kind", "Unit", "What it is", "Outputs",
            "Parameters",
        ]
        let table = TextTable(head: head, rows: indicators.map(\.cells), textColumns: head.count)
        for line in table.text.split(separator: "\n") {
            let end = line.lastIndex { $0 != " " } ?? line.startIndex
            Terminal.result(String(line[...end]))
        }
        Terminal.result("")
        for kernel in kernels {
            Terminal.result(
                "\(kernel.identity)  lookback \(kernel.lookback)  \(kernel.outputDigest)")
        }
    }
}

extension Indicator {
    /// One row of the table.
    fileprivate var cells: [String] {
        let plan = plan()
        let usual = parameters.map { parameter in
            let value = parameter.isCount ? "\(Int(parameter.usual))" : "\(parameter.usual)"
            return "\(parameter.name) \(value)"
        }
        return [
            name, taLib ?? "", Self.joined(plan.shownNodes.map { "\(plan.nodes[$0].lookback)" }),
            plan.kind.text, Self.joined(plan.shownNodes.map { plan.unitText(ofNode: $0) }), title,
            outputNames.joined(separator: ", "), usual.joined(separator: ", "),
        ]
    }

    /// One word where all are the same.
    private static func joined(_ words: [String]) -> String {
        Set(words).count == 1 ? words[0] : words.joined(separator: ", ")
    }

    fileprivate var json: JSONValue {
        let plan = plan()
        let outputs = zip(outputNames, plan.shownNodes).map { output, node in
            JSONValue.object([
                .init("name", .text(output)),
                .init("lookback", .integer(plan.nodes[node].lookback)),
                .init("unit", .text(plan.unitText(ofNode: node))),
            ])
        }
        let parameters = parameters.map { parameter in
            JSONValue.object([
                .init("name", .text(parameter.name)), .init("usual", .number(parameter.usual)),
                .init("range", .text(parameter.rangeText)),
                .init("whole", .boolean(parameter.isCount)),
            ])
        }
        return .object(
            [
                .init("name", .text(name)), .init("talib", .text(taLib)),
                .init("title", .text(title)),
                .init("group", .text(group.rawValue)), .init("parameters", .array(parameters)),
                .init("outputs", .array(outputs)),
            ] + plan.kind.json)
    }
}

extension CompiledKernel {
    fileprivate var json: JSONValue {
        let outputs = outputNames.enumerated().map { index, name in
            JSONValue.object([
                .init("name", .text(name)),
                .init("lookback", .integer(lookback(ofOutput: index))),
                .init("unit", .text("\(unit(ofOutput: index))")),
            ])
        }
        return .object(
            [
                .init("identity", .text(identity)),
                .init("inputs", .array(inputNames.map { .text($0) })),
                .init("outputs", .array(outputs)),
            ] + kind.json + [
                .init("source", .text(source.isEmpty ? nil : source)),
                .init("digest", .text("\(outputDigest)")),
            ])
    }
}

extension Plan {
    /// What a node counts in, in a word.
    fileprivate func unitText(ofNode index: Int) -> String {
        let unit = unit(ofNode: index)
        guard unit == .number, case .kernel(let kernel) = nodes[index].operation else {
            return "\(unit)"
        }
        switch kernel.unit(ofOutput: 0) {
        case .percent, .bars, .square: return "\(kernel.unit(ofOutput: 0))"
        default: return "number"
        }
    }
}

extension KernelKind {
    fileprivate var text: String {
        switch self {
        case .windowed: "windowed"
        case .settling(let bars): "settling, \(bars) bars"
        case .cumulative: "cumulative"
        }
    }

    fileprivate var json: [JSONValue.Member] {
        let (word, bars): (String, Int?) =
            switch self {
            case .windowed: ("windowed", nil)
            case .settling(let bars): ("settling", bars)
            case .cumulative: ("cumulative", nil)
            }
        return [
            .init("kind", .text(word)),
            .init("settles_after", bars.map { .integer($0) } ?? .number(nil)),
        ]
    }
}
