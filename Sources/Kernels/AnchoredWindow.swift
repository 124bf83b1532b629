/// The last n bars, and their sums in two stretches: a tail that was noted at a time anchor, and
/// what came since.
///
/// The window memory holds a ring of n bars for each input, then n tails of each sum. The bars are
/// counted from a value *inside* the window, so that a constant window is met to the bit. Which
/// bars belong to the tail, and in which order they are added, `AnchoredRing` says.
struct AnchoredWindow<Sums: WindowSums>: BitwiseCopyable {
    typealias Value = Sums.Value

    private(set) var ring: AnchoredRing<Value>
    /// The bar that the others are counted from.
    private(set) var center = WindowBar<Value>(.unknown, .unknown)
    /// The sums since the tail was noted.
    private(set) var recent = Sums()

    init(period: Int) { ring = AnchoredRing(period: period) }

    /// The values in the window memory.
    static func length(period: Int) -> Int { (Sums.inputCount + Sums.tailCount) * period }

    /// Takes one bar; gives the sums of those in the window that were there when the tail was
    /// noted.
    @inline(__always)
    mutating func add(_ input: Inputs<Value>, _ window: inout MutableSpan<Value>) -> Sums {
        add(WindowBar(input), input.anchors, &window)
    }

    /// The same with the inputs of the bar, or with what is made of them.
    @inline(__always)
    mutating func add(
        _ bar: WindowBar<Value>, _ anchors: UInt8, _ window: inout MutableSpan<Value>
    ) -> Sums {
        if ring.isDue(anchors) { rebuild(bar, anchors, &window) }
        window[ring.slot] = bar.first
        if Sums.inputCount == 2 { window[ring.period + ring.slot] = bar.second }
        recent.addNewer(bar, from: center)
        let slot = ring.advance()
        var tail = Sums()
        for index in 0..<Sums.tailCount {
            tail[index] = window[(Sums.inputCount + index) * ring.period + slot]
        }
        return tail
    }

    @inline(__always)
    private mutating func rebuild(
        _ input: WindowBar<Value>, _ anchors: UInt8, _ window: inout MutableSpan<Value>
    ) {
        let (lanes, period) = (ring.rebuild(anchors), ring.period)
        let newest = period == 1 ? input : bar(at: ring.before(ring.slot), in: window)
        center = newest.kept(where: lanes, else: center)
        var (slot, sums) = (ring.slot, Sums())
        note(sums, at: slot, in: &window, where: lanes)
        for _ in 1..<max(period, 1) {
            slot = ring.before(slot)
            sums.addOlder(bar(at: slot, in: window), from: center)
            note(sums, at: slot, in: &window, where: lanes)
        }
        recent = Sums().kept(where: lanes, else: recent)
    }

    @inline(__always)
    private func bar(at slot: Int, in window: borrowing MutableSpan<Value>) -> WindowBar<Value> {
        WindowBar(window[slot], window[Sums.inputCount == 2 ? ring.period + slot : slot])
    }

    @inline(__always)
    private func note(
        _ sums: Sums, at slot: Int, in window: inout MutableSpan<Value>, where lanes: Value.Mask
    ) {
        for index in 0..<Sums.tailCount {
            let place = (Sums.inputCount + index) * ring.period + slot
            window[place] = sums[index].kept(where: lanes, else: window[place])
        }
    }
}

extension AnchoredWindow {
    /// How many rows from one on run without a rebuild in between, where that row is one at which
    /// every lane rebuilds: up to the next anchor. Nil where that is an anchor of some lanes alone.
    @inline(__always)
    func stretch(from row: Int, _ anchors: Span<UInt8>) -> Int? {
        let end = min(row + ring.period - 1, anchors.count)
        guard let next = firstMarked(anchors, in: row + 1..<end) else { return end - row }
        return Value.Mask(bits: anchors[next]).isEverywhere ? next - row : nil
    }

    /// Notes the tails of the window that ends before a row, from the block itself; the next bar
    /// takes slot 0.
    @inline(__always)
    mutating func begin<Rows: WindowRows<Value>>(
        at row: Int, _ window: UnsafeMutablePointer<Value>, _ rows: Rows
    ) {
        let period = ring.period
        center = rows.term(row - 1)
        var sums = Sums()
        let tails = window + Sums.inputCount * period
        for slot in stride(from: period - 1, to: 0, by: -1) {
            let place = row - period + slot
            sums.addOlder(rows.term(place), from: center)
            for index in 0..<Sums.tailCount { tails[index * period + slot] = sums[index] }
        }
        recent = Sums()
    }

    /// Takes the bar that is `offset` rows after the row of `begin`; gives what `add` would.
    @inline(__always)
    mutating func addBar(
        _ bar: WindowBar<Value>, at offset: Int, _ window: UnsafeMutablePointer<Value>
    ) -> Sums {
        recent.addNewer(bar, from: center)
        var tail = Sums()
        let tails = window + Sums.inputCount * ring.period + offset + 1
        for index in 0..<Sums.tailCount { tail[index] = tails[index * ring.period] }
        return tail
    }

    /// Leaves the window memory as `add` would have after `count` rows since the row of `begin`.
    @inline(__always)
    mutating func end<Rows: WindowRows<Value>>(
        at row: Int, count: Int, of rowsRun: Int, _ window: UnsafeMutablePointer<Value>,
        _ rows: Rows
    ) {
        let period = ring.period
        for slot in 0..<period {
            let bar = rows.term(slot < count ? row + slot : row - period + slot)
            window[slot] = bar.first
            if Sums.inputCount == 2 { window[period + slot] = bar.second }
        }
        ring.skip(rowsRun, rebuiltBefore: count)
    }
}

/// The first of some rows that is marked: eight at a time, because few ever are.
@inline(__always)
private func firstMarked(_ anchors: Span<UInt8>, in rows: Range<Int>) -> Int? {
    precondition(0 <= rows.lowerBound && rows.upperBound <= anchors.count)
    return anchors.withUnsafeBytes { bytes in
        var row = rows.lowerBound
        while row + 8 <= rows.upperBound,
            bytes.loadUnaligned(fromByteOffset: row, as: UInt64.self) == 0
        {
            row += 8
        }
        while row < rows.upperBound, bytes[row] == 0 { row += 1 }
        return row < rows.upperBound ? row : nil
    }
}
