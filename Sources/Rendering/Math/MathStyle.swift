import Foundation

/// KaTeX's style sheet, cut to what a page's formulas use, with their glyphs inside the sheet itself.
struct MathStyle {
    private let assets: MathAssets

    init(_ assets: MathAssets) { self.assets = assets }

    /// The style for these formulas; a font that cannot be read is left out, and the browser takes another.
    func sheet(for use: MathUse) throws -> String {
        let written = try String(contentsOf: assets.style, encoding: .utf8)
        let faces = MathFont.used(by: use.classes).compactMap { face($0, for: use) }
        return faces.joined() + Self.rules(of: written, for: use.classes)
    }

    private func face(_ font: MathFont, for use: MathUse) -> String? {
        guard let source = subset(font, for: use) ?? whole(font) else { return nil }
        return "@font-face{font-family:KaTeX_\(font.family);src:\(source);"
            + "font-weight:\(font.cut.contains("Bold") ? 700 : 400);"
            + "font-style:\(font.cut.contains("Italic") ? "italic" : "normal")}"
    }

    private func subset(_ font: MathFont, for use: MathUse) -> String? {
        guard let data = data(font, "ttf"), let whole = TrueTypeFont([UInt8](data)),
            let bytes = FontSubset(of: whole, keeping: use.characters).bytes()
        else { return nil }
        return "url(data:font/ttf;base64,\(Data(bytes).base64EncodedString()))format('truetype')"
    }

    private func whole(_ font: MathFont) -> String? {
        data(font, "woff2").map {
            "url(data:font/woff2;base64,\($0.base64EncodedString()))format('woff2')"
        }
    }

    private func data(_ font: MathFont, _ ending: String) -> Data? {
        try? Data(
            contentsOf: assets.fonts.appendingPathComponent(
                "KaTeX_\(font.family)-\(font.cut).\(ending)"))
    }

    /// The rules whose selectors name only classes that occur.
    private static func rules(of css: String, for classes: Set<String>) -> String {
        var result = ""
        var rest = Substring(css)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let selectors = rest[..<open].split(separator: ",").filter { applies($0, to: classes) }
            if !selectors.isEmpty {
                result += selectors.joined(separator: ",") + rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return result
    }

    private static func applies(_ selector: Substring, to classes: Set<String>) -> Bool {
        guard !selector.hasPrefix("@") else { return false }
        return selector.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
            .allSatisfy { part in
                classes.contains(
                    String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }))
            }
    }
}
