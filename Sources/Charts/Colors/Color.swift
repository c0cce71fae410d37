/// A colour of the screen with its opacity.
package struct Color: Equatable, Hashable, Sendable {
    package var red, green, blue: UInt8
    package var alpha: Double

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, alpha: Double = 1) {
        (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
    }

    /// Parts from 0 to 1, cut to that range.
    package init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        func byte(_ part: Double) -> UInt8 {
            part.isNaN ? 0 : UInt8((min(max(part, 0), 1) * 255).rounded())
        }
        self.init(byte(red), byte(green), byte(blue), alpha: alpha.isNaN ? 1 : alpha)
    }

    package static let black = Color(0, 0, 0)
    package static let white = Color(255, 255, 255)
    /// The grey of grid lines.
    package static let grid = Color(0xB0, 0xB0, 0xB0)

    /// The grey of a legend's frame.
    package static let frame = Color(0xCC, 0xCC, 0xCC)

    package func withAlpha(_ alpha: Double?) -> Color {
        var color = self
        if let alpha { color.alpha = min(max(alpha.isNaN ? 1 : alpha, 0), 1) }
        return color
    }

    /// `#1f77b4`, without the opacity.
    package var hex: String { "#" + [red, green, blue].map(Self.digits).joined() }

    private static func digits(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
    }

    /// How bright the eye finds it, from 0 to 1, as WCAG counts.
    package var luminance: Double {
        func linear(_ byte: UInt8) -> Double {
            // A square is near enough to sRGB's curve to compare contrasts.
            let part = Double(byte) / 255
            return part * part
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// A lighter colour of the same hue, for a dark page.
    package var lightened: Color {
        func lift(_ byte: UInt8) -> UInt8 { UInt8(255 - Int(255 - byte) * 11 / 20) }
        return Color(lift(red), lift(green), lift(blue), alpha: alpha)
    }
}
