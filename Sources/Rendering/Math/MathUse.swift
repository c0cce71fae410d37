/// What the typeset formulas of a page have used so far, from which its style and fonts follow.
struct MathUse {
    /// Anchors of equations that stand in the page already.
    var anchored: Set<String> = []
    private(set) var isEmpty = true
    /// The classes on the formulas' elements.
    private(set) var classes: Set<String> = []
    /// The characters that glyphs are drawn for. KaTeX's style itself writes numbers in parentheses.
    private(set) var characters: Set<Unicode.Scalar> = Set("0123456789() \u{A0}".unicodeScalars)

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
