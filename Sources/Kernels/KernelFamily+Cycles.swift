extension KernelFamily {
    /// The kernels of cycles, and of candles made of averages.
    static let cycles: [KernelFamily] = [
        Self(.dominantCycle), Self(.heikinAshi), Self(.hilbertTransform),
    ]
}
