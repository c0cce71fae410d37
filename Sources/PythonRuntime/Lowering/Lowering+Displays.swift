import Diagnostics
import PythonSyntax

/// Displays, comprehensions and calls.
extension Lowering {
    /// Items that are built from consecutive registers; longer displays grow item by item.
    private static var directItems: Int { 32 }

    /// A list, tuple or set display.
    func display(_ items: [Expression], _ build: Operation, into target: Register) throws {
        if build == .buildSet, let constants = try constantSet(items) {
            // Copied as CPython does it, which shows in the order of the set.
            scratch {
                let source = temporary()
                emit(.loadConstant, source, wide: constant(.object(constants)))
                emit(.buildSet, target, 0, 0)
                emit(.setUpdate, target, source)
            }
            return
        }
        let hasStars = items.contains { if case .starred = $0.kind { true } else { false } }
        guard hasStars || items.count > Self.directItems else {
            try scratch {
                let first = temporaries(items.count)
                for (offset, item) in items.enumerated() {
                    try expression(item, into: first + offset)
                }
                emit(build, target, first, items.count)
            }
            return
        }
        try scratch {
            let result = temporary()
            emit(build == .buildSet ? .buildSet : .buildList, result, 0, 0)
            for item in items { try grow(result, by: item, isSet: build == .buildSet) }
            emit(build == .buildTuple ? .listToTuple : .take, target, result)
        }
    }

    /// The `frozenset` of a set display whose elements are all known; nil for one or two, and for any other.
    private func constantSet(_ items: [Expression]) throws -> SetObject? {
        guard items.count > 2, items.allSatisfy(\.isConstant) else { return nil }
        let python = unit.python
        let first = SetObject(type: python.types.frozenset, in: python)
        for item in items { try first.insert(constantValue(item), in: python) }
        // CPython builds it a second time where it joins equal constants.
        let second = SetObject(type: python.types.frozenset, in: python)
        for item in first.items { try second.insert(item, in: python) }
        return second
    }

    private func constantValue(_ expression: Expression) throws -> Value {
        switch expression.kind {
        case .tuple(let items):
            .tuple(try items.map { try constantValue($0) }, in: unit.python)
        case .unary(let operation, let value):
            try unit.python.unary(operation, constantValue(value))
        default: try literal(expression)
        }
    }

    private func grow(_ collection: Register, by item: Expression, isSet: Bool) throws {
        try scratch {
            if case .starred(let inner) = item.kind {
                let value = try operand(inner)
                emit(isSet ? .setUpdate : .listExtend, collection, value)
            } else {
                let value = try operand(item)
                emit(isSet ? .setAdd : .listAppend, collection, value)
            }
        }
    }

    func dictionaryDisplay(_ entries: [DictionaryEntry], into target: Register) throws {
        try scratch {
            let result = temporary()
            emit(.buildDictionary, result)
            for entry in entries {
                try scratch {
                    switch entry {
                    case .pair(let key, let value):
                        let key = try operand(key)
                        let value = try operand(value)
                        emit(.dictionarySet, result, key, value)
                    case .unpacked(let mapping):
                        let mapping = try operand(mapping)
                        emit(.dictionaryUpdate, result, mapping)
                    }
                }
            }
            emit(.take, target, result)
        }
    }

    // MARK: Comprehensions

    func comprehension(
        _ comprehension: Comprehension, _ span: SourceSpan, into target: Register
    ) throws {
        if case .generator(let element) = comprehension.element {
            try generatorExpression(comprehension, element, span, into: target)
            return
        }
        try scratch {
            let result = temporary()
            let iterator = temporary()
            try scratch {
                emit(.getIterator, iterator, try operand(comprehension.clauses[0].iterable))
            }
            emit(comprehension.element.build, result, 0, 0)
            let start = position
            try inComprehensionScope(span) {
                try clauses(comprehension.clauses[...], iterator: iterator) {
                    try add(comprehension.element, to: result)
                }
            }
            parts.comprehensions.append(
                ComprehensionRange(
                    start: start, end: position, name: comprehension.element.codeName, span: span))
            emit(.take, target, result)
        }
    }

    private func inComprehensionScope(_ span: SourceSpan, _ body: () throws -> Void) throws {
        let inner = unit.scope(.comprehension, span)
        let before = assigned
        scopes.append(inner)
        registers.append([:])
        allocate(inner, at: registers.count - 1)
        defer {
            scopes.removeLast()
            registers.removeLast()
            assigned = before
        }
        try body()
    }

    private func add(_ element: Comprehension.Element, to result: Register) throws {
        try scratch {
            switch element {
            case .list(let value), .generator(let value):
                emit(.listAppend, result, try operand(value))
            case .set(let value): emit(.setAdd, result, try operand(value))
            case .dictionary(let key, let value):
                let key = try operand(key)
                let value = try operand(value)
                emit(.dictionarySet, result, key, value)
            }
        }
    }

