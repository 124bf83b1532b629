extension CompiledKernel {
    /// What the kernel computes, as bytes: its output bits on the built-in hostile series, one
    /// output after another, the least byte of each value first; every unknown has the same bits.
    /// A kernel of open, high, low and close also shows what it makes of every candlestick pattern.
    public var outputBits: [UInt8] {
        var outputs = outputs(
            of: Array(HostileSeries.columns.prefix(inputCount)), anchors: HostileSeries.anchors)
        if inputNames == ["open", "high", "low", "close"] {
            outputs += self.outputs(of: CandleExamples.columns)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * outputCount * HostileSeries.count)
        for output in outputs.joined() {
            let bits = output.isNaN ? Double.nan.bitPattern : output.bitPattern
            for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> (8 * shift))) }
        }
        return bytes
    }
}
