extension RankedFamily.Comparison {
    /// Writes the crossings: above now and not before, where "before" is the last bar on which
    /// both columns were known.
    @inline(__always)
    func cross(up: inout [UInt64], down: inout [UInt64], hasGaps: Bool) {
        var ups = up.mutableSpan
        var downs = down.mutableSpan
        precondition(ups.count == valid.count && downs.count == valid.count)
        var (wasNotAbove, wasNotBelow) = (Latch(), Latch())
        var (notAboveBit, notBelowBit) = (UInt64(0), UInt64(0))
        for word in valid.indices {
            let (all, rises) = (valid[word], above[word])
            let falls = all & ~rises & ~(hasTies ? equal[word] : 0)
            let (notAbove, notBelow) = (all & ~rises, all & ~falls)
            if hasGaps {
                ups[word] = rises & wasNotAbove.before(set: notAbove, reset: rises)
                downs[word] = falls & wasNotBelow.before(set: notBelow, reset: falls)
            } else {
                ups[word] = rises & (notAbove &<< 1 | notAboveBit)
                downs[word] = falls & (notBelow &<< 1 | notBelowBit)
                (notAboveBit, notBelowBit) = (notAbove &>> 63, notBelow &>> 63)
            }
        }
    }

    /// Writes the bars of the crossings in order, the first of them upward; returns how many.
    ///
    /// - Precondition: there are no ties, and both columns are known from some bar on.
    @inline(__always)
    func changes(into events: inout [Int32]) -> Int {
        var out = events.mutableSpan
        var (count, word, wordCount) = (0, 0, valid.count)
        while word < wordCount, valid[word] == 0 { word &+= 1 }
        guard word < wordCount else { return 0 }
        // On the first known bar nothing has changed, and what falls first was never entered.
        let first = valid[word].trailingZeroBitCount
        let isAbove = above[word].hasBit(first)
        var known = valid[word] & ~(1 &<< UInt64(first))
        var before: UInt64 = 0
        while word < wordCount {
            let now = above[word]
            let bits = (now ^ (now &<< 1 | before)) & known
            out.append(bits: bits, base: word &* 64, count: &count)
            before = now &>> 63
            word &+= 1
            if word < wordCount { known = valid[word] }
        }
        guard isAbove, count > 0 else { return count }
        for place in 1..<max(count, 1) { out[place &- 1] = out[place] }
        return count &- 1
    }
}

extension CellWishes {
    /// The wishes as conditions.
    func conditions(count: Int) -> CellConditions {
        CellConditions(
            enterLong: BitColumn(count: count, words: enterLong),
            exitLong: BitColumn(count: count, words: exitLong))
    }
}
