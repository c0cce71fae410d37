import Diagnostics

extension SyntaxReader {
    /// `{a: b}`, `{a}`, or one of their comprehensions.
    func braceDisplay() throws(ParseFailure) -> Expression {
        let start = position
        if let result = try attempt({ () throws(ParseFailure) in try freshBraceDisplay() }) {
            return result
        }
        guard isExplaining else { throw .mismatch }
        try explainBraces()
        position = start
        throw .mismatch
    }

    private func freshBraceDisplay() throws(ParseFailure) -> Expression {
        let start = try expect(.leftBrace)
        if take(.rightBrace) { return Expression(.dictionary([]), span(from: start)) }
        if kind == .star {
            return try setDisplay(startingWith: try starNamedExpression(), from: start)
        }
        let mark = position
        let first = try attempt { () throws(ParseFailure) in try expression() }
        if kind == .doubleStar || (first != nil && kind == .colon) {
            return try dictionary(at: mark, startingWith: first, from: start)
        }
        if let first, !isExplaining, kind != .walrus {
            return try setDisplay(startingWith: first, from: start)
        }
        guard isExplaining || kind == .walrus else { throw .mismatch }
        position = mark
        return try setDisplay(startingWith: try starNamedExpression(), from: start)
    }

    /// A dictionary or its comprehension, behind the first key.
    private func dictionary(
        at mark: Int, startingWith key: Expression?, from start: SourceSpan
    ) throws(ParseFailure) -> Expression {
        let result = try attempt { () throws(ParseFailure) in
            guard let key else { return try dictionary([], from: start) }
            try expect(.colon)
            return try dictionary(startingWith: key, from: start)
        }
        if let result { return result }
        // CPython names these mistakes in its first reading already.
        isRemembering = true
        position = mark
        try explainDictionary()
        throw .mismatch
    }

    private func dictionary(
        startingWith key: Expression, from start: SourceSpan
    ) throws(ParseFailure) -> Expression {
        let value = try expression()
        guard kind == .for || kind == .async else {
            let entries = [DictionaryEntry.pair(key, value)]
            guard take(.comma) else {
                try expect(.rightBrace)
                return Expression(.dictionary(entries), span(from: start))
            }
            return try dictionary(entries, from: start)
        }
        let clauses = try comprehensionClauses()
        try expect(.rightBrace)
        let element = Comprehension.Element.dictionary(key: key, value: value)
        return Expression(
            .comprehension(Comprehension(element: element, clauses: clauses)), span(from: start))
    }

    /// The entries behind the ones that are known, and the closing brace.
    private func dictionary(
        _ known: [DictionaryEntry], from start: SourceSpan
    ) throws(ParseFailure) -> Expression {
        var entries = known
        while kind != .rightBrace {
            entries.append(try dictionaryEntry())
            guard take(.comma) else { break }
        }
        try expect(.rightBrace)
        return Expression(.dictionary(entries), span(from: start))
    }

    /// `key: value` or `**mapping`.
    func dictionaryEntry() throws(ParseFailure) -> DictionaryEntry {
        if take(.doubleStar) {
            return .unpacked(try nested { () throws(ParseFailure) in try bitwiseOr() })
        }
        let key = try expression()
        try expect(.colon)
        return .pair(key, try expression())
    }

    private func setDisplay(
        startingWith first: Expression, from start: SourceSpan
    ) throws(ParseFailure) -> Expression {
        if kind == .for || kind == .async {
            if case .starred = first.kind { throw .mismatch }
            let clauses = try comprehensionClauses()
            try expect(.rightBrace)
            let comprehension = Comprehension(element: .set(first), clauses: clauses)
            return Expression(.comprehension(comprehension), span(from: start))
        }
        let elements = try remainingElements(after: first, until: .rightBrace)
        return Expression(.set(elements), span(from: start))
    }
}
