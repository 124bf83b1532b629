import Kernels
public import Oracle

/// An indicator, also one that is made of several kernels, beside the definition that it has to
/// meet.
public struct IndicatorSubject: Sendable {
    /// What computes.
    public let implementation: IndicatorImplementation
    /// What it should compute.
    public let meaning: ReferenceName.Meaning
    private let kernels: [String]

    /// An indicator and its definition.
    ///
    /// - Parameters:
    ///   - implementation: what computes.
    ///   - meaning: what it should compute: a definition, its parameters and its outputs.
    ///   - kernels: the names of the kernels that it is made of.
    public init(
        _ implementation: IndicatorImplementation, _ meaning: ReferenceName.Meaning,
        kernels: [String]
    ) {
        (self.implementation, self.meaning, self.kernels) = (implementation, meaning, kernels)
    }

    /// Compares the indicator with its definition over one market.
    ///
    /// - Parameter market: the columns.
    /// - Returns: one difference an output; beyond the tolerance is what lies further from the
    ///   definition than eight units in the last place of the stated magnitude, or what the market
    ///   allows. None where the market does not determine the output.
    /// - Throws: `DefinitionError` where the definition does not take the parameters.
    public func differences(over market: HostileMarket) throws(DefinitionError)
        -> [OutputDifference]
    {
        guard (kernels + [meaning.definition.name]).allSatisfy(market.determines) else { return [] }
        let columns = try Self.columns(of: market)
        let read = meaning.inputs.map { columns[$0] ?? [] }
        let exact = try meaning.definition.outputs(of: read, meaning.arguments)
        let outputs = implementation.compute(implementation.inputs.map { columns[$0] ?? [] })
        let units = market.allowedUnits(lookback: implementation.lookbacks.max() ?? 0)
        var differences: [OutputDifference] = []
        for (place, index) in meaning.outputs.enumerated() {
            let scale = try meaning.definition.magnitudes(
                of: exact[index], from: read, meaning.arguments)
            let expected = exact[index].rounded
            var difference = OutputDifference(output: implementation.outputs[place])
            for bar in expected.indices {
                difference.add(
                    outputs[place][bar], expected: expected[bar], at: bar,
                    tolerance: units * Double.ulpOfOne * scale[bar])
            }
            differences.append(difference)
        }
        return differences
    }

    /// The columns of a market as bars have them: a session has always begun, and the period of an
    /// average is the length of the streak of closes, as in the catalogue.
    private static func columns(
        of market: HostileMarket
    ) throws(DefinitionError) -> [DefinitionInput: [Double]] {
        var columns = market.columns
        for input in [DefinitionInput.session, .month] {
            var last = 0.0
            columns[input] = columns[input]?.map { value in
                last = value.isNaN ? last : value
                return last
            }
        }
        let streak = try DefinitionCatalog.definition(named: "streak")
            .outputs(of: [columns[.close] ?? []])
        columns[.period] = streak[0].rounded.map(\.magnitude)
        return columns
    }
}
