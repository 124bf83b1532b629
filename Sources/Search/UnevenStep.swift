/// A step that does not lead from the first value to the last, in coefficients of one scale.
struct UnevenStep {
    let first: Int
    let last: Int
    let step: Int

    /// What is wrong, with the nearest step that divides and the ends that this one reaches.
    func remedy(scale: Int, isWhole: Bool) -> String {
        func text(_ coefficient: Int, finer: Int = 0) -> String {
            ExactDecimal(coefficient: coefficient, scale: scale + finer, isWhole: isWhole).text
        }
        // Decimals may take one digit more: 0.25 divides 1 and is near 0.3.
        let finer = isWhole ? 0 : 1
        let factor = finer == 1 ? 10 : 1
        let near = Self.nearestDivisor(of: (last - first) * factor, to: step * factor)
        let below = first + (last - first) / step * step
        let ends = (below > first ? [below, below + step] : [below + step]).map { text($0) }
        return "the step \(text(step)) does not divide \(text(last - first)), the way from "
            + "\(text(first)) to \(text(last)); the nearest step that does is "
            + "\(text(near, finer: finer)), or end at \(ends.joined(separator: " or "))"
    }

    /// The divisor of a span that lies nearest to a step; of two, the smaller.
    ///
    /// Looks at divisors up to a million and at what they leave; 1 and the span are among them.
    private static func nearestDivisor(of span: Int, to step: Int) -> Int {
        var nearest = span
        func consider(_ divisor: Int) {
            let (distance, best) = (abs(divisor - step), abs(nearest - step))
            if distance < best || (distance == best && divisor < nearest) { nearest = divisor }
        }
        var divisor = 1
        while divisor <= 1_000_000, divisor * divisor <= span {
            if span.isMultiple(of: divisor) {
                consider(divisor)
                consider(span / divisor)
            }
            divisor += 1
        }
        return nearest
    }
}
