import Diagnostics

extension PlacementCheck {
    func checkCompound(_ statement: Statement) throws(SyntaxFault) {
        switch statement.kind {
        case .if(let test, let then, let otherwise):
            try check(test)
            try check(then)
            try check(otherwise)
        case .while(let test, let body, let otherwise):
            try check(test)
            try loop.check(body)
            try check(otherwise)
        case .for(let target, let iterable, let body, let otherwise):
            try check(iterable)
            try checkTarget(target)
            try loop.check(body)
            try check(otherwise)
        case .with(let items, let body):
            for item in items {
                try check(item.context)
                if let target = item.target { try checkTarget(target) }
            }
            try check(body)
        case .try(let attempt): try check(attempt)
        case .match(let subject, let cases):
            try check(subject)
            for (index, entry) in cases.enumerated() {
                try check(entry, isLast: index == cases.count - 1)
            }
        case .function(let function): try check(function, at: statement.span)
        case .class(let type): try check(type, at: statement.span)
        default: break
        }
    }

    private var loop: PlacementCheck {
        inside {
            $0.isInLoop = true
            $0.isJumpInGroup = false
        }
    }

    private func check(_ attempt: TryStatement) throws(SyntaxFault) {
        try check(attempt.body)
        try check(attempt.otherwise)
        let inner = inside {
            if attempt.isGroup { ($0.isJumpInGroup, $0.isReturnInGroup) = (true, true) }
        }
        for (index, handler) in attempt.handlers.enumerated() {
            if handler.type == nil, index < attempt.handlers.count - 1 {
                throw SyntaxFault(
                    .syntaxError, "default 'except:' must be last", at: handler.span)
            }
            try check(handler.type)
            if let name = handler.name { try checkName(name, at: handler.span) }
            try inner.check(handler.body)
        }
        try check(attempt.finally)
    }

    private func check(
        _ function: FunctionDefinition, at span: SourceSpan
    ) throws(SyntaxFault) {
        for decorator in function.decorators { try check(decorator) }
        try checkOutside(function.parameters)
        try check(function.returns)
        let header = function.decorators.isEmpty ? span : function.nameSpan.to(span)
        for parameter in function.parameters.all { try checkName(parameter.name, at: header) }
        try PlacementCheck(Context(isInFunction: true)).check(function.body)
        try checkName(function.name, at: header)
    }

    private func check(_ type: ClassDefinition, at span: SourceSpan) throws(SyntaxFault) {
        for decorator in type.decorators { try check(decorator) }
        try PlacementCheck(Context()).check(type.body)
        try checkKeywords(type.arguments, at: span)
        for argument in type.arguments { try check(argument.value) }
        try checkName(type.name, at: span)
    }

    /// Checks the defaults and annotations of parameters, which stand outside of the function.
    func checkOutside(_ parameters: Parameters) throws(SyntaxFault) {
        for parameter in parameters.all { try check(parameter.defaultValue) }
        for parameter in parameters.all {
            // `*args: *types` is the one annotation with a star.
            if case .starred(let inner)? = parameter.annotation?.kind {
                try check(inner)
            } else {
                try check(parameter.annotation)
            }
        }
    }
}
