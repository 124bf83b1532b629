import ColumnStore
import Commands
import Database
import Foundation
import Live
import MarketData
import Promotions
import Telemetry

/// The runner over a made-up market of New York minutes: catching up, starting again, and bars
/// one by one.
struct RunnerBenchmark {
    private let symbolCount: Int
    private let dayCount: Int
    private let folder: URL
    private let clock = ContinuousClock()
    private static let firstSession = CivilDate(daysSince1970: 19_724)

    init(symbolCount: Int, dayCount: Int, _ folder: URL) {
        (self.symbolCount, self.dayCount, self.folder) = (symbolCount, dayCount, folder)
    }

    func run(barCount: Int, rate: Double) throws -> RunnerFigures {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let times = sessions(1 + dayCount + barCount / (symbolCount * 390) + 1)
        let known = times[...dayCount].flatMap(\.self)
        let store = try Store(folder: folder)
        try fill(store, known, warmCount: times[0].count)
        let universe = (0..<symbolCount).map {
            MadeUpPromotions.instrument(series($0, times[0]), last: times[0].count - 1)
        }
        let promotions = try MadeUpPromotions.manifests(universe, .minute).map {
            try Promotion(
                id: $0.strategy, manifest: $0, custom: ServiceStore.customKernels,
                now: Timestamp(microseconds: 0))
        }
        var figures = RunnerFigures()
        (figures.symbols, figures.strategies) = (symbolCount, promotions.count)
        (figures.sessions, figures.barsPerSecond) = (dayCount, rate)
        try catchUp(store, promotions, known, &figures)
        let live = times[(dayCount + 1)...].flatMap(\.self)
        try takeSingles(store, promotions, known, live, count: barCount, rate, &figures)
        return figures
    }

    private func catchUp(
        _ store: Store, _ promotions: [Promotion], _ times: [Timestamp],
        _ figures: inout RunnerFigures
    ) throws {
        let (archive, now) = (StoreArchive(store), times[times.count - 1] + .minute)
        ProcessMemory.forgetPeak()
        let runner = LiveRunner(
            archive: archive, journal: try JournalDatabase(folder: folder),
            feeds: [StoreFeed(archive)], notifier: SilentNotifier())
        let start = try clock.measure { try runner.load(promotions, now: now) }
        var step = LiveRunner.Step()
        let before = Processor.seconds
        let spent = try clock.measure { step = try runner.run(at: now) }
        let decisions = Double(step.decisions)
        figures.startMilliseconds = start / .milliseconds(1)
        (figures.decisions, figures.caughtUpSignals) = (step.decisions, step.signals)
        figures.evaluationsPerSecond = decisions / (Processor.seconds - before)
        figures.evaluationsPerWallSecond = decisions / (spent / .seconds(1))
        figures.catchUpMegabytes = ProcessMemory.peakMegabytes
    }

    /// A new process would begin here: everything in memory is computed again.
    private func takeSingles(
        _ store: Store, _ promotions: [Promotion], _ known: [Timestamp], _ live: [Timestamp],
        count: Int, _ rate: Double, _ figures: inout RunnerFigures
    ) throws {
        let (archive, feed) = (StoreArchive(store), ListFeed())
        ProcessMemory.forgetPeak()
        let runner = LiveRunner(
            archive: archive, journal: try JournalDatabase(folder: folder),
            feeds: [StoreFeed(archive), feed], notifier: SilentNotifier())
        let start = try clock.measure {
            try runner.load(promotions, now: known[known.count - 1] + .minute)
        }
        (figures.restartMilliseconds, figures.restartMegabytes) = (
            start / .milliseconds(1), ProcessMemory.peakMegabytes
        )
        ProcessMemory.forgetPeak()
        let rows = (count + symbolCount - 1) / symbolCount
        let bars = (0..<symbolCount).map { symbol in
            series(symbol, known + live.prefix(rows)).rows(known.count..<known.count + rows)
        }
        var spent: [Double] = []
        let begin = clock.now
        for index in 0..<count {
            let (row, symbol) = index.quotientAndRemainder(dividingBy: symbolCount)
            let due = begin + .seconds(Double(index) / rate)
            while clock.now < due { Thread.sleep(forTimeInterval: (due - clock.now) / .seconds(1)) }
            let series = bars[symbol]
            let key = SeriesKey(symbol: series.symbol, interval: .minute)
            feed.append([FedBar(key: key, bar: series[row])])
            figures.signals += try runner.run(at: series.closedAt[row]).signals
            spent.append((clock.now - due) / .milliseconds(1))
        }
        spent.sort()
        figures.singleBars = count
        figures.latencyMedianMilliseconds = spent[count / 2]
        figures.latencyP99Milliseconds = spent[count * 99 / 100]
        figures.latencyWorstMilliseconds = spent[count - 1]
        figures.liveMegabytes = ProcessMemory.peakMegabytes
    }
}

// MARK: - The market

extension RunnerBenchmark {
    /// The starts of the minutes of some New York sessions.
    private func sessions(_ count: Int) -> [[Timestamp]] {
        let calendar = Calendar.newYork
        var (date, found) = (Self.firstSession, [[Timestamp]]())
        while found.count < count {
            defer { date = date.adding(days: 1) }
            guard calendar.isSession(date) else { continue }
            let opens = calendar.opensAt(date).microseconds
            let closes = calendar.closesAt(date).microseconds
            found.append(
                stride(from: opens, to: closes, by: 60_000_000).map(Timestamp.init(microseconds:)))
        }
        return found
    }

    private func series(_ symbol: Int, _ times: some Collection<Timestamp>) -> Series {
        let walk = SyntheticMarket(symbol: symbol).minutes(count: times.count)
        return Series(
            symbol: walk.symbol, interval: .minute, calendar: .newYork, times: Array(times),
            open: walk.open, high: walk.high, low: walk.low, close: walk.close,
            volume: walk.volume)
    }

    /// Imports the first session of each symbol, and adds the others as later imports do.
    private func fill(_ store: Store, _ times: [Timestamp], warmCount: Int) throws {
        let file = folder.appending(path: "warm.csv")
        for symbol in 0..<symbolCount {
            let series = series(symbol, times)
            let text = MadeUpPromotions.csv((0..<warmCount).lazy.map { series[$0] })
            try Data(text.utf8).write(to: file)
            _ = try store.importFile(
                file, symbol: series.symbol, calendar: .newYork, interval: .minute)
            let later = (warmCount..<series.count).map { series[$0] }
            try store.fold(later, symbol: series.symbol, interval: .minute)
        }
    }
}

/// Takes every message and keeps none.
private struct SilentNotifier: Notifier {
    func deliver(_ notice: Notice) throws(NotifierError) {}
}

/// The time that processors spent on this process, in seconds: what one core needs for the work,
/// however busy the machine is.
private enum Processor {
    static var seconds: Double {
        // POSIX fixes the unit, a microsecond.
        Double(Foundation.clock()) / 1_000_000
    }
}
