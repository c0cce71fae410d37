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
        isSecondReading = true
        isExplaining = true
        depth = 0
        height = 0
        do {
            _ = try rule()
        } catch {
            if case .fault(let fault) = error { return preferLexical(to: fault) }
        }
        if let fault = list.fault, last >= tokens.count - 1 { return fault }
        return preferLexical(to: general(at: last))
    }

    /// The fault of a text about which nothing special is known.
    private func general(at index: Int) -> SyntaxFault {
        switch tokens[index].kind {
        case .indent: SyntaxFault(.indentationError, "unexpected indent", at: tokens[index].span)
        case .dedent: SyntaxFault(.indentationError, "unexpected unindent", at: tokens[index].span)
        default: SyntaxFault(.syntaxError, faultPrefix + "invalid syntax", at: tokens[index].span)
        }
    }

    /// A mistake inside of a token comes first, wherever it stands; a bracket that was never closed
    /// only if the other mistake was found on a later line.
    private func preferLexical(to fault: SyntaxFault) -> SyntaxFault {
        guard let lexical = list.fault else { return fault }
        guard list.endsInsideBrackets, furthest < tokens.count - 1 else { return lexical }
        let mistake = tokens[furthest].span.start
        let isLater = bytes[lexical.span.start..<max(mistake, lexical.span.start)]
            .contains(UInt8(ascii: "\n"))
        return isLater ? lexical : fault
    }

    /// A mistake at a span.
    func fault(_ message: String, at span: SourceSpan) -> ParseFailure {
        .fault(SyntaxFault(.syntaxError, faultPrefix + message, at: span))
    }

    /// A mistake at the last token that was looked at.
    func faultAtFurthest(_ message: String) -> ParseFailure {
        fault(message, at: tokens[furthest].span)
    }

    /// Steps over a token whose absence CPython names: `expected ':'`.
    func demand(_ wanted: Token.Kind) throws(ParseFailure) {
        if take(wanted) { return }
        if kind == .unknown, list.fault != nil { throw .mismatch }
        throw fault("expected '\(wanted.rawValue)'", at: span)
    }
}
