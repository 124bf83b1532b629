import Digests
import Signals

/// What makes two runs the same run.
enum RunIdentity {
    /// The digest of plan, settings and data; the clock has no part in it.
    static func digest(
        _ plan: Plan, _ settings: RunSettings, _ passport: DataPassport, symbol: String
    ) -> Digest {
        let parts = [
            plan.fingerprint.description, symbol, passport.seriesDigest, passport.actionsDigest,
            passport.firstSession, passport.lastSession, settings.adjusted.rawValue,
            "\(settings.cash)", settings.size, "\(settings.wholeShares)", settings.commission,
            "\(settings.slippage)", settings.fill, settings.preset ?? "",
        ]
        return Digest(of: parts.joined(separator: "\n"))
    }
}
