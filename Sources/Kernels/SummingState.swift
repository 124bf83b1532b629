/// The state of a kernel whose output follows from the sums over its window.
protocol SummingState<Value>: Stepping {
    associatedtype Output
    associatedtype Sums: WindowSums<Value>
    /// The window and its sums.
    var sums: AnchoredWindow<Sums> { get set }
    /// The output after the last bar that `sums` took.
    func result(_ tail: Sums) -> Output
}

extension SummingState {
    @inline(__always)
    mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Output {
        let tail = sums.add(input, &window)
        return result(tail)
    }

    /// Steps to a row at which every lane rebuilds and whose window lies in the columns. From there
    /// on stretch follows stretch without a ring, a mask or a look at the anchors.
    @inline(__always)
    mutating func block(
        _ input: borrowing InputColumns<Value>, window: inout MutableSpan<Value>,
        into output: inout MutableSpan<Value>
    ) -> Int {
        let (count, period, anchors) = (input.anchors.count, sums.ring.period, input.anchors)
        precondition(input.first.count == count && input.second.count == count)
        precondition(output.count == Output.outputCount * count)
        precondition(window.count >= AnchoredWindow<Sums>.length(period: period))
        guard period > 1, count >= 3 * period else { return 0 }
        var ahead = self
        var row = 0
        while row < count, row < period || !ahead.sums.ring.isDueEverywhere(anchors[row]) {
            put(ahead.step(input.row(row), window: &window), at: row, of: count, in: &output)
            row += 1
        }
        let start = row
        var last: (row: Int, count: Int)?
        input.first.withUnsafeBufferPointer { first in
            input.second.withUnsafeBufferPointer { second in
                window.withUnsafeMutableBufferPointer { window in
                    guard let first = first.baseAddress, let second = second.baseAddress,
                        let window = window.baseAddress
                    else { return }
                    let rows = ColumnRows(first: first, second: second)
                    while row < count, let length = ahead.sums.stretch(from: row, anchors) {
                        ahead.sums.begin(at: row, window, rows)
                        for offset in 0..<length {
                            let bar = rows.term(row + offset)
                            let tail = ahead.sums.addBar(bar, at: offset, window)
                            put(ahead.result(tail), at: row + offset, of: count, in: &output)
                        }
                        last = (row, length)
                        row += length
                    }
                    guard let last else { return }
                    ahead.sums.end(
                        at: last.row, count: last.count, of: row - start, window, rows)
                }
            }
        }
        self = ahead
        return row
    }

    @inline(__always)
    private func put(
        _ values: Output, at row: Int, of count: Int, in output: inout MutableSpan<Value>
    ) {
        for index in 0..<Output.outputCount {
            let value = values.output(index)
            output[index * count + row] = Self.staysFinite ? value : value.finite
        }
    }
}

/// The rows of two columns.
private struct ColumnRows<Value: Lane>: WindowRows {
    let first: UnsafePointer<Value>
    let second: UnsafePointer<Value>

    @inline(__always)
    func term(_ row: Int) -> WindowBar<Value> { WindowBar(first[row], second[row]) }
}
