/// What a library that was made of one strategy file hands to the program that opened it.
public final class StrategyExport: Sendable {
    /// The strategy.
    package let type: any Strategy.Type

    private init(_ type: any Strategy.Type) { self.type = type }

    /// The address of an export that is never given up: a library stays open.
    public static func address(of type: any Strategy.Type) -> UnsafeMutableRawPointer {
        Unmanaged.passRetained(StrategyExport(type)).toOpaque()
    }

    /// The strategy behind such an address.
    package static func type(at address: UnsafeMutableRawPointer) -> any Strategy.Type {
        Unmanaged<StrategyExport>.fromOpaque(address).takeUnretainedValue().type
    }
}
