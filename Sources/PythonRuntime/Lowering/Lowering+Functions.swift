import Diagnostics
import PythonSyntax

/// Bodies: of cells, functions, lambdas, generator expressions and classes.
extension Lowering {
    /// Lowers a whole source: its own code comes last, behind those inside it. With `showsLast`, the value of a
    /// last expression is displayed.
    static func codes(
        _ origin: CodeUnit, in python: Interpreter,
        remark: ([SyntaxRemark]) throws -> Void = { _ in }
    ) throws -> [CodeObject] {
        let body = try origin.body()
        let (scope, scopes) = ScopeBuilder.build(body)
        let unit = LoweringUnit(python, origin: origin, scopes: scopes)
        let parts = CodeObject.Parts(
            source: unit.source, namespace: unit.namespace,
            signature: Signature(name: "<module>", parameters: Parameters()))
        let lowering = Lowering(unit, scope: scope, parts: parts)
        var statements = body
        var shown: Expression?
        if origin.showsLast, case .expression(let value)? = body.last?.kind {
            shown = value
            statements.removeLast()
        }
        try lowering.statements(statements)
        if let shown {
            try lowering.at(shown.span) {
                let register = try lowering.operand(shown)
                lowering.emit(.display, register)
            }
        }
        lowering.emitReturnNone()
        _ = try lowering.finish()
        try remark(unit.remarks)
        return unit.made
    }

    func emitReturnNone() {
        scratch {
            let register = temporary()
            emit(.loadNone, register)
            emit(.return, register)
        }
    }

    // MARK: Functions

    func functionDefinition(_ definition: FunctionDefinition, _ span: SourceSpan) throws {
        try scratch {
            let target = temporary()
            let decorators = try definition.decorators.map { decorator in
                let register = temporaries(2)
                try expression(decorator, into: register)
                return register
            }
            let code = try functionCode(
                definition.name, definition.parameters, span,
                documentation: definition.body.documentation
            ) {
                try $0.statements(definition.body)
                $0.emitReturnNone()
            }
            try makeFunction(
                code, definition.parameters, returns: definition.returns, into: target)
            applyDecorators(zip(definition.decorators, decorators).map { $0 }, to: target)
            store(definition.boundName, from: target)
        }
    }

    private func applyDecorators(_ decorators: [(Expression, Register)], to target: Register) {
        for (decorator, register) in decorators.reversed() {
            at(decorator.span) {
                emit(.take, register + 1, target)
                emit(.call, register, 1)
                emit(.take, target, register)
            }
        }
    }

    func lambda(
        _ parameters: Parameters, _ body: Expression, _ span: SourceSpan, into target: Register
    ) throws {
        let code = try functionCode("<lambda>", parameters, span, documentation: nil) {
            let result = try $0.operand(body)
            $0.span = body.span
            $0.emit(.return, result)
        }
        try makeFunction(code, parameters, returns: nil, into: target)
    }

    /// Lowers a function's body: parameters first, then cells, then the code.
    func functionCode(
        _ name: String, _ parameters: Parameters, _ span: SourceSpan, documentation: String?,
        _ body: (Lowering) throws -> Void
    ) throws -> CodeObject {
        let inner = self.inner(.function, name, span)
        inner.parts.signature = Signature(name: name, parameters: parameters)
        inner.parts.documentation = documentation
        inner.parts.isGenerator = inner.scope.isGenerator
        for parameter in parameters.all {
            let register = inner.temporary()
            inner.registers[0][parameter.name] = register
            inner.parts.localNames[register] = parameter.name
            inner.assigned.insert(register)
        }
        for parameter in parameters.all where inner.scope.unbound.contains(parameter.name) {
            inner.registers[0][parameter.name].map { _ = inner.assigned.remove($0) }
        }
        inner.loadClosure()
        for parameter in parameters.all where inner.scope.access(parameter.name) == .cell {
            inner.registers[0][parameter.name].map { _ = inner.emit(.makeCell, $0) }
        }
        inner.allocate(inner.scope, at: 0)
        try body(inner)
        return try inner.finish()
    }

    private func inner(_ kind: Scope.Kind, _ name: String, _ span: SourceSpan) -> Lowering {
        let scope = unit.scope(kind, span)
        var parts = CodeObject.Parts(
            source: unit.source, namespace: unit.namespace,
            signature: Signature(name: name, parameters: Parameters()))
        parts.name = name
        parts.qualifiedName = innerQualifiedName(name)
        parts.freeNames = scope.free
        let lowering = Lowering(unit, scope: scope, parts: parts)
        lowering.span = span
        return lowering
    }

    private func innerQualifiedName(_ name: String) -> String {
        switch scope.kind {
        case .module: name
        case .class: "\(parts.qualifiedName).\(name)"
        default: "\(parts.qualifiedName).<locals>.\(name)"
        }
    }

    /// Copies the cells of the closure into registers.
    private func loadClosure() {
        for (index, name) in scope.free.enumerated() {
            let register = temporary()
            registers[0][name] = register
            emit(.loadClosure, register, index)
        }
    }

