// Part of the machine; the rules for unsafe memory stand in Slot.swift.

/// Calls that need more than a frame, and how calls end.
extension Machine {
    /// Calls what stands at `callee` with the arguments behind it; the last ones are the keywords' values.
    /// True when a frame was pushed, false when the result is there.
    @inline(never)
    func callSlow(
        _ callee: UnsafeMutablePointer<Slot>, _ count: Int, keywords: [String]?,
        result: UnsafeMutablePointer<Slot>
    ) throws -> Bool {
        let function = callee.pointee
        if function.isKind(.function) {
            return try callFunction(
                function.object(as: FunctionObject.self), callee, count, keywords, result)
        }
        if function.isKind(.nativeFunction), keywords == nil {
            let reference = Unmanaged<NativeFunction>.fromOpaque(function.pointer)
            if let fast = reference._withUnsafeGuaranteedRef({ $0.fast }) {
                let value = try fast(python, callee + 1, count)
                if !value.isUndefined {
                    result.set(value)
                    return false
                }
            }
            let native = function.object(as: NativeFunction.self)
            if let value = try callDirectly(native, callee + 1, count) {
                result.set(Slot(counting: value))
                return false
            }
        }
        if function.isKind(.type), keywords == nil {
            if let fast = function.with(TypeObject.self, { $0.fastCall }) {
                let value = try fast(python, callee + 1, count)
                if !value.isUndefined {
                    result.set(value)
                    return false
                }
            }
            let type = function.object(as: TypeObject.self)
            if try beginConstructor(type, callee, count, result) { return true }
        }
        let value = try python.call(function.value, arguments(callee + 1, count, keywords))
        result.set(Slot(counting: value))
        return false
    }

