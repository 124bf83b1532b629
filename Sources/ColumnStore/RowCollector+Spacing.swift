import MarketData

/// What the distances between rows say about their interval.
extension RowCollector {
    /// The interval that the rows name; nil when they name none.
    ///
    /// The most common step says it, when the shorter ones are exceptions: a source may repeat
    /// the bar that still runs. Else the shortest step does.
    var spacing: Interval? {
        guard !instants.isEmpty else { return nil }
        let steps = stepCounts
        guard let least = steps.keys.min() else {
            let isMidnight = instants[0] % Interval.day.microseconds == 0
            return forms[0] != .clock || isMidnight ? .day : nil
        }
        var counts: [Interval: Int] = [:]
        for (step, count) in steps {
            if let interval = Self.interval(ofStep: step) { counts[interval, default: 0] += count }
        }
        let shortest = Self.interval(ofStep: least)
        let most = counts.max { ($0.value, $0.key.microseconds) < ($1.value, $1.key.microseconds) }
        guard let (usual, count) = most, usual != shortest else { return shortest }
        let short = steps.reduce(0) { $0 + ($1.key < usual.leastStep ? $1.value : 0) }
        let isClear =
            count > short
            || usual.leastStep >= Interval.day.leastStep
                && (least < Interval.day.leastStep || Set(forms.map { $0 == .clock }).count > 1)
        return isClear && short <= Self.exceptions(of: instants.count) ? usual : shortest
    }

    /// The length of the bars that hold values: a day where they have dates alone, else a minute,
    /// so that each is known a minute after its time.
    var spacingOfValues: Interval {
        forms.contains(.clock) ? .minute : .day
    }

    /// How many rows within the bar before them a file may have: one of ten bars, at least one.
    static func exceptions(of rows: Int) -> Int { max(1, rows / 10) }

    private static func interval(ofStep step: Int64) -> Interval? {
        if step >= Interval.week.leastStep {
            return step <= 2 * Interval.week.leastStep ? .week : nil
        }
        if step >= Interval.day.leastStep { return .day }
        return Interval.day.microseconds % step == 0 ? Interval(microseconds: step) : nil
    }

    /// How often each distance between two neighbours occurs.
    private var stepCounts: [Int64: Int] {
        let isSorted = zip(instants, instants.dropFirst()).allSatisfy { $0 <= $1 }
        let sorted = isSorted ? instants : instants.sorted()
        var counts: [Int64: Int] = [:]
        var (last, run) = (Int64(0), 0)
        for (left, right) in zip(sorted, sorted.dropFirst()) where left < right {
            if right - left == last {
                run += 1
            } else {
                if run > 0 { counts[last, default: 0] += run }
                (last, run) = (right - left, 1)
            }
        }
        if run > 0 { counts[last, default: 0] += run }
        return counts
    }

    /// Why the rows cannot be bars of an interval; nil when they can. The rows lie in order.
    ///
    /// - Parameters:
    ///   - interval: the length of a bar.
    ///   - order: the rows in order of time.
    ///   - inside: those of them that lie within the bar of the row before.
    /// - Returns: the error that names two rows and the remedy.
    func contradiction(
        to interval: Interval, order: [Int], inside: [Int]
    ) -> StoreError? {
        func refusal(_ rows: [Int], _ problem: String) -> StoreError {
            let named = spacing.flatMap { $0 == interval ? nil : StoreText.name(of: $0) }
            let remedy = named.map { "Give --interval \($0), or correct the file." }
            return .contradictedInterval(
                file: file, lines: rows.map { lines[$0] }.sorted(), interval: interval,
                problem: problem, remedy: remedy ?? "Give --interval as they are, or correct them.")
        }
        if interval.microseconds < Interval.day.leastStep,
            let row = forms.firstIndex(of: .date),
            holdsValues || 2 * forms.count(where: { $0 == .date }) > count
        {
            return refusal([row], "rows have a date without a time of day")
        }
        if let first = inside.first, !holdsValues, inside.count > Self.exceptions(of: order.count) {
            let place = order.firstIndex(of: first) ?? 1
            let pair = [order[max(0, place - 1)], first]
            let step = abs(instants[pair[1]] - instants[pair[0]])
            return refusal(pair, "rows are \(Self.text(step)) apart")
        }
        let steps = stepCounts.keys
        let least = steps.min() ?? 0
        let isLonger = interval.microseconds >= Interval.day.leastStep
        let isGrid = isLonger || steps.allSatisfy { $0 % least == 0 }
        if order.count > 3, !holdsValues, inside.isEmpty, least >= interval.mostStep, isGrid {
            let pair = order.indices.dropFirst().first {
                instants[order[$0]] - instants[order[$0 - 1]] == least
            }
            let rows = pair.map { [order[$0 - 1], order[$0]] } ?? [order[0], order[1]]
            return refusal(rows, "no two rows are closer than \(Self.text(least))")
        }
        return nil
    }

    private static func text(_ step: Int64) -> String {
        step > 0 ? StoreText.name(of: Interval(microseconds: step)) : "0s"
    }
}

extension Interval {
    /// The least distance between two bars: clocks change, and weeks have holidays.
    fileprivate var leastStep: Int64 {
        let day = Interval.day.microseconds
        if self == .week { return 5 * day }
        return self == .day ? day - Interval.hour.microseconds : microseconds
    }

    /// The distance from which on rows are longer bars than this.
    fileprivate var mostStep: Int64 {
        self == .day ? Interval.week.leastStep : 2 * microseconds
    }
}
