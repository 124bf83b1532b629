/// How reports are written; the figures are the same in all.
public struct ReportOptions: Sendable, Hashable {
    /// The language of pages.
    public var language: Language
    /// The colours of gains and losses in pages.
    public var colors: TrendColors
    /// True for comma-separated files that a spreadsheet opens by itself: a byte order mark and
    /// CRLF.
    public var isExcel: Bool

    /// Options; the defaults are those of a command without options.
    public init(
        language: Language = .english, colors: TrendColors = .western, isExcel: Bool = false
    ) {
        (self.language, self.colors, self.isExcel) = (language, colors, isExcel)
    }
}
