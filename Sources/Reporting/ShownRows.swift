/// The bars that a page's charts carry for its script: all, or of very many those that keep the
/// picture. Each is drawn at its own bar number, so that what is left out leaves its room.
///
/// Of each run of bars the lowest and the highest value of every column stay, each at its own bar,
/// and so does every bar that something else names, as a trade does. A spike of one bar is
/// therefore always there, and every value shown is one that a bar has had. Where there is room,
/// the bars at which trades were decided stay too, and then all bars of a trade and those around
/// it, those of the shortest trades first.
struct ShownRows {
    /// The values that a page may carry, about 2.2 bytes each: with the rest it stays within
    /// 1.5 MB. One with more leaves bars out.
    private static let mostValues = 540_000
    /// The values of a bar beside the columns that are given: its number, its time, and what is
    /// reckoned from those, such as drawdowns and rolling figures.
    private static let furtherValues = 10
    /// The bars whose room on the page a trade takes with its own columns and markers.
    private static let barsATrade = 4
    /// The fewest runs of bars, however much else must stay.
    private static let fewestRuns = 400

    /// The bars there are.
    let count: Int
    /// The bars shown, ascending; nil for all.
    let rows: [Int]?
    /// The trades whose bars and those around them are all shown, those whose decisions are shown,
    /// and all trades.
    let trades: (whole: Int, decided: Int, all: Int)

    /// Chooses the bars.
    ///
    /// - Parameters:
    ///   - count: the bars there are.
    ///   - columns: what is drawn; a column of another length is passed over, an unknown value too.
    ///   - named: bars that stay in any case; what is no bar is passed over.
    ///   - trades: the first and the last bar of each trade.
    ///   - decisions: the bars that decided each trade; each is seen with the one before it.
    init(
        count: Int, columns: [[Double]], keeping named: [Int], trades: [ClosedRange<Int>] = [],
        decisions: [[Int]] = []
    ) {
        self.count = count
        let columns = columns.filter { $0.count == count }
        let most =
            Self.mostValues / (columns.count + Self.furtherValues)
            - Self.barsATrade * trades.count
        guard count > most else {
            (rows, self.trades) = (nil, (trades.count, trades.count, trades.count))
            return
        }
        let bars = 0...count - 1
        let spans = trades.filter { $0.overlaps(bars) }.map(Self.surroundings)
            .map { $0.clamped(to: bars) }
        var kept = [Bool](repeating: false, count: count)
        for row in named + [0, count - 1] where kept.indices.contains(row) { kept[row] = true }
        let least = Self.marking(columns, runs: Self.fewestRuns, in: kept)
        let seen = decisions.map { rows in
            Set(rows.flatMap { [$0 - 1, $0] }).filter(bars.contains).sorted()
        }
        var room = Room(shown: least, kept: kept, most: most)
        for rows in seen { room.take(rows) }
        for span in spans.sorted(by: { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }) {
            room.take(span)
        }
        kept = room.kept
        var runs = max(Self.fewestRuns, most / 2)
        var shown = Self.marking(columns, runs: runs, in: kept)
        while runs > Self.fewestRuns {
            let size = shown.count { $0 }
            guard size > most else { break }
            runs = max(Self.fewestRuns, runs * most / size * 19 / 20)
            shown = Self.marking(columns, runs: runs, in: kept)
        }
        let rows = shown.indices.filter { shown[$0] }
        self.rows = rows
        let place = { (row: Int) in Self.place(of: row, in: rows) }
        let whole = spans.count { place($0.upperBound + 1) - place($0.lowerBound) == $0.count }
        self.trades = (whole, seen.count { $0.allSatisfy { shown[$0] } }, spans.count)
    }

    /// The bars that the script brings into view for a trade.
    private static func surroundings(of trade: ClosedRange<Int>) -> ClosedRange<Int> {
        let room = max(12, (trade.count * 3 + 4) / 5)
        return trade.lowerBound - room...trade.upperBound + room
    }

    /// What must be shown, and what may stay beside it.
    private struct Room {
        /// The bars shown, and those of them that stay whatever the runs of bars are.
        private(set) var shown, kept: [Bool]
        private let most: Int
        private var size: Int

        init(shown: [Bool], kept: [Bool], most: Int) {
            (self.shown, self.kept, self.most) = (shown, kept, most)
            size = shown.count { $0 }
        }

        /// Keeps bars, all or none of them. After some that do not fit others may: they overlap.
        mutating func take(_ rows: some Collection<Int>) {
            let missing = rows.count { !shown[$0] }
            guard size + missing <= most else { return }
            size += missing
            for row in rows { (shown[row], kept[row]) = (true, true) }
        }
    }

    /// With the lowest and the highest known value of each run of bars in every column.
    private static func marking(_ columns: [[Double]], runs: Int, in kept: [Bool]) -> [Bool] {
        var shown = kept
        for column in columns { mark(column, runs: runs, in: &shown) }
        return shown
    }

    /// Marks the lowest and the highest known value of each run of bars.
    private static func mark(_ column: [Double], runs: Int, in shown: inout [Bool]) {
        for run in 0..<runs {
            let rows = run * column.count / runs..<(run + 1) * column.count / runs
            var (low, high) = (-1, -1)
            for row in rows where column[row].isFinite {
                if low < 0 || column[row] < column[low] { low = row }
                if high < 0 || column[row] > column[high] { high = row }
            }
            if low >= 0 { (shown[low], shown[high]) = (true, true) }
        }
    }

    /// A column of all bars at those shown; a column of another length as it is.
    func values<Value>(_ column: [Value]) -> [Value] {
        guard let rows, column.count == count else { return column }
        return rows.map { column[$0] }
    }

    /// The place of a bar among those shown: its own, or that of the next one that is; what lies
    /// before the first bar stays there.
    func place(of row: Int) -> Int {
        guard let rows, row >= 0 else { return row }
        return Self.place(of: row, in: rows)
    }

    private static func place(of row: Int, in rows: [Int]) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The numbers of the bars shown for the page's script; nothing where all are.
    var members: [JSONValue.Member] {
        rows.map { [JSONValue.Member("rows", PackedColumn($0).json)] } ?? []
    }

    /// What is left out, in a sentence or two; empty where nothing is.
    func note(_ language: Language) -> String {
        guard let rows else { return "" }
        let bars = Phrases.shownBars.text(
            language, Phrases.bars(count, language), FigureText.count(rows.count))
        let whole = Phrases.wholeTrades.text(
            language, FigureText.count(trades.all), FigureText.count(trades.decided),
            FigureText.count(trades.whole))
        return Hypertext.element(
            "p", trades.all > 0 ? bars + " " + whole : bars, styleClass: "note")
    }
}
