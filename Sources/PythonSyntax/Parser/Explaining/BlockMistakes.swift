import Diagnostics

extension SyntaxReader {
    /// A header that ends without its colon.
    func explainMissingColon() throws(ParseFailure) {
        if kind == .newline { throw faultAtFurthest("expected ':'") }
    }

    /// A line behind a header that is not indented.
    func explainMissingBlock(of owner: String, from header: SourceSpan) throws(ParseFailure) {
        guard kind == .newline, kind(ahead: 1) != .indent else { return }
        let line = bytes[..<header.start].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        let message = "expected an indented block after \(owner) on line \(line)"
        let place = place(of: tokens[furthest])
        throw .fault(SyntaxFault(.indentationError, message, at: place))
    }

    /// A `with` header, behind its first word, that ends without its colon.
    func explainWithHeader(at start: Int) throws(ParseFailure) {
        for isEnclosed in [false, true] {
            position = start
            if isEnclosed { guard take(.leftParenthesis) else { return } }
            guard try attempt({ () throws(ParseFailure) in try looseItems(isEnclosed) }) != nil
            else {
                continue
            }
            if isEnclosed { guard take(.rightParenthesis) else { return } }
            try explainMissingColon()
        }
    }

    private func looseItems(_ isEnclosed: Bool) throws(ParseFailure) {
        repeat {
            _ = try isEnclosed ? expressions() : expression()
            if take(.as) { _ = try target() }
        } while take(.comma) && kind != .rightParenthesis
    }

    /// Mistakes in a `match` whose header could not be read.
    func explainMatch(from start: SourceSpan) throws(ParseFailure) {
        let mark = position
        defer { position = mark }
        guard try attempt({ () throws(ParseFailure) in try matchSubject() }) != nil else { return }
        try explainMissingColon()
        guard take(.colon) else { return }
        try explainMissingBlock(of: "'match' statement", from: start)
    }

    /// Mistakes in what stands behind the `as` of a pattern.
    func explainPatternTarget() throws(ParseFailure) {
        if isWord("_") { throw fault("cannot use '_' as a target", at: span) }
        guard kind != .name,
            let target = try attempt({ () throws(ParseFailure) in try expression() })
        else { return }
        throw fault("invalid pattern target", at: target.span)
    }

    /// Mistakes in an `except` that begins at a token; the next one is behind its star.
    func explainHandler(at start: Int, isGroup: Bool) throws(ParseFailure) {
        let mark = position
        defer { position = mark }
        let hasStar = mark > start + 1
        try explainMixedHandlers(at: start, isGroup: isGroup, hasStar: hasStar)
        position = mark
        if kind == .newline || (kind == .colon && hasStar) {
            throw faultAtFurthest(hasStar ? "expected one or more exception types" : "expected ':'")
        }
        guard let type = try attempt({ () throws(ParseFailure) in try expression() }) else {
            return
        }
        if take(.comma) {
            guard try attempt({ () throws(ParseFailure) in try expressions() }) != nil else {
                return
            }
            if take(.as) { guard take(.name) else { return } }
            guard take(.colon) else { return }
            throw fault(
                "multiple exception types must be parenthesized",
                at: spanToFurthest(from: type.span))
        }
        if take(.as) { guard take(.name) else { return } }
        try explainMissingColon()
    }

    /// `except` and `except*` at the same `try`.
    private func explainMixedHandlers(
        at start: Int, isGroup: Bool, hasStar: Bool
    ) throws(ParseFailure) {
        guard isGroup != hasStar else { return }
        if kind != .colon {
            guard try attempt({ () throws(ParseFailure) in try expression() }) != nil else {
                return
            }
            if take(.as) { guard take(.name) else { return } }
        }
        guard kind == .colon else { return }
        let header = tokens[start].span
        throw fault(
            "cannot have both 'except' and 'except*' on the same 'try'",
            at: hasStar ? header.to(tokens[start + 1].span) : header)
    }
}
