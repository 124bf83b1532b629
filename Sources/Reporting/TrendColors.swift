/// The colours of rising and falling prices, of gains and losses.
///
/// All four are told apart with every kind of colour blindness, and a rising candle is hollow.
public enum TrendColors: String, Sendable, Hashable, CaseIterable {
    /// Green rises, vermilion falls.
    case western
    /// Red rises, blue falls.
    case korean

    /// The declarations that replace the colours of a light page.
    var light: String {
        self == .western ? "" : "--positive:#c2182b;--negative:#1257b5;"
    }

    /// The declarations that replace the colours of a dark page.
    var dark: String {
        self == .western ? "" : "--positive:#ff8087;--negative:#74aefc;"
    }
}
