import ArgumentParser
import Commands
import Foundation
import MarketData
import Oracle
import Verification

/// `finstage indicators record --output DIR`
struct IndicatorsRecord: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract:
            "Writes golden files of every kernel and indicator, your own included.",
        discussion: """
            Example: finstage indicators record --output pinned --symbol AAPL
                     finstage indicators record leak --strategy Leaky.swift --output pinned

            'finstage indicators verify --golden pinned --tolerance 0' then shows any drift, to \
            the last bit. Kernels that read what bars do not have are left out, and what has no \
            value on a series, which is named. Bars before --from warm up and are not compared.
            """)

    @Argument(help: "What is recorded, such as 'rsi(period=21)'; all where none is named.")
    var names: [String] = []
    @Option(help: "The folder of golden files; new or empty.") var output: String
    @OptionGroup var kernels: KernelOptions
    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func run() throws {
        let finding = try kernels.finding()
        let implementations = try names.isEmpty ? finding.all : finding.implementations(of: names)
        try reportingFailure {
            let research = try Research(selection, isQuiet: true)
            let subjects = try research.subjects()
            var recorder = try GoldenRecorder(URL(filePath: output))
            for subject in subjects {
                let bars = IndicatorBars(subject, ofGoldenFiles: true)
                try recorder.record(
                    series: subject.symbol, times: bars.times, bars: bars.columns,
                    rows: bars.rows, implementations, library: "Finstage \(Version.text)")
            }
            let count = try recorder.finish()
            for note in recorder.leftOut { Terminal.note("left out: \(note)") }
            let indicators = counted(implementations.count, "indicator")
            Terminal.result("\(counted(count, "golden file")) of \(indicators) in \(output)")
        }
    }
}
