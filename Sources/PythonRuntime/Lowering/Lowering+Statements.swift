import Diagnostics
import PythonSyntax

/// Simple statements, conditions and loops.
extension Lowering {
    func statements(_ body: [Statement]) throws {
        var rest = body[...]
        while let statement = rest.popFirst() {
            guard let line = foreignLine(statement) else {
                try self.statement(statement)
                continue
            }
            let behind = rest.prefix { stands($0, on: line) }
            rest = rest.dropFirst(behind.count)
            try foreignLine(line, at: statement.span, behind)
        }
    }

    func statement(_ statement: Statement) throws {
        try at(statement.span) {
            switch statement.kind {
            case .expression(let value): try scratch { _ = try operand(value) }
            case .assignment(let targets, let value):
                try assignment(targets, value, statement.span)
            case .augmented(let target, let operation, let value):
                try augmented(target, operation, value, statement.span)
            case .annotated(let target, let annotation, let value, let isSimple):
                try annotated(target, annotation, value, isSimple: isSimple, statement.span)
            case .return(let value): try returnStatement(value)
            case .raise(let value, let cause): try raise(value, cause)
            case .assert(let test, let message):
                remarkAssertion(test, at: statement.span)
                try assert(test, message)
            case .delete(let targets): try targets.forEach { try delete($0) }
            case .pass, .global, .nonlocal: break
            case .break: try leaveLoop { $0.breaks.append(self.jump()) }
            case .continue: try leaveLoop { $0.continues.append(self.jump()) }
            case .import(let names): names.forEach { importModule($0) }
            case .importFrom(let module, let level, let names): importFrom(module, level, names)
            case .if(let test, let then, let otherwise): try ifStatement(test, then, otherwise)
            case .while(let test, let body, let otherwise):
                try whileStatement(test, body, otherwise)
            case .for(let target, let iterable, let body, let otherwise):
                try forStatement(target, iterable, body, otherwise)
            case .with(let items, let body): try with(items[...], body)
            case .try(let statement): try tryStatement(statement)
            case .match(let subject, let cases): try match(subject, cases)
            case .function(let definition): try functionDefinition(definition, statement.span)
            case .class(let definition): try classDefinition(definition, statement.span)
            }
        }
    }

    // MARK: Assignment

    private func assignment(_ targets: [Expression], _ value: Expression, _ span: SourceSpan) throws
    {
        try scratch {
            if targets.count == 1, case .name(let name) = targets[0].kind, access(name) == .local,
                value.writesOnce, let register = register(name)
            {
                try expression(value, into: register)
                noteAssigned(name, register)
                return
            }
            if targets.count == 1, try exchange(targets[0], value) { return }
            let register = try operand(value)
            for target in targets { try assign(target, from: register, observedAt: span) }
        }
    }

    /// `a, b = b, a`: no tuple is made.
    private func exchange(_ target: Expression, _ value: Expression) throws -> Bool {
        guard case .tuple(let targets) = target.kind, case .tuple(let values) = value.kind,
            targets.count == values.count, !(targets + values).contains(where: \.isStarred),
            scope.kind != .module
        else { return false }
        let first = temporaries(values.count)
        for (offset, value) in values.enumerated() { try expression(value, into: first + offset) }
        for (offset, target) in targets.enumerated() { try assign(target, from: first + offset) }
        return true
    }

    /// Binds a target to a register's value.
    func assign(_ target: Expression, from source: Register, observedAt span: SourceSpan? = nil)
        throws
    {
        try at(target.span) {
            switch target.kind {
            case .name(let name): store(name, from: source, observedAt: span)
            case .attribute(let object, let name, _):
                try scratch {
                    let object = try operand(object)
                    emit(.setAttribute, object, source, cache(name))
                }
            case .item(let container, let index):
                try scratch {
                    let container = try operand(container)
                    let index = try operand(index)
                    emit(.setItem, container, index, source)
                }
            case .tuple(let items), .list(let items): try unpack(items, from: source, span)
            case .starred(let inner): try assign(inner, from: source, observedAt: span)
            default: throw SyntaxFault(.syntaxError, "cannot assign to expression", at: target.span)
            }
        }
    }

    private func unpack(_ targets: [Expression], from source: Register, _ span: SourceSpan?) throws
    {
        try scratch {
            let first = temporaries(max(targets.count, 1))
            if let star = targets.firstIndex(where: \.isStarred) {
                emit(.unpackStarred, first, source, star | (targets.count - star - 1) << 8)
            } else {
                emit(.unpack, first, source, targets.count)
            }
            for (offset, target) in targets.enumerated() {
                try assign(target, from: first + offset, observedAt: span)
            }
        }
    }

