import Diagnostics

extension NameCheck {
    mutating func walk(_ expression: Expression?) throws(SyntaxFault) {
        guard let expression else { return }
        switch expression.kind {
        case .name(let name): scope.add(.used, to: name)
        case .lambda(let parameters, let body):
            try walkOutside(parameters)
            try inside(.function) { (check) throws(SyntaxFault) in
                try check.bind(parameters)
                try check.walk(body)
            }
        case .comprehension(let comprehension): try walk(comprehension)
        case .named(let name, let nameSpan, let value):
            try checkTarget(name, at: nameSpan, of: expression)
            try walk(value)
            if !scope.isComprehension { scope.add(.local, to: name) }
        case .yield, .yieldFrom:
            if case .comprehension(let owner) = scope.kind {
                let message = "'yield' inside \(owner)"
                throw SyntaxFault(.syntaxError, message, at: expression.span)
            }
            try walkParts(of: expression)
        default: try walkParts(of: expression)
        }
    }

    private mutating func walkParts(of expression: Expression) throws(SyntaxFault) {
        try expression.forEachPart { (part) throws(SyntaxFault) in try walk(part) }
    }

    /// Walks a target: its names are bound, what stands around them is used.
    mutating func bind(_ target: Expression) throws(SyntaxFault) {
        switch target.kind {
        case .name(let name):
            if scope.isInIterationTarget { try checkIteration(name, at: target.span) }
            scope.add(.local, to: name)
        case .starred(let inner): try bind(inner)
        case .tuple(let elements), .list(let elements):
            for element in elements { try bind(element) }
        default: try walkParts(of: target)
        }
    }

    /// Binds parameters, each once.
    mutating func bind(_ parameters: Parameters) throws(SyntaxFault) {
        for parameter in parameters.all {
            guard scope.facts[parameter.name]?.contains(.parameter) != true else {
                let message = "duplicate argument '\(parameter.name)' in function definition"
                throw SyntaxFault(.syntaxError, message, at: parameter.span)
            }
            scope.add(.parameter, to: parameter.name)
        }
    }

    mutating func annotate(
        _ target: Expression, isSimple: Bool, hasValue: Bool, at span: SourceSpan
    ) throws(SyntaxFault) {
        guard case .name(let name) = target.kind else { return try bind(target) }
        let facts = scope.facts[name] ?? []
        if isSimple, scope.parent != nil, !facts.isDisjoint(with: [.global, .nonlocal]) {
            let word = facts.contains(.global) ? "global" : "nonlocal"
            throw SyntaxFault(.syntaxError, "annotated name '\(name)' can't be \(word)", at: span)
        }
        if isSimple { scope.add(.annotated, to: name) }
        if isSimple || hasValue { scope.add(.local, to: name) }
    }

    /// Notes the names of a `global` or `nonlocal` statement, which must come before their use.
    mutating func declare(
        _ names: [String], as fact: Scope.Facts, at span: SourceSpan
    ) throws(SyntaxFault) {
        let word = fact == .global ? "global" : "nonlocal"
        for name in names {
            if let message = contradiction(of: name, to: word) {
                throw SyntaxFault(.syntaxError, message, at: span)
            }
            scope.add(fact, to: name)
            scope.declarations.append(.init(name: name, span: span))
        }
    }

    private func contradiction(of name: String, to word: String) -> String? {
        let facts = scope.facts[name] ?? []
        if facts.contains(.parameter) { return "name '\(name)' is parameter and \(word)" }
        if facts.contains(.used) { return "name '\(name)' is used prior to \(word) declaration" }
        if facts.contains(.annotated) { return "annotated name '\(name)' can't be \(word)" }
        if facts.contains(.local) {
            return "name '\(name)' is assigned to before \(word) declaration"
        }
        return nil
    }
}

extension NameCheck {
    private mutating func walk(_ comprehension: Comprehension) throws(SyntaxFault) {
        try walkIterable(comprehension.clauses[0].iterable)
        try inside(.comprehension(comprehension.kindName)) { (check) throws(SyntaxFault) in
            for (index, clause) in comprehension.clauses.enumerated() {
                check.scope.isInIterationTarget = true
                try check.bind(clause.target)
                check.scope.isInIterationTarget = false
                if index > 0 { try check.walkIterable(clause.iterable) }
                for condition in clause.conditions { try check.walk(condition) }
            }
            for result in comprehension.results.reversed() { try check.walk(result) }
        }
    }

    private mutating func walkIterable(_ iterable: Expression) throws(SyntaxFault) {
        scope.iterableDepth += 1
        defer { scope.iterableDepth -= 1 }
        try walk(iterable)
    }

    /// Checks the target of `name := value` against the comprehensions around it.
    private mutating func checkTarget(
        _ name: String, at span: SourceSpan, of expression: Expression
    ) throws(SyntaxFault) {
        if scope.iterableDepth > 0 {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression"
            throw SyntaxFault(.syntaxError, message, at: expression.span)
        }
        var owner = scope
        while owner.isComprehension, let parent = owner.parent {
            if owner.facts[name]?.contains(.iteration) == true {
                let message =
                    "assignment expression cannot rebind comprehension iteration variable '\(name)'"
                throw SyntaxFault(.syntaxError, message, at: span)
            }
            owner = parent
        }
        guard owner !== scope else { return }
        if case .class = owner.kind {
            let message =
                "assignment expression within a comprehension cannot be used in a class body"
            throw SyntaxFault(.syntaxError, message, at: span)
        }
        scope.add(.nonlocal, to: name)
        owner.add(.local, to: name)
    }

    /// Notes the variable of a comprehension's `for`.
    private func checkIteration(_ name: String, at span: SourceSpan) throws(SyntaxFault) {
        guard scope.facts[name]?.contains(.nonlocal) != true else {
            let message =
                "comprehension inner loop cannot rebind assignment expression target '\(name)'"
            throw SyntaxFault(.syntaxError, message, at: span)
        }
        scope.add(.iteration, to: name)
    }
}
