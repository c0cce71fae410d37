/// The `style` attributes that a note may write: looks, never placement over the page.
enum AllowedCSS {
    private static let properties: Set<String> = [
        "background-color", "border", "border-collapse", "color", "float", "font-family",
        "font-size",
        "font-style", "font-weight", "height", "line-height", "max-width", "text-align",
        "text-decoration", "vertical-align", "white-space", "width",
    ]

    private static let drawingProperties: Set<String> = [
        "color", "fill", "fill-opacity", "font-family", "font-size", "font-style", "font-weight",
        "image-rendering", "opacity",
        "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity", "stroke-width", "text-anchor",
    ]

    /// The declarations that are allowed, in their order; nil when none is left.
    static func declarations(_ style: String) -> String? { declarations(style, of: properties) }

    /// The same for an element of a drawing.
    static func drawing(_ style: String) -> String? { declarations(style, of: drawingProperties) }

    private static func declarations(_ style: String, of properties: Set<String>) -> String? {
        let kept = style.split(separator: ";").compactMap {
            declaration(String($0), of: properties)
        }
        return kept.isEmpty ? nil : kept.joined(separator: "; ")
    }

    private static func declaration(_ text: String, of properties: Set<String>) -> String? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon].filter { !$0.isWhitespace }.lowercased()
        let value = String(text[text.index(after: colon)...]).trimmed.lowercased()
        let property = name == "background" && isColour(value) ? "background-color" : name
        guard properties.contains(property), isPlain(value) else { return nil }
        return "\(property): \(value)"
    }

    private static func isColour(_ value: String) -> Bool {
        !value.contains(" ") || value.hasPrefix("rgb") || value.hasPrefix("hsl")
    }

    /// Words, numbers and colour functions; no addresses, no escapes, no comments.
    private static func isPlain(_ value: String) -> Bool {
        let isSpelledPlainly = value.utf8.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || " #%.,()-'\"!".utf8.contains($0)
        }
        guard isSpelledPlainly, !value.isEmpty, value.utf8.count <= 120 else { return false }
        let functions = value.split(separator: "(").dropLast().map { head in
            head.reversed().prefix { $0.isLetter || $0 == "-" || $0.isNumber }.reversed()
        }
        return functions.allSatisfy {
            ["rgb", "rgba", "hsl", "hsla", "light-dark"].contains(String($0))
        }
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