    /// Lowers `for … if … for …` around a body; the first iterator stands in a register already.
    func clauses(
        _ clauses: ArraySlice<Comprehension.Clause>, iterator: Register, _ body: () throws -> Void
    ) throws {
        guard let clause = clauses.first else { return try body() }
        try scratch {
            let value = loopRegister(clause.target)
            let start = jump()
            let top = position
            if value.isTemporary {
                try assign(clause.target, from: value.register)
            } else if case .name(let name) = clause.target.kind {
                noteAssigned(name, value.register)
            }
            var skips: [Int] = []
            for condition in clause.conditions { skips += try branch(condition, jumpingIf: false) }
            let rest = clauses.dropFirst()
            if let next = rest.first {
                try scratch {
                    let inner = temporary()
                    try scratch { emit(.getIterator, inner, try operand(next.iterable)) }
                    try self.clauses(rest, iterator: inner, body)
                }
            } else {
                try body()
            }
            land(skips)
            land(start)
            emit(.forIterate, iterator, value.register)
            emit(.jumpBack, 0, wide: top)
        }
    }

    /// The register that takes a loop's next value: the target's own where it is a plain local.
    func loopRegister(_ target: Expression) -> (register: Register, isTemporary: Bool) {
        if case .name(let name) = target.kind, access(name) == .local, let register = register(name)
        {
            return (register, false)
        }
        return (temporary(), true)
    }

    // MARK: Calls

    func call(
        _ function: Expression, _ arguments: [Argument], _ span: SourceSpan, into target: Register
    ) throws {
        try scratch {
            // A call whose result is the topmost temporary is prepared where its result belongs.
            let isInPlace = target == freshTarget && target == nextTemporary - 1
            let base = isInPlace ? target : temporary()
            _ = temporary()
            let isUnpacked = arguments.contains {
                switch $0 {
                case .unpacked, .unpackedMapping: true
                default: false
                }
            }
            if isUnpacked || arguments.count > Self.directItems * 4 {
                try expression(function, into: base)
                let dictionary = temporary()
                try argumentList(arguments, list: base + 1, dictionary: dictionary)
                at(span) { _ = emit(.callUnpacked, base) }
            } else if case .attribute(let receiver, let name, _) = function.kind {
                try methodCall(receiver, name, function.span, arguments, span, base)
            } else {
                nextTemporary = base + 1
                try expression(function, into: base)
                try plainArguments(arguments, .call, .callKeywords, base, span)
            }
            if !isInPlace { emit(.take, target, base) }
        }
    }

    private func methodCall(
        _ receiver: Expression, _ name: String, _ functionSpan: SourceSpan,
        _ arguments: [Argument], _ span: SourceSpan, _ base: Register
    ) throws {
        try scratch {
            let object = try operand(receiver)
            at(functionSpan) { _ = emit(.getMethod, base, object, cache(name)) }
        }
        try plainArguments(arguments, .callMethod, .callMethodKeywords, base, span)
    }

    private func plainArguments(
        _ arguments: [Argument], _ plain: Operation, _ withKeywords: Operation, _ base: Register,
        _ span: SourceSpan
    ) throws {
        var keywords: [String] = []
        for argument in arguments {
            let register = temporary()
            switch argument {
            case .positional(let value): try expression(value, intoFresh: register)
            case .keyword(let name, _, let value):
                keywords.append(name)
                try expression(value, intoFresh: register)
            case .unpacked, .unpackedMapping: break
            }
        }
        at(span) {
            if keywords.isEmpty {
                emit(plain, base, arguments.count)
            } else {
                parts.keywordNames.append(keywords)
                emit(withKeywords, base, arguments.count, parts.keywordNames.count - 1)
            }
        }
    }

    /// Builds a call's arguments as a list and a dictionary, which stand behind what is called.
    func argumentList(_ arguments: [Argument], list: Register, dictionary: Register) throws {
        emit(.buildList, list, 0, 0)
        emit(.buildDictionary, dictionary)
        for argument in arguments {
            try scratch {
                switch argument {
                case .positional(let value): emit(.listAppend, list, try operand(value))
                case .unpacked(let value):
                    let items = try operand(value)
                    emit(.listExtend, list, items, 1)
                case .keyword(let name, _, let value):
                    let key = temporary()
                    emit(.loadConstant, key, wide: constant(.string(name, in: unit.python)))
                    emit(.dictionaryMerge, dictionary, key, try operand(value))
                case .unpackedMapping(let value):
                    let mapping = try operand(value)
                    emit(.dictionaryMerge, dictionary, mapping, Self.noRegister)
                }
            }
        }
    }

    /// An operand that names no register.
    static var noRegister: Register { Int(UInt16.max) }
}

extension Expression {
    /// Whether the value is known before the program runs.
    fileprivate var isConstant: Bool {
        switch kind {
        case .none, .ellipsis, .bool, .integer, .float, .imaginary, .string, .bytes: true
        case .unary(.minus, let number): number.isNumber
        case .tuple(let items): items.allSatisfy(\.isConstant)
        default: false
        }
    }

    private var isNumber: Bool {
        switch kind {
        case .integer, .float, .imaginary: true
        default: false
        }
    }
}

extension Comprehension.Element {
    /// What tracebacks call the comprehension, which is a function of its own in CPython.
    var codeName: String {
        switch self {
        case .list: "<listcomp>"
        case .set: "<setcomp>"
        case .dictionary: "<dictcomp>"
        case .generator: "<genexpr>"
        }
    }

    var build: Operation {
        switch self {
        case .list, .generator: .buildList
        case .set: .buildSet
        case .dictionary: .buildDictionary
        }
    }
}
