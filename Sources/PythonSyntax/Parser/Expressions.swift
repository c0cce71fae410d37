import Diagnostics

extension SyntaxReader {
    /// `a, *b, c`: one expression, or a tuple without parentheses.
    func starExpressions() throws(ParseFailure) -> Expression {
        try tupleOrSingle { () throws(ParseFailure) in try starExpression() }
    }

    /// `*a` or an expression.
    func starExpression() throws(ParseFailure) -> Expression {
        kind == .star ? try starredOperand() : try expression()
    }

    /// `a, b` without stars, as an exception handler of Python 2 or a `with` header has them.
    func expressions() throws(ParseFailure) -> Expression {
        try tupleOrSingle { () throws(ParseFailure) in try expression() }
    }

    /// An element of a display: `*a`, `a := b`, or an expression.
    func starNamedExpression() throws(ParseFailure) -> Expression {
        kind == .star ? try starredOperand() : try namedExpression()
    }

    /// `*a` whose operand is arithmetic, as in displays and assignments.
    private func starredOperand() throws(ParseFailure) -> Expression {
        let start = span
        try expect(.star)
        let operand = try nested { () throws(ParseFailure) in try bitwiseOr() }
        return Expression(.starred(operand), span(from: start))
    }

    /// `*a` with any expression, as in the arguments of a call.
    func starredExpression() throws(ParseFailure) -> Expression {
        let start = span
        try expect(.star)
        let operand = try expression()
        return Expression(.starred(operand), span(from: start))
    }

    func tupleOrSingle(
        _ element: () throws(ParseFailure) -> Expression
    ) throws(ParseFailure) -> Expression {
        let start = span
        let first = try element()
        guard kind == .comma else { return first }
        var elements = [first]
        while take(.comma), startsExpression, let next = try attempt(element) {
            elements.append(next)
        }
        return Expression(.tuple(elements), span(from: start))
    }

    /// Whether the next token can begin an expression or a starred one.
    var startsExpression: Bool {
        switch kind {
        case .name, .number, .string, .falseConstant, .noneConstant, .trueConstant, .lambda, .not,
            .await, .leftParenthesis, .leftBracket, .leftBrace, .ellipsis, .plus, .minus, .tilde,
            .star:
            true
        default: false
        }
    }

    /// `name := value` or an expression.
    func namedExpression() throws(ParseFailure) -> Expression {
        if let assignment = try assignmentExpression() { return assignment }
        if isExplaining { try explainNamedExpression() }
        let result = try expression()
        guard kind != .walrus else { throw .mismatch }
        return result
    }

    /// `name := value`; nil where none begins.
    func assignmentExpression() throws(ParseFailure) -> Expression? {
        guard kind == .name, kind(ahead: 1) == .walrus else { return nil }
        let (target, nameSpan) = try name()
        try expect(.walrus)
        let value = try expression()
        return Expression(
            .named(target, nameSpan: nameSpan, value), span(from: nameSpan))
    }

    /// A conditional expression, a `lambda`, or what binds tighter.
    func expression() throws(ParseFailure) -> Expression {
        try remembered(.expression) { () throws(ParseFailure) in
            try nested { () throws(ParseFailure) in try freshExpression() }
        }
    }

    private func freshExpression() throws(ParseFailure) -> Expression {
        if isExplaining { try explainExpression() }
        if kind == .lambda { return try lambda() }
        let start = span
        let then = try disjunction()
        let mark = position
        guard take(.if) else { return then }
        guard let test = try attempt({ () throws(ParseFailure) in try disjunction() }),
            take(.else),
            let otherwise = try attempt({ () throws(ParseFailure) in try expression() })
        else {
            position = mark
            return then
        }
        return Expression(
            .conditional(test: test, then: then, otherwise: otherwise), span(from: start))
    }

    /// `lambda parameters: body`.
    private func lambda() throws(ParseFailure) -> Expression {
        let start = try expect(.lambda)
        let parameters = try parameters(of: .lambda)
        try expect(.colon)
        let body = try expression()
        return Expression(.lambda(parameters, body: body), span(from: start))
    }

    /// `yield`, `yield a, b` or `yield from a`.
    func yieldExpression() throws(ParseFailure) -> Expression {
        let start = try expect(.yield)
        if take(.from) {
            let source = try expression()
            return Expression(.yieldFrom(source), span(from: start))
        }
        let value = startsExpression ? try starExpressions() : nil
        return Expression(.yield(value), span(from: start))
    }
}
