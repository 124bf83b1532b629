import Charts
import Foundation
import Reporting
import Testing

@Suite("Colours of a page")
struct ContrastTests {
    struct Colour {
        let red: Double
        let green: Double
        let blue: Double

        init?(_ text: Substring) {
            guard text.count == 7, let number = Int(text.dropFirst(), radix: 16) else { return nil }
            (red, green) = (Double(number >> 16), Double(number >> 8 & 255))
            blue = Double(number & 255)
        }

        init(_ first: Colour, _ second: Colour, share: Double) {
            red = first.red * share + second.red * (1 - share)
            green = first.green * share + second.green * (1 - share)
            blue = first.blue * share + second.blue * (1 - share)
        }

        var luminance: Double {
            let parts = [red, green, blue].map { part -> Double in
                let value = part / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }

        func contrast(_ other: Colour) -> Double {
            let pair = [luminance, other.luminance].sorted()
            return (pair[1] + 0.05) / (pair[0] + 0.05)
        }
    }

    /// The custom properties of a theme: those of the charts, then those of the choice of colours.
    static func properties(_ text: String) -> [String: Colour] {
        var result: [String: Colour] = [:]
        for part in text.split(separator: ";") {
            let sides = part.split(separator: ":")
            guard sides.count == 2, let colour = Colour(sides[1]) else { continue }
            result[sides[0].trimmingCharacters(in: .whitespacesAndNewlines)] = colour
        }
        return result
    }

    /// The declarations of each theme within a page, by the order of its style.
    static func themes(_ colors: TrendColors) throws -> [[String: Colour]] {
        let result = try ResultFixture.idle().result()
        let html = RunPage([result], options: ReportOptions(colors: colors)).html
        let light = html.components(separatedBy: ":root{").dropFirst().map {
            String($0.prefix { $0 != "}" })
        }
        let dark = html.components(separatedBy: ":root[data-theme=dark]{").dropFirst().map {
            String($0.prefix { $0 != "}" })
        }
        return [light, dark].map { properties($0.joined(separator: ";")) }
    }

    @Test(
        "have enough contrast for text (WCAG AA 4.5) and for lines (3)",
        arguments: TrendColors.allCases)
    func contrast(colors: TrendColors) throws {
        let themes = try Self.themes(colors)
        #expect(themes.count == 2)
        for theme in themes {
            for ground in ["--paper", "--raised"] {
                let back = try #require(theme[ground])
                for name in ["--ink", "--muted", "--positive", "--negative", "--primary"] {
                    let value = try #require(theme[name]).contrast(back)
                    #expect(value >= 4.5, "\(name) on \(ground): \(value)")
                }
                for tone in Tone.allCases {
                    let value = try #require(theme["--" + tone.rawValue]).contrast(back)
                    #expect(value >= 3, "\(tone) on \(ground): \(value)")
                }
            }
        }
    }

    @Test("keep text readable on the darkest cell of the heatmap", arguments: TrendColors.allCases)
    func heat(colors: TrendColors) throws {
        for theme in try Self.themes(colors) {
            let (ink, paper) = (try #require(theme["--ink"]), try #require(theme["--paper"]))
            for name in ["--positive", "--negative"] {
                let cell = Colour(try #require(theme[name]), paper, share: 0.4)
                let value = cell.contrast(ink)
                #expect(value >= 4.5, "\(name): \(value)")
            }
        }
    }

    @Test("of gains and losses differ in lightness or hue as asked for")
    func trend() throws {
        let western = try Self.themes(.western)[0]
        let korean = try Self.themes(.korean)[0]
        let up = try #require(korean["--positive"])
        #expect(up.red > up.blue)
        let rise = try #require(western["--positive"])
        #expect(rise.green > rise.red)
    }
}
