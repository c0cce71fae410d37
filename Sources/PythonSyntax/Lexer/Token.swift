import Diagnostics

/// A word, number, string, sign or change of indentation of a Python text.
package struct Token: Sendable {
    package var kind: Kind
    package var span: SourceSpan

    package init(_ kind: Kind, _ start: Int, _ end: Int) {
        self.kind = kind
        self.span = SourceSpan(start, end)
    }

    /// What a token is; the raw value of a keyword or a sign is its spelling.
    package enum Kind: String, Sendable, CaseIterable {
        // Structure.
        case end = "end of text"
        case newline = "end of line"
        case indent, dedent, comment
        /// Nothing that Python knows, or the place where the lexer gave up.
        case unknown

        // Words and literals.
        case name, number, string

        // Keywords.
        case falseConstant = "False"
        case noneConstant = "None"
        case trueConstant = "True"
        case and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`,
            except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not,
            or, pass, raise, `return`, `try`, `while`, with, yield

        // Brackets and separators.
        case leftParenthesis = "("
        case rightParenthesis = ")"
        case leftBracket = "["
        case rightBracket = "]"
        case leftBrace = "{"
        case rightBrace = "}"
        case comma = ","
        case colon = ":"
        case semicolon = ";"
        case dot = "."
        case ellipsis = "..."
        case arrow = "->"
        case assign = "="
        case walrus = ":="

        // Operators.
        case plus = "+"
        case minus = "-"
        case star = "*"
        case doubleStar = "**"
        case slash = "/"
        case doubleSlash = "//"
        case percent = "%"
        case at = "@"
        case leftShift = "<<"
        case rightShift = ">>"
        case ampersand = "&"
        case bar = "|"
        case caret = "^"
        case tilde = "~"
        case less = "<"
        case greater = ">"
        case lessEqual = "<="
        case greaterEqual = ">="
        case equal = "=="
        case notEqual = "!="

        // Augmented assignments.
        case plusAssign = "+="
        case minusAssign = "-="
        case starAssign = "*="
        case doubleStarAssign = "**="
        case slashAssign = "/="
        case doubleSlashAssign = "//="
        case percentAssign = "%="
        case atAssign = "@="
        case leftShiftAssign = "<<="
        case rightShiftAssign = ">>="
        case ampersandAssign = "&="
        case barAssign = "|="
        case caretAssign = "^="
    }
}
