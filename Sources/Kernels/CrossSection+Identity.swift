extension CrossSection {
    /// Name and parameters in canonical form, as of a kernel: `winsorize(lower=0.05,upper=0.95)`.
    public var identity: String {
        switch self {
        case .winsorize(let lower, let upper): "winsorize(lower=\(lower),upper=\(upper))"
        default: "\(name)()"
        }
    }

    /// The name without the parameters.
    public var name: String {
        switch self {
        case .rank: "rank"
        case .percentile: "percentile"
        case .zScore: "cross-zscore"
        case .demean: "demean"
        case .mean: "cross-mean"
        case .share: "share"
        case .placeFromTop: "place-from-top"
        case .winsorize: "winsorize"
        }
    }

    /// The operation of an identity, exactly as it is written; nil for none.
    public init?(identity: String) {
        let plain: [CrossSection] = [
            .rank, .percentile, .zScore, .demean, .mean, .share, .placeFromTop,
        ]
        if let found = plain.first(where: { $0.identity == identity }) {
            self = found
            return
        }
        let values = identity.split(whereSeparator: { "=,)".contains($0) }).compactMap {
            Double($0)
        }
        guard values.count == 2, 0 <= values[0], values[0] <= values[1], values[1] <= 1
        else { return nil }
        self = .winsorize(lower: values[0], upper: values[1])
        guard self.identity == identity else { return nil }
    }
}
