/// Formulas in running text.
extension InlineScanner {
    mutating func scanDollar() {
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

    mutating func scanBackslash() {
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
}
