import Diagnostics

/// Turns the lexer's tokens into pieces to colour, line by line.
struct Highlighter {
    private var lexer: Lexer
    private var result: [HighlightToken] = []
    /// The tokens of the line that is being read, up to the change of line.
    private var line: [Token] = []

    init(_ lexer: Lexer) { self.lexer = lexer }

    mutating func tokens() -> [HighlightToken] {
        while true {
            let token = lexer.next()
            switch token.kind {
            case .end:
                finishLine()
                return result
            case .newline: finishLine()
            case .indent, .dedent: break
            case .comment where line.isEmpty: add(.comment, token)
            default: if !takeMagic(token) { line.append(token) }
            }
        }
    }

    private mutating func add(_ kind: HighlightToken.Kind, _ token: Token) {
        result.append(HighlightToken(kind, token.span))
    }

    /// Takes a line for IPython as a whole; false where the token begins no such line.
    private mutating func takeMagic(_ token: Token) -> Bool {
        let start = token.span.start
        guard line.isEmpty, lexer.startsLine(at: start) else { return false }
        guard "%!?".utf8.contains(lexer.byte(at: start)) else { return false }
        lexer.skipLine()
        result.append(HighlightToken(.magic, SourceSpan(start, lexer.cursor)))
        return true
    }

    /// Colours the tokens that have been gathered.
    private mutating func finishLine() {
        for index in line.indices { colour(index) }
        line.removeAll(keepingCapacity: true)
    }

    private mutating func colour(_ index: Int) {
        let token = line[index]
        switch token.kind {
        case .string: result += FormattedColours.pieces(of: token.span, in: lexer.bytes)
        case .name: add(kind(ofName: index), token)
        case .number: add(.number, token)
        case .comment: add(.comment, token)
        case .unknown: add(.unknown, token)
        case .noneConstant, .trueConstant, .falseConstant: add(.constant, token)
        case .at where index == 0: add(.decorator, token)
        default: add(token.kind.isWord ? .keyword : .sign, token)
        }
    }

    private func kind(ofName index: Int) -> HighlightToken.Kind {
        let previous = index > 0 ? line[index - 1].kind : .newline
        let next = index + 1 < line.count ? line[index + 1].kind : .newline
        if previous == .def || previous == .class { return .definition }
        if isDecorator(index) { return .decorator }
        if previous == .dot { return .name }
        let text = String(decoding: lexer.bytes[line[index].span.range], as: UTF8.self)
        if index == 0, isSoftKeyword(text, before: next) { return .keyword }
        // The keyword of an argument is no builtin, whatever its name.
        if next == .assign, previous == .comma || previous == .leftParenthesis { return .name }
        return Builtins.names.contains(text) ? .builtin : .name
    }

    /// Whether a name belongs to the dotted name behind the `@` of the line.
    private func isDecorator(_ index: Int) -> Bool {
        guard line[0].kind == .at else { return false }
        return line[1..<index].allSatisfy { $0.kind == .dot || $0.kind == .name }
    }

    /// Whether `match` or `case` at the start of a line is a keyword there.
    private func isSoftKeyword(_ text: String, before next: Token.Kind) -> Bool {
        guard text == "match" || text == "case", line.contains(where: { $0.kind == .colon }) else {
            return false
        }
        return ![.assign, .dot, .comma, .colon, .newline].contains(next)
    }
}

extension SourceSpan {
    /// The offsets of the span.
    var range: Range<Int> { start..<max(start, end) }
}

extension Token.Kind {
    /// Whether the token is a keyword in letters.
    var isWord: Bool { Keywords.kinds[rawValue] != nil }
}

extension Lexer {
    /// Whether nothing but blanks stands before an offset in its line.
    func startsLine(at offset: Int) -> Bool {
        var before = offset - 1
        while before >= 0, bytes[before] == UInt8(ascii: " ") || bytes[before] == UInt8(ascii: "\t")
        {
            before -= 1
        }
        return before < 0 || isLineEnd(at: before)
    }

    /// Moves to the end of the line of the last token.
    mutating func skipLine() {
        while cursor < end, !isLineEnd(at: cursor) { cursor += 1 }
    }
}
