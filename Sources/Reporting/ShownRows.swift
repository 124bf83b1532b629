/// The bars that a page's charts show: all, or of very many those that keep the picture.
///
/// Of each run of bars the lowest and the highest value of every column stay, each at its own bar,
/// and so does every bar that something else names, as a trade does. A spike of one bar is
/// therefore always there, and every value shown is one that a bar has had.
struct ShownRows {
    /// A page with more bars leaves some out.
    static let most = 24_000
    /// The fewest runs of bars, however much else must stay.
    private static let fewestRuns = 1_000

    /// The bars there are.
    let count: Int
    /// The bars shown, ascending; nil for all.
    let rows: [Int]?

    /// Chooses the bars.
    ///
    /// - Parameters:
    ///   - count: the bars there are.
    ///   - columns: what is drawn; a column of another length is passed over, an unknown value too.
    ///   - named: bars that stay in any case; what is no bar is passed over.
    init(count: Int, columns: [[Double]], keeping named: [Int]) {
        self.count = count
        guard count > Self.most else {
            rows = nil
            return
        }
        let columns = columns.filter { $0.count == count }
        var kept = [Bool](repeating: false, count: count)
        for row in named + [0, count - 1] where kept.indices.contains(row) { kept[row] = true }
        var runs = Self.most / 2
        while true {
            var shown = kept
            for column in columns { Self.mark(column, runs: runs, in: &shown) }
            let size = shown.count { $0 }
            guard size > Self.most, runs > Self.fewestRuns else {
                rows = shown.indices.filter { shown[$0] }
                return
            }
            runs = max(Self.fewestRuns, runs * Self.most / size * 19 / 20)
        }
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

    /// What is left out, in a sentence; empty where nothing is.
    func note(_ language: Language) -> String {
        guard let rows else { return "" }
        return Hypertext.element(
            "p",
            Phrases.shownBars.text(
                language, Phrases.bars(count, language), FigureText.count(rows.count)),
            styleClass: "note")
    }
}
