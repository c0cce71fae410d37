import Foundation

/// KaTeX's style sheet with the fonts that a page's formulas use, inside the sheet itself.
struct MathStyle {
    private let assets: MathAssets

    init(_ assets: MathAssets) { self.assets = assets }

    /// The style for these formulas; a font that cannot be read is left out, and the browser takes another.
    func sheet(for use: MathUse) throws -> String {
        let written = try String(contentsOf: assets.style, encoding: .utf8)
        let faces = MathFont.used(in: use.markup).compactMap(face)
        return faces.joined() + Self.withoutFontFaces(written)
    }

    private func face(_ font: MathFont) -> String? {
        let file = assets.fonts.appendingPathComponent("KaTeX_\(font.family)-\(font.cut).woff2")
        guard let data = try? Data(contentsOf: file) else { return nil }
        let source = "url(data:font/woff2;base64,\(data.base64EncodedString()))format('woff2')"
        return "@font-face{font-family:KaTeX_\(font.family);src:\(source);"
            + "font-weight:\(font.cut.contains("Bold") ? 700 : 400);"
            + "font-style:\(font.cut.contains("Italic") ? "italic" : "normal")}"
    }

    private static func withoutFontFaces(_ css: String) -> String {
        var result = ""
        var rest = Substring(css)
        while let start = rest.firstRange(of: "@font-face") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...].drop { $0 != "}" }.dropFirst()
        }
        return result + rest
    }
}
