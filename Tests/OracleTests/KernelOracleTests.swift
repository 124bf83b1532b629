import Kernels
import Oracle
import Testing
import Verification

/// Holds every kernel of the catalogue to its definition; none can be forgotten, for each is found
/// by its name.
@Suite("The kernels and the oracle")
struct KernelOracleTests {
    private static let markets = HostileMarket.Kind.allCases.map {
        HostileMarket($0, count: 3_000)
    }

    @Test("every kernel has a definition", arguments: KernelCatalog.all.map(\.identity))
    func isDefined(_ identity: String) throws {
        let kernel = try #require(KernelCatalog.kernel(identity: identity))
        let subject = try KernelSubject(kernel)
        #expect(subject.definition.outputs.count == kernel.outputCount)
        let lookbacks = try subject.definition.lookback(subject.arguments)
        #expect(lookbacks == (0..<kernel.outputCount).map { kernel.lookback(ofOutput: $0) })
    }

    @Test(
        "differ by at most 8 ulp of the kernel's magnitude",
        arguments: KernelCatalog.all.map(\.identity))
    func agrees(_ identity: String) throws {
        let kernel = try #require(KernelCatalog.kernel(identity: identity))
        let subject = try KernelSubject(kernel)
        for market in Self.markets { try check(subject, market) }
        for count in [0, 1, kernel.lookback, kernel.lookback + 1] {
            try check(subject, HostileMarket(.calm, count: count))
        }
    }

    @Test("a million bars of a price of a million that moves by millionths")
    func million() throws {
        var names: Set<String> = []
        for kernel in KernelCatalog.all where kernel.lookback <= 20 && kernel.windowLength == 0 {
            guard names.insert(kernel.name).inserted else { continue }
            try check(KernelSubject(kernel), Self.long)
        }
        #expect(names.count > 10)
    }

    @Test("the last windows of a million such bars")
    func lastWindows() throws {
        var names: Set<String> = []
        for kernel in KernelCatalog.all.reversed()
        where kernel.windowLength > 0 && kernel.kind == .windowed {
            // One sample of each, whose definition sums short windows afresh.
            guard kernel.lookback <= 60, names.insert(kernel.name).inserted else { continue }
            try check(KernelSubject(kernel), Self.long, last: 600)
        }
        #expect(names.count > 15)
    }

    @Test("by definition too, one price alone has no phase, trends, and is its own trend")
    func flatCycle() throws {
        let definition = try DefinitionCatalog.definition(named: "dominant-cycle")
        for price in [0.1, 27_654.3] {
            let outputs = try definition.outputs(of: [[Double](repeating: price, count: 400)])
            for (output, flat) in zip(outputs, [0, price, 1]) {
                #expect(output.rounded[63...].allSatisfy { $0 == flat }, "\(price) \(flat)")
            }
        }
    }

    private static let long = HostileMarket(.fineMoves, count: 1_000_000)

    @Test("long histories of what is kept from bar to bar")
    func longHistories() throws {
        let market = HostileMarket(.calm, count: 20_000)
        for kernel in [
            CompiledKernel.directionalMovement(period: 50), .directionalMovement(period: 200),
            .parabolicStop(step: 0.02, maximum: 0.2), .parabolicStop(step: 0.005, maximum: 0.05),
        ] {
            try check(KernelSubject(kernel), market)
        }
    }

    @Test("one price after falls and rises leaves a quotient of averages as it was")
    func halt() throws {
        let market = HostileMarket(.halt, count: 15_000)
        for kernel in [
            CompiledKernel.relativeStrengthIndex(period: 2), .relativeStrengthIndex(period: 14),
            .momentumOscillator(period: 14), .directionalMovement(period: 2),
            .directionalMovement(period: 14), .plainSumDirectionalIndex(period: 2),
            .plainSumDirectionalIndex(period: 14), .zeroSeededRelativeStrength(period: 14),
        ] {
            let subject = try KernelSubject(kernel)
            try check(subject, market)
            let columns = subject.definition.inputs.compactMap { market.columns[$0] }
            for (output, name) in zip(kernel.outputs(of: columns), kernel.outputNames) {
                // The average of what stays takes its time to be there.
                let stays = output[(kernel.outputCount == 4 && name != "adx" ? 3_750 : 14_000)...]
                #expect(Set(stays.map(\.bitPattern)).count == 1, "\(kernel.identity) \(name)")
                #expect(try #require(stays.first) > 0, "\(kernel.identity) \(name)")
            }
        }
    }

    private func check(
        _ subject: KernelSubject, _ market: HostileMarket, last: Int? = nil
    ) throws {
        for difference in try subject.differences(over: market, last: last) {
            guard let first = difference.first else { continue }
            Issue.record(
                """
                \(subject.kernel.identity) \(difference.output), \(market.name): bar \(first.bar) \
                \(first.value), not \(first.expected)
                """)
        }
    }
}
