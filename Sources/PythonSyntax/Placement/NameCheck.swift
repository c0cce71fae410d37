import Diagnostics

/// Walks a text scope by scope and refuses contradictory uses of names: `global` behind a use, a
/// parameter twice, an assignment expression that would change a comprehension's variable.
struct NameCheck {
    private(set) var scope = Scope(.module, in: nil)

    /// Throws the first mistake that CPython's symbol table would report.
    static func check(_ body: [Statement]) throws(SyntaxFault) {
        var check = NameCheck()
        try check.walk(body)
        try check.scope.checkDeclarations(bound: nil)
    }

    mutating func walk(_ body: [Statement]) throws(SyntaxFault) {
        for statement in body { try walk(statement) }
    }

    /// Walks a part that has its own scope.
    mutating func inside(
        _ kind: Scope.Kind, _ body: (inout NameCheck) throws(SyntaxFault) -> Void
    ) throws(SyntaxFault) {
        let outer = scope
        scope = Scope(kind, in: outer)
        defer { scope = outer }
        try body(&self)
    }

    private mutating func walk(_ statement: Statement) throws(SyntaxFault) {
        switch statement.kind {
        case .expression(let value): try walk(value)
        case .assignment(let targets, let value):
            for target in targets { try bind(target) }
            try walk(value)
        case .augmented(let target, _, let value):
            try bind(target)
            try walk(value)
        case .annotated(let target, let annotation, let value, let isSimple):
            try annotate(target, isSimple: isSimple, hasValue: value != nil, at: statement.span)
            try walk(annotation)
            try walk(value)
        case .return(let value): try walk(value)
        case .raise(let exception, let cause):
            try walk(exception)
            try walk(cause)
        case .assert(let test, let message):
            try walk(test)
            try walk(message)
        case .delete(let targets): for target in targets { try bind(target) }
        case .global(let names): try declare(names, as: .global, at: statement.span)
        case .nonlocal(let names): try declare(names, as: .nonlocal, at: statement.span)
        case .import, .importFrom: try imported(statement)
        case .pass, .break, .continue: break
        default: try walkCompound(statement)
        }
    }

    private mutating func walkCompound(_ statement: Statement) throws(SyntaxFault) {
        switch statement.kind {
        case .if(let test, let then, let otherwise), .while(let test, let then, let otherwise):
            try walk(test)
            try walk(then)
            try walk(otherwise)
        case .for(let target, let iterable, let body, let otherwise):
            try bind(target)
            try walk(iterable)
            try walk(body)
            try walk(otherwise)
        case .with(let items, let body):
            for item in items {
                try walk(item.context)
                if let target = item.target { try bind(target) }
            }
            try walk(body)
        case .try(let attempt): try walk(attempt)
        case .match(let subject, let cases):
            try walk(subject)
            for entry in cases { try walk(entry) }
        case .function(let function): try walk(function)
        case .class(let type): try walk(type)
        default: break
        }
    }

    private mutating func walk(_ attempt: TryStatement) throws(SyntaxFault) {
        try walk(attempt.body)
        try walk(attempt.otherwise)
        for handler in attempt.handlers {
            try walk(handler.type)
            if let name = handler.name { scope.add(.local, to: name) }
            try walk(handler.body)
        }
        try walk(attempt.finally)
    }

    private mutating func walk(_ entry: MatchCase) throws(SyntaxFault) {
        try walk(entry.pattern)
        try walk(entry.guardExpression)
        try walk(entry.body)
    }

    private mutating func walk(_ pattern: Pattern) throws(SyntaxFault) {
        for value in pattern.values { try walk(value) }
        if let name = pattern.boundName { scope.add(.local, to: name) }
        for part in pattern.parts { try walk(part) }
    }

    private mutating func walk(_ function: FunctionDefinition) throws(SyntaxFault) {
        scope.add(.local, to: function.name)
        try walkOutside(function.parameters)
        try walk(function.returns)
        for decorator in function.decorators { try walk(decorator) }
        try inside(.function) { (check) throws(SyntaxFault) in
            try check.bind(function.parameters)
            try check.walk(function.body)
        }
    }

    private mutating func walk(_ type: ClassDefinition) throws(SyntaxFault) {
        scope.add(.local, to: type.name)
        for argument in type.arguments { try walk(argument.value) }
        for decorator in type.decorators { try walk(decorator) }
        try inside(.class) { (check) throws(SyntaxFault) in try check.walk(type.body) }
    }

    /// Walks the defaults and annotations of parameters, which stand outside of the function.
    mutating func walkOutside(_ parameters: Parameters) throws(SyntaxFault) {
        for parameter in parameters.all { try walk(parameter.defaultValue) }
        for parameter in parameters.all { try walk(parameter.annotation) }
    }

    private mutating func imported(_ statement: Statement) throws(SyntaxFault) {
        let names: [ImportedName]
        switch statement.kind {
        case .import(let modules): names = modules
        case .importFrom(_, _, let members?): names = members
        default:
            guard case .module = scope.kind else {
                let star = SourceSpan(statement.span.end - 1, statement.span.end)
                throw SyntaxFault(.syntaxError, "import * only allowed at module level", at: star)
            }
            return
        }
        for name in names {
            let path = name.name.prefix { $0 != "." }
            scope.add(.local, to: name.alias ?? String(path))
        }
    }
}
