/// Signs that Markdown begins again behind a transcript's code or output.
enum MarkdownSigns {
    /// Whether a paragraph begins as only Markdown does: a picture, a link, a quote, a list, a
    /// fence, a formula, a tag, bold text or a rule. Headings look like comments and are not
    /// decided here.
    static func begins(_ paragraph: ArraySlice<UInt8>) -> Bool {
        let line = paragraph.prefix { $0 != ASCII.newline && $0 != ASCII.carriageReturn }
        let openings = ["![", "> ", "```", "~~~", "$$", "**", "<!--"]
        if openings.contains(where: { line.starts(with: $0.utf8) }) { return true }
        if ["---", "***", "* * *", "___"].contains(where: { line.elementsEqual($0.utf8) }) {
            return true
        }
        return isListItem(line) || isTag(line) || isLink(line)
    }

    /// Whether a line is an ATX heading; in code it would be a comment.
    static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        guard let level = BlockStart.heading(line) else { return false }
        return line.count > level + 1
    }

    /// Whether a paragraph reads as prose that the code did not print: it has the punctuation of a
    /// sentence, and the code does not contain its beginning.
    static func isProse(_ paragraph: String, code: String) -> Bool {
        let isSentence = isChineseSentence(paragraph) || isLatinSentence(paragraph)
        return isSentence && !code.contains(beginning(of: paragraph))
    }

    private static func isListItem(_ line: ArraySlice<UInt8>) -> Bool {
        guard let length = BlockStart.listMarker(line, interrupting: false) else { return false }
        let text = line.dropFirst(length).drop(while: \.isBlank)
        return text.first.map { $0.isLetter || $0 >= 0x80 || "[`*$!".utf8.contains($0) } ?? false
    }

    private static func isTag(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == ASCII.less else { return false }
        let name = line.dropFirst().drop { $0 == UInt8(ascii: "/") }
            .prefix { $0.isLetter || $0.isDigit }
        let next = line[name.endIndex...].first
        return tags.contains(String(decoding: name, as: UTF8.self).lowercased())
            && next.map { $0.isBlank || $0 == ASCII.greater || $0 == UInt8(ascii: "/") } ?? false
    }

    private static let tags: Set<String> = [
        "a", "b", "br", "center", "div", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "img",
        "p", "span", "table", "u", "ul", "ol", "details", "video", "iframe",
    ]

    private static func isLink(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == ASCII.openBracket, let close = line.firstIndex(of: ASCII.closeBracket)
        else { return false }
        let behind = line[(close + 1)...]
        return behind.first == ASCII.openParenthesis
            && (behind.dropFirst().starts(with: "http".utf8) || behind.contains(UInt8(ascii: "/")))
    }

    private static func isChineseSentence(_ text: String) -> Bool {
        let letters = text.unicodeScalars.count { $0.isCJK && !$0.isPunctuation }
        return letters >= 4 && text.contains { "，。；：？！、（".contains($0) }
    }

    private static func isLatinSentence(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isUppercase,
            let last = text.last(where: { !$0.isWhitespace }), ".:?!".contains(last)
        else { return false }
        let words = text.split(whereSeparator: \.isWhitespace)
        let plain = words.count { word in
            word.allSatisfy { $0.isLetter || ".,:;?!'()-`".contains($0) }
        }
        return plain >= 4 && plain * 4 >= words.count * 3
    }

    /// The first word, or the first characters of Chinese text.
    private static func beginning(of text: String) -> String {
        let word = text.prefix { !$0.isWhitespace && !"，。；：？！、".contains($0) }
        return word.unicodeScalars.first?.isCJK ?? false ? String(word.prefix(3)) : String(word)
    }
}
