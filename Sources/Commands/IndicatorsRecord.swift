import ArgumentParser
import Foundation
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

            'finstage indicators verify --golden pinned --tolerance 0' then shows any drift, to the
            last bit. Kernels that read what bars do not have are left out, and what has no value
            on a series, which is named.
            """)

    @Option(help: "The folder of golden files; new or empty.") var output: String
    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func run() throws {
        try reportingFailure {
            let research = try Research(selection, isQuiet: true)
            let implementations = IndicatorFinding.all
            var recorder = try GoldenRecorder(URL(filePath: output))
            for subject in try research.subjects() {
                let bars = IndicatorBars(subject)
                try recorder.record(
                    series: subject.symbol, times: bars.times, bars: bars.columns,
                    implementations, library: "Finstage \(Version.text)")
            }
            let count = try recorder.finish()
            for note in recorder.leftOut { Terminal.note("left out: \(note)") }
            Terminal.result(
                "\(count) golden files of \(implementations.count) indicators in \(output)")
        }
    }
}
