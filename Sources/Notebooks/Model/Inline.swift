/// A piece of running text.
package indirect enum Inline: Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case code(String)
    case link(destination: String, title: String, [Inline])
    case image(source: String, title: String, alternative: String)
    /// A formula, its TeX without the delimiters; `isDisplayed` for `$$…$$` inside a paragraph.
    case math(String, isDisplayed: Bool)
    /// Raw HTML as written; a renderer must sanitise it.
    case html(String)
    case footnoteReference(label: String, number: Int)
    /// A line end in the source; between two CJK characters the reader leaves it out.
    case softBreak
    case lineBreak
}
