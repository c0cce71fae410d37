/// Turns the inline nodes of a Markdown tree into the note's running text.
struct InlineBuilder {
    let note: NoteText
    let pieces: [ProtectedPiece]
    /// The labels of the footnotes in the order of their numbers.
    var footnotes: [String] = []

    /// The running text below a block, its formulas back in their places.
    func inlines(_ nodes: [MarkdownNode]) -> [Inline] {
        SoftBreaks.joined(merged(nodes))
    }

    /// A text with the source of whatever was protected in it.
    func restored(_ text: String) -> String {
        let segments = Placeholder.segments(text)
        return segments.map(source).joined()
    }

    /// Text nodes are joined first: Markdown may have cut through a placeholder's neighbourhood.
    private func merged(_ nodes: [MarkdownNode]) -> [Inline] {
        var inlines: [Inline] = []
        var text = ""
        for node in nodes {
            if case .text(let more) = node.kind {
                text += more
                continue
            }
            inlines += split(text)
            text = ""
            if let inline = inline(node) { inlines.append(inline) }
        }
        return inlines + split(text)
    }

    private func inline(_ node: MarkdownNode) -> Inline? {
        switch node.kind {
        case .softBreak: .softBreak
        case .lineBreak: .lineBreak
        case .inlineCode(let code): .code(restored(code))
        case .inlineHTML(let html): .html(restored(html))
        case .emphasis: .emphasis(merged(node.children))
        case .strong: .strong(merged(node.children))
        case .strikethrough: .strikethrough(merged(node.children))
        case .link(let destination, let title):
            .link(
                destination: restored(destination), title: restored(title), merged(node.children))
        case .image(let source, let title):
            .image(
                source: restored(source), title: restored(title),
                alternative: plainText(node.children))
        case .footnoteReference(let number):
            .footnoteReference(
                label: footnotes.indices.contains(number - 1) ? footnotes[number - 1] : "",
                number: number)
        default: nil
        }
    }

    private func split(_ text: String) -> [Inline] {
        if text.isEmpty { return [] }
        return Placeholder.segments(text).map { segment in
            if case .protected(let number) = segment, pieces.indices.contains(number),
                case .math(let tex, let isDisplayed) = pieces[number].kind
            {
                return .math(tex, isDisplayed: isDisplayed)
            }
            return .text(source(segment))
        }
    }

    private func source(_ segment: Placeholder.Segment) -> String {
        switch segment {
        case .text(let text): text
        case .protected(let number):
            pieces.indices.contains(number) ? note.string(pieces[number].range) : ""
        }
    }

    private func plainText(_ nodes: [MarkdownNode]) -> String {
        nodes.map { node in
            switch node.kind {
            case .text(let text), .inlineCode(let text): restored(text)
            case .softBreak, .lineBreak: " "
            default: plainText(node.children)
            }
        }.joined()
    }
}
