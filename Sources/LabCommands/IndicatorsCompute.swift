import ArgumentParser
import Backtesting
import Commands
import Oracle
import Reporting
import Verification

/// `finstage indicators compute NAME`
struct IndicatorsCompute: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Computes an indicator over stored series, as comma-separated text.",
        discussion: """
            Example: finstage indicators compute RSI --symbol AAPL --param period=14 --csv
                     finstage indicators compute rank --of 'roc(period=20)' --symbol AAPL,MSFT,IBM

                     finstage indicators compute 'rsi(period=14)' --symbol AAPL

            Prices stand on the share basis of the last bar. Earlier bars than --from warm the \
            indicator; an unknown value is an empty cell. The last column is the indicator with \
            all its parameters. A series that is too short for any value is named, with status 1.

            A cross-section (rank, percentile, cross-zscore, demean, winsorize) is made of the \
            values of all selected instruments whose bars begin at the same time; one without a \
            value is left out. --of names what is compared: a column of the bars or an \
            indicator's first output.
            """)

    @Argument(help: "A kernel's name, its identity with parameters, or TA-Lib's name.")
    var name: String
    @Option(name: .customLong("param"), help: "NAME=NUMBER; repeatable.") var params: [String] = []
    @Option(name: .customLong("of"), help: "What a cross-section compares: 'rsi(period=14)'.")
    var compared: String?
    @Flag(help: "From the definition, in double-double, rounded once.") var definition = false
    @Flag(help: "Comma-separated text, which is also what is printed without it.") var csv = false
    @OptionGroup var kernels: KernelOptions
    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func run() throws {
        let typed = try IndicatorFinding.parameters(params)
        let (name, values) =
            try CrossSectionChoice.named(String(name.prefix { $0 != "(" })) == nil
            ? (name, typed) : IndicatorFinding.parted(name, typed)
        if let choice = CrossSectionChoice.named(name) {
            guard !definition else {
                throw wrongWords(
                    "--definition is of an indicator; \(choice.name) is compared with "
                        + "its own by 'finstage indicators verify --oracle'")
            }
            return try compute(choice, values)
        }
        guard compared == nil else {
            throw wrongWords(
                "--of is what a cross-section compares; \(name) is none: "
                    + CrossSectionChoice.all.map(\.name).joined(separator: ", "))
        }
        let finding = try kernels.finding()
        let found = try IndicatorFinding.typing {
            try definition
                ? IndicatorFinding.definition(of: name, values)
                : finding.implementation(of: name, values)
        }
        try write(found.identity, found) { $0.map(\.columns) }
    }

    /// Compares one value of each instrument.
    private func compute(_ choice: CrossSectionChoice, _ values: [String: Double]) throws {
        let finding = try kernels.finding()
        let (found, made) = try IndicatorFinding.typing {
            (try finding.written(compared ?? "close"), try choice.operation(values))
        }
        let one = IndicatorImplementation(
            found.identity, inputs: found.inputs, outputs: ["value"],
            lookbacks: [found.lookbacks[0]]
        ) { [found.compute($0)[0]] }
        try write("\(made.identity) of \(found.identity)", one) { computed in
            // The members that have a bar at each time, by their places.
            var members: [String: [(Int, Int)]] = [:]
            for (place, one) in computed.enumerated() {
                for (row, time) in one.bars.times.enumerated() {
                    members[time, default: []].append((place, row))
                }
            }
            var columns = computed.map(\.columns)
            for present in members.values {
                let results = made.operation.values(of: present.map { columns[$0.0][0][$0.1] })
                for (member, result) in zip(present, results) {
                    columns[member.0][0][member.1] = result
                }
            }
            return columns
        }
    }

    /// What was computed over one series.
    private struct Computed {
        let symbol: String
        let bars: IndicatorBars
        let columns: [[Double]]
    }

    /// Computes over each series, changes all together, and prints.
    private func write(
        _ identity: String, _ found: IndicatorImplementation,
        _ change: ([Computed]) -> [[[Double]]]
    ) throws {
        guard found.inputs.allSatisfy(\.isOfBars) else { throw IndicatorFinding.unreadable(found) }
        try reportingFailure {
            let research = try Research(reading: selection, isQuiet: true)
            let head = ["symbol", "time"] + found.outputs + ["indicator"]
            Terminal.result(head.joined(separator: ","))
            var (short, computed) = ([String](), [Computed]())
            for subject in try research.subjects() {
                let bars = IndicatorBars(subject)
                guard bars.rows.upperBound >= found.neededBars else {
                    short.append("\(subject.symbol) has \(bars.rows.upperBound)")
                    continue
                }
                let columns = found.compute(found.inputs.compactMap { bars.columns[$0] })
                computed.append(Computed(symbol: subject.symbol, bars: bars, columns: columns))
            }
            for (one, outputs) in zip(computed, change(computed)) {
                var text = ""
                for row in one.bars.rows {
                    let cells = outputs.map { DelimitedText.Cell.number($0[row]) }
                    text += DelimitedText.row(
                        [.text(one.symbol), .text(one.bars.times[row])] + cells
                            + [.text(identity)])
                }
                Terminal.result(String(text.dropLast()))
            }
            guard short.isEmpty else {
                throw CommandFailure(
                    "\(found.identity) has no value before bar \(found.neededBars); "
                        + short.joined(separator: ", ")
                        + "; give a shorter period or a longer series")
            }
        }
    }
}
