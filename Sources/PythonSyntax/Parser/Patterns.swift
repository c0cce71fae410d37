import Diagnostics

extension SyntaxReader {
    /// `match subject: case …`; nil where `match` is a name like any other.
    func matchStatement() throws(ParseFailure) -> Statement.Kind? {
        let start = span
        let header = try attempt { () throws(ParseFailure) in try matchHeader() }
        guard let subject = header else {
            if isExplaining { try explainMatch(from: start) }
            return nil
        }
        var cases: [MatchCase] = []
        while kind != .dedent { cases.append(try matchCase()) }
        try expect(.dedent)
        return .match(subject: subject, cases)
    }

    /// The subject, up to the first `case`, which decides that this is a `match`.
    private func matchHeader() throws(ParseFailure) -> Expression {
        let subject = try matchSubject()
        try expect(.colon)
        try expect(.newline)
        try expect(.indent)
        guard isWord("case") else { throw .mismatch }
        return subject
    }

    /// `match` and the expression behind it.
    func matchSubject() throws(ParseFailure) -> Expression {
        advance()
        let isStarred = kind == .star
        let subject = try tupleOrSingle { () throws(ParseFailure) in try starNamedExpression() }
        if isStarred, case .starred = subject.kind { throw .mismatch }
        return subject
    }

    /// `case pattern if guard: …`.
    private func matchCase() throws(ParseFailure) -> MatchCase {
        guard isWord("case") else { throw .mismatch }
        let start = span
        advance()
        let pattern = try patterns()
        let condition = take(.if) ? try namedExpression() : nil
        let body = try body(of: "'case' statement", from: start)
        return MatchCase(pattern: pattern, guardExpression: condition, body: body)
    }

    /// A pattern, or a sequence of them without brackets.
    private func patterns() throws(ParseFailure) -> Pattern {
        let start = span
        let first = try starPattern()
        if kind != .comma {
            if case .star = first.kind { throw .mismatch }
            return first
        }
        let elements = try remainingPatterns(after: first, until: nil)
        return Pattern(.sequence(elements), span(from: start))
    }

    /// The patterns behind the first one of a sequence, up to the closing bracket.
    private func remainingPatterns(
        after first: Pattern, until closing: Token.Kind?
    ) throws(ParseFailure) -> [Pattern] {
        var elements = [first]
        while take(.comma),
            let next = try attempt({ () throws(ParseFailure) in try starPattern() })
        {
            elements.append(next)
        }
        if let closing { try expect(closing) }
        return elements
    }

    private func starPattern() throws(ParseFailure) -> Pattern {
        let start = span
        guard take(.star) else { return try pattern() }
        let name = try isWord("_") ? wildcard() : captureName()
        return Pattern(.star(name), span(from: start))
    }

    private func wildcard() -> String? {
        advance()
        return nil
    }

    /// A name that takes what it meets.
    private func captureName() throws(ParseFailure) -> String {
        guard !isWord("_") else { throw .mismatch }
        let name = try name().text
        guard ![.dot, .leftParenthesis, .assign].contains(kind) else { throw .mismatch }
        return name
    }

    /// `a | b as c`.
    func pattern() throws(ParseFailure) -> Pattern {
        let start = span
        let alternatives = try alternativePatterns()
        guard kind == .as else { return alternatives }
        let mark = position
        advance()
        guard let name = try attempt({ () throws(ParseFailure) in try captureName() }) else {
            if isExplaining { try explainPatternTarget() }
            position = mark
            return alternatives
        }
        return Pattern(.as(alternatives, name: name), span(from: start))
    }

    private func alternativePatterns() throws(ParseFailure) -> Pattern {
        let start = span
        let first = try closedPattern()
        guard kind == .bar else { return first }
        var alternatives = [first]
        while take(.bar) { alternatives.append(try closedPattern()) }
        return Pattern(.or(alternatives), span(from: start))
    }

    private func closedPattern() throws(ParseFailure) -> Pattern {
        switch kind {
        case .name: return try namePattern()
        case .leftParenthesis: return try enclosedPattern()
        case .leftBracket: return try listPattern()
        case .leftBrace: return try mappingPattern()
        default:
            let literal = try literalPatternValue()
            switch literal.kind {
            case .none, .bool: return Pattern(.singleton(literal), literal.span)
            default: return Pattern(.value(literal), literal.span)
            }
        }
    }

    /// `_`, a name, a dotted name, or a class with its arguments.
    private func namePattern() throws(ParseFailure) -> Pattern {
        let start = span
        if isWord("_") { return Pattern(.capture(wildcard()), start) }
        let value = try dottedValue()
        if kind == .leftParenthesis { return try classPattern(of: value, from: start) }
        guard kind != .assign else { throw .mismatch }
        if case .name(let name) = value.kind { return Pattern(.capture(name), start) }
        return Pattern(.value(value), value.span)
    }

    private func dottedValue() throws(ParseFailure) -> Expression {
        let (text, start) = try name()
        var value = Expression(.name(text), start)
        while take(.dot) {
            let (attribute, nameSpan) = try name()
            value = Expression(
                .attribute(value, name: attribute, nameSpan: nameSpan), span(from: start))
            try grow()
        }
        return value
    }

    /// `(a)`, `(a, b)` or `()`.
    private func enclosedPattern() throws(ParseFailure) -> Pattern {
        let start = try expect(.leftParenthesis)
        if take(.rightParenthesis) { return Pattern(.sequence([]), span(from: start)) }
        let first = try starPattern()
        guard kind == .comma else {
            if case .star = first.kind { throw .mismatch }
            try expect(.rightParenthesis)
            return first
        }
        let elements = try remainingPatterns(after: first, until: .rightParenthesis)
        return Pattern(.sequence(elements), span(from: start))
    }

    private func listPattern() throws(ParseFailure) -> Pattern {
        let start = try expect(.leftBracket)
        if take(.rightBracket) { return Pattern(.sequence([]), span(from: start)) }
        let elements = try remainingPatterns(after: try starPattern(), until: .rightBracket)
        return Pattern(.sequence(elements), span(from: start))
    }
}
