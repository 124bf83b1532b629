public import Kernels

/// Holds kernels against their definitions on hostile markets.
public struct OracleVerification {
    private let markets: [HostileMarket]

    /// - Parameter count: the bars of each market, ≥ 0.
    public init(count: Int) {
        markets = HostileMarket.Kind.allCases.map { HostileMarket($0, count: count) }
    }

    /// Compares one kernel on every market.
    ///
    /// - Parameter kernel: any kernel.
    /// - Returns: the largest differences, and the first bar beyond eight units in the last place
    ///   of the kernel's magnitude.
    public func verify(_ kernel: CompiledKernel) -> VerificationResult {
        var result = VerificationResult(kernel.identity, against: "definition")
        do {
            let subject = try KernelSubject(kernel)
            for market in markets {
                result.add(try subject.differences(over: market), in: market.name)
            }
        } catch {
            result.add(fault: error.description)
        }
        return result
    }

    /// Compares an indicator, also one that is made of several kernels, on every market.
    ///
    /// - Parameter subject: the indicator and its definition.
    /// - Returns: as for a kernel.
    public func verify(_ subject: IndicatorSubject) -> VerificationResult {
        var result = VerificationResult(subject.implementation.identity, against: "definition")
        do {
            for market in markets {
                result.add(try subject.differences(over: market), in: market.name)
            }
        } catch {
            result.add(fault: error.description)
        }
        return result
    }

    /// Compares a cross-section on every market.
    ///
    /// - Parameters:
    ///   - subject: the operation.
    ///   - identity: its name with its parameters.
    /// - Returns: as for a kernel.
    public func verify(_ subject: CrossSectionSubject, as identity: String) -> VerificationResult {
        var result = VerificationResult(identity, against: "definition")
        for market in markets {
            result.add(subject.differences(over: market), in: market.name)
        }
        return result
    }
}
