import Diagnostics

extension PlacementCheck {
    func check(_ expression: Expression?) throws(SyntaxFault) {
        guard let expression else { return }
        let span = expression.span
        switch expression.kind {
        case .starred:
            throw SyntaxFault(.syntaxError, "can't use starred expression here", at: span)
        case .tuple(let elements), .list(let elements), .set(let elements):
            for element in elements { try checkElement(element) }
        case .call(let function, let arguments):
            try checkKeywords(arguments, at: span)
            try check(function)
            for argument in arguments { try check(argument.value) }
        case .yield, .yieldFrom:
            guard context.isInFunction else {
                throw SyntaxFault(.syntaxError, "'yield' outside function", at: span)
            }
            try checkParts(of: expression)
        case .lambda(let parameters, let body):
            try checkOutside(parameters)
            for parameter in parameters.all { try checkName(parameter.name, at: span) }
            try PlacementCheck(Context(isInFunction: true)).check(body)
        case .comprehension(let comprehension): try check(comprehension)
        case .named(let name, let nameSpan, let value):
            try check(value)
            try checkName(name, at: nameSpan)
        default: try checkParts(of: expression)
        }
    }

    private func checkParts(of expression: Expression) throws(SyntaxFault) {
        try expression.forEachPart { (part) throws(SyntaxFault) in try check(part) }
    }

    /// An element of a display, which may have a star.
    private func checkElement(_ element: Expression) throws(SyntaxFault) {
        if case .starred(let inner) = element.kind { try check(inner) } else { try check(element) }
    }

    private func check(_ comprehension: Comprehension) throws(SyntaxFault) {
        let inner = inside { $0.isInFunction = true }
        for clause in comprehension.clauses {
            try check(clause.iterable)
            try inner.checkTarget(clause.target)
            for condition in clause.conditions { try inner.check(condition) }
        }
        for result in comprehension.results { try inner.check(result) }
    }

    /// Checks that no keyword comes twice.
    func checkKeywords(_ arguments: [Argument], at span: SourceSpan) throws(SyntaxFault) {
        var seen: Set<String> = []
        for case .keyword(let name, let nameSpan, let value) in arguments {
            try checkName(name, at: span)
            guard seen.insert(name).inserted else {
                let message = "keyword argument repeated: \(name)"
                throw SyntaxFault(.syntaxError, message, at: nameSpan.to(value.span))
            }
        }
    }

    /// Checks something that is assigned to or deleted.
    func checkTarget(_ target: Expression, isDeleted: Bool = false) throws(SyntaxFault) {
        switch target.kind {
        case .name(let name): try checkName(name, at: target.span, isDeleted: isDeleted)
        case .attribute(let base, let name, _):
            try check(base)
            try checkName(name, at: target.span, isDeleted: isDeleted)
        case .starred:
            let message = "starred assignment target must be in a list or tuple"
            throw SyntaxFault(.syntaxError, message, at: target.span)
        case .tuple(let elements), .list(let elements):
            try checkElements(elements, of: target, isDeleted: isDeleted)
        default: try checkParts(of: target)
        }
    }

    private func checkElements(
        _ elements: [Expression], of target: Expression, isDeleted: Bool
    ) throws(SyntaxFault) {
        var hasStar = false
        for element in elements {
            guard case .starred = element.kind else { continue }
            if hasStar {
                let message = "multiple starred expressions in assignment"
                throw SyntaxFault(.syntaxError, message, at: target.span)
            }
            hasStar = true
        }
        for element in elements {
            if case .starred(let inner) = element.kind {
                try checkTarget(inner, isDeleted: isDeleted)
            } else {
                try checkTarget(element, isDeleted: isDeleted)
            }
        }
    }
}
