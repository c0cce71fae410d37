import Diagnostics

extension SyntaxReader {
    /// An expression by itself, or an assignment of any kind.
    func expressionStatement() throws(ParseFailure) -> Statement.Kind {
        let start = position
        if let result = try attempt({ () throws(ParseFailure) in try assignmentOrExpression() }),
            !isExplaining || result.isAssignment
        {
            return result
        }
        guard isExplaining else { throw .mismatch }
        position = start
        try explainAssignment()
        position = start
        return .expression(try kind == .yield ? yieldExpression() : starExpressions())
    }

    private func assignmentOrExpression() throws(ParseFailure) -> Statement.Kind {
        let start = span
        guard kind != .yield else { return .expression(try yieldExpression()) }
        let first = try starExpressions()
        switch kind {
        case .assign: return try assignment(to: first)
        case .colon: return try annotation(of: first, from: start)
        default:
            guard let operation = BinaryOperator(augmented: kind) else { return .expression(first) }
            guard first.isPlace else { throw .mismatch }
            advance()
            return .augmented(target: first, operation, value: try assignedValue())
        }
    }

    /// `a = b = value`.
    private func assignment(to first: Expression) throws(ParseFailure) -> Statement.Kind {
        var targets: [Expression] = []
        var value = first
        while take(.assign) {
            guard value.isTarget else { throw .mismatch }
            targets.append(value)
            value = try assignedValue()
        }
        return .assignment(targets: targets, value: value)
    }

    /// The right side of an assignment.
    private func assignedValue() throws(ParseFailure) -> Expression {
        try kind == .yield ? yieldExpression() : starExpressions()
    }

    /// `target: annotation = value`.
    private func annotation(
        of target: Expression, from start: SourceSpan
    ) throws(ParseFailure) -> Statement.Kind {
        guard target.isPlace else { throw .mismatch }
        try expect(.colon)
        let annotation = try expression()
        let mark = position
        var value: Expression?
        if take(.assign) { value = try attempt { () throws(ParseFailure) in try assignedValue() } }
        if value == nil { position = mark }
        // A name in parentheses begins behind the start of its statement.
        var isSimple = false
        if case .name = target.kind { isSimple = target.span.start == start.start }
        return .annotated(
            target: target, annotation: annotation, value: value, isSimple: isSimple)
    }
}

extension Statement.Kind {
    /// Whether the statement assigns to something.
    fileprivate var isAssignment: Bool {
        switch self {
        case .assignment, .augmented, .annotated: true
        default: false
        }
    }
}
