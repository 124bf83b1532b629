/// The values of stop and target at each bar's decision, where the rules take them.
public struct LevelValues: Sendable {
    /// The stop's distance or price; nil where the rules take none.
    public var stops: [Double]?
    /// The target's distance or price; nil where the rules take none.
    public var targets: [Double]?

    /// Values, one a bar.
    public init(stops: [Double]? = nil, targets: [Double]? = nil) {
        (self.stops, self.targets) = (stops, targets)
    }

    /// The stop's value at a bar; NaN without one.
    func stop(_ bar: Int) -> Double { stops?[bar] ?? .nan }

    /// The target's value at a bar; NaN without one.
    func target(_ bar: Int) -> Double { targets?[bar] ?? .nan }
}
