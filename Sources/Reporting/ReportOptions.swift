/// How reports are written; the figures are the same in all.
public struct ReportOptions: Sendable, Hashable {
    /// The language of pages.
    public var language: Language
    /// The colours of gains and losses in pages.
    public var colors: TrendColors
    /// True for comma-separated files that a spreadsheet opens by itself: a byte order mark and
    /// CRLF.
    public var isExcel: Bool
    /// The text of the strategy's source file, to show in its page; nil shows none.
    public var source: String?

    /// Options; the defaults are those of a command without options.
    public init(
        language: Language = .english, colors: TrendColors = .western, isExcel: Bool = false,
        source: String? = nil
    ) {
        (self.language, self.colors) = (language, colors)
        (self.isExcel, self.source) = (isExcel, source)
    }
}
