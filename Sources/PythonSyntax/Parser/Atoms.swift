import Diagnostics

extension SyntaxReader {
    /// A name, a literal, or something in brackets.
    func atom() throws(ParseFailure) -> Expression {
        let here = span
        switch kind {
        case .name: return Expression(.name(try name().text), here)
        case .number: return try number()
        case .string: return try strings()
        case .leftParenthesis: return try parenthesized()
        case .leftBracket: return try listDisplay()
        case .leftBrace: return try braceDisplay()
        case .await: throw unsupported("await")
        default:
            guard let constant else { throw .mismatch }
            advance()
            return Expression(constant, here)
        }
    }

    /// The constant that the next token spells.
    private var constant: Expression.Kind? {
        switch kind {
        case .noneConstant: Expression.Kind.none
        case .trueConstant: .bool(true)
        case .falseConstant: .bool(false)
        case .ellipsis: .ellipsis
        default: nil
        }
    }

    /// The fault of a part of Python that has no place in a note.
    func unsupported(_ word: String) -> ParseFailure {
        fault("'\(word)' is not supported: cells run from top to bottom", at: span)
    }

    private func number() throws(ParseFailure) -> Expression {
        let here = span
        do {
            let value = try NumberLiteral.value(of: bytes[here.start..<here.end], at: here)
            advance()
            return Expression(value, here)
        } catch {
            throw .fault(error)
        }
    }

    /// `(a)`, `(a, b)`, `()`, `(yield a)` or `(a for a in b)`.
    private func parenthesized() throws(ParseFailure) -> Expression {
        let start = position
        if let result = try attempt({ () throws(ParseFailure) in try freshParenthesized() }) {
            return result
        }
        guard isExplaining else { throw .mismatch }
        try explainGroup()
        try explainComprehension()
        position = start
        throw .mismatch
    }

    private func freshParenthesized() throws(ParseFailure) -> Expression {
        let start = try expect(.leftParenthesis)
        if take(.rightParenthesis) { return Expression(.tuple([]), span(from: start)) }
        if kind == .yield {
            let inner = try yieldExpression()
            try expect(.rightParenthesis)
            return inner
        }
        let first = try starNamedExpression()
        if case .starred = first.kind, kind != .comma { throw .mismatch }
        if kind == .for || kind == .async {
            let clauses = try comprehensionClauses()
            try expect(.rightParenthesis)
            let comprehension = Comprehension(element: .generator(first), clauses: clauses)
            return Expression(.comprehension(comprehension), span(from: start))
        }
        guard kind == .comma else {
            try expect(.rightParenthesis)
            return first
        }
        let elements = try remainingElements(after: first, until: .rightParenthesis)
        return Expression(.tuple(elements), span(from: start))
    }

    /// The elements of a display behind its first one, and the closing bracket.
    func remainingElements(
        after first: Expression, until closing: Token.Kind
    ) throws(ParseFailure) -> [Expression] {
        var elements = [first]
        while take(.comma), kind != closing { elements.append(try starNamedExpression()) }
        try expect(closing)
        return elements
    }

    /// `[a, b]` or `[a for a in b]`.
    private func listDisplay() throws(ParseFailure) -> Expression {
        let start = position
        if let result = try attempt({ () throws(ParseFailure) in try freshListDisplay() }) {
            return result
        }
        guard isExplaining else { throw .mismatch }
        try explainComprehension()
        position = start
        throw .mismatch
    }

    private func freshListDisplay() throws(ParseFailure) -> Expression {
        let start = try expect(.leftBracket)
        if take(.rightBracket) { return Expression(.list([]), span(from: start)) }
        let first = try starNamedExpression()
        if kind == .for || kind == .async {
            if case .starred = first.kind { throw .mismatch }
            let clauses = try comprehensionClauses()
            try expect(.rightBracket)
            let comprehension = Comprehension(element: .list(first), clauses: clauses)
            return Expression(.comprehension(comprehension), span(from: start))
        }
        let elements = try remainingElements(after: first, until: .rightBracket)
        return Expression(.list(elements), span(from: start))
    }
}
