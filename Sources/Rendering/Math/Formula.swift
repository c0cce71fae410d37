/// A formula as the note writes it.
package struct Formula: Hashable, Sendable {
    /// Its TeX without the delimiters.
    package var tex: String
    /// Whether it stands on lines of its own.
    package var isDisplayed: Bool

    package init(tex: String, isDisplayed: Bool) {
        self.tex = tex
        self.isDisplayed = isDisplayed
    }
}

/// What the typesetter made of a formula.
enum TypesetFormula: Equatable, Sendable {
    /// HTML with MathML beside it.
    case markup(String)
    /// KaTeX's reason for not taking it.
    case rejected(String)
    /// KaTeX is not installed, or does not start; the reason.
    case unavailable(String)
}
