import Kernels
import Testing

/// What every kernel must satisfy, stated once. A kernel added to the catalogue is tested.
@Suite("Laws of every kernel")
struct KernelLaws {
    private static let sizes = [1, 2, 3, 5, 7, 13, 100, HostileSeries.count]

    @Test(
        "lane k of eight has the bits of its instrument alone",
        arguments: KernelFixture.identities)
    func lanesEqualScalar(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let series = (0..<8).map { KernelFixture.hostile(kernel.inputCount, lane: $0) }
        var run = KernelRun(kernel, isLaned: true)
        let together = run.run(
            KernelFixture.interleaved(series), anchors: KernelFixture.laneAnchors,
            rows: 0..<HostileSeries.count)
        for lane in 0..<8 {
            let alone = kernel.values(
                of: series[lane], anchors: KernelFixture.anchors(ofLane: lane))
            #expect(bits(together.map { $0[lane] }) == bits(alone), "lane \(lane)")
        }
    }

    @Test("blocks of any size give the same bits", arguments: KernelFixture.identities)
    func blocksAgree(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let columns = KernelFixture.hostile(kernel.inputCount)
        let anchors = HostileSeries.anchors
        let whole = bits(kernel.values(of: columns, anchors: anchors))
        for size in Self.sizes {
            var run = KernelRun(kernel)
            var parts: [Double] = []
            for rows in KernelFixture.blocks(of: size, count: HostileSeries.count) {
                parts += run.run(columns, anchors: anchors, rows: rows)
            }
            #expect(bits(parts) == whole, "blocks of \(size)")
        }
    }

    @Test("laned blocks of any size give the same bits", arguments: KernelFixture.identities)
    func lanedBlocksAgree(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let lanes = (0..<8).map { KernelFixture.hostile(kernel.inputCount, lane: $0) }
        let (columns, anchors) = (KernelFixture.interleaved(lanes), KernelFixture.laneAnchors)
        var results: [[UInt64]] = []
        for size in Self.sizes {
            var run = KernelRun(kernel, isLaned: true)
            var parts: [Lanes] = []
            for rows in KernelFixture.blocks(of: size, count: HostileSeries.count) {
                parts += run.run(columns, anchors: anchors, rows: rows)
            }
            results.append(bits(parts.flatMap { lanes in (0..<8).map { lanes[$0] } }))
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }

    @Test("bar by bar has the bits of the columns", arguments: KernelFixture.identities)
    func stepsEqualColumns(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let columns = KernelFixture.hostile(kernel.inputCount)
        var run = KernelRun(kernel)
        let steps = (0..<HostileSeries.count).map { row in
            let (first, last) = (columns[0][row], columns[kernel.inputCount - 1][row])
            let second = kernel.inputCount > 1 ? columns[1][row] : first
            let anchors = HostileSeries.anchors[row]
            return run.step(Inputs(first, second, last, anchors: anchors))
        }
        #expect(bits(steps) == bits(kernel.values(of: columns, anchors: HostileSeries.anchors)))
    }

    @Test(
        "a poisoned future moves no bit of the past", arguments: KernelFixture.identities,
        [Double.nan, .infinity])
    func poisonedFuture(identity: String, poison: Double) {
        let kernel = KernelFixture.kernel(identity)
        let columns = KernelFixture.hostile(kernel.inputCount)
        let honest = kernel.values(of: columns, anchors: HostileSeries.anchors)
        for cut in [1, 150, 400, 777] {
            let poisoned = columns.map { column in
                column[..<cut] + Array(repeating: poison, count: column.count - cut)
            }
            let values = kernel.values(
                of: poisoned.map(Array.init), anchors: HostileSeries.anchors)
            #expect(bits(values.prefix(cut)) == bits(honest.prefix(cut)), "cut \(cut)")
        }
    }

    @Test("is known exactly from its lookback on", arguments: KernelFixture.identities)
    func lookbackIsExact(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let values = kernel.values(of: KernelFixture.calm(kernel.inputCount))
        #expect(values.firstIndex { $0.isFinite } == kernel.lookback)
        #expect(values[kernel.lookback...].allSatisfy { $0.isFinite })
    }

    @Test("finite input gives finite or unknown output", arguments: KernelFixture.identities)
    func staysFinite(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let extremes: [Double] = [
            1e200, 2e200, 3e200, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1, 0,
            .leastNonzeroMagnitude, -1e308, 1e308, 0x1p1000, 0x1.fp999, -0x1.fp999, 0, 0,
            0x1.8p1022,
        ]
        let wild = (0..<kernel.inputCount).map { input in
            (0..<600).map { extremes[($0 * (input + 1) + $0 / 16) % extremes.count] }
        }
        let hostile = KernelFixture.hostile(kernel.inputCount)
        for columns in [wild, hostile] {
            #expect(kernel.values(of: columns).allSatisfy { $0.isFinite || $0.isNaN })
        }
        let calm = KernelFixture.calm(kernel.inputCount, count: 1_200)
        let healed = kernel.values(of: zip(wild, calm).map { $0 + $1 })
        #expect(healed[1_500...].allSatisfy { $0.isFinite }, "what overflows leaves no trace")
    }
}
