import MarketData

extension BarTable {
    /// The table of a stored series.
    init(_ stored: StoredSeries) {
        let series = stored.series
        self.init(interval: series.interval)
        (times, open, high) = (series.times, series.open, series.high)
        (low, close, volume) = (series.low, series.close, series.volume)
        extras = stored.extras
    }

    /// The bars of both tables, in order of time.
    ///
    /// - Parameters:
    ///   - given: the other table, of the same interval.
    ///   - givenHolds: true where its bar holds when both have one.
    ///   - spared: the times at which this table's own bar holds all the same.
    /// - Returns: every bar of either. The extra columns are those of both; an unknown value is
    ///   NaN. Lines and findings are those of the given table.
    func merging(
        _ given: BarTable, givenHolds: Bool, sparing spared: Set<Timestamp> = []
    ) -> BarTable {
        var names = extras.map(\.name)
        for name in given.extras.map(\.name) where !names.contains(name) { names.append(name) }
        var result = BarTable(interval: interval)
        var columns = names.map { _ in [Double]() }
        result.reserve(count + given.count)
        func take(_ table: BarTable, _ row: Int) {
            result.times.append(table.times[row])
            result.open.append(table.open[row])
            result.high.append(table.high[row])
            result.low.append(table.low[row])
            result.close.append(table.close[row])
            result.volume.append(table.volume[row])
            for (index, name) in names.enumerated() {
                let column = table.extras.first { $0.name == name }
                columns[index].append(column?.values[row] ?? .nan)
            }
        }
        var (row, other) = (0, 0)
        while row < count || other < given.count {
            let isOwnNext =
                other == given.count || row < count && times[row] < given.times[other]
            let isShared = !isOwnNext && row < count && times[row] == given.times[other]
            let isOwnHeld = isShared && (!givenHolds || spared.contains(times[row]))
            if isOwnNext || isOwnHeld { take(self, row) } else { take(given, other) }
            result.lines.append(isOwnNext || other >= given.lines.count ? 0 : given.lines[other])
            if isOwnNext || isShared { row += 1 }
            if !isOwnNext { other += 1 }
        }
        result.extras = zip(names, columns).map { ExtraColumn(name: $0, values: $1) }
        result.findings = given.findings
        return result
    }

    /// The bars of another table that have other prices or another volume: how many they are with
    /// the first of them, in words, which are nil when none has; and their times.
    func conflict(with given: BarTable) -> (problem: String?, times: [Timestamp]) {
        var (row, found, first) = (0, [Timestamp](), "")
        for other in given.times.indices {
            while row < count, times[row] < given.times[other] { row += 1 }
            guard row < count, times[row] == given.times[other] else { continue }
            let pairs = [
                ("open", open[row], given.open[other]), ("high", high[row], given.high[other]),
                ("low", low[row], given.low[other]), ("close", close[row], given.close[other]),
                ("volume", volume[row], given.volume[other]),
            ]
            let differing = pairs.first { $1 != $2 && !($1.isNaN && $2.isNaN) }
            guard let (name, own, theirs) = differing else { continue }
            if found.isEmpty {
                let line = other < given.lines.count ? "line \(given.lines[other]), " : ""
                first = "\(line)\(times[row].text): \(name) \(theirs), stored \(own)"
            }
            found.append(times[row])
        }
        guard !found.isEmpty else { return (nil, []) }
        return (
            "has \(counted(found.count, "bar")) with other values, the first at \(first)", found
        )
    }

    private mutating func reserve(_ rows: Int) {
        times.reserveCapacity(rows)
        open.reserveCapacity(rows)
        high.reserveCapacity(rows)
        low.reserveCapacity(rows)
        close.reserveCapacity(rows)
        volume.reserveCapacity(rows)
    }
}
