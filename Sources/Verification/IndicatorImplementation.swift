public import Kernels
public import Oracle

/// Something that computes an indicator from columns: a kernel, or several that work together.
public struct IndicatorImplementation: Sendable {
    /// What computes, with its parameters: `simple-moving-average(period=20)`.
    public let identity: String
    /// The columns that it reads, in order.
    public let inputs: [DefinitionInput]
    /// The names of what it gives.
    public let outputs: [String]
    /// The bars that pass before each output is known, when every input is known.
    public let lookbacks: [Int]
    /// From the columns to the outputs.
    public let compute: @Sendable ([[Double]]) -> [[Double]]

    /// An implementation from its parts.
    ///
    /// - Parameters:
    ///   - identity: what computes, with its parameters.
    ///   - inputs: the columns that it reads.
    ///   - outputs: the names of what it gives.
    ///   - lookbacks: the bars before each is known.
    ///   - compute: from columns of one length to as many columns as there are outputs.
    public init(
        _ identity: String, inputs: [DefinitionInput], outputs: [String], lookbacks: [Int],
        compute: @escaping @Sendable ([[Double]]) -> [[Double]]
    ) {
        (self.identity, self.inputs, self.outputs) = (identity, inputs, outputs)
        (self.lookbacks, self.compute) = (lookbacks, compute)
    }

    /// The name without the parameters.
    public var name: String { String(identity.prefix { $0 != "(" }) }

    /// The bars that a series needs for any value at all.
    public var neededBars: Int { (lookbacks.min() ?? 0) + 1 }

    /// A kernel over the bars: its inputs by name, an unnamed one is the close, a second one the
    /// volume. Nil where a kernel reads what bars do not have.
    ///
    /// - Parameter kernel: any kernel.
    public init?(_ kernel: CompiledKernel) {
        let unnamed = ["value": DefinitionInput.close, "first": .close, "second": .volume]
        let inputs = kernel.inputNames.compactMap { name in
            unnamed[name] ?? DefinitionInput(rawValue: name).flatMap { $0.isOfBars ? $0 : nil }
        }
        guard inputs.count == kernel.inputCount else { return nil }
        self.init(
            kernel.identity, inputs: inputs, outputs: kernel.outputNames,
            lookbacks: (0..<kernel.outputCount).map { kernel.lookback(ofOutput: $0) }
        ) { kernel.outputs(of: $0) }
    }

    /// The kernel behind a name of golden files; nil where no single kernel is behind it.
    ///
    /// - Parameter meaning: what the name stands for.
    public init?(_ meaning: ReferenceName.Meaning) {
        let definition = meaning.definition
        let needed = meaning.arguments.filter { name, value in
            definition.parameters.first { $0.name == name }?.standard != value
        }
        let candidates = [meaning.arguments, needed]
        guard
            let kernel = candidates.lazy.compactMap({ parameters in
                KernelCatalog.kernel(named: definition.name, parameters: parameters)
            }).first
        else { return nil }
        let names = meaning.outputs.map { definition.outputs[$0] }
        let places = names.enumerated().map { place, name in
            kernel.outputNames.firstIndex(of: name) ?? place
        }
        let order = kernel.inputNames.map { name in
            definition.inputs.firstIndex { $0.rawValue == name }
        }
        let inputs =
            order.contains(nil)
            ? meaning.inputs : order.compactMap { $0 }.map { meaning.inputs[$0] }
        guard inputs.count == kernel.inputCount, places.allSatisfy({ $0 < kernel.outputCount })
        else { return nil }
        self.init(
            kernel.identity, inputs: inputs, outputs: names,
            lookbacks: places.map { kernel.lookback(ofOutput: $0) }
        ) { columns in
            let all = kernel.outputs(of: columns)
            return places.map { all[$0] }
        }
    }

    /// The definition itself, for what has no kernel.
    ///
    /// - Parameter meaning: what the name stands for.
    /// - Throws: `DefinitionError` where a parameter is unknown or out of range.
    public init(definitionOf meaning: ReferenceName.Meaning) throws(DefinitionError) {
        let (definition, arguments) = (meaning.definition, meaning.arguments)
        let lookbacks = try definition.lookback(arguments)
        let values = definition.parameters.compactMap { parameter in
            let value = arguments[parameter.name] ?? parameter.standard
            return value.isNaN ? nil : "\(parameter.name)=\(parameter.text(of: value))"
        }
        self.init(
            "the definition of \(definition.name)(\(values.joined(separator: ",")))",
            inputs: meaning.inputs, outputs: meaning.outputs.map { definition.outputs[$0] },
            lookbacks: meaning.outputs.map { lookbacks[$0] }
        ) { columns in
            let all = (try? definition.outputs(of: columns, arguments)) ?? []
            return meaning.outputs.compactMap { $0 < all.count ? all[$0].rounded : nil }
        }
    }

    /// The same over bars, which have no column of periods: the length of the streak of closes
    /// takes its place, as in the catalogue.
    ///
    /// - Returns: itself where it reads no periods.
    /// - Throws: `DefinitionError` where streaks are not defined.
    public func readingStreaks() throws(DefinitionError) -> IndicatorImplementation {
        guard let place = inputs.firstIndex(of: .period), let close = inputs.firstIndex(of: .close)
        else { return self }
        let streak = try DefinitionCatalog.definition(named: "streak")
        return IndicatorImplementation(
            identity, inputs: inputs.filter { $0 != .period }, outputs: outputs,
            lookbacks: lookbacks
        ) { columns in
            let closes = columns[close > place ? close - 1 : close]
            let lengths = (try? streak.outputs(of: [closes]))?[0].rounded.map(\.magnitude)
            var read = columns
            read.insert(lengths ?? closes.map { _ in .nan }, at: place)
            return compute(read)
        }
    }
}
