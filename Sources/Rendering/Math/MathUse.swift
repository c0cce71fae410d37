/// What the typeset formulas of a page have used so far, from which its style and fonts follow.
package struct MathUse: Sendable {
    /// Anchors of equations that stand in the page already.
    var anchored: Set<String> = []
    package private(set) var isEmpty = true
    /// The classes on the formulas' elements.
    private(set) var classes: Set<String> = []
    /// The characters that glyphs are drawn for. KaTeX's style itself writes numbers in parentheses.
    private(set) var characters: Set<Unicode.Scalar> = Set("0123456789() \u{A0}".unicodeScalars)

    package init() {}

    /// Counts in what the formulas of another page use.
    package mutating func formUnion(_ other: MathUse) {
        isEmpty = isEmpty && other.isEmpty
        classes.formUnion(other.classes)
        characters.formUnion(other.characters)
    }

    /// Counts in a formula as KaTeX wrote it: MathML first, then what is drawn.
    mutating func note(_ markup: String) {
        isEmpty = false
        for token in HTMLTokenizer(markup) {
            if case .start(let tag) = token, let names = tag["class"] {
                classes.formUnion(names.split(separator: " ").map(String.init))
            }
        }
        let drawn =
            markup.firstRange(of: "class=\"katex-html\"").map { markup[$0.upperBound...] }
            ?? markup[...]
        for token in HTMLTokenizer(String(drawn)) {
            if case .text(let text) = token {
                characters.formUnion(HTMLEntities.decode(text).unicodeScalars)
            }
        }
    }
}

extension MathUse: Codable {
    private enum Key: CodingKey { case isEmpty, classes, characters }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        isEmpty = try values.decode(Bool.self, forKey: .isEmpty)
        classes = Set(try values.decode([String].self, forKey: .classes))
        characters = Set(try values.decode(String.self, forKey: .characters).unicodeScalars)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(isEmpty, forKey: .isEmpty)
        try values.encode(classes.sorted(), forKey: .classes)
        let text = String(String.UnicodeScalarView(characters.sorted()))
        try values.encode(text, forKey: .characters)
    }
}
