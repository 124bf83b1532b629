import Analysis
import Digests
import Signals

/// What makes two runs the same run.
enum RunIdentity {
    /// The digest of plan, settings and data; the clock has no part in it.
    static func digest(
        _ plan: Plan, _ settings: RunSettings, _ passport: DataPassport, symbol: String
    ) -> Digest {
        let parts =
            [
                plan.fingerprint.description, symbol, passport.firstSession, passport.lastSession,
                settings.adjusted.rawValue, "\(settings.cash)", settings.size,
                "\(settings.wholeShares)", settings.commission, "\(settings.slippage)",
                settings.fill, settings.preset ?? "",
            ] + passport.dataDigests
        let measures = [
            settings.benchmark.map { "benchmark \($0)" },
            settings.riskFree == 0 ? nil : "risk-free \(settings.riskFree)",
            settings.convention == MetricConvention.finstage.rawValue
                ? nil : "convention \(settings.convention)",
        ].compactMap(\.self)
        return Digest(of: (parts + measures).joined(separator: "\n"))
    }

    /// The digest of all data behind a run.
    static func digest(of passports: [DataPassport]) -> Digest {
        Digest(of: passports.flatMap(\.dataDigests).joined(separator: "\n"))
    }
}

extension DataPassport {
    /// The digests of the series and actions behind a run, by the symbol they belong to: those of
    /// the instrument first, then of what its rule reads and of the benchmark.
    public func digests(symbol: String) -> [(symbol: String, digests: [String])] {
        [(symbol, [seriesDigest, actionsDigest])]
            + (reads + [benchmark].compactMap(\.self)).map {
                ($0.symbol, [$0.seriesDigest, $0.actionsDigest])
            }
    }

    /// The digests of all data that a run saw: its own series and actions first.
    public var dataDigests: [String] {
        [seriesDigest, actionsDigest]
            + (reads + [benchmark].compactMap(\.self)).flatMap {
                [$0.seriesDigest, $0.actionsDigest]
            }
    }
}