    private func augmented(
        _ target: Expression, _ operation: BinaryOperator, _ value: Expression, _ span: SourceSpan
    ) throws {
        try scratch {
            switch target.kind {
            case .attribute(let object, let name, _):
                let object = try operand(object)
                let current = temporary()
                at(target.span) { _ = emit(.getAttribute, current, object, cache(name)) }
                emit(operation.inPlaceOperation, current, current, try operand(value))
                at(target.span) { _ = emit(.setAttribute, object, current, cache(name)) }
            case .item(let container, let index):
                let container = try operand(container)
                let index = try operand(index)
                let current = temporary()
                at(target.span) { _ = emit(.getItem, current, container, index) }
                emit(operation.inPlaceOperation, current, current, try operand(value))
                at(target.span) { _ = emit(.setItem, container, index, current) }
            default: try augmentedName(target, operation, value, span)
            }
        }
    }

    private func augmentedName(
        _ target: Expression, _ operation: BinaryOperator, _ value: Expression, _ span: SourceSpan
    ) throws {
        guard case .name(let name) = target.kind else {
            throw SyntaxFault(
                .syntaxError, "illegal expression for augmented assignment", at: target.span)
        }
        if access(name) == .local, let register = register(name) {
            at(target.span) { check(register) }
            if case .integer(.small(let small)) = value.kind,
                small == Int(Int16(truncatingIfNeeded: small)),
                operation == .add || operation == .subtract
            {
                emit(
                    operation == .add ? .addImmediateInPlace : .subtractImmediateInPlace, register,
                    register,
                    small)
            } else {
                emit(operation.inPlaceOperation, register, register, try operand(value))
            }
            return
        }
        let current = temporary()
        at(target.span) { load(name, into: current) }
        emit(operation.inPlaceOperation, current, current, try operand(value))
        store(name, from: current, observedAt: span)
    }

    private func annotated(
        _ target: Expression, _ annotation: Expression, _ value: Expression?, isSimple: Bool,
        _ span: SourceSpan
    ) throws {
        if let value { try assignment([target], value, span) }
        guard isSimple, scope.kind != .function, case .name(let name) = target.kind else { return }
        try scratch {
            let register = try operand(annotation)
            emit(.annotate, register, wide: self.name(name))
        }
    }

    private func delete(_ target: Expression) throws {
        try at(target.span) {
            switch target.kind {
            case .name(let name): delete(name)
            case .attribute(let object, let name, _):
                try scratch { emit(.deleteAttribute, try operand(object), 0, cache(name)) }
            case .item(let container, let index):
                try scratch {
                    let container = try operand(container)
                    emit(.deleteItem, container, try operand(index))
                }
            case .tuple(let items), .list(let items):
                for item in items { try delete(item) }
            default: throw SyntaxFault(.syntaxError, "cannot delete expression", at: target.span)
            }
        }
    }

    // MARK: Leaving

    private func returnStatement(_ value: Expression?) throws {
        try scratch {
            let register: Register
            if blocks.isEmpty, let value {
                register = try operand(value)
            } else {
                register = temporary()
                if let value {
                    try expression(value, into: register)
                } else {
                    emit(.loadNone, register)
                }
            }
            try unwind(to: 0)
            emit(.return, register)
        }
    }

    private func leaveLoop(_ body: (LoopContext) -> Void) throws {
        for (depth, block) in blocks.enumerated().reversed() {
            guard case .loop(let loop) = block else { continue }
            try unwind(to: depth + 1)
            body(loop)
            return
        }
        throw SyntaxFault(.syntaxError, "'break' outside loop", at: span)
    }

    /// Emits what the blocks from the innermost down to a depth do when they are left by a jump.
    private func unwind(to depth: Int) throws {
        let saved = blocks
        var starts: [Int: Int] = [:]
        defer {
            blocks = saved
            for (depth, start) in starts { holes.append((depth, start..<position)) }
        }
        while blocks.count > depth {
            let block = blocks.removeLast()
            starts[blocks.count] = position
            switch block {
            case .loop: break
            case .finally(let body): try statements(body)
            case .handler(let register, let name):
                emit(.popHandling, register)
                if let name {
                    scratch {
                        let none = temporary()
                        emit(.loadNone, none)
                        store(name, from: none)
                    }
                    delete(name)
                }
            case .context(let register, let span): at(span) { _ = emit(.exitContext, register) }
            }
        }
    }

    private func raise(_ value: Expression?, _ cause: Expression?) throws {
        try scratch {
            guard let value else {
                emit(.raiseAgain, Self.noRegister)
                return
            }
            let exception = try operand(value)
            let cause = try cause.map { try operand($0) }
            emit(.raise, exception, cause ?? Self.noRegister)
        }
    }

