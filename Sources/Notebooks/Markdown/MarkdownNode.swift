/// A node of a Markdown document, as the parser sees it.
struct MarkdownNode: Sendable {
    enum Kind: Sendable {
        case document
        case paragraph
        case heading(level: Int)
        case quote
        case list(start: Int?, isTight: Bool)
        case item(isDone: Bool?)
        case code(info: String, text: String, isFenced: Bool)
        case html(String)
        case thematicBreak
        /// A definition; the parser knows its label, but does not tell.
        case footnote
        case table([Block.Table.Alignment])
        case tableRow(isHeader: Bool)
        case tableCell

        case text(String)
        case softBreak
        case lineBreak
        case inlineCode(String)
        case inlineHTML(String)
        case emphasis
        case strong
        case strikethrough
        case link(destination: String, title: String)
        case image(source: String, title: String)
        /// The number is the definition's place among the footnotes.
        case footnoteReference(number: Int)
    }

    var kind: Kind
    /// The first line in the parsed text, from 1; zero inside a line.
    var line: Int
    var children: [MarkdownNode] = []
}
