/// The room that text takes in a terminal.
public enum DisplayWidth {
    /// The columns of a text: two for an East-Asian wide character or an emoji, none for a mark
    /// that joins the character before it.
    public static func columns(of text: String) -> Int {
        text.reduce(0) { sum, character in
            sum + (character.unicodeScalars.map(columns).max() ?? 0)
        }
    }

    /// The text with spaces up to a width; longer text stays whole.
    public static func padded(_ text: String, to width: Int, isRightAligned: Bool) -> String {
        let room = String(repeating: " ", count: max(0, width - columns(of: text)))
        return isRightAligned ? room + text : text + room
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The ranges of East Asian Width W and F (Unicode Annex 11), joined where only unassigned
    /// characters lie between.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
        0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
        0x20000...0x3FFFD,
    ]
}
