import Diagnostics

extension SyntaxReader {
    /// A whole text.
    func file() throws(ParseFailure) -> [Statement] {
        var body: [Statement] = []
        while kind != .end {
            statementStart = position
            memory = RuleMemory()
            isRemembering = isExplaining
            try statement(into: &body)
        }
        return body
    }

    /// A text that is one expression.
    func loneExpression() throws(ParseFailure) -> Expression {
        let result = try starExpressions()
        _ = take(.newline)
        try expect(.end)
        return result
    }

    /// One compound statement, or the simple ones of a line.
    private func statement(into body: inout [Statement]) throws(ParseFailure) {
        if let compound = try compoundStatement() {
            body.append(compound)
        } else {
            try simpleStatements(into: &body)
        }
    }

    /// The simple statements of a line, with semicolons between them.
    private func simpleStatements(into body: inout [Statement]) throws(ParseFailure) {
        repeat { body.append(try simpleStatement()) } while take(.semicolon) && kind != .newline
        try expect(.newline)
    }

    /// What belongs to the header of a compound statement: indented lines, or the rest of the line.
    func block() throws(ParseFailure) -> [Statement] {
        var body: [Statement] = []
        guard take(.newline) else {
            try simpleStatements(into: &body)
            return body
        }
        try expect(.indent)
        repeat { try statement(into: &body) } while kind != .dedent && kind != .end
        try expect(.dedent)
        return body
    }

    private func simpleStatement() throws(ParseFailure) -> Statement {
        let start = span
        let kind = try simpleKind()
        return Statement(kind, span(from: start))
    }

    private func simpleKind() throws(ParseFailure) -> Statement.Kind {
        switch kind {
        case .pass: return word(.pass)
        case .break: return word(.break)
        case .continue: return word(.continue)
        case .return: return try returnStatement()
        case .raise: return try raiseStatement()
        case .assert: return try assertStatement()
        case .del: return try deleteStatement()
        case .global: return .global(try declaredNames())
        case .nonlocal: return .nonlocal(try declaredNames())
        case .import: return try importStatement()
        case .from: return try importFromStatement()
        default: return try expressionStatement()
        }
    }

    private func word(_ statement: Statement.Kind) -> Statement.Kind {
        advance()
        return statement
    }

    private func returnStatement() throws(ParseFailure) -> Statement.Kind {
        advance()
        return .return(startsExpression ? try starExpressions() : nil)
    }

    private func raiseStatement() throws(ParseFailure) -> Statement.Kind {
        advance()
        guard startsExpression else { return .raise(nil, cause: nil) }
        let exception = try expression()
        return .raise(exception, cause: take(.from) ? try expression() : nil)
    }

    private func assertStatement() throws(ParseFailure) -> Statement.Kind {
        advance()
        let test = try expression()
        return .assert(test, message: take(.comma) ? try expression() : nil)
    }

    private func deleteStatement() throws(ParseFailure) -> Statement.Kind {
        let start = position
        advance()
        if let targets = try attempt({ () throws(ParseFailure) in try deletedTargets() }) {
            return .delete(targets)
        }
        if isExplaining { try explainDelete(at: start) }
        throw .mismatch
    }

    private func deletedTargets() throws(ParseFailure) -> [Expression] {
        var targets: [Expression] = []
        repeat {
            let target = try nested { () throws(ParseFailure) in try primary() }
            guard target.isDeletable else { throw .mismatch }
            targets.append(target)
        } while take(.comma) && startsExpression
        guard kind == .semicolon || kind == .newline else { throw .mismatch }
        return targets
    }

    private func declaredNames() throws(ParseFailure) -> [String] {
        advance()
        var names: [String] = []
        repeat { names.append(try name().text) } while take(.comma)
        return names
    }
}
