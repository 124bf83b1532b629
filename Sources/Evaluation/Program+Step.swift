import Kernels
import MarketData

extension Program {
    /// Walks the instructions of a stage for one bar.
    ///
    /// The arrays arrive as `inout` parameters and become spans at once: an array that is written
    /// through `self` pays a uniqueness check for every value.
    @inline(__always)
    func step(
        _ bar: Bar, stage: Int, anchors: UInt8, memories: [KernelMemory],
        numbers: inout [Double],
        truths: inout [Truth], lags: inout [TruthLag], starts: inout [TruthStart]
    ) {
        let (instructions, kernels, memories) = (instructions.span, kernels.span, memories.span)
        let (order, places) = (order.span, stages[stage])
        var values = numbers.mutableSpan
        var facts = truths.mutableSpan
        for place in places {
            let index = order[place]
            let instruction = instructions[index]
            let (first, second) = (instruction.first, instruction.second)
            switch instruction.opcode {
            case .field(let field): values[index] = bar[field].finite
            case .session: break
            case .constant(let value): values[index] = value
            case .kernel(let kernel):
                let input = Inputs(
                    values[first], values[second], values[instruction.third],
                    values[instruction.fourth], values[instruction.fifth], anchors: anchors)
                values[index] = kernels[kernel].step(input, memories[kernel])
            case .output(let output, let kernel):
                values[index] = memories[Int(kernel)].output(Int(output))
            case .number: values[index] = Double(facts[first], lane: 0)
            case .greater: facts[index] = Truth(values[first], isGreaterThan: values[second])
            case .and: facts[index] = facts[first] && facts[second]
            case .or: facts[index] = facts[first] || facts[second]
            case .not: facts[index] = !facts[first]
            case .lagged(let lag): facts[index] = lags[lag].step(facts[first])
            case .imported: break
            case .begins(let start): facts[index] = starts[start].step(facts[first])
            }
        }
    }
}
