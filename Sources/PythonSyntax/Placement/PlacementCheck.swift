import Diagnostics

/// Finds what is well formed but may not stand where it does: a `return` outside a function, a `break`
/// outside a loop, a star that nothing takes apart.
struct PlacementCheck {
    /// What surrounds a statement.
    struct Context {
        var isInFunction = false
        var isInLoop = false
        /// Whether the nearest handler around is an `except*`: for jumps out of a loop, and for `return`.
        var isJumpInGroup = false
        var isReturnInGroup = false
        /// Whether an import from `__future__` may still come.
        var isLeading = false
    }

    /// Throws the first mistake that CPython's compiler would report.
    static func check(_ body: [Statement]) throws(SyntaxFault) {
        try FutureImports.check(body)
        try NameCheck.check(body)
        let leading = FutureImports.leadingCount(in: body)
        for (index, statement) in body.enumerated() {
            try PlacementCheck(Context(isLeading: index < leading)).check(statement)
        }
    }

    var context: Context

    init(_ context: Context) { self.context = context }

    /// The check for the inside of something.
    func inside(_ change: (inout Context) -> Void) -> PlacementCheck {
        var inner = context
        inner.isLeading = false
        change(&inner)
        return PlacementCheck(inner)
    }

    func check(_ body: [Statement]) throws(SyntaxFault) {
        for statement in body { try check(statement) }
    }

    func check(_ statement: Statement) throws(SyntaxFault) {
        let span = statement.span
        switch statement.kind {
        case .expression(let value): try check(value)
        case .assignment(let targets, let value):
            try check(value)
            for target in targets { try checkTarget(target) }
        case .augmented(let target, _, let value):
            try checkTarget(target)
            try check(value)
        case .annotated(let target, let annotation, let value, _):
            try check(value)
            try checkTarget(target)
            try check(annotation)
        case .return(let value):
            try checkReturn(of: value, at: span)
        case .raise(let exception, let cause):
            try check(exception)
            try check(cause)
        case .assert(let test, let message):
            try check(test)
            try check(message)
        case .delete(let targets):
            for target in targets { try checkTarget(target, isDeleted: true) }
        case .break: try checkJump("'break' outside loop", at: span)
        case .continue: try checkJump("'continue' not properly in loop", at: span)
        case .import, .importFrom: try checkImport(statement)
        case .pass, .global, .nonlocal: break
        default: try checkCompound(statement)
        }
    }

    private func checkReturn(
        of value: Expression?, at span: SourceSpan
    ) throws(SyntaxFault) {
        guard context.isInFunction else {
            throw SyntaxFault(.syntaxError, "'return' outside function", at: span)
        }
        try check(value)
        if context.isReturnInGroup { throw leavingGroup(at: value?.span ?? span) }
    }

    private func checkJump(_ message: String, at span: SourceSpan) throws(SyntaxFault) {
        if context.isJumpInGroup { throw leavingGroup(at: span) }
        guard context.isInLoop else { throw SyntaxFault(.syntaxError, message, at: span) }
    }

    private func leavingGroup(at span: SourceSpan) -> SyntaxFault {
        let message = "'break', 'continue' and 'return' cannot appear in an except* block"
        return SyntaxFault(.syntaxError, message, at: span)
    }

    private func checkImport(_ statement: Statement) throws(SyntaxFault) {
        if case .importFrom("__future__", _, _) = statement.kind, !context.isLeading {
            let message = "from __future__ imports must occur at the beginning of the file"
            throw SyntaxFault(.syntaxError, message, at: statement.span)
        }
        switch statement.kind {
        case .import(let names), .importFrom(_, _, let names?):
            for name in names {
                let path = name.name.prefix { $0 != "." }
                try checkName(name.alias ?? String(path), at: statement.span)
            }
        default: break
        }
    }

    /// `__debug__` is a constant, though it looks like a name.
    func checkName(
        _ name: String, at span: SourceSpan, isDeleted: Bool = false
    ) throws(SyntaxFault) {
        guard name == "__debug__" else { return }
        let verb = isDeleted ? "delete" : "assign to"
        throw SyntaxFault(.syntaxError, "cannot \(verb) __debug__", at: span)
    }
}
