import Kernels
import Testing

/// Places where a formula has a corner of its own.
@Suite("Corners of single kernels")
struct EdgeCaseTests {
    @Test("ADX keeps its last value while nothing moves")
    func stillMarket() {
        let (high, low) = ([10.0, 11, 11, 11, 9], [9.0, 10, 10, 10, 8])
        let index = CompiledKernel.directionalMovement(period: 1)
        let values = index.values(of: [high, low, [9.5, 10.5, 10.5, 10.5, 8.5]])
        #expect(values[0].isNaN && values[1...].allSatisfy { $0 == 100 })
        let flat = index.values(of: KernelFixture.constant(5, 3, count: 4))
        #expect(flat[1...].allSatisfy { $0 == 0 })
    }

    @Test("a market of one price has no phase, trends, and is its own trend")
    func flatCycle() {
        for price in [0.1, 27_654.3, 5] {
            let bars = KernelFixture.constant(price, 1, count: 2_500)
            let cycle = CompiledKernel.dominantCycle.outputs(of: bars)
            for (values, flat) in zip(cycle, [0, price, 1]) {
                #expect(values[..<63].allSatisfy { $0.isNaN })
                #expect(values[63...].allSatisfy { $0 == flat }, "\(price)")
            }
            let transform = CompiledKernel.hilbertTransform.outputs(of: bars)
            #expect(transform[1...].allSatisfy { $0[63...].allSatisfy { $0 == 0 } })
        }
    }

    @Test("+DI and −DI count the greater movement alone, and ties to neither")
    func movement() {
        let columns = [[10.0, 12, 13], [8.0, 7, 6], [9.0, 9, 9]]
        let outputs = CompiledKernel.directionalMovement(period: 1).outputs(of: columns)
        #expect(Array(outputs[1][1...]) == [40, 0] && Array(outputs[2][1...]) == [0, 0])
    }

    @Test("extremes of mixed zeros are +0, wherever the history begins", arguments: 1...4)
    func signedZeros(start: Int) {
        let zeros: [Double] = (0..<40).map { $0.isMultiple(of: 3) ? -0.0 : 0.0 }
        for kernel in [CompiledKernel.rollingMaximum(period: 5), .rollingMinimum(period: 5)] {
            let values = kernel.values(of: [Array(zeros[start...])])[4...]
            #expect(values.allSatisfy { $0 == 0 && $0.sign == .plus })
        }
        for kernel in [CompiledKernel.maximum, .minimum] {
            let values = kernel.values(of: [zeros, Array(zeros.reversed())])
            #expect(values.allSatisfy { $0 == 0 && $0.sign == .plus })
        }
    }

    @Test("a deviation too small for its square is zero, not unknown")
    func tinyDeviation() {
        let values: [Double] = (0..<400).map { $0.isMultiple(of: 2) ? 0 : 1.1e-162 }
        let known = CompiledKernel.standardDeviation(period: 200).values(of: [values])[199...]
        #expect(known.allSatisfy { $0.sign == .plus && $0 < 1e-160 })
    }

    @Test("OBV starts with the first volume, skips a hole and ignores ties")
    func onBalance() {
        let close = [10.0, 11, 11, .nan, 10, 12], volume = [5.0, 7, 100, 50, 3, 2]
        let values = CompiledKernel.onBalanceVolume.values(of: [close, volume])
        #expect(agree(values, [5, 12, 12, .nan, 9, 11]))
    }

    @Test("0.1 twenty times has a mean of 0.1")
    func exactMean() {
        let tenths = [Double](repeating: 0.1, count: 50)
        for kernel in [
            CompiledKernel.simpleMovingAverage(period: 20), .weightedMovingAverage(period: 20),
            .exponentialMovingAverage(period: 20),
        ] {
            #expect(kernel.values(of: [tenths])[19...].allSatisfy { $0 == 0.1 })
        }
    }

    @Test("an index of gains alone is 100, and never more")
    func fullIndex() {
        let rising: [Double] = (0..<500).map { Double(10 * $0 + $0 % 7) / 100 }
        let values = CompiledKernel.relativeStrengthIndex(period: 14).values(of: [rising])[14...]
        #expect((values.max() ?? .nan) <= 100)
        let steady: [Double] = (0..<100).map { Double($0) * 0.7 }
        let full = CompiledKernel.relativeStrengthIndex(period: 3).values(of: [steady])[3...]
        #expect(full.allSatisfy { $0 == 100 })
    }
}
