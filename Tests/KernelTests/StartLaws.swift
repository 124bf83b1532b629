import Kernels
import Testing

@Suite("Where a history begins")
struct StartLaws {
    private static let windowed = KernelFixture.kernels { $0.kind == .windowed }
    private static let settling = KernelFixture.kernels {
        if case .settling = $0.kind { true } else { false }
    }

    @Test("older history moves no bit of a window after a time anchor", arguments: windowed)
    func anchorsSettleBits(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let whole = KernelFixture.calm(kernel)
        let anchors: [UInt8] = (0..<900).map { $0 % 256 == 0 ? 1 : 0 }
        let expected = kernel.outputs(of: whole, anchors: anchors)
        for start in [1, 19, 100, 255, 256, 300] {
            let later = kernel.outputs(
                of: whole.map { Array($0[start...]) }, anchors: Array(anchors[start...]))
            let lookback = (0..<kernel.outputCount).map { kernel.lookback(ofOutput: $0) }.max()
            let anchor = (start + (lookback ?? 0) + 255) / 256 * 256
            for (later, expected) in zip(later, expected) {
                #expect(bits(later[(anchor - start)...]) == bits(expected[anchor...]), "\(start)")
            }
        }
    }

    @Test("a million bars before move no bit of a window either")
    func longHistory() {
        let count = 1_000_000
        let anchors: [UInt8] = (0..<count).map { $0 % 256 == 0 ? 1 : 0 }
        var (columns, names) = ([[String]: [[Double]]](), Set<String>())
        for kernel in KernelFixture.all where kernel.kind == .windowed && kernel.windowLength > 0 {
            // One sample of each kernel: what carries over a million bars does so at any period.
            guard names.insert(kernel.name).inserted else { continue }
            let whole = columns[kernel.inputNames] ?? KernelFixture.calm(kernel, count: count)
            columns[kernel.inputNames] = whole
            let start = count - 2_000
            let lookback = (0..<kernel.outputCount).map { kernel.lookback(ofOutput: $0) }.max()
            let anchor = (start + (lookback ?? 0) + 255) / 256 * 256
            let expected = kernel.outputs(of: whole, anchors: anchors)
            let later = kernel.outputs(
                of: whole.map { Array($0[start...]) }, anchors: Array(anchors[start...]))
            for (later, expected) in zip(later, expected) {
                #expect(
                    bits(later[(anchor - start)...]) == bits(expected[anchor...]),
                    "\(kernel.identity)")
            }
        }
        #expect(names.count > 15)
    }

    @Test("a settling kernel forgets its start in the bars that it states", arguments: settling)
    func settlingHolds(identity: String) throws {
        let kernel = KernelFixture.kernel(identity)
        guard case .settling(let bars) = kernel.kind else { return }
        let whole = KernelFixture.calm(kernel, count: bars + 500)
        let expected = kernel.outputs(of: whole)
        for start in [50, 333] {
            let outputs = kernel.outputs(of: whole.map { Array($0[start...]) })
            for (later, expected) in zip(outputs, expected) {
                let settled = bars..<later.count
                let distance = settled.map { (later[$0] - expected[start + $0]).magnitude }.max()
                #expect(try #require(distance) <= 1e-12 * 100, "start \(start)")
            }
        }
    }

    @Test("EMA(20), EMA(200) and Wilder(14) state at least the bars that 10⁻¹² takes")
    func settlingCounts() {
        func bars(_ kernel: CompiledKernel) -> Int {
            guard case .settling(let bars) = kernel.kind else { return 0 }
            return bars - kernel.lookback
        }
        #expect(bars(.exponentialMovingAverage(period: 20)) == 277)
        #expect(bars(.exponentialMovingAverage(period: 26)) == 360)
        #expect(bars(.exponentialMovingAverage(period: 200)) == 2_764)
        #expect(bars(.wilderMovingAverage(period: 14)) == 373)
    }

    @Test("FDI-63: the value tells by how much it depends on the first bar")
    func startDependence() {
        let closes = Self.walk()
        let (ema, rsi) = (
            CompiledKernel.exponentialMovingAverage(period: 20),
            CompiledKernel.relativeStrengthIndex(period: 14)
        )
        func last(_ kernel: CompiledKernel, from start: Int) -> Double {
            kernel.values(of: [Array(closes[start...])])[999 - start]
        }
        #expect(Array(closes.prefix(5)) == [100.02, 100.02, 99.99, 99.98, 99.96])
        #expect(agree([last(ema, from: 0)], [100.2264952074751], within: 1e-14))
        #expect(agree([last(rsi, from: 0)], [42.86958220413485], within: 1e-13))
        func distance(_ kernel: CompiledKernel, _ start: Int) -> Double {
            abs(last(kernel, from: start) / last(kernel, from: 0) - 1)
        }
        #expect(distance(ema, 723) < 1e-12)
        #expect((4e-9..<5e-9).contains(distance(ema, 900)))
        #expect((3e-7..<4e-7).contains(distance(ema, 960)))
        #expect(distance(rsi, 500) < 1e-12)
        #expect((4e-10..<5e-10).contains(distance(rsi, 723)))
        #expect((1e-4..<2e-4).contains(distance(rsi, 900)))
    }

    private static func walk() -> [Double] {
        var (state, cents) = (20_260_101, 10_000)
        return (0..<1_000).map { _ in
            state = (1_103_515_245 * state + 12_345) % (1 << 31)
            cents += state / 65_536 % 7 - 3
            cents = cents < 5_000 ? 10_000 - cents : cents > 15_000 ? 30_000 - cents : cents
            return Double(cents) / 100
        }
    }
}
