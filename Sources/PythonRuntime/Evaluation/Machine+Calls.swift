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
        if try call(callee, count, keywords: keywords, result: result) { return true }
        // The arguments go with the call: who holds a text alone may append to it in place.
        for index in 0..<count { (callee + 1 + index).set(.undefined) }
        return false
    }

    @inline(__always)
    private func call(
        _ callee: UnsafeMutablePointer<Slot>, _ count: Int, keywords: [String]?,
        result: UnsafeMutablePointer<Slot>
    ) throws -> Bool {
        let function = callee.pointee
        if function.isKind(.function) {
            return try callFunction(
                function.object(as: FunctionObject.self), callee, count, keywords, result)
        }
        if function.isKind(.nativeFunction) {
            result.set(
                try withPython { python in
                    try function.with(NativeFunction.self) { native in
                        do {
                            return try callNative(native, callee + 1, count, keywords, in: python)
                        } catch let failure as PythonError where count > 0 {
                            throw native.wrongReceiver(callee[1].value, in: python) ?? failure
                        }
                    }
                })
            return false
        }
        if function.isKind(.type), let pushed = try callType(callee, count, keywords, result) {
            return pushed
        }
        if function.isKind(.boundMethod) || function.isKind(.instance),
            let pushed = try callWithReceiver(callee, count, keywords, result)
        {
            return pushed
        }
        let value = try python.call(function.value, arguments(callee + 1, count, keywords))
        result.set(Slot(taking: value))
        return false
    }

    private func callNative(
        _ function: NativeFunction, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int,
        _ keywords: [String]?, in python: Interpreter
    ) throws -> Slot {
        guard keywords == nil else {
            return Slot(
                taking: try function.call(
                    self.arguments(arguments, count, keywords), in: python))
        }
        if function.fast != .none {
            let value = try function.fast.call(python, arguments, count)
            if !value.isUndefined { return value }
        }
        switch (function.body, count) {
        case (.none(let body), 0): return Slot(taking: try body(python))
        case (.one(let body), 1): return Slot(taking: try body(python, arguments[0].value))
        case (.two(let body), 2):
            return Slot(taking: try body(python, arguments[0].value, arguments[1].value))
        case (.three(let body), 3):
            return Slot(
                taking: try body(
                    python, arguments[0].value, arguments[1].value, arguments[2].value))
        case (.bound(let body), _):
            if let bound = try function.bindPositional(arguments, count, in: python) {
                return Slot(taking: try body(python, bound))
            }
        case (.raw, _): break
        default:
            // Defaults take the places of missing arguments.
            if let bound = try function.bindPositional(arguments, count, in: python) {
                return Slot(taking: try function.run(bound, in: python))
            }
        }
        return Slot(taking: try function.call(self.arguments(arguments, count, nil), in: python))
    }

    /// Calls a class where that is quick; nil where it takes the general way.
    private func callType(
        _ callee: UnsafeMutablePointer<Slot>, _ count: Int, _ keywords: [String]?,
        _ result: UnsafeMutablePointer<Slot>
    ) throws -> Bool? {
        if keywords == nil {
            let fast = callee.pointee.with(TypeObject.self) { $0.fastCall }
            if fast != .none {
                let value = try withPython { try fast.call($0, callee + 1, count) }
                if !value.isUndefined {
                    result.set(value)
                    return false
                }
            }
        }
        let type = callee.pointee.object(as: TypeObject.self)
        switch type.construction {
        case .general: return nil
        case .exception:
            guard keywords == nil else { return nil }
            result.set(
                withPython {
                    Slot(
                        owning: ExceptionObject(
                            type: .passUnretained(type), copying: callee + 1, count: count, in: $0))
                })
            return false
        case .bare:
            guard count == 0 else { return nil }
            result.set(
                Slot(owning: InstanceObject(typePointer: .passUnretained(type), kind: .instance)))
            return false
        case .initializer(let initializer):
            return try beginConstructor(type, initializer, callee, count, keywords, result)
        }
    }

    /// Calls a bound method, or an instance whose class has `__call__`: the receiver takes the callee's place
    /// before the arguments. Nil where it takes the general way.
    private func callWithReceiver(
        _ callee: UnsafeMutablePointer<Slot>, _ count: Int, _ keywords: [String]?,
        _ result: UnsafeMutablePointer<Slot>
    ) throws -> Bool? {
        let called: Value
        var receiver = callee.pointee
        if receiver.isKind(.boundMethod) {
            let method = receiver.object(as: BoundMethodObject.self)
            called = method.function
            receiver = Slot(borrowing: method.receiver)
        } else {
            let type = receiver.with(Object.self) { $0.typePointer }
            guard
                case .attribute(let method)? = type._withUnsafeGuaranteedRef({ $0.special(.call) })
            else { return nil }
            called = method
        }
        guard let object = called.object, object.kind == .function else { return nil }
        let function = unsafeDowncast(object, to: FunctionObject.self)
        let end = top
        guard bindInPlace(function, callee, count + 1, keywords, end: end) else { return nil }
        let owner = Slot(counting: object)
        receiver.retain()
        callee.set(receiver)
        return try beginBound(function, callee, end: end, owner: owner, result: result)
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
        let end = top
        if bindInPlace(function, callee + 1, count, keywords, end: end) {
            return try beginBound(function, callee + 1, end: end, result: result)
        }
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
        if let pushed = try callUnpackedInPlace(callee) { return pushed }
        let items = callee[1].object(as: ListObject.self).items
        let keywords = callee[2].object(as: DictionaryObject.self).items.map {
            ($0.key.text ?? "", $0.value)
        }
        let arguments = Arguments(items, keywords: keywords)
        if function.isKind(.function) {
            let function = function.object(as: FunctionObject.self)
            return try begin(function, bind(function, arguments), callee, callee)
        }
        callee.set(Slot(taking: try python.call(function.value, arguments)))
        return false
    }

    /// Calls a function that takes a list of arguments by position, written behind the last register, where
    /// binding them is quick; nil where it is not.
    private func callUnpackedInPlace(_ callee: UnsafeMutablePointer<Slot>) throws -> Bool? {
        guard callee.pointee.isKind(.function),
            callee[2].with(DictionaryObject.self, { $0.count == 0 })
        else { return nil }
        let function = callee.pointee.object(as: FunctionObject.self)
        let list = callee[1].object(as: ListObject.self)
        let end = top
        guard list.count < Self.inPlaceLimit, function.code.parameterCount < Self.inPlaceLimit
        else { return nil }
        for index in 0..<list.count { end[index] = list.slots[index].retained }
        guard bindInPlace(function, end, list.count, nil, end: end) else {
            for index in 0..<list.count { end[index].release() }
            return nil
        }
        return try beginBound(function, end, end: end, result: callee)
    }

    /// Arguments that surely fit behind the last register: `push` leaves room for more.
    private static var inPlaceLimit: Int { 1000 }

    // MARK: Constructors

    /// Begins `__init__` of a new plain instance, which takes the callee's place before the arguments.
    private func beginConstructor(
        _ type: TypeObject, _ initializer: Unmanaged<FunctionObject>,
        _ callee: UnsafeMutablePointer<Slot>, _ count: Int, _ keywords: [String]?,
        _ result: UnsafeMutablePointer<Slot>
    ) throws -> Bool? {
        let function = initializer.takeUnretainedValue()
        let end = top
        guard bindInPlace(function, callee, count + 1, keywords, end: end) else { return nil }
        let owner = Slot(counting: function)
        let instance = Slot(
            owning: InstanceObject(typePointer: .passUnretained(type), kind: .instance))
        instance.retain()
        callee.set(instance)
        do {
            _ = try beginBound(
                function, callee, end: end, owner: owner, result: result, kind: .constructor)
        } catch {
            instance.release()
            throw error
        }
        frames[depth - 1].instance = instance
        return true
    }

    // MARK: Ends

    /// Ends a frame that is no ordinary call. Gives the result where it leaves the machine.
    @inline(never)
    func leave(_ frame: UnsafeMutablePointer<Frame>, _ value: Slot) throws -> Slot? {
        // Python code that runs meanwhile takes the frame's place.
        let ended = frame.pointee
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
        if !exception.isBeingReraised { setContext(of: exception) }
        var position = pc
        while depth >= boundary {
            let frame = frames + (depth - 1)
            let handled = frame.pointee.code._withUnsafeGuaranteedRef { code in
                let index = position - code.instructions - 1
                note(exception, code, index)
                guard !exception.isFinal, let handler = code.handler(at: index) else {
                    return false
                }
                (frame.pointee.base + handler.register).set(Slot(counting: exception))
                frame.pointee.position = code.instructions + handler.handler
                return true
            }
            if handled { return }
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
        guard exception.type.isSubtype(of: python.types.stopIteration) else {
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
        if index >= 0, !exception.isBeingReraised {
            exception.pass(code, index, limit: Self.traceLimit)
        }
        exception.isBeingReraised = false
    }

    private func setContext(of exception: ExceptionObject) {
        guard handling.isKind(.exception), exception.context.isNone else { return }
        let handled = handling.object(as: ExceptionObject.self)
        guard handled !== exception else { return }
        // A chain of contexts must not run in a circle.
        var link: ExceptionObject? = handled
        while let current = link {
            if current === exception { return }
            link = current.context.object as? ExceptionObject
        }
        exception.context = .object(handled)
    }

    // MARK: Raising

    func raise(_ value: Slot, cause: Value?) throws -> ExceptionObject {
        if cause == nil, value.isKind(.exception) { return value.object(as: ExceptionObject.self) }
        return try raise(value.value, cause: cause)
    }

    private func raise(_ value: Value, cause: Value?) throws -> ExceptionObject {
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
        return exception
    }

    /// `raise` alone, or the end of handlers of which none matched.
    func raiseAgain(_ value: Value?) throws -> ExceptionObject {
        let exception = (value ?? python.handling).object as? ExceptionObject
        guard let exception else {
            throw python.error("RuntimeError", "No active exception to reraise")
        }
        // Raising again leaves no trace of its own.
        exception.isBeingReraised = true
        return exception
    }

    /// Whether an `except` with a class or a tuple of classes takes an exception.
    @inline(never)
    func matchesException(_ exception: Slot, _ type: Slot) throws -> Bool {
        if exception.isKind(.exception), type.isKind(.type) {
            let own = exception.with(Object.self) { $0.typePointer }
            if own.toOpaque() == type.pointer { return true }
            if type.with(TypeObject.self, { $0.isException }) {
                return own._withUnsafeGuaranteedRef { $0.hasAncestor(type.pointer) }
            }
        }
        return try python.matches(exception.value, type.value)
    }
}
