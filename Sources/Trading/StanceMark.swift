/// What a session looked like before a bar.
public struct StanceMark: Hashable, Sendable {
    let stance: Stance
    let tradeCount: Int
    let rejectionCount: Int
    let scaleInCount: Int
    let scaleOutCount: Int
}
