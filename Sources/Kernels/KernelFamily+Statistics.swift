extension KernelFamily {
    /// The kernels of windows of statistics.
    static let statistics: [KernelFamily] = [
        coMovement, linearRegression, rollingQuantile, rollingShape,
    ]

    static let coMovement = Self(CoMovement.name, counts: [1, 5, 30, 200]) {
        .coMovement(period: $0)
    }
    static let linearRegression = Self(
        LinearRegression.name,
        [2, 14, 50, 200].map { CompiledKernel.linearRegression(period: $0) }
    ) { parameters in
        guard parameters.are("period"), let period = parameters.count("period", least: 2) else {
            return nil
        }
        return .linearRegression(period: period)
    }
    static let rollingShape = Self(RollingShape.name, counts: [2, 5, 20, 200]) {
        .rollingShape(period: $0)
    }
    static let rollingQuantile = Self(
        RollingQuantile.name,
        [
            .rollingQuantile(period: 1, quantile: 0.5), .rollingQuantile(period: 4, quantile: 0.5),
            .rollingQuantile(period: 20, quantile: 0.9),
            .rollingQuantile(period: 51, quantile: 0.05),
        ]
    ) { parameters in
        guard parameters.are("period", "quantile"), let period = parameters.count("period"),
            let quantile = parameters.values["quantile"], (0...1).contains(quantile)
        else { return nil }
        return .rollingQuantile(period: period, quantile: quantile)
    }
}
