import MarketData

/// Gathers the rows of a file in columns, and findings on those that are none.
struct RowCollector {
    /// The findings that are kept; more are only counted.
    static let limit = 1_000

    let header: HeaderRow
    let file: String
    /// The start of each row's bar, once it is known; the instant of the row before that.
    var times: [Int64] = []
    /// The instant of each row.
    private(set) var instants: [Int64] = []
    private(set) var days: [Int64?] = []
    private(set) var forms: [Form] = []
    private(set) var lines: [Int] = []
    /// True for each row whose time is written without an offset.
    private(set) var zoneless: [Bool] = []
    var prices: [SIMD4<Double>] = []
    var volumes: [Double] = []
    private(set) var adjusted: [Double] = []
    private(set) var findings: [ImportFinding] = []
    /// What refuses no file: merged rows and remarks on the series.
    private(set) var notes: [ImportFinding] = []
    private(set) var total = 0
    /// Whose clocks show the times that are written without a zone; nil takes them as UTC.
    var clock: Calendar?
    private var brokenCount = 0
    /// True for numbers that are no prices, and so may be of any sign.
    var holdsValues = false

    /// How the time of a row is written.
    enum Form: UInt8 {
        /// Without a time of day.
        case date
        /// With the time of day 00:00:00.
        case midnight
        /// With another time of day, or as a stamp.
        case clock
    }

    init(header: HeaderRow, file: String) { (self.header, self.file) = (header, file) }

    var count: Int { times.count }

    /// The error of a strict import: the first twenty findings.
    var refusal: StoreError {
        let sorted = findings.sorted { $0.line < $1.line }
        return .rows(file: file, findings: Array(sorted.prefix(20)), total: total)
    }

    mutating func reserve(_ rows: Int) {
        times.reserveCapacity(rows)
        instants.reserveCapacity(rows)
        days.reserveCapacity(rows)
        forms.reserveCapacity(rows)
        lines.reserveCapacity(rows)
        zoneless.reserveCapacity(rows)
        prices.reserveCapacity(rows)
        volumes.reserveCapacity(rows)
    }

    /// Notes what is wrong with a row or a cell. A row that only lacks a value is kept with that
    /// value missing; any other finding breaks its row.
    mutating func report(
        _ reason: ImportFinding.Reason, _ column: String, _ text: String, line: Int,
        remark: String = "", time: Int64? = nil
    ) {
        if reason.isRefused {
            total += 1
            if reason.treatment != .missing { brokenCount += 1 }
        }
        guard (reason.isRefused ? findings : notes).count < Self.limit else { return }
        let finding = ImportFinding(
            file: file, line: line, column: column, text: text, reason: reason, remark: remark,
            time: time.map { Timestamp(microseconds: $0) })
        if reason.isRefused { findings.append(finding) } else { notes.append(finding) }
    }

    /// Takes a row, or notes everything that is wrong with it.
    mutating func append(_ text: Span<UInt8>, _ cells: [Cell], line: Range<Int>, number: Int) {
        guard cells.count == header.count else {
            report(.cellCount, "", CellSplitter.shown(text, line), line: number)
            return
        }
        let (before, broken) = (total, brokenCount)
        let range = cells[header.time].range
        let time = DateText.time(in: text, range)
        if let time {
            if !Self.years.contains(time.time.microseconds) {
                report(.farDate, "date", CellSplitter.shown(text, range), line: number)
            }
        } else {
            report(.date, "date", CellSplitter.shown(text, range), line: number)
        }
        let row = prices(text, cells, number)
        let volume = volume(text, cells, number)
        let extra = extra(text, cells, number)
        if total == before, !holdsValues { checkRange(row, text, cells, number) }
        guard brokenCount == broken, let time else { return }
        let local = time.isZoneless ? clock?.instant(ofLocal: time.time) : nil
        let instant = (local ?? time.time).microseconds
        times.append(instant)
        instants.append(instant)
        days.append(time.day)
        forms.append(time.isDate ? .date : time.isMidnight ? .midnight : .clock)
        lines.append(number)
        zoneless.append(time.isZoneless)
        prices.append(row)
        volumes.append(volume)
        if header.adjustedClose != nil { adjusted.append(extra) }
    }

    /// The years 1800 to 2100: other dates stand for "none" or "for ever".
    private static let years: Range<Int64> = -5_364_662_400_000_000..<4_133_980_800_000_000

