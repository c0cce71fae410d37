import Diagnostics

/// Walks through a paragraph's text and finds what Markdown would spoil: formulas, and emphasis
/// beside full-width punctuation. Code spans, raw HTML and autolinks are passed over.
struct InlineScanner {
    /// A formula, or a place where an invisible letter goes.
    enum Finding {
        case math(tex: String, isDisplayed: Bool, range: Range<Int>)
        case letter(at: Int)
    }

    private let buffer: TextBuffer
    private let text: [UInt8]
    private let code: CodeSpans
    private let isTableRow: Bool
    private var position = 0
    private var hasCommentEnd = true
    private var knownLineEnd = 0
    private var hasParenthesisEnd = true
    /// Up to where no `\\]` follows.
    private var bracketsSearched = 0
    private(set) var findings: [Finding] = []
    /// Dollars that open a formula which nothing closes, as offsets in the note.
    private(set) var unclosed: [Int] = []

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
        for byte in text {
            switch byte {
            case ASCII.dollar, ASCII.backslash: return true
            case ASCII.star, ASCII.tilde: hasMark = true
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
            default: position += 1
            }
        }
    }

    // MARK: Formulas

    private mutating func scanDollar() {
        let rest = text[position...]
        if rest.dropFirst().first == ASCII.dollar {
            scanDisplay(.dollars)
        } else if rest.dropFirst().first == ASCII.backtick, let end = quotedMathEnd() {
            add(tex: (position + 2)..<(end - 2), isDisplayed: false, to: end)
        } else if let end = InlineMath.end(rest, code), !crossesCells(position..<end) {
            add(tex: (position + 1)..<(end - 1), isDisplayed: false, to: end)
        } else {
            noteUnclosed(rest)
            position += 1
        }
    }

    private mutating func scanBackslash() {
        let next = text[position...].dropFirst().first
        if isAtLineStart, case .environment? = DisplayMath.atStart(of: text[position...]) {
            scanDisplay(DisplayMath.atStart(of: text[position...])!)
        } else if next == ASCII.openBracket {
            scanDisplay(.brackets)
        } else if next == ASCII.openParenthesis {
            scanParentheses()
        } else {
            position += 2
        }
    }

    private mutating func scanDisplay(_ form: DisplayMath) {
        let inner = position + 2
        let start = form.keepsDelimiters ? position : inner
        guard form != .brackets || position >= bracketsSearched else {
            position = inner
            return
        }
        let line = text[inner..<max(inner, lineEnd())]
        let close = form.close(in: line)
        guard let close, close > inner,
            form != .brackets || isFormula(text[inner..<close], mayBeNumber: false)
        else {
            if form == .brackets, close == nil { bracketsSearched = line.endIndex }
            position = close == inner ? inner + form.closer.utf8.count : inner
            return
        }
        let end = close + form.closer.utf8.count
        add(tex: start..<(form.keepsDelimiters ? end : close), isDisplayed: true, to: end)
    }

    private mutating func scanParentheses() {
        let inner = position + 2
        position = inner
        guard hasParenthesisEnd else { return }
        guard let close = parenthesisEnd(from: inner) else {
            hasParenthesisEnd = false
            return
        }
        guard isFormula(text[inner..<close], mayBeNumber: true),
            !text[inner..<close].contains(0)
        else { return }
        position = inner - 2
        add(tex: inner..<close, isDisplayed: false, to: close + 2)
    }

    private func parenthesisEnd(from inner: Int) -> Int? {
        var close = inner
        while close + 1 < text.count {
            if text[close] == ASCII.backslash {
                if text[close + 1] == ASCII.closeParenthesis { return close }
                close += 1
            }
            close += 1
        }
        return nil
    }

    /// Whether the text between escaped brackets is a formula, not words in brackets.
    private func isFormula(_ inner: ArraySlice<UInt8>, mayBeNumber: Bool) -> Bool {
        let word = BlockStart.trimmed(inner)
        guard !word.isEmpty else { return false }
        if word.contains(where: { "\\^_={}+*/<>|&'".utf8.contains($0) }) { return true }
        if word.allSatisfy({ $0.isDigit || ", -".utf8.contains($0) }) {
            return mayBeNumber
        }
        return word.count == 1 || mayBeNumber && !word.contains(where: \.isWhitespace)
    }

    /// The end of GitHub's ``$`…`$``.
    private func quotedMathEnd() -> Int? {
        let end = code.end(at: position + 1)
        guard end < text.count, text[end] == ASCII.dollar, end - position > 3 else { return nil }
        return end + 1
    }

    private mutating func add(tex: Range<Int>, isDisplayed: Bool, to end: Int) {
        let range = buffer.source(position..<end)
        findings.append(
            .math(tex: TeX.trimmed(buffer.string(tex)), isDisplayed: isDisplayed, range: range))
        position = end
    }

    /// `| $5 | a$b |` are two cells, not one with a formula.
    private func crossesCells(_ range: Range<Int>) -> Bool {
        isTableRow && text[range.lowerBound + 1].isDigit && text[range].contains(ASCII.pipe)
    }

    /// Notes a dollar that looks like the start of a formula: no price, no shell variable.
    private mutating func noteUnclosed(_ rest: ArraySlice<UInt8>) {
        guard let next = rest.dropFirst().first, InlineMath.close(rest, code) == nil else { return }
        let word = rest.dropFirst().prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        let isVariable = word.count > 1 && !word.contains(where: \.isLowercaseLetter)
        let mayOpen = next.isLetter || next == ASCII.backslash
        if mayOpen, !isVariable, !(position > 0 && text[position - 1].isLetter) {
            unclosed.append(buffer.source(position))
        }
    }

    // MARK: Emphasis

    private mutating func scanEmphasis() {
        let mark = text[position]
        let end = position + text[position...].prefix { $0 == mark }.count
        let letters = EmphasisRule.letters(
            before: neighbour(buffer.scalar(before: position)),
            after: neighbour(buffer.scalar(at: end)))
        if letters.before { findings.append(.letter(at: buffer.source(position))) }
        if letters.after { findings.append(.letter(at: buffer.source(end - 1) + 1)) }
        position = end
    }

    /// The border of a table's cell is an edge.
    private func neighbour(_ scalar: Unicode.Scalar?) -> Unicode.Scalar? {
        isTableRow && scalar == "|" ? nil : scalar
    }

    // MARK: What is passed over

    private mutating func skipHTML() {
        let rest = text[position...]
        position =
            commentEnd(rest) ?? InlineHTML.tag(rest) ?? InlineHTML.autolink(rest) ?? position + 1
    }

    private mutating func commentEnd(_ rest: ArraySlice<UInt8>) -> Int? {
        guard hasCommentEnd, rest.starts(with: "<!--".utf8) else { return nil }
        for end in rest.indices.dropFirst(4) where text[end] == ASCII.greater {
            if text[end - 1] == ASCII.dash, text[end - 2] == ASCII.dash { return end + 1 }
        }
        hasCommentEnd = false
        return nil
    }

    /// Passes over the address in `](address`.
    private mutating func skipDestination() {
        position += 1
        guard position < text.count, text[position] == ASCII.openParenthesis else { return }
        let end = text[(position + 1)...].firstIndex {
            $0.isWhitespace || "()[]".utf8.contains($0)
        }
        position = end ?? text.count
    }

    /// The end of the line at `position`.
    private mutating func lineEnd() -> Int {
        if position >= knownLineEnd {
            knownLineEnd =
                text[position...].firstIndex { $0 == ASCII.newline || $0 == 0 } ?? text.count
        }
        return knownLineEnd
    }

    private var isAtLineStart: Bool {
        position == 0 || text[position - 1] == ASCII.newline || text[position - 1] == 0
    }
}

/// TeX between delimiters.
enum TeX {
    /// Without the blanks at both ends, but for one that a backslash makes a space.
    static func trimmed(_ tex: String) -> String {
        var scalars = tex.unicodeScalars[...]
        while let first = scalars.first, first.isMarkdownSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isMarkdownSpace {
            if scalars.dropLast().last == "\\" { break }
            scalars.removeLast()
        }
        return String(scalars)
    }
}
