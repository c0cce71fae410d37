import Diagnostics

/// What is done with a target.
enum TargetUse {
    case assign, delete, loop
}

extension Expression {
    /// The part of an expression that cannot be a target; nil when all of it can.
    func invalidTarget(for use: TargetUse) -> Expression? {
        switch kind {
        case .name, .attribute, .item: return nil
        case .tuple(let elements), .list(let elements):
            for element in elements {
                if let invalid = element.invalidTarget(for: use) { return invalid }
            }
            return nil
        case .starred(let inner): return use == .delete ? self : inner.invalidTarget(for: use)
        case .comparison(let first, let links) where use == .loop:
            // `a in b` of `for a in b` was read as a comparison.
            return links[0].0 == .in ? first.invalidTarget(for: use) : nil
        default: return self
        }
    }
}

extension SyntaxReader {
    /// Throws when an expression cannot be a target.
    func explainTarget(_ expression: Expression, for use: TargetUse) throws(ParseFailure) {
        guard let invalid = expression.invalidTarget(for: use) else { return }
        let verb = use == .delete ? "delete" : "assign to"
        throw fault("cannot \(verb) \(invalid.kindName)", at: invalid.span)
    }

    /// Mistakes in the target of a `for` that begins at a token.
    func explainForTarget(at start: Int) throws(ParseFailure) {
        position = start
        advance()
        if let target = try attempt({ () throws(ParseFailure) in try starExpressions() }) {
            try explainTarget(target, for: .loop)
        }
    }

    /// Mistakes in the target of a `with` whose `as` is next.
    func explainWithTarget() throws(ParseFailure) {
        advance()
        guard let target = try attempt({ () throws(ParseFailure) in try expression() }),
            [.comma, .rightParenthesis, .colon].contains(kind)
        else { return }
        try explainTarget(target, for: .assign)
    }

    /// Mistakes in a `del` that begins at a token.
    func explainDelete(at start: Int) throws(ParseFailure) {
        position = start
        advance()
        if let target = try attempt({ () throws(ParseFailure) in try starExpressions() }) {
            try explainTarget(target, for: .delete)
        }
    }

    /// Mistakes in a statement that is no assignment, though it may have been meant as one.
    func explainAssignment() throws(ParseFailure) {
        let start = position
        for explain in [
            explainAnnotatedSequence, explainAnnotatedTuple, explainAnnotatedExpression,
        ] {
            try explain()
            position = start
        }
        try explainAssignmentTarget()
        position = start
        try explainAugmentedTarget()
        position = start
    }

    private func explainAnnotatedSequence() throws(ParseFailure) {
        guard kind == .leftBracket || kind == .leftParenthesis,
            let target = try attempt({ () throws(ParseFailure) in try atom() }),
            take(.colon), try attempt({ () throws(ParseFailure) in try expression() }) != nil
        else { return }
        switch target.kind {
        case .list, .tuple:
            let message = "only single target (not \(target.kindName)) can be annotated"
            throw fault(message, at: target.span)
        default: return
        }
    }

    private func explainAnnotatedTuple() throws(ParseFailure) {
        guard let first = try attempt({ () throws(ParseFailure) in try starNamedExpression() }),
            take(.comma)
        else { return }
        while startsExpression,
            try attempt({ () throws(ParseFailure) in try starNamedExpression() }) != nil
        {
            _ = take(.comma)
        }
        guard take(.colon), try attempt({ () throws(ParseFailure) in try expression() }) != nil
        else {
            return
        }
        throw fault("only single target (not tuple) can be annotated", at: first.span)
    }

    private func explainAnnotatedExpression() throws(ParseFailure) {
        guard let target = try attempt({ () throws(ParseFailure) in try expression() }),
            take(.colon),
            try attempt({ () throws(ParseFailure) in try expression() }) != nil
        else { return }
        throw fault("illegal target for annotation", at: target.span)
    }

    private func explainAssignmentTarget() throws(ParseFailure) {
        while let target = try attempt({ () throws(ParseFailure) in try assignedTarget() }) {
            _ = target
        }
        let isYield = kind == .yield
        let target = try attempt { () throws(ParseFailure) in
            try isYield ? yieldExpression() : starExpressions()
        }
        guard let target, take(.assign) else { return }
        guard !isYield else {
            throw fault("assignment to yield expression not possible", at: target.span)
        }
        try explainTarget(target, for: .assign)
    }

    /// A valid target and the equals sign behind it.
    private func assignedTarget() throws(ParseFailure) -> Expression {
        let target = try targets()
        try expect(.assign)
        return target
    }

    private func explainAugmentedTarget() throws(ParseFailure) {
        guard let target = try attempt({ () throws(ParseFailure) in try starExpressions() }),
            BinaryOperator(augmented: kind) != nil
        else { return }
        advance()
        let value = try attempt { () throws(ParseFailure) in
            try kind == .yield ? yieldExpression() : starExpressions()
        }
        guard value != nil else { return }
        let message = "'\(target.kindName)' is an illegal expression for augmented assignment"
        throw fault(message, at: target.span)
    }
}