    /// Makes a function object: R[first …] hold defaults, keyword defaults, annotations and the closure.
    private func makeFunction(
        _ code: CodeObject, _ parameters: Parameters, returns: Expression?, into target: Register
    ) throws {
        try scratch {
            let first = temporaries(4)
            try tuple(
                (parameters.positionalOnly + parameters.positionalOrKeyword).compactMap(
                    \.defaultValue),
                into: first)
            try dictionary(
                parameters.keywordOnly.compactMap { parameter in
                    parameter.defaultValue.map { (parameter.name, $0) }
                }, into: first + 1)
            var annotations = parameters.all.compactMap { parameter in
                parameter.annotation.map { (parameter.name, $0) }
            }
            if let returns { annotations.append(("return", returns)) }
            try dictionary(annotations, into: first + 2)
            buildClosure(code.freeNames, into: first + 3)
            emit(.makeFunction, first, self.code(code))
            emit(.take, target, first)
        }
    }

    private func tuple(_ items: [Expression], into target: Register) throws {
        if items.isEmpty {
            _ = emit(.loadNone, target)
        } else {
            try display(items, .buildTuple, into: target)
        }
    }

    private func dictionary(_ entries: [(String, Expression)], into target: Register) throws {
        guard !entries.isEmpty else {
            emit(.loadNone, target)
            return
        }
        let pairs = entries.map { name, value in
            DictionaryEntry.pair(Expression(.string(name), value.span), value)
        }
        try dictionaryDisplay(pairs, into: target)
    }

    private func buildClosure(_ names: [String], into target: Register) {
        guard !names.isEmpty else {
            emit(.loadNone, target)
            return
        }
        scratch {
            let first = temporaries(names.count)
            for (index, name) in names.enumerated() {
                emit(.move, first + index, register(name) ?? first)
            }
            emit(.buildTuple, target, first, names.count)
        }
    }

    // MARK: Generator expressions

    func generatorExpression(
        _ comprehension: Comprehension, _ element: Expression, _ span: SourceSpan,
        into target: Register
    ) throws {
        let parameter = Parameter(name: ".0", span: span)
        let parameters = Parameters(positionalOnly: [parameter])
        let code = try functionCode("<genexpr>", parameters, span, documentation: nil) { inner in
            try inner.clauses(comprehension.clauses[...], iterator: 0) {
                try inner.scratch {
                    let value = try inner.operand(element)
                    let result = inner.temporary()
                    inner.emit(.yield, result, value)
                }
            }
            inner.emitReturnNone()
        }
        try scratch {
            let function = temporaries(2)
            try makeFunction(code, parameters, returns: nil, into: function)
            try scratch {
                let iterable = try operand(comprehension.clauses[0].iterable)
                emit(.getIterator, function + 1, iterable)
            }
            emit(.call, function, 1)
            emit(.take, target, function)
        }
    }

    // MARK: Classes

    func classDefinition(_ definition: ClassDefinition, _ span: SourceSpan) throws {
        try scratch {
            let target = temporary()
            let decorators = try definition.decorators.map { decorator in
                let register = temporaries(2)
                try expression(decorator, into: register)
                return register
            }
            let code = try classCode(definition, span)
            try scratch {
                let first = temporaries(4)
                try makeFunction(code, Parameters(), returns: nil, into: first)
                emit(
                    .loadConstant, first + 1,
                    wide: constant(.string(definition.name, in: unit.python)))
                try argumentList(definition.arguments, list: first + 2, dictionary: first + 3)
                emit(.makeClass, first)
                emit(.take, target, first)
            }
            applyDecorators(zip(definition.decorators, decorators).map { $0 }, to: target)
            store(definition.boundName, from: target)
        }
    }

    /// A class body is a function whose register 0 holds the namespace it fills; it gives the cell of
    /// `__class__`, or None where no method asks for it.
    private func classCode(_ definition: ClassDefinition, _ span: SourceSpan) throws -> CodeObject {
        let inner = self.inner(.class, definition.name, span)
        inner.parts.signature = Signature(
            name: definition.name,
            parameters: Parameters(positionalOnly: [Parameter(name: ".namespace", span: span)]))
        _ = inner.temporary()
        inner.loadClosure()
        var ownClass: Register?
        if inner.scope.captured.contains(Scope.ownClass) {
            let register = inner.temporary()
            inner.registers[0][Scope.ownClass] = register
            inner.emit(.makeCell, register)
            ownClass = register
        }
        inner.setClassVariable("__module__", unit.namespace["__name__"] ?? .none)
        inner.setClassVariable("__qualname__", .string(inner.parts.qualifiedName, in: unit.python))
        if let documentation = definition.body.documentation {
            inner.setClassVariable("__doc__", .string(documentation, in: unit.python))
        }
        try inner.statements(definition.body)
        if let ownClass { inner.emit(.return, ownClass) } else { inner.emitReturnNone() }
        return try inner.finish()
    }

    private func setClassVariable(_ name: String, _ value: Value) {
        scratch {
            let register = temporary()
            emit(.loadConstant, register, wide: constant(value))
            emit(.storeName, register, wide: self.name(name))
        }
    }
}

extension [Statement] {
    /// The string that a body starts with.
    var documentation: String? {
        guard case .expression(let value)? = first?.kind, case .string(let text) = value.kind else {
            return nil
        }
        return text
    }
}