    /// A native function of as many positional parameters as there are arguments; nil for any other.
    private func callDirectly(
        _ function: NativeFunction, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Value? {
        switch (function.body, count) {
        case (.none(let body), 0): try body(python)
        case (.one(let body), 1): try body(python, arguments[0].value)
        case (.two(let body), 2): try body(python, arguments[0].value, arguments[1].value)
        case (.three(let body), 3):
            try body(python, arguments[0].value, arguments[1].value, arguments[2].value)
        default: nil
        }
    }

    private func arguments(
        _ first: UnsafeMutablePointer<Slot>, _ count: Int, _ keywords: [String]?
    ) -> Arguments {
        let names = keywords ?? []
        let positional = count - names.count
        return Arguments(
            (0..<positional).map { first[$0].value },
            keywords: names.enumerated().map { ($0.element, first[positional + $0.offset].value) })
    }

    private func callFunction(
        _ function: FunctionObject, _ callee: UnsafeMutablePointer<Slot>, _ count: Int,
        _ keywords: [String]?, _ result: UnsafeMutablePointer<Slot>
    ) throws -> Bool {
        let bound = try bind(function, arguments(callee + 1, count, keywords))
        return try begin(function, bound, callee, result)
    }

    /// Begins a call with bound arguments, which replace what stands behind the callee.
    private func begin(
        _ function: FunctionObject, _ bound: [Value], _ callee: UnsafeMutablePointer<Slot>,
        _ result: UnsafeMutablePointer<Slot>
    ) throws -> Bool {
        if function.code.isGenerator {
            result.set(Slot(counting: generator(function, bound)))
            return false
        }
        let base = callee + 1
        let end = top
        for (index, value) in bound.enumerated() {
            let slot = Slot(counting: value)
            if base + index < end { (base + index).set(slot) } else { base[index] = slot }
        }
        try pushBound(function, base, bound.count, live: end - base, result, .call)
        return true
    }

    /// Pushes a frame for arguments that stand in place; they are given back where that fails.
    private func pushBound(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Slot>, _ count: Int, live: Int,
        _ result: UnsafeMutablePointer<Slot>, _ kind: Frame.Kind
    ) throws {
        do {
            try push(
                function.body, function: Unmanaged.passUnretained(function), base: base,
                argumentCount: count, live: live, result: result, kind: kind)
        } catch {
            for index in 0..<count where index >= live { base[index].release() }
            throw error
        }
    }

    /// Calls with a list and a dictionary of arguments.
    @inline(never)
    func callUnpacked(_ callee: UnsafeMutablePointer<Slot>) throws -> Bool {
        let function = callee.pointee
        let items = callee[1].object(as: ListObject.self).items
        let keywords = callee[2].object(as: DictionaryObject.self).items.map {
            ($0.key.text ?? "", $0.value)
        }
        let arguments = Arguments(items, keywords: keywords)
        if function.isKind(.function) {
            let function = function.object(as: FunctionObject.self)
            return try begin(function, bind(function, arguments), callee, callee)
        }
        callee.set(Slot(counting: try python.call(function.value, arguments)))
        return false
    }

    // MARK: Constructors

    /// Begins `__init__` of a class written in Python whose `__new__` is the ordinary one.
    private func beginConstructor(
        _ type: TypeObject, _ callee: UnsafeMutablePointer<Slot>, _ count: Int,
        _ result: UnsafeMutablePointer<Slot>
    ) throws -> Bool {
        guard !type.isBuiltin, type.type === python.types.type, type.makesPlainInstances,
            case .attribute(let initializer)? = type.special(.`init`),
            let function = initializer.object as? FunctionObject, !function.code.isGenerator
        else { return false }
        let instance = InstanceObject(type: type, kind: .instance)
        var bound: [Value] = [.object(instance)]
        for index in 0..<count { bound.append(callee[1 + index].value) }
        if !function.code.isPlain || bound.count != function.code.parameterCount {
            bound = try bind(function, Arguments(bound))
        }
        let instanceSlot = Slot(counting: instance)
        let owner = Slot(counting: function)
        do {
            _ = try begin(function, bound, callee, result)
        } catch {
            instanceSlot.release()
            owner.release()
            throw error
        }
        let frame = frames + (depth - 1)
        frame.pointee.kind = .constructor
        frame.pointee.instance = instanceSlot
        frame.pointee.owner = owner
        return true
    }

    // MARK: Ends

    /// Ends a frame that is no ordinary call. Gives the result where it leaves the machine.
    func leave(_ ended: Frame, _ value: Slot, boundary: Int) throws -> Slot? {
        switch ended.kind {
        case .call: ended.result.set(value)
        case .boundary: return value
        case .constructor:
            ended.owner.release()
            guard value.tag == Slot.noneTag else {
                let name = python.typeName(value.value)
                value.release()
                ended.instance.release()
                throw python.typeError("__init__() should return None, not '\(name)'")
            }
            ended.result.set(ended.instance)
        case .loopGenerator:
            finish(ended)
            value.release()
            // The jump back into the loop is skipped.
            frames[depth - 1].position += 1
        case .boundaryGenerator:
            returned = value.value
            value.release()
            finish(ended)
            return .undefined
        }
        return nil
    }

    /// Finds the handler of an exception among the frames above the boundary; throws where there is none.
    @inline(never)
    func unwind(
        _ exception: ExceptionObject, boundary: Int, pc: UnsafeMutablePointer<Instruction>
    ) throws {
        var exception = exception
        setContext(of: exception)
        var position = pc
        while depth >= boundary {
            let frame = frames + (depth - 1)
            let code = frame.pointee.code.takeUnretainedValue()
            let index = position - code.instructions - 1
            note(exception, code, index)
            if !exception.isFinal,
                let handler = code.handlers.first(where: { $0.start <= index && index < $0.end })
            {
                (frame.pointee.base + handler.register).set(Slot(counting: exception))
                frame.pointee.position = code.instructions + handler.handler
                return
            }
            exception = abandon(frame.pointee, exception)
            if depth >= boundary { position = frames[depth - 1].position }
        }
        throw PythonError(exception)
    }

    /// Drops a frame that an exception leaves.
    private func abandon(_ frame: Frame, _ exception: ExceptionObject) -> ExceptionObject {
        releaseRegisters(frame.base, frame.code._withUnsafeGuaranteedRef { $0.registerCount })
        depth &-= 1
        guard frame.isGenerator else {
            frame.owner.release()
            frame.instance.release()
            return exception
        }
        finish(frame)
        guard exception.type.isSubtype(of: python.types.exception("StopIteration")) else {
            return exception
        }
        // A generator must not end its caller's loop by accident.
        let failure = python.error("RuntimeError", "generator raised StopIteration").exception
        failure.cause = .object(exception)
        failure.context = .object(exception)
        failure.suppressesContext = true
        failure.trace = exception.trace
        return failure
    }

    /// Frames that a traceback keeps: CPython prints them all, but elides the middle of deep recursion.
    private static var traceLimit: Int { 2000 }

    private func note(_ exception: ExceptionObject, _ code: CodeObject, _ index: Int) {
        guard index >= 0, exception.trace.count < Self.traceLimit, !exception.isBeingReraised else {
            exception.isBeingReraised = false
            return
        }
        var span = code.spans[index]
        for range in code.comprehensions where range.start <= index && index < range.end {
            exception.trace.append(
                TraceEntry(source: code.source, function: range.name, span: span))
            span = range.span
        }
        exception.trace.append(TraceEntry(source: code.source, function: code.name, span: span))
    }

    private func setContext(of exception: ExceptionObject) {
        guard handling.isObject, let handled = handling.object as? ExceptionObject,
            handled !== exception,
            exception.context.isNone
        else { return }
        // A chain of contexts must not run in a circle.
        var link: ExceptionObject? = handled
        while let current = link {
            if current === exception { return }
            link = current.context.object as? ExceptionObject
        }
        exception.context = .object(handled)
    }

    // MARK: Raising

    func raise(_ value: Value, cause: Value?) throws -> PythonError {
        let exception = try python.exception(raising: value)
        if let cause {
            if cause.isNone {
                exception.cause = .none
            } else {
                let cause = try? python.exception(raising: cause)
                guard let cause else {
                    throw python.typeError("exception causes must derive from BaseException")
                }
                exception.cause = .object(cause)
            }
            exception.suppressesContext = true
        }
        return PythonError(exception)
    }

    /// `raise` alone, or the end of handlers of which none matched.
    func raiseAgain(_ value: Value?) throws -> PythonError {
        let exception = (value ?? python.handling).object as? ExceptionObject
        guard let exception else {
            return python.error("RuntimeError", "No active exception to reraise")
        }
        // The frame that raises again stands in the trace already.
        if value != nil { exception.isBeingReraised = true }
        return PythonError(exception)
    }
}
