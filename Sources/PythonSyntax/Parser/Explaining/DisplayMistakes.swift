import Diagnostics

extension SyntaxReader {
    /// Mistakes in parentheses: a star that nothing takes apart.
    func explainGroup() throws(ParseFailure) {
        let start = position
        defer { position = start }
        advance()
        if kind == .star {
            let inner = try attempt { () throws(ParseFailure) in try starredExpression() }
            if let inner, kind == .rightParenthesis {
                throw fault("cannot use starred expression here", at: inner.span)
            }
        }
        position = start + 1
        let stars = span
        if take(.doubleStar),
            try attempt({ () throws(ParseFailure) in try expression() }) != nil,
            kind == .rightParenthesis
        {
            throw fault("cannot use double starred expression here", at: stars)
        }
    }

    /// Mistakes in brackets behind an expression, which may be meant to hold a comprehension.
    func explainBrackets() throws(ParseFailure) {
        if [.leftParenthesis, .leftBracket, .leftBrace].contains(kind) {
            try explainComprehension()
        }
    }

    /// Mistakes before the `for` of a comprehension in brackets of any kind.
    func explainComprehension() throws(ParseFailure) {
        let start = position
        let isParenthesis = kind == .leftParenthesis
        defer { position = start }
        advance()
        if kind == .star,
            let inner = try attempt({ () throws(ParseFailure) in try starredExpression() }),
            try hasClauses()
        {
            throw fault("iterable unpacking cannot be used in comprehension", at: inner.span)
        }
        position = start + 1
        guard !isParenthesis,
            let first = try attempt({ () throws(ParseFailure) in try starNamedExpression() })
        else { return }
        var last = span
        guard take(.comma) else { return }
        while startsExpression,
            let element = try attempt({ () throws(ParseFailure) in try starNamedExpression() })
        {
            last = element.span
            guard take(.comma) else { break }
        }
        guard try hasClauses() else { return }
        throw fault(
            "did you forget parentheses around the comprehension target?", at: first.span.to(last))
    }

    /// Whether the clauses of a comprehension come next.
    func hasClauses() throws(ParseFailure) -> Bool {
        guard kind == .for else { return false }
        return try attempt({ () throws(ParseFailure) in try comprehensionClauses() }) != nil
    }

    /// Mistakes in the entries of a dictionary.
    func explainDictionary() throws(ParseFailure) {
        let start = position
        defer { position = start }
        var isFirst = true
        while true {
            let mark = position
            if try attempt({ () throws(ParseFailure) in try dictionaryEntry() }) != nil,
                take(.comma)
            {
                isFirst = false
                continue
            }
            position = mark
            break
        }
        try explainDictionaryEntry(isFirst: isFirst)
    }

    private func explainDictionaryEntry(isFirst: Bool) throws(ParseFailure) {
        guard let key = try attempt({ () throws(ParseFailure) in try expression() }) else { return }
        let colon = span
        guard take(.colon) else {
            guard !isFirst else { return }
            let end = SourceSpan(key.span.end - 1, key.span.end)
            throw fault("':' expected after dictionary key", at: end)
        }
        let star = span
        if take(.star) {
            guard try attempt({ () throws(ParseFailure) in try bitwiseOr() }) != nil else { return }
            let message = "cannot use a starred expression in a dictionary value"
            throw fault(message, at: spanToFurthest(from: star))
        }
        if kind == .rightBrace || kind == .comma {
            throw fault("expression expected after dictionary key and ':'", at: colon)
        }
    }

    /// Mistakes in braces that are neither a dictionary nor a set.
    func explainBraces() throws(ParseFailure) {
        let start = position
        defer { position = start }
        advance()
        let stars = span
        if take(.doubleStar),
            try attempt({ () throws(ParseFailure) in try bitwiseOr() }) != nil,
            try hasClauses(), kind == .rightBrace
        {
            throw fault("dict unpacking cannot be used in dict comprehension", at: stars)
        }
        position = start
        try explainComprehension()
    }
}
