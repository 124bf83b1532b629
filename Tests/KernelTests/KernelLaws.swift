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
            let alone = kernel.outputs(
                of: series[lane], anchors: KernelFixture.anchors(ofLane: lane))
            for (output, values) in zip(together, alone) {
                #expect(bits(output.map { $0[lane] }) == bits(values), "lane \(lane)")
            }
        }
    }

    @Test("blocks of any size give the same bits", arguments: KernelFixture.identities)
    func blocksAgree(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let columns = KernelFixture.hostile(kernel.inputCount)
        let anchors = HostileSeries.anchors
        let whole = bits(kernel.outputs(of: columns, anchors: anchors))
        for size in Self.sizes {
            var run = KernelRun(kernel)
            var parts = [[Double]](repeating: [], count: kernel.outputCount)
            for rows in KernelFixture.blocks(of: size, count: HostileSeries.count) {
                let block: [[Double]] = run.run(columns, anchors: anchors, rows: rows)
                for index in parts.indices { parts[index] += block[index] }
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
            var parts = [[Lanes]](repeating: [], count: kernel.outputCount)
            for rows in KernelFixture.blocks(of: size, count: HostileSeries.count) {
                let block: [[Lanes]] = run.run(columns, anchors: anchors, rows: rows)
                for index in parts.indices { parts[index] += block[index] }
            }
            results.append(bits(parts.joined().flatMap { lanes in (0..<8).map { lanes[$0] } }))
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }

    @Test("bar by bar has the bits of the columns", arguments: KernelFixture.identities)
    func stepsEqualColumns(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let columns = KernelFixture.hostile(kernel.inputCount)
        var run = KernelRun(kernel)
        let steps = (0..<HostileSeries.count).map { row in
            run.step(columns.map { $0[row] }, anchors: HostileSeries.anchors[row])
        }
        let whole = kernel.outputs(of: columns, anchors: HostileSeries.anchors)
        for index in whole.indices {
            #expect(bits(steps.map { $0[index] }) == bits(whole[index]), "output \(index)")
        }
    }

    @Test(
        "a poisoned future moves no bit of the past", arguments: KernelFixture.identities,
        [Double.nan, .infinity])
    func poisonedFuture(identity: String, poison: Double) {
        let kernel = KernelFixture.kernel(identity)
        let columns = KernelFixture.hostile(kernel.inputCount)
        let honest = kernel.outputs(of: columns, anchors: HostileSeries.anchors)
        for cut in [1, 150, 400, 777] {
            let poisoned = columns.map { column in
                column[..<cut] + Array(repeating: poison, count: column.count - cut)
            }
            let seen = kernel.outputs(
                of: poisoned.map(Array.init), anchors: HostileSeries.anchors)
            for (values, honest) in zip(seen, honest) {
                #expect(bits(values.prefix(cut)) == bits(honest.prefix(cut)), "cut \(cut)")
            }
        }
    }

    /// Kernels whose domain has no prices in it.
    private static let bounded: Set<String> = ["arc-cosine()", "arc-sine()"]

    @Test(
        "is known exactly from its lookback on",
        arguments: KernelFixture.identities.filter { !bounded.contains($0) })
    func lookbackIsExact(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        let outputs = kernel.outputs(of: KernelFixture.calm(kernel))
        #expect(outputs.count == kernel.outputCount)
        for (index, values) in outputs.enumerated() {
            let lookback = kernel.lookback(ofOutput: index)
            #expect(values.firstIndex { $0.isFinite } == lookback, "output \(index)")
            #expect(values[lookback...].allSatisfy { $0.isFinite }, "output \(index)")
        }
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
            let outputs = kernel.outputs(of: columns).joined()
            #expect(outputs.allSatisfy { $0.isFinite || $0.isNaN })
        }
        let calm = KernelFixture.calm(kernel, count: 1_200)
        for healed in kernel.outputs(of: zip(wild, calm).map { $0 + $1 })
        where !Self.bounded.contains(identity) {
            #expect(healed[1_500...].allSatisfy { $0.isFinite }, "what overflows leaves no trace")
        }
    }
}
