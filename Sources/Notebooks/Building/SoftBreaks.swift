/// Takes out the line ends between two CJK characters, where no space belongs.
///
/// Emphasis, links, code and tags on the way do not matter: what counts are the characters that a
/// reader sees on both sides. Korean parts its words with spaces and keeps them.
enum SoftBreaks {
    static func joined(_ inlines: [Inline]) -> [Inline] { joined(inlines, nil, nil) }

    /// `before` and `after` are the characters around the inlines.
    private static func joined(
        _ inlines: [Inline], _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> [Inline] {
        var result: [Inline] = []
        var text = ""
        var last = before
        for (inline, behind) in zip(inlines, followers(of: inlines, after)) {
            if case .text(let more) = inline {
                text += more
            } else if case .softBreak = inline, joins(last, behind) {
                continue
            } else {
                if !text.isEmpty { result.append(.text(text)) }
                text = ""
                let inner = children(of: inline)
                result.append(inner.map { rebuilt(inline, joined($0, last, behind)) } ?? inline)
            }
            last = edge(of: inline, isLast: true) ?? last
        }
        return text.isEmpty ? result : result + [.text(text)]
    }

    private static func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        guard let before, let after else { return false }
        let first = before.isCJK && !before.isHangul
        let second = after.isCJK && !after.isHangul
        return first && (second || after.isSharedPunctuation)
            || before.isSharedPunctuation && second
    }

    /// For each inline, the character that a reader sees behind it.
    private static func followers(
        of inlines: [Inline], _ after: Unicode.Scalar?
    ) -> [Unicode.Scalar?] {
        var followers: [Unicode.Scalar?] = []
        var next = after
        for inline in inlines.reversed() {
            followers.append(next)
            next = edge(of: inline, isLast: false) ?? next
        }
        return followers.reversed()
    }

    /// The first or last character that a reader sees; nil for what shows nothing.
    private static func edge(of inline: Inline, isLast: Bool) -> Unicode.Scalar? {
        switch inline {
        case .text(let text), .code(let text):
            return isLast ? text.unicodeScalars.last : text.unicodeScalars.first
        case .math, .image, .footnoteReference: return "x"
        case .lineBreak, .softBreak: return isLast ? nil : " "
        case .html: return nil
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
            .link(_, _, let inner):
            for child in isLast ? inner.reversed() : inner {
                if let scalar = edge(of: child, isLast: isLast) { return scalar }
            }
            return nil
        }
    }

    private static func children(of inline: Inline) -> [Inline]? {
        switch inline {
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
            .link(_, _, let inner):
            inner
        default: nil
        }
    }

    private static func rebuilt(_ inline: Inline, _ inner: [Inline]) -> Inline {
        switch inline {
        case .emphasis: .emphasis(inner)
        case .strong: .strong(inner)
        case .strikethrough: .strikethrough(inner)
        case .link(let destination, let title, _):
            .link(destination: destination, title: title, inner)
        default: inline
        }
    }
}
