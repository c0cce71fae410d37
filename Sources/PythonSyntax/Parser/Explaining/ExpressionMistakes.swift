import Diagnostics

extension SyntaxReader {
    /// Mistakes at the start of an expression: a forgotten comma, a forgotten `else`, a `print` without
    /// parentheses.
    func explainExpression() throws(ParseFailure) {
        let start = position
        defer { position = start }
        try explainForgottenComma()
        position = start
        try explainForgottenElse()
        position = start
        try explainLegacyStatement()
    }

    private func explainForgottenComma() throws(ParseFailure) {
        let isPrefixedString = kind == .name && kind(ahead: 1) == .string
        guard !isPrefixedString, !isSoftKeyword else { return }
        guard let first = try attempt({ () throws(ParseFailure) in try disjunction() }) else {
            return
        }
        let second = try attempt { () throws(ParseFailure) in
            try silently { () throws(ParseFailure) in try expressionWithoutMistakes() }
        }
        guard let second, !isLegacyName(first), isInsideBrackets(before: position) else { return }
        throw fault(
            "invalid syntax. Perhaps you forgot a comma?", at: first.span.to(second.span))
    }

    /// Whether the next token is `match`, `case` or `_`, or, as CPython 3.11 compares them, a beginning
    /// of one of these.
    private var isSoftKeyword: Bool {
        guard kind == .name else { return false }
        let text = text(of: span)
        return ["match", "case", "_"].contains { $0.hasPrefix(text) }
    }

    /// Reads without looking for mistakes.
    func silently<T>(_ read: () throws(ParseFailure) -> T) throws(ParseFailure) -> T {
        let was = isExplaining
        isExplaining = false
        defer { isExplaining = was }
        return try read()
    }

    private func expressionWithoutMistakes() throws(ParseFailure) -> Expression {
        guard kind != .lambda else { return try expression() }
        let start = span
        let then = try disjunction()
        let mark = position
        guard take(.if), let test = try attempt({ () throws(ParseFailure) in try disjunction() }),
            take(.else),
            let otherwise = try attempt({ () throws(ParseFailure) in try expression() })
        else {
            position = mark
            return then
        }
        return Expression(
            .conditional(test: test, then: then, otherwise: otherwise), span(from: start))
    }

    /// Whether the token before a position stands in brackets that are open there.
    private func isInsideBrackets(before index: Int) -> Bool {
        var level = 0
        for token in tokens[..<index] {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace: level += 1
            case .rightParenthesis, .rightBracket, .rightBrace: level -= 1
            default: break
            }
        }
        return level > 0
    }

    private func explainForgottenElse() throws(ParseFailure) {
        guard let then = try attempt({ () throws(ParseFailure) in try disjunction() }), take(.if),
            let test = try attempt({ () throws(ParseFailure) in try disjunction() }),
            kind != .else, kind != .colon
        else { return }
        throw fault(
            "expected 'else' after 'if' expression", at: then.span.to(test.span))
    }

    /// Whether an expression is a name that was a statement in Python 2.
    private func isLegacyName(_ expression: Expression) -> Bool {
        if case .name(let name) = expression.kind {
            name == "print" || name == "exec"
        } else {
            false
        }
    }

    private func explainLegacyStatement() throws(ParseFailure) {
        guard kind == .name, kind(ahead: 1) != .leftParenthesis else { return }
        let (text, start) = try name()
        guard
            let values = try attempt({ () throws(ParseFailure) in try starExpressions() }),
            text == "print" || text == "exec"
        else { return }
        let message = "Missing parentheses in call to '\(text)'. Did you mean \(text)(...)?"
        throw fault(message, at: start.to(values.span))
    }

    /// Mistakes where a named expression may stand: `=` in place of `==` or `:=`.
    func explainNamedExpression() throws(ParseFailure) {
        let start = position
        defer { position = start }
        if memory[.invalidNamed, start] != nil { return }
        try explainWalrusTarget()
        position = start
        try explainNameAssignment()
        position = start
        try explainExpressionAssignment()
        memory[.invalidNamed, start] = .init(expression: nil, end: start)
    }

    private func explainWalrusTarget() throws(ParseFailure) {
        guard let target = try attempt({ () throws(ParseFailure) in try expression() }),
            take(.walrus),
            try attempt({ () throws(ParseFailure) in try expression() }) != nil
        else { return }
        throw fault(
            "cannot use assignment expressions with \(target.kindName)", at: target.span)
    }

    private func explainNameAssignment() throws(ParseFailure) {
        guard kind == .name, kind(ahead: 1) == .assign else { return }
        let start = span
        advance()
        advance()
        guard let value = try attempt({ () throws(ParseFailure) in try bitwiseOr() }),
            kind != .assign, kind != .walrus
        else { return }
        throw fault(
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            at: start.to(value.span))
    }

    private func explainExpressionAssignment() throws(ParseFailure) {
        let start = position
        guard kind != .trueConstant, kind != .noneConstant, kind != .falseConstant else { return }
        if kind == .leftBracket || kind == .leftParenthesis,
            let atom = try attempt({ () throws(ParseFailure) in try atom() }),
            atom.isSequenceDisplay(after: tokens[start])
        {
            return
        }
        position = start
        guard let target = try attempt({ () throws(ParseFailure) in try bitwiseOr() }),
            take(.assign),
            try attempt({ () throws(ParseFailure) in try bitwiseOr() }) != nil,
            kind != .assign, kind != .walrus
        else { return }
        throw fault(
            "cannot assign to \(target.kindName) here. Maybe you meant '==' instead of '='?",
            at: target.span)
    }
}

extension Expression {
    /// Whether the expression is a list, a tuple in parentheses or a generator that begins at a token.
    fileprivate func isSequenceDisplay(after opening: Token) -> Bool {
        guard span.start == opening.span.start else { return false }
        switch kind {
        case .list, .tuple: return true
        case .comprehension(let comprehension):
            if case .generator = comprehension.element { return true }
            return false
        default: return false
        }
    }
}
