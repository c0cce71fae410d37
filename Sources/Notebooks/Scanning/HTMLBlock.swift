/// Recognises where raw HTML begins and ends as a block; the seven kinds are CommonMark's.
enum HTMLBlock: Sendable {
    /// Ends with the line that holds one of the texts.
    case until([String])
    /// Ends before the next blank line.
    case untilBlankLine

    /// The kind of HTML block that the text of a line begins; a lone tag of any other name does
    /// not interrupt a paragraph.
    static func start(_ text: ArraySlice<UInt8>, interrupting: Bool) -> HTMLBlock? {
        guard text.first == ASCII.less, text.count > 1 else { return nil }
        let behind = text.dropFirst()
        if behind.starts(with: "!--".utf8) { return .until(["-->"]) }
        if behind.first == UInt8(ascii: "?") { return .until(["?>"]) }
        if behind.starts(with: "![CDATA[".utf8) { return .until(["]]>"]) }
        if behind.first == UInt8(ascii: "!"), behind.dropFirst().first.map(\.isLetter) ?? false {
            return .until([">"])
        }
        return named(behind) ?? (!interrupting && isLoneTag(text) ? .untilBlankLine : nil)
    }

    /// Whether a line ends the block.
    func ends(with text: ArraySlice<UInt8>) -> Bool {
        guard case .until(let ends) = self else { return false }
        let line = String(decoding: text, as: UTF8.self).lowercased()
        return ends.contains { line.contains($0) }
    }

    private static func named(_ behind: ArraySlice<UInt8>) -> HTMLBlock? {
        let isClosing = behind.first == UInt8(ascii: "/")
        let from = isClosing ? behind.dropFirst() : behind
        let nameBytes = from.prefix { $0.isLetter || $0.isDigit }
        let name = String(decoding: nameBytes, as: UTF8.self).lowercased()
        let next = from.dropFirst(nameBytes.count)
        let isEnded = next.first.map { $0.isWhitespace || $0 == ASCII.greater } ?? true
        if !isClosing, isEnded, verbatimNames.contains(name) {
            return .until(verbatimNames.map { "</\($0)>" })
        }
        let isBlock = isEnded || next.starts(with: "/>".utf8)
        return isBlock && blockNames.contains(name) ? .untilBlankLine : nil
    }

    private static func isLoneTag(_ text: ArraySlice<UInt8>) -> Bool {
        guard let end = InlineHTML.tag(text) else { return false }
        return text[end...].allSatisfy(\.isWhitespace)
    }

    private static let verbatimNames = ["script", "pre", "textarea", "style"]

    private static let blockNames = Set(
        """
        address article aside base basefont blockquote body caption center col colgroup dd \
        details dialog dir div dl dt fieldset figcaption figure footer form frame frameset \
        h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav \
        noframes ol optgroup option p param section source summary table tbody td tfoot th \
        thead title tr track ul
        """.split(separator: " ").map(String.init))
}
