extension KernelFamily {
    /// The kernels that are one elementary function.
    static let functions: [KernelFamily] = [
        Self(.arcCosine), Self(.arcSine), Self(.arcTangent), Self(.ceiling),
        Self(.commonLogarithm), Self(.cosine), Self(.exponential), Self(.floor),
        Self(.hyperbolicCosine), Self(.hyperbolicSine), Self(.hyperbolicTangent), Self(.sine),
        Self(.tangent),
    ]
}
