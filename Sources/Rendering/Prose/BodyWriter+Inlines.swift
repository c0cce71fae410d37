import Foundation
import Notebooks

extension BodyWriter {
    mutating func write(_ text: [Inline]) {
        guard depth < NoteWalk.deepest else { return }
        depth += 1
        for (index, inline) in text.enumerated() {
            if case .math(let tex, false) = inline {
                let before = index > 0 && text[index - 1].ends { $0.last }
                let after = index + 1 < text.count && text[index + 1].ends { $0.first }
                writeInlineMath(tex, isAfterHan: before, isBeforeHan: after)
            } else {
                write(inline)
            }
        }
        depth -= 1
    }

    /// A formula between Chinese characters stands a hair off them, as Latin words do.
    private mutating func writeInlineMath(_ tex: String, isAfterHan: Bool, isBeforeHan: Bool) {
        let classes = [isAfterHan ? "gap-before" : nil, isBeforeHan ? "gap-after" : nil].compactMap
        { $0 }
        if !classes.isEmpty { html += "<span class=\"\(classes.joined(separator: " "))\">" }
        writeMath(Formula(tex: tex, isDisplayed: false), element: "span")
        if !classes.isEmpty { html += "</span>" }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): writeText(text)
        case .emphasis(let text): writePhrase("em", text)
        case .strong(let text): writePhrase("strong", text)
        case .strikethrough(let text): writePhrase("del", text)
        case .code(let text): html += "<code>\(text.escapedHTML)</code>"
        case .link(let destination, let title, let text): writeLink(destination, title: title, text)
        case .image(let source, let title, let alternative):
            writePicture(source, alternative: alternative, title: title)
        case .math(let tex, let isDisplayed):
            writeMath(Formula(tex: tex, isDisplayed: isDisplayed), element: "span")
        case .html(let text): write(sanitizer.clean(text, anchors: &anchors))
        case .footnoteReference(let label, let number):
            writeFootnoteReference(label, number: number)
        case .softBreak: html += "\n"
        case .lineBreak: html += "<br>\n"
        }
    }

    /// Text of the note, in which `(3)式` leads to the equation of that number.
    private mutating func writeText(_ text: String) {
        let isLinking = !isInLink && !sanitizer.isInLink
        let pieces =
            isLinking
            ? EquationReferences.pieces(of: text) { equations[$0] != nil } : [.init(text: text)]
        for piece in pieces {
            if let tag = piece.tag, let anchor = equations[tag] {
                html +=
                    "<a class=\"eqref\" href=\"#\(anchor.escapedHTML)\">\(piece.text.escapedHTML)</a>"
            } else {
                html += piece.text.escapedHTML
            }
        }
    }

    private mutating func writePhrase(_ name: String, _ text: [Inline]) {
        html += "<\(name)>"
        container { $0.write(text) }
        html += "</\(name)>"
    }

    private mutating func writeLink(_ destination: String, title: String, _ text: [Inline]) {
        guard !isInLink, !sanitizer.isInLink, let target = SafeURL.link(destination) else {
            container { $0.write(text) }
            return
        }
        html += "<a href=\"\(resolved(target).escapedHTML)\""
        if !title.isEmpty { html += " title=\"\(title.escapedHTML)\"" }
        if SafeURL.isRemote(target) { html += " rel=\"noopener\"" }
        html += ">"
        isInLink = true
        container { $0.write(text) }
        isInLink = false
        html += "</a>"
    }

    /// A link into the note finds its heading whatever the case and the marks it is spelled with.
    private mutating func resolved(_ target: String) -> String {
        guard target.hasPrefix("#"), target.count > 1 else { return resolvedFile(target) }
        let wish = String(target.dropFirst())
        let written = wish.removingPercentEncoding ?? wish
        let slug = AnchorNames.slug(written)
        let anchor =
            outline.contains(anchor: written) || !outline.contains(anchor: slug) ? written : slug
        localLinks.append((anchor, line))
        return "#" + anchor
    }

    /// A link to another note of the site leads to its page.
    private mutating func resolvedFile(_ target: String) -> String {
        guard let site = options.site, let parts = NoteLink.parts(of: target) else { return target }
        let page = site.page(parts.path)
        let anchor = parts.anchor.map { AnchorNames.slug($0.removingPercentEncoding ?? $0) }
        links.append(
            NoteLink(
                path: parts.path, anchor: page == nil ? nil : anchor, page: page,
                place: source.place(of: target, from: line)))
        guard let page else { return target }
        let address = page.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? page
        return address + parts.query + (anchor.map { "#" + $0 } ?? "")
    }

    private mutating func writeFootnoteReference(_ label: String, number: Int) {
        guard !isInLink, !isInOutput else { return }
        let anchor = anchors.unique("fnref-\(number)")
        html +=
            "<sup class=\"fnref\"><a id=\"\(anchor)\" href=\"#fn-\(number)\" role=\"doc-noteref\""
        html += " title=\"\(label.escapedHTML)\">\(number)</a></sup>"
    }
}

extension Inline {
    /// Whether the character at one end of a text is a Chinese, Japanese or Korean letter.
    fileprivate func ends(_ end: (String) -> Character?) -> Bool {
        guard case .text(let text) = self, let scalar = end(text)?.unicodeScalars.first else {
            return false
        }
        return scalar.value >= 0x2E80 && scalar.properties.isAlphabetic
    }
}
