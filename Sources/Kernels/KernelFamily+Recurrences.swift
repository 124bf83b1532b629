extension KernelFamily {
    static let mesaAdaptiveAverage = Self(
        MesaAdaptiveAverage.name, [.mesaAdaptiveAverage(fastLimit: 0.5, slowLimit: 0.05)]
    ) { parameters in
        guard parameters.are("fastLimit", "slowLimit"),
            let fast = parameters.weight("fastLimit"), let slow = parameters.weight("slowLimit")
        else { return nil }
        return .mesaAdaptiveAverage(fastLimit: fast, slowLimit: slow)
    }

    static let superTrend = Self(
        SuperTrend.name, [.superTrend(factor: 3), .superTrend(factor: 0.5)]
    ) { parameters in
        guard parameters.are("factor"), let factor = parameters.values["factor"], factor >= 0
        else { return nil }
        return .superTrend(factor: factor)
    }

    static let parabolicStop = Self(
        ParabolicStop.name,
        [
            .parabolicStop(step: 0.02, maximum: 0.2),
            .parabolicStop(
                start: 0, offset: 0.01, long: (0.02, 0.03, 0.25), short: (0.01, 0.02, 0.15)),
        ]
    ) { parameters in
        let names = [
            "start", "offset", "longFirst", "longStep", "longMaximum", "shortFirst", "shortStep",
            "shortMaximum",
        ]
        let values = names.compactMap { parameters.values[$0] }
        guard values.count == names.count, parameters.values.count == names.count,
            values.dropFirst().allSatisfy({ $0 >= 0 })
        else { return nil }
        return .parabolicStop(
            start: values[0], offset: values[1], long: (values[2], values[3], values[4]),
            short: (values[5], values[6], values[7]))
    }
}
