import Diagnostics
import PythonSyntax

/// Finds the scopes of a module and the names that each binds and uses.
struct ScopeBuilder {
    private(set) var scopes: [ScopeKey: Scope] = [:]
    private var current: Scope
    private var all: [Scope] = []

    /// The module's scope and those inside it, resolved.
    static func build(_ body: [Statement]) -> (module: Scope, scopes: [ScopeKey: Scope]) {
        let module = Scope(.module, in: nil)
        var builder = ScopeBuilder(module)
        builder.visit(body)
        for scope in builder.all { scope.resolveUses() }
        return (module, builder.scopes)
    }

    private init(_ module: Scope) { current = module }

    private mutating func within(
        _ kind: Scope.Kind, _ span: SourceSpan, _ body: (inout ScopeBuilder) -> Void
    ) {
        let outer = current
        let scope = Scope(kind, in: outer)
        scopes[ScopeKey(kind: kind, span: span)] = scope
        all.append(scope)
        current = scope
        body(&self)
        current = outer
    }

    // MARK: Statements

    private mutating func visit(_ body: [Statement]) { for statement in body { visit(statement) } }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value): visit(value)
        case .assignment(let targets, let value):
            visit(value)
            targets.forEach { bind($0) }
        case .augmented(let target, _, let value):
            visit(value)
            visit(target)
            bind(target)
        case .annotated(let target, let annotation, let value, _):
            if current.kind != .function { visit(annotation) }
            value.map { visit($0) }
            bind(target)
        case .return(let value): value.map { visit($0) }
        case .raise(let value, let cause):
            value.map { visit($0) }
            cause.map { visit($0) }
        case .assert(let test, let message):
            visit(test)
            message.map { visit($0) }
        case .delete(let targets):
            for target in targets {
                bind(target)
                noteUnbound(target)
            }
        case .pass, .break, .continue: break
        case .global(let names): current.globals.formUnion(names)
        case .nonlocal(let names): current.nonlocals.formUnion(names)
        case .import(let names):
            for name in names { current.bind(name.alias ?? String(name.name.prefix { $0 != "." })) }
        case .importFrom(_, _, let names):
            for name in names ?? [] { current.bind(name.alias ?? name.name) }
        default: visitCompound(statement)
        }
    }

    private mutating func visitCompound(_ statement: Statement) {
        switch statement.kind {
        case .if(let test, let then, let otherwise):
            visit(test)
            visit(then)
            visit(otherwise)
        case .while(let test, let body, let otherwise):
            visit(test)
            visit(body)
            visit(otherwise)
        case .for(let target, let iterable, let body, let otherwise):
            visit(iterable)
            bind(target)
            visit(body)
            visit(otherwise)
        case .with(let items, let body):
            for item in items {
                visit(item.context)
                item.target.map { bind($0) }
            }
            visit(body)
        case .try(let statement): visit(statement)
        case .match(let subject, let cases):
            visit(subject)
            for entry in cases {
                visit(entry.pattern)
                entry.guardExpression.map { visit($0) }
                visit(entry.body)
            }
        case .function(let definition): visit(definition, statement.span)
        case .class(let definition): visit(definition, statement.span)
        default: break
        }
    }

    private mutating func visit(_ statement: TryStatement) {
        visit(statement.body)
        for handler in statement.handlers {
            handler.type.map { visit($0) }
            if let name = handler.name {
                current.bind(name)
                current.unbound.insert(name)
            }
            visit(handler.body)
        }
        visit(statement.otherwise)
        visit(statement.finally)
    }

    private mutating func visit(_ definition: FunctionDefinition, _ span: SourceSpan) {
        definition.decorators.forEach { visit($0) }
        visitOuter(definition.parameters)
        definition.returns.map { visit($0) }
        current.bind(definition.boundName)
        within(.function, span) {
            $0.bindParameters(definition.parameters)
            $0.visit(definition.body)
        }
    }

    private mutating func visit(_ definition: ClassDefinition, _ span: SourceSpan) {
        definition.decorators.forEach { visit($0) }
        definition.arguments.forEach { visit($0) }
        current.bind(definition.boundName)
        within(.class, span) { $0.visit(definition.body) }
    }

    /// Defaults and annotations belong to the scope around the function.
    private mutating func visitOuter(_ parameters: Parameters) {
        for parameter in parameters.all {
            parameter.defaultValue.map { visit($0) }
            parameter.annotation.map { visit($0) }
        }
    }

    private mutating func bindParameters(_ parameters: Parameters) {
        for parameter in parameters.all { current.bind(parameter.name) }
    }

    private mutating func visit(_ pattern: Pattern) {
        switch pattern.kind {
        case .value(let value), .singleton(let value): visit(value)
        case .capture(let name), .star(let name): name.map { current.bind($0) }
        case .sequence(let patterns), .or(let patterns): patterns.forEach { visit($0) }
        case .mapping(let keys, let patterns, let rest):
            keys.forEach { visit($0) }
            patterns.forEach { visit($0) }
            rest.map { current.bind($0) }
        case .class(let type, let positional, let keywords):
            visit(type)
            positional.forEach { visit($0) }
            keywords.forEach { visit($0.pattern) }
        case .as(let pattern, let name):
            visit(pattern)
            current.bind(name)
        }
    }

    // MARK: Targets

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): current.bind(name)
        case .tuple(let items), .list(let items): items.forEach { bind($0) }
        case .starred(let inner): bind(inner)
        default: visit(target)
        }
    }

    private func noteUnbound(_ target: Expression) {
        switch target.kind {
        case .name(let name): current.unbound.insert(name)
        case .tuple(let items), .list(let items): items.forEach { noteUnbound($0) }
        default: break
        }
    }

    // MARK: Expressions

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .none, .ellipsis, .bool, .integer, .float, .imaginary, .string, .bytes: break
        case .name(let name): use(name)
        case .formatted(let parts): visit(parts)
        case .attribute(let value, _, _), .unary(_, let value), .starred(let value): visit(value)
        case .item(let a, let b), .binary(let a, _, let b):
            visit(a)
            visit(b)
        case .slice(let start, let stop, let step):
            for part in [start, stop, step] { part.map { visit($0) } }
        case .call(let function, let arguments):
            visit(function)
            arguments.forEach { visit($0) }
        case .comparison(let first, let rest):
            visit(first)
            rest.forEach { visit($0.1) }
        case .and(let items), .or(let items), .tuple(let items), .list(let items), .set(let items):
            items.forEach { visit($0) }
        case .dictionary(let entries): entries.forEach { visit($0) }
        case .conditional(let test, let then, let otherwise):
            visit(test)
            visit(then)
            visit(otherwise)
        case .lambda(let parameters, let body):
            visitOuter(parameters)
            within(.function, expression.span) {
                $0.bindParameters(parameters)
                $0.visit(body)
            }
        case .comprehension(let comprehension): visit(comprehension, expression.span)
        case .named(let name, _, let value): visitNamed(name, value)
        case .yield(let value):
            current.isGenerator = true
            value.map { visit($0) }
        case .yieldFrom(let value):
            current.isGenerator = true
            visit(value)
        }
    }

    private mutating func use(_ name: String) {
        current.uses.append(name)
        if name == "super" { current.uses.append(Scope.ownClass) }
    }

    private mutating func visit(_ parts: [FormattedPart]) {
        for case .value(let value) in parts {
            visit(value.value)
            value.specification.map { visit($0) }
        }
    }

    private mutating func visit(_ argument: Argument) {
        switch argument {
        case .positional(let value), .keyword(_, _, let value), .unpacked(let value),
            .unpackedMapping(let value):
            visit(value)
        }
    }

    private mutating func visit(_ entry: DictionaryEntry) {
        switch entry {
        case .pair(let key, let value):
            visit(key)
            visit(value)
        case .unpacked(let value): visit(value)
        }
    }

    /// `:=` in a comprehension binds in the scope around it.
    private mutating func visitNamed(_ name: String, _ value: Expression) {
        visit(value)
        var scope = current
        scope.hasNamedExpressions = true
        while scope.kind == .comprehension || scope.isGeneratorExpression, let parent = scope.parent
        {
            if scope.isGeneratorExpression { scope.nonlocals.insert(name) }
            scope = parent
            scope.hasNamedExpressions = true
        }
        if scope.kind == .module, scope !== current { current.globals.insert(name) }
        scope.bind(name)
    }

    /// The first iterable is evaluated outside, everything else inside.
    private mutating func visit(_ comprehension: Comprehension, _ span: SourceSpan) {
        if let first = comprehension.clauses.first { visit(first.iterable) }
        let isGenerator: Bool
        if case .generator = comprehension.element {
            isGenerator = true
        } else {
            isGenerator = false
        }
        within(isGenerator ? .function : .comprehension, span) { builder in
            builder.current.isGenerator = isGenerator
            builder.current.isGeneratorExpression = isGenerator
            for (index, clause) in comprehension.clauses.enumerated() {
                if index > 0 { builder.visit(clause.iterable) }
                builder.bind(clause.target)
                clause.conditions.forEach { builder.visit($0) }
            }
            switch comprehension.element {
            case .list(let value), .set(let value), .generator(let value): builder.visit(value)
            case .dictionary(let key, let value):
                builder.visit(key)
                builder.visit(value)
            }
        }
    }
}

extension Parameters {
    /// All parameters in the order of a bound call.
    var all: [Parameter] {
        positionalOnly + positionalOrKeyword + (variadic.map { [$0] } ?? []) + keywordOnly
            + (variadicKeyword.map { [$0] } ?? [])
    }
}
