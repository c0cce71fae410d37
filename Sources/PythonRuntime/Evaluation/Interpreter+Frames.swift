import Diagnostics

/// What the code that is running sees, for the functions that ask for it.
extension Interpreter {
    /// The frame of the Python code that is running; nil outside of any.
    var runningFrame: Frame? { machine.depth > 0 ? machine.frames[machine.depth - 1] : nil }

    /// The variables of the module whose code is running.
    var runningNamespace: Namespace {
        runningFrame?.code._withUnsafeGuaranteedRef { $0.namespace } ?? main.namespace
    }

    /// Where the calls that wait for the running one stand, the innermost first.
    package var callerPlaces: [(source: SourceText, offset: Int)] {
        (0..<max(machine.depth - 1, 0)).reversed().map { index in
            let frame = machine.frames[index]
            let code = frame.code.takeUnretainedValue()
            // The frame's position is the instruction after the call.
            let place = max(frame.position - CodeBody(code).start - 1, 0)
            return (code.source, code.spans[min(place, code.spans.count - 1)].start)
        }
    }

    /// `locals()`: a dictionary of the variables as they are now.
    func localVariables() throws -> DictionaryObject {
        guard let frame = runningFrame, let function = frame.function?.takeUnretainedValue() else {
            return namespaceDictionary(runningNamespace)
        }
        let code = function.code
        if code.isClassBody, let namespace = frame.base[0].value.object as? DictionaryObject {
            return namespace
        }
        let variables = DictionaryObject(in: self)
        let registers = Dictionary(code.localNames.map { ($0.value, $0.key) }) { $1 }
        for name in code.variableNames {
            if let register = registers[name] {
                variables[name] = variable(frame.base[register])
            }
        }
        for (name, cell) in zip(code.freeNames, function.closure) {
            variables[name] = variable(Slot(borrowing: cell))
        }
        return variables
    }

    /// The value of a register or of the cell in it; nil where nothing is bound.
    private func variable(_ slot: Slot) -> Value? {
        let slot = slot.isKind(.cell) ? slot.object(as: CellObject.self).slot : slot
        return slot.isUndefined ? nil : slot.value
    }

    /// The class and the first argument that `super()` stands for.
    func superArguments() throws -> (TypeObject, Value) {
        guard let frame = runningFrame, let function = frame.function?.takeUnretainedValue() else {
            throw error("RuntimeError", "super(): no arguments")
        }
        let code = function.code
        guard code.parameterCount > 0, !code.isClassBody else {
            throw error("RuntimeError", "super(): no arguments")
        }
        guard let index = code.freeNames.firstIndex(of: Scope.ownClass) else {
            throw error("RuntimeError", "super(): __class__ cell not found")
        }
        guard let type = function.closure[index].slot.value.object as? TypeObject else {
            throw error("RuntimeError", "super(): empty __class__ cell")
        }
        guard let receiver = variable(frame.base[0]) else {
            throw error("RuntimeError", "super(): arg[0] deleted")
        }
        return (type, firstArgument(receiver, code))
    }

    /// The first argument of a function whose only way to take it is `*args`.
    private func firstArgument(_ value: Value, _ code: CodeObject) -> Value {
        guard code.signature.positional.isEmpty, let rest = value.object as? TupleObject,
            rest.count > 0
        else { return value }
        return rest[0]
    }
}

extension CodeObject {
    /// The local variables in CPython's order: positional parameters, keyword-only ones, `*args`, `**kwargs`,
    /// then the others.
    var variableNames: [String] {
        var names = signature.positional + signature.keywordOnly
        if let rest = signature.variadic { names.append(rest) }
        if let rest = signature.variadicKeyword { names.append(rest) }
        for (_, name) in localNames.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// Whether the code is a class body, whose only parameter is the namespace that it fills.
    var isClassBody: Bool { signature.positional.first == ".namespace" }
}
