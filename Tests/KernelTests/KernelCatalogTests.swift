import Digests
import Foundation
import Kernels
import Testing

@Suite("Kernel catalogue")
struct KernelCatalogTests {
    @Test(
        "every kernel is rebuilt from its identity", arguments: KernelCatalog.all.map(\.identity))
    func roundTrip(identity: String) throws {
        let kernel = try #require(CompiledKernel(identity: identity))
        #expect(kernel.identity == identity)
        #expect(KernelCatalog.all.contains(kernel))
        #expect((1...5).contains(kernel.inputCount) && (1...4).contains(kernel.outputCount))
    }

    @Test("identities name the parameters in their shortest exact form")
    func identities() {
        #expect(
            CompiledKernel.simpleMovingAverage(period: 20).identity
                == "simple-moving-average(period=20)")
        #expect(
            CompiledKernel.wilderMovingAverage(period: 10).identity
                == "exponential-moving-average(period=10,weight=0.1,delay=0)")
        #expect(Set(KernelFixture.identities).count == KernelFixture.identities.count)
        #expect(KernelCatalog.names == KernelCatalog.names.sorted())
    }

    @Test(
        "text that names no kernel is refused",
        arguments: [
            "", "sum", "sum(", "sum(period=2)", "simple-moving-average()", "lag(count=0)",
            "simple-moving-average(period=0)", "simple-moving-average(period=2.5)",
            "simple-moving-average(period=20,period=20)", "simple-moving-average(period=020)",
            "simple-moving-average(period=1e300)", "simple-moving-average(period=nan)",
            "simple-moving-average(period=20,extra=1)", "no-such-kernel(period=2)",
            "exponential-moving-average(period=20,weight=2.0,delay=0)",
            "rolling-maximum(period=5,sign=0)", "lag(count=99999999999)",
        ])
    func refused(identity: String) {
        #expect(KernelCatalog.kernel(identity: identity) == nil)
    }

    @Test("kernels that compute different things have different bits")
    func bitsDiffer() {
        let bits = KernelCatalog.all.map(\.outputBits)
        // Averages over one bar are the same function: only their names differ.
        let distinct = KernelCatalog.all.filter { !$0.identity.contains("period=1,") }
            .filter { !$0.identity.contains("period=1)") }
        #expect(Set(distinct.map(\.outputBits)).count == distinct.count)
        #expect(bits == KernelCatalog.all.map(\.outputBits))
    }

    @Test("the bits are those of every other machine")
    func pinnedDigests() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Golden/kernel-digests.txt")
        let present = KernelCatalog.all
            .map { "\($0.identity) \(Digest(of: $0.outputBits))\n" }.joined()
        if ProcessInfo.processInfo.environment["FINSTAGE_WRITE_GOLDEN"] != nil {
            try present.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == present)
    }

    @Test("a change of any kernel's bits has a line in CHANGELOG.md")
    func announcedDigests() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let digests = try Data(contentsOf: root.appending(path: "Tests/Golden/kernel-digests.txt"))
        let changes = try String(
            contentsOf: root.appending(path: "CHANGELOG.md"), encoding: .utf8)
        let mark = "kernel digests \(Digest(of: Array(digests)).description.prefix(12))"
        #expect(
            changes.contains(mark),
            "say in CHANGELOG.md which kernels give other bits, and end the line by '\(mark)'")
    }

    @Test("the hostile series is hostile")
    func hostileSeries() {
        for column in HostileSeries.columns {
            #expect(column.count == HostileSeries.count)
            #expect(column.contains { $0.isNaN } && column.contains { $0.isInfinite })
            #expect(column.contains { $0.isFinite && $0.magnitude > 1e290 })
            #expect(column.contains { $0 != 0 && $0.magnitude < 1e-290 })
        }
        #expect(HostileSeries.columns[2].contains(0))
    }
}