    private func assert(_ test: Expression, _ message: Expression?) throws {
        let passes = try branch(test, jumpingIf: true)
        let before = assigned
        try scratch {
            let base = temporaries(2)
            emit(.loadAssertionError, base)
            if let message {
                try expression(message, into: base + 1)
                emit(.call, base, 1)
            }
            at(test.span) { _ = emit(.raise, base, Self.noRegister) }
        }
        assigned = before
        land(passes)
    }

    // MARK: Imports

    private func importModule(_ name: ImportedName) {
        scratch {
            let register = temporary()
            // Without an alias, `import a.b` binds `a`.
            emit(.importModule, register, self.name(name.name), name.alias == nil ? 1 : 0)
            store(name.alias ?? String(name.name.prefix { $0 != "." }), from: register)
        }
    }

    private func importFrom(_ module: String, _ level: Int, _ names: [ImportedName]?) {
        scratch {
            let register = temporary()
            let path = String(repeating: ".", count: level) + module
            emit(.importModule, register, name(path), 0)
            guard let names else {
                emit(.importStar, register)
                return
            }
            for imported in names {
                scratch {
                    let value = temporary()
                    emit(.importFrom, value, register, name(imported.name))
                    store(imported.alias ?? imported.name, from: value)
                }
            }
        }
    }

    // MARK: Conditions and loops

    private func ifStatement(
        _ test: Expression, _ then: [Statement], _ otherwise: [Statement]
    ) throws {
        let falseExits = try branch(test, jumpingIf: false)
        let before = assigned
        try statements(then)
        guard !otherwise.isEmpty else {
            land(falseExits)
            assigned.formIntersection(before)
            return
        }
        let end = then.endsElsewhere ? nil : jump()
        let afterThen = assigned
        assigned = before
        land(falseExits)
        try statements(otherwise)
        if otherwise.endsElsewhere {
            assigned = afterThen
        } else if !then.endsElsewhere {
            assigned.formIntersection(afterThen)
        }
        end.map { land($0) }
    }

    private func whileStatement(
        _ test: Expression, _ body: [Statement], _ otherwise: [Statement]
    ) throws {
        let loop = LoopContext()
        let before = assigned
        let isEndless: Bool
        if case .bool(true) = test.kind { isEndless = true } else { isEndless = false }
        // The test is lowered again at the bottom, so that a turn costs one jump.
        let exits = isEndless ? [] : try branch(test, jumpingIf: false)
        let top = position
        blocks.append(.loop(loop))
        try statements(body)
        blocks.removeLast()
        land(loop.continues)
        assigned = before
        if isEndless {
            emit(.jumpBack, 0, wide: top)
        } else {
            let again = try branch(test, jumpingIf: true)
            for jump in again {
                parts.instructions[jump] = Instruction(
                    parts.instructions[jump].operation == .jump
                        ? .jumpBack : parts.instructions[jump].operation,
                    Int(parts.instructions[jump].a), wide: top)
            }
        }
        land(exits)
        try statements(otherwise)
        assigned = before
        land(loop.breaks)
    }

    private func forStatement(
        _ target: Expression, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement]
    ) throws {
        try scratch {
            let iterator = temporary()
            try scratch {
                let source = try operand(iterable)
                // The operand tells the statement from comprehensions.
                emit(.getIterator, iterator, source, 1)
                // A generator that the loop leaves is held by nobody else.
                if source > iterator { emit(.clear, source) }
            }
            let before = assigned
            let loop = LoopContext()
            let value = loopRegister(target)
            let start = jump()
            let top = position
            if value.isTemporary {
                try assign(target, from: value.register, observedAt: target.span)
            } else if case .name(let name) = target.kind {
                noteAssigned(name, value.register)
            }
            blocks.append(.loop(loop))
            try statements(body)
            blocks.removeLast()
            land(loop.continues + [start])
            emit(.forIterate, iterator, value.register)
            emit(.jumpBack, 0, wide: top)
            assigned = before
            try statements(otherwise)
            assigned = before
            land(loop.breaks)
            emit(.clear, iterator)
        }
    }
}

extension Expression {
    /// Whether evaluation writes its result in one last step, so that a local may be the target.
    fileprivate var writesOnce: Bool {
        switch kind {
        case .and, .or, .conditional, .named, .yield, .yieldFrom, .name: false
        case .comparison(_, let rest): rest.count == 1
        case .formatted(let parts):
            !parts.contains { if case .value(let value) = $0 { value.label != nil } else { false } }
        default: true
        }
    }

    var isStarred: Bool {
        if case .starred = kind { true } else { false }
    }
}

extension [Statement] {
    /// Whether control never reaches the end of the body.
    var endsElsewhere: Bool {
        switch last?.kind {
        case .return, .raise, .break, .continue: true
        default: false
        }
    }
}