    /// Moves each time to the start of its bar: the session of the date as written, or of the
    /// exchange's date at a stamp, and for a week its Monday.
    mutating func moveToBars(_ schedule: BarSchedule) {
        for row in times.indices {
            let date = session(of: row, schedule.calendar).midnight
            times[row] = schedule.start(ofBarWith: date, of: .day).microseconds
        }
    }

    /// The session that a row of a daily or weekly file names.
    func session(of row: Int, _ calendar: Calendar) -> CivilDate {
        days[row].map { CivilDate(daysSince1970: Int($0)) }
            ?? calendar.localDate(at: Timestamp(microseconds: instants[row]))
    }
}

extension RowCollector {
    /// What sources write where they have no value.
    private static let missingWords: Set<String> = ["", "-", "n/a", "na", "null", "none", "nan"]

    /// The four prices of a row; four times the same where it holds another number.
    @inline(__always)
    private mutating func prices(
        _ text: Span<UInt8>, _ cells: [Cell], _ number: Int
    ) -> SIMD4<Double> {
        guard !holdsValues else {
            return SIMD4(repeating: price(text, cells[header.close], "value", number))
        }
        return SIMD4(
            price(text, cells[header.open], "open", number),
            price(text, cells[header.high], "high", number),
            price(text, cells[header.low], "low", number),
            price(text, cells[header.close], "close", number))
    }

    @inline(__always)
    private mutating func price(
        _ text: Span<UInt8>, _ cell: Cell, _ column: String, _ line: Int
    ) -> Double {
        var value = DecimalText.value(in: text, cell.range)
        if value == .invalid, cell.isQuoted { value = DecimalText.grouped(in: text, cell.range) }
        if case .number(let number) = value, number > 0 || holdsValues { return number }
        let shown = CellSplitter.shown(text, cell.range)
        switch value {
        case .number: report(.notPositive, column, shown, line: line)
        case .notFinite where holdsValues && shown.lowercased() == "nan": break
        case .notFinite: report(.notFinite, column, shown, line: line)
        case .invalid:
            let isMissing = Self.missingWords.contains(shown.lowercased())
            // From here on nothing is known, which is no fault of a file.
            if isMissing, holdsValues { return .nan }
            report(isMissing ? .missing : .number, column, shown, line: line)
        }
        return .nan
    }

    private mutating func volume(_ text: Span<UInt8>, _ cells: [Cell], _ line: Int) -> Double {
        guard let index = header.volume else { return .nan }
        let value = DecimalText.volume(in: text, cells[index])
        if case .number(let number) = value, !(number < 0) { return number }
        let shown = CellSplitter.shown(text, cells[index].range)
        switch value {
        case .number: report(.negative, "volume", shown, line: line)
        case .notFinite: report(.notFinite, "volume", shown, line: line)
        case .invalid: report(.number, "volume", shown, line: line)
        }
        return .nan
    }

    private mutating func extra(_ text: Span<UInt8>, _ cells: [Cell], _ line: Int) -> Double {
        guard let index = header.adjustedClose else { return .nan }
        let cell = cells[index]
        if cell.range.isEmpty { return .nan }
        let value =
            cell.isQuoted
            ? DecimalText.grouped(in: text, cell.range) : DecimalText.value(in: text, cell.range)
        if case .number(let number) = value { return number }
        let shown = CellSplitter.shown(text, cell.range)
        report(value == .notFinite ? .notFinite : .number, "adj_close", shown, line: line)
        return .nan
    }

    /// Notes prices out of order by more than the rounding of single precision (one millionth).
    private mutating func checkRange(
        _ row: SIMD4<Double>, _ text: Span<UInt8>, _ cells: [Cell], _ line: Int
    ) {
        let (open, high, low, close) = (row[0], row[1], row[2], row[3])
        let slack = 1e-6 * high
        if high < low - slack {
            let shown = CellSplitter.shown(text, cells[header.high].range)
            report(.highBelowLow, "high", shown, line: line)
            return
        }
        for (value, column, index) in [(open, "open", header.open), (close, "close", header.close)]
        where value > high + slack || value < low - slack {
            let shown = CellSplitter.shown(text, cells[index].range)
            report(.outsideRange, column, shown, line: line)
        }
    }
}
