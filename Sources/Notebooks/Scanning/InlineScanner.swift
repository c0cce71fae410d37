/// Walks through a paragraph's text and finds what Markdown would spoil: formulas, and emphasis
/// beside full-width punctuation. Code spans, raw HTML and autolinks are passed over.
struct InlineScanner {
    /// A formula, or a place where an invisible mark goes.
    enum Finding {
        case math(tex: String, isDisplayed: Bool, range: Range<Int>)
        case letter(at: Int)
        case linkEnd(at: Int)
        /// A picture's path that needs angle brackets because of its blanks.
        case path(Range<Int>)
    }

    let buffer: TextBuffer
    let text: [UInt8]
    let code: CodeSpans
    let isTableRow: Bool
    var position = 0
    var hasCommentEnd = true
    private var knownLineEnd = 0
    var hasParenthesisEnd = true
    /// Up to where no `\]` follows.
    var bracketsSearched = 0
    var findings: [Finding] = []
    /// Dollars that open a formula which nothing closes, as offsets in the note.
    var unclosed: [Int] = []

    init(_ note: NoteText, slices: [TextSlice], isTableRow: Bool = false) {
        buffer = TextBuffer(note, slices: slices)
        text = buffer.bytes
        code = CodeSpans(text[...])
        self.isTableRow = isTableRow
    }

    /// Whether there is anything to look for in a stretch of a note.
    static func isWorthwhile(_ text: ArraySlice<UInt8>) -> Bool {
        var hasMark = false
        var hasWideText = false
        var previous: UInt8 = 0
        for byte in text {
            defer { previous = byte }
            switch byte {
            case ASCII.dollar, ASCII.backslash: return true
            case ASCII.star, ASCII.tilde, ASCII.slash, UInt8(ascii: "w"): hasMark = true
            case ASCII.openParenthesis where previous == ASCII.closeBracket: return true
            case 0x80...: hasWideText = true
            default: continue
            }
        }
        return hasMark && hasWideText
    }

    mutating func scan() {
        while position < text.count {
            switch text[position] {
            case ASCII.backslash: scanBackslash()
            case ASCII.backtick: position = code.end(at: position)
            case ASCII.less: skipHTML()
            case ASCII.dollar: scanDollar()
            case ASCII.star, ASCII.tilde: scanEmphasis()
            case ASCII.closeBracket: skipDestination()
            case ASCII.slash, UInt8(ascii: "w"): scanLink()
            default: position += 1
            }
        }
    }

    /// The end of the line at `position`.
    mutating func lineEnd() -> Int {
        if position >= knownLineEnd {
            knownLineEnd =
                text[position...].firstIndex { $0 == ASCII.newline || $0 == 0 } ?? text.count
        }
        return knownLineEnd
    }

    var isAtLineStart: Bool {
        position == 0 || text[position - 1] == ASCII.newline || text[position - 1] == 0
    }
}
