/// What the rows of a block give a window. No closures: what a struct says is compiled into the
/// loop.
protocol WindowRows<Value> {
    /// One lane or eight.
    associatedtype Value: Lane
    /// What a row gives.
    func term(_ row: Int) -> WindowBar<Value>
}

/// Rows that also take the sums of their window.
protocol SummedRows<Value>: WindowRows {
    associatedtype Sums: WindowSums<Value>
    /// Takes the sums after a row: those of the older stretch, and those of the newer one.
    func take(_ row: Int, _ tail: Sums, _ recent: Sums)
}

/// Windows of what is made of a bar and the one before, block by block. The pointers of this file
/// lead to memory that lives longer than the call and is as long as `length` says.
extension AnchoredWindow {
    /// Takes what one bar gives; gives the sums of those in the window that were there when the
    /// tail was noted.
    @inline(__always)
    mutating func add(
        _ bar: WindowBar<Value>, _ anchors: UInt8, _ window: UnsafeMutablePointer<Value>
    ) -> Sums {
        let count = Self.length(period: ring.period)
        var span = UnsafeMutableBufferPointer(start: window, count: count).mutableSpan
        return add(bar, anchors, &span)
    }

    /// Takes the rows of a block from one on, to the same bits as `add`.
    ///
    /// From a row at which every lane rebuilds and whose window lies in the block, stretch follows
    /// stretch without a ring, a mask or a look at the anchors.
    ///
    /// - Parameters:
    ///   - start: the first row, ≥ 1: rows may look at the one before.
    ///   - anchors: those of the whole block.
    ///   - window: this window's memory.
    ///   - rows: the rows; asked for those from 1 on.
    @inline(__always)
    mutating func takeRows<Rows: SummedRows>(
        from start: Int, _ anchors: Span<UInt8>, _ window: UnsafeMutablePointer<Value>,
        _ rows: Rows
    ) where Rows.Value == Value, Rows.Sums == Sums {
        precondition(start >= 1, "a row has one before it, was \(start)")
        var row = start
        while row < anchors.count {
            let first = row
            var last = (row: 0, count: 0)
            if ring.period > 1, row > ring.period, ring.isDueEverywhere(anchors[row]) {
                while row < anchors.count, let length = stretch(from: row, anchors) {
                    begin(at: row, window, rows)
                    for offset in 0..<length {
                        let tail = addBar(rows.term(row + offset), at: offset, window)
                        rows.take(row + offset, tail, recent)
                    }
                    last = (row, length)
                    row += length
                }
            }
            if row > first {
                end(at: last.row, count: last.count, of: row - first, window, rows)
            } else {
                let tail = add(rows.term(row), anchors[row], window)
                rows.take(row, tail, recent)
                row += 1
            }
        }
    }
}
