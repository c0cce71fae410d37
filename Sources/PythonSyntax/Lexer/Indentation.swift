import Diagnostics

/// How far a line is indented: with tabs to the next multiple of eight, and with tabs as one column.
///
/// A text whose blocks depend on the width of a tab is refused: both counts must agree.
struct IndentationColumn {
    var column = 0
    var alternative = 0

    /// The width of a tab that CPython counts with.
    private static let tabWidth = 8

    mutating func count(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: " "):
            column += 1
            alternative += 1
        case UInt8(ascii: "\t"):
            column = (column / Self.tabWidth + 1) * Self.tabWidth
            alternative += 1
        default: self = IndentationColumn()
        }
    }
}

extension Lexer {
    /// The number of nested blocks that CPython allows, the text itself included.
    private static var maximumLevels: Int { 100 }

    /// Measures the blanks at the start of a line and makes `indent` and `dedent` tokens due.
    mutating func startLine() {
        isAtLineStart = false
        commentStart = nil
        let here = measureBlanks()
        isLineBlank = cursor >= end || isLineEnd(at: cursor) || bytes[cursor] == UInt8(ascii: "#")
        guard !isLineBlank, brackets.isEmpty else { return }
        let top = indentation[indentation.count - 1]
        if here.column > top.column {
            indent(to: here, over: top)
        } else if here.column < top.column {
            dedent(to: here)
        } else if here.alternative != top.alternative {
            noteInconsistentTabs()
        }
    }

    private mutating func measureBlanks() -> IndentationColumn {
        var here = IndentationColumn()
        var continued: IndentationColumn?
        while cursor < end {
            switch bytes[cursor] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\u{C}"):
                here.count(bytes[cursor])
                cursor += 1
            case UInt8(ascii: "\\"):
                continued = continued ?? here
                guard continueLine() else { return continued ?? here }
            default: return continued ?? here
            }
        }
        return continued ?? here
    }

    private mutating func indent(to here: IndentationColumn, over top: IndentationColumn) {
        if indentation.count >= Self.maximumLevels {
            note(
                "too many levels of indentation", lineStart, lineStart, as: .indentationError,
                isLate: true)
        }
        if here.alternative <= top.alternative { noteInconsistentTabs() }
        indentation.append(here)
        dueIndents += 1
    }

    private mutating func dedent(to here: IndentationColumn) {
        while indentation.count > 1, here.column < indentation[indentation.count - 1].column {
            indentation.removeLast()
            dueIndents -= 1
        }
        let top = indentation[indentation.count - 1]
        if here.column != top.column {
            var stop = cursor
            while stop < end, !isLineEnd(at: stop) { stop += 1 }
            let message = "unindent does not match any outer indentation level"
            note(message, stop, stop, as: .indentationError, isLate: true)
        } else if here.alternative != top.alternative {
            noteInconsistentTabs()
        }
    }

    private mutating func noteInconsistentTabs() {
        let message = "inconsistent use of tabs and spaces in indentation"
        note(message, lineStart, lineStart, as: .tabError, isLate: true)
    }

    /// Where the line of the cursor begins.
    private var lineStart: Int {
        var offset = cursor
        while offset > 0, !isLineEnd(at: offset - 1) { offset -= 1 }
        return offset
    }

    /// The next `indent` or `dedent` token that is due.
    mutating func dueIndentation() -> Token? {
        guard dueIndents != 0 else { return nil }
        let kind: Token.Kind = dueIndents > 0 ? .indent : .dedent
        dueIndents += dueIndents > 0 ? -1 : 1
        return Token(kind, cursor, cursor)
    }
}
