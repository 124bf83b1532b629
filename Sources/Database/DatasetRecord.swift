/// A data set that was imported as a whole.
public struct DatasetRecord: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Where the bars came from.
    public let origin: String
    /// The licence of the bars.
    public let licence: String
    /// How the instruments were chosen: `hindsight`, `index`, `pointInTime` or `unknown`.
    public let selection: String
    /// The calendars, joined by commas.
    public let calendar: String
    /// The price bases, joined by commas.
    public let priceBasis: String
    /// The digest of the metadata file.
    public let metadataDigest: String

    /// A record from its parts.
    public init(
        name: String, origin: String, licence: String, selection: String, calendar: String,
        priceBasis: String, metadataDigest: String
    ) {
        (self.name, self.origin, self.licence) = (name, origin, licence)
        (self.selection, self.calendar) = (selection, calendar)
        (self.priceBasis, self.metadataDigest) = (priceBasis, metadataDigest)
    }
}
