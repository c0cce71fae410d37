import Diagnostics

extension SyntaxReader {
    /// Reads with a rule; where it fails for no known reason, reads again to find out why.
    func read<T>(_ rule: () throws(ParseFailure) -> T) throws(SyntaxFault) -> T {
        do {
            return try rule()
        } catch {
            if case .fault(let fault) = error { throw preferLexical(to: fault) }
            throw explain(rule)
        }
    }

    /// Reads a text that failed once more, looking for the mistake.
    private func explain<T>(_ rule: () throws(ParseFailure) -> T) -> SyntaxFault {
        let last = furthest
        position = statementStart
        isRemembering = true
        isExplaining = true
        depth = 0
        height = 0
        do {
            _ = try rule()
        } catch {
            if case .fault(let fault) = error { return preferLexical(to: fault) }
        }
        if let fault = list.fault, last >= tokens.count - 1 { return fault }
        let fault = general(at: last)
        return fault.kind == .indentationError ? fault : preferLexical(to: fault)
    }

    /// The fault of a text about which nothing special is known.
    private func general(at index: Int) -> SyntaxFault {
        let isEnd = tokens[index].kind == .end && faultPrefix.isEmpty
        let place = isEnd ? lastLineStart : place(of: tokens[index])
        return switch tokens[index].kind {
        case .indent: SyntaxFault(.indentationError, "unexpected indent", at: place)
        case .dedent: SyntaxFault(.indentationError, "unexpected unindent", at: place)
        default: SyntaxFault(.syntaxError, faultPrefix + "invalid syntax", at: place)
        }
    }

    /// The start of the last line, where CPython shows that the text as a whole is not complete.
    private var lastLineStart: SourceSpan {
        let lines = bytes.dropLast(bytes.last == UInt8(ascii: "\n") ? 1 : 0)
        let start = (lines.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        return SourceSpan(start, start)
    }

    /// Where a mistake at a token is shown: a change of indentation at the last blank of its line, the
    /// end of the text at the end of its last line.
    func place(of token: Token) -> SourceSpan {
        let start = token.span.start
        switch token.kind {
        case .dedent where start == bytes.count, .end where start == bytes.count:
            let end = bytes.last == UInt8(ascii: "\n") ? start - 1 : start
            return SourceSpan(end, end)
        case .indent, .dedent:
            let isIndented = start > 0 && bytes[start - 1] != UInt8(ascii: "\n")
            return isIndented ? SourceSpan(start - 1, start) : token.span
        default: return token.span
        }
    }

    /// A mistake inside of a token comes first, wherever it stands, unless it is a late one; then a
    /// bracket that is still open there, if the other mistake was found on a later line.
    private func preferLexical(to fault: SyntaxFault) -> SyntaxFault {
        guard let lexical = list.fault else { return fault }
        if furthest >= tokens.count - 1 || !list.isFaultLate { return lexical }
        guard let bracket = list.bracketAtFault else { return fault }
        let mistake = max(tokens[furthest].span.start, bracket.offset)
        guard bytes[bracket.offset..<mistake].contains(UInt8(ascii: "\n")) else { return fault }
        let span = SourceSpan(bracket.offset, bracket.offset + 1)
        return SyntaxFault(.syntaxError, bracket.neverClosed, at: span)
    }

    /// A mistake at a span.
    func fault(_ message: String, at span: SourceSpan) -> ParseFailure {
        .fault(SyntaxFault(.syntaxError, faultPrefix + message, at: span))
    }

    /// A mistake at the last token that was looked at.
    func faultAtFurthest(_ message: String) -> ParseFailure {
        fault(message, at: place(of: tokens[furthest]))
    }

    /// The span from a start to the last byte that was looked at, as CPython counts it.
    func spanToFurthest(from start: SourceSpan) -> SourceSpan {
        SourceSpan(start.start, max(start.end, tokens[furthest].span.end - 1))
    }

    /// Steps over a token whose absence CPython names: `expected ':'`.
    func demand(_ wanted: Token.Kind) throws(ParseFailure) {
        if take(wanted) { return }
        if kind == .unknown, list.fault != nil { throw .mismatch }
        throw fault("expected '\(wanted.rawValue)'", at: span)
    }
}
