import Kernels
import Testing

/// Cases from public issue trackers, each named for what it protects.
@Suite("Field cases of the kernels")
struct FieldCaseTests {
    private let unknown = Double.nan

    private func values(_ kernel: CompiledKernel, _ inputs: [Double]) -> [Double] {
        kernel.values(of: [inputs])
    }

    @Test("FDI-37: bands have a width on cheap coins")
    func cheapCoins() {
        let closes = [0.00000123, 0.00000125, 0.00000122, 0.00000126, 0.00000124]
        let deviation = values(.standardDeviation(period: 5), closes)[4]
        let mean = values(.simpleMovingAverage(period: 5), closes)[4]
        #expect(agree([deviation], [1.4142135623731e-8]))
        let bands = [mean + 2 * deviation, mean, mean - 2 * deviation]
        #expect(agree(bands, [1.26828427124746e-6, 1.24e-6, 1.21171572875254e-6]))
    }

    @Test("FDI-39: a huge print leaves no trace once it has left the window")
    func hugePrint() {
        let closes = [8_000_000_000.0, 0.5, 0.25, 0.75, 0.5, 1.0, 0.25, 0.5]
        let deviations = values(.standardDeviation(period: 5), closes)[4...]
        let expected = [3199999999.8, 0.254950975679639, 0.291547594742265, 0.254950975679639]
        #expect(agree(Array(deviations), expected))
        let means = values(.simpleMovingAverage(period: 5), closes)[4...]
        #expect(agree(Array(means), [1600000000.4, 0.6, 0.55, 0.6]))
        let weighted = values(.weightedMovingAverage(period: 5), closes)[5...]
        #expect(agree(Array(weighted), [10.25 / 15, 8.5 / 15, 8.25 / 15]))
    }

    @Test("FDI-39: a constant has no deviation, and zeros after a jump none either")
    func noDeviation() {
        let flat = values(.standardDeviation(period: 5), Array(repeating: 48_211.7, count: 12))
        #expect(flat[4...].allSatisfy { $0 == 0 })
        let zeros = [5, 3e-8] + [Double](repeating: 0, count: 8)
        #expect(values(.standardDeviation(period: 5), zeros)[6...].allSatisfy { $0 == 0 })
        #expect(values(.simpleMovingAverage(period: 5), zeros)[6...].allSatisfy { $0 == 0 })
        #expect(values(.weightedMovingAverage(period: 5), zeros)[6...].allSatisfy { $0 == 0 })
    }

    @Test("FDI-49: one missing close does not end the series")
    func missingClose() {
        let closes = [10, 11, 10.5, unknown, 13, 12, 12.5, 14]
        let (head, gap) = ([unknown, unknown], [unknown, unknown, unknown])
        let mean = values(.simpleMovingAverage(period: 3), closes)
        #expect(agree(mean, head + [10.5] + gap + [12.5, 12.8333333333333]))
        let weighted = values(.weightedMovingAverage(period: 3), closes)
        #expect(
            agree(
                weighted, head + [10.5833333333333] + gap + [12.4166666666667, 13.1666666666667]))
        let average = values(.exponentialMovingAverage(period: 3), closes)
        #expect(agree(average, head + [10.5, unknown, 11.75, 11.875, 12.1875, 13.09375]))
        let index = values(.relativeStrengthIndex(period: 3), closes)
        let known = [87.5, 63.6363636363636, 69.811320754717, 82.8877005347594]
        #expect(agree(index, head + head + known))
    }

    @Test("FDI-51: the index of a long history, however it is fed")
    func longHistory() {
        let closes = [
            0.5, 0.6, 0.8, 0.7, 0.7, 0.9, 1.0, 0.9, 0.8, 0.8, 0.7, 0.6, 0.7, 0.9, 1.1, 1.0, 0.9,
            0.9, 0.8, 0.7, 0.6, 0.6, 0.7, 0.8, 0.7, 0.9, 0.6, 0.7, 0.8, 0.7, 0.9,
        ]
        let count = 26
        let index = values(.relativeStrengthIndex(period: 14), Array(closes.prefix(count)))
        #expect(agree([index[14]], [68.75]))
        for cut in 1..<count {
            var run = KernelRun(.relativeStrengthIndex(period: 14))
            let anchors = [UInt8](repeating: 0, count: count)
            let first: [[Double]] = run.run([closes], anchors: anchors, rows: 0..<cut)
            let second: [[Double]] = run.run([closes], anchors: anchors, rows: cut..<count)
            #expect(bits(first[0] + second[0]) == bits(index))
        }
    }

    @Test("FDI-65: a negative base follows the formula, a zero base is unknown")
    func negativePrices() {
        let closes = [21.4, -18.6, 9.3, 12.5, 0.0, 2.5]
        let expected = [
            unknown, -186.915887850467, -150, 34.4086021505376, -100, unknown,
        ]
        #expect(agree(values(.rateOfChange(period: 1), closes), expected))
    }

    @Test("FDI-67: infinity is unknown, and finite input never becomes infinite")
    func infinity() {
        let closes = [10, 11, .infinity, 12, 13, -.infinity, unknown, unknown, unknown, 14]
        let known = closes.filter(\.isFinite)
        let skipped = values(.exponentialMovingAverage(period: 3), closes).filter { !$0.isNaN }
        #expect(skipped == Array(values(.exponentialMovingAverage(period: 3), known)[2...]))
        #expect(values(.simpleMovingAverage(period: 3), closes).allSatisfy { $0.isNaN })
        let deviation = values(.standardDeviation(period: 3), [1e200, 2e200, 3e200])[2]
        #expect(deviation.isNaN || agree([deviation], [8.16496580927726e+199]))
        let overZero = CompiledKernel.quotient.values(of: [[1, 0, -1], [0, 0, 0]])
        #expect(overZero.allSatisfy { $0.isNaN })
        let overInfinity = CompiledKernel.quotient.values(of: [[1], [.infinity]])
        #expect(overInfinity.allSatisfy { $0.isNaN })
    }
}
