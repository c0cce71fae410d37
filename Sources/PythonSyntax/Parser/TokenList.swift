import Diagnostics

/// The tokens of a text without its comments, up to the end or to the first mistake.
struct TokenList {
    private(set) var tokens: [Token] = []
    /// The mistake where the tokens break off; the last token then is `unknown`.
    private(set) var fault: SyntaxFault?
    /// Whether `fault` counts only for who reads up to it.
    private(set) var isFaultLate = false
    /// The innermost bracket that was open at `fault`.
    private(set) var bracketAtFault: OpenBracket?

    init(_ bytes: [UInt8]) {
        if let offset = bytes.firstIndex(of: 0) {
            let message = "source code string cannot contain null bytes"
            breakOff(SyntaxFault(.syntaxError, message, at: SourceSpan(offset, offset + 1)))
        } else {
            read(Lexer(bytes))
        }
    }

    /// The tokens of an expression in a field of an f-string, between the parentheses that the
    /// field's braces stand for.
    init(_ bytes: [UInt8], enclosed range: Range<Int>) {
        tokens.append(Token(.leftParenthesis, range.lowerBound - 1, range.lowerBound))
        read(Lexer(bytes, enclosed: range))
        guard fault == nil else { return }
        tokens.insert(
            Token(.rightParenthesis, range.upperBound, range.upperBound + 1), at: tokens.count - 1)
    }

    private mutating func breakOff(_ fault: SyntaxFault) {
        self.fault = fault
        tokens.append(Token(.unknown, fault.span.start, fault.span.end))
    }

    private mutating func read(_ start: Lexer) {
        var lexer = start
        // A token is about four bytes with the blank behind it.
        tokens.reserveCapacity((lexer.end - lexer.cursor) / 4 + 2)
        while true {
            let token = lexer.next()
            if let fault = lexer.fault {
                isFaultLate = lexer.isFaultLate
                bracketAtFault = lexer.bracketAtFault
                return breakOff(fault)
            }
            if token.kind != .comment { tokens.append(token) }
            if token.kind == .end { return }
        }
    }
}
