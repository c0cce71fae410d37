// One of the three files with unsafe memory; the rules stand in Slot.swift.

/// The register machine: one stack of slots, one stack of frames, one loop.
///
/// A call's registers begin at its first argument, which the caller wrote at the top of its own registers: no
/// argument is copied, and a Python call takes no Swift call. Registers of a frame always hold counted slots
/// or `undefined`; above the frame anything may stand.
final class Machine {
    /// Who owns the machine.
    var interpreter: Unmanaged<Interpreter>?
    var python: Interpreter { interpreter.unsafelyUnwrapped.takeUnretainedValue() }

    /// Calls a body with the interpreter, which Swift then does not count.
    @inline(__always)
    func withPython<Result>(_ body: (Interpreter) throws -> Result) rethrows -> Result {
        try interpreter.unsafelyUnwrapped._withUnsafeGuaranteedRef(body)
    }

    let stack: UnsafeMutablePointer<Slot>
    let frames: UnsafeMutablePointer<Frame>
    var depth = 0
    /// The frames that Python code may use before `RecursionError`.
    var recursionLimit = 1000
    /// What of the language is asking a value for its truth or its items.
    var construct = Construct.none
    /// How often the loop was entered from Swift code it had called itself.
    var nesting = 0
    let interruption = Interruption()
    /// The flag of `interruption`, read at loops and calls.
    let interrupt: UnsafeMutablePointer<Int32>
    /// The exception that an `except` block is handling, counted; None outside.
    var handling: Slot = .none

    /// 64 MiB of slots and frames for as many calls as fit; the system gives memory only to what is touched.
    static var stackSlots: Int { 4 << 20 }
    static var frameLimit: Int { 100_000 }
    /// Swift calls between Python calls; each takes some kilobytes of the thread's stack.
    static var nestingLimit: Int { 3000 }

    init() {
        stack = .allocate(capacity: Self.stackSlots)
        frames = .allocate(capacity: Self.frameLimit + 1)
        interrupt = interruption.flag
    }

    deinit {
        stack.deallocate()
        frames.deallocate()
    }

    /// The first slot that no frame uses.
    var top: UnsafeMutablePointer<Slot> {
        depth > 0 ? frames[depth - 1].extent : stack
    }

    // MARK: Entering from Swift

    /// Runs a body that may enter the machine again, one level deeper. `activity` ends the message where that
    /// is too deep.
    func nesting<R>(_ activity: String = "", _ body: () throws -> R) throws -> R {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.nestingLimit { throw recursionError(activity) }
        return try body()
    }

    /// Runs a code body with bound arguments.
    func run(_ code: CodeObject, function: FunctionObject?, arguments: [Value]) throws -> Value {
        try nesting {
            let base = top
            for (index, argument) in arguments.enumerated() {
                base[index] = Slot(counting: argument)
            }
            do {
                try push(
                    CodeBody(code), function: function.map(Unmanaged.passUnretained), base: base,
                    argumentCount: arguments.count, live: 0, result: base, kind: .boundary)
            } catch {
                for index in arguments.indices { base[index].release() }
                throw error
            }
            let slot = try execute()
            let value = slot.value
            slot.release()
            return value
        }
    }

    func call(_ function: FunctionObject, _ arguments: Arguments) throws -> Value {
        let bound = try bind(function, arguments)
        if function.code.isGenerator { return generator(function, bound) }
        return try withExtendedLifetime(function) {
            try run(function.code, function: function, arguments: bound)
        }
    }

    func bind(_ function: FunctionObject, _ arguments: Arguments) throws -> [Value] {
        let code = function.code
        if arguments.keywords.isEmpty, code.isPlain,
            arguments.positional.count == code.parameterCount
        {
            return arguments.positional
        }
        let binder = ArgumentBinder(
            signature: code.signature, defaults: function.defaults,
            keywordDefaults: function.keywordDefaults, name: function.qualifiedName)
        return try binder.bind(arguments, in: python)
    }

    // MARK: Frames

    /// Begins a call whose arguments stand at `base`; their counts are the frame's from now on. `live` is how
    /// many slots from `base` on belong to frames below, up to `top`, and may still hold values.
    @inline(__always)
    func push(
        _ body: CodeBody, function: Unmanaged<FunctionObject>?, base: UnsafeMutablePointer<Slot>,
        argumentCount: Int, live: Int, result: UnsafeMutablePointer<Slot>, kind: Frame.Kind
    ) throws {
        let count = body.registerCount
        if depth >= recursionLimit || base + count > stack + (Self.stackSlots - 4096) {
            throw recursionError()
        }
        var index = argumentCount
        let overlapping = min(live, count)
        while index < overlapping {
            (base + index).set(.undefined)
            index &+= 1
        }
        while index < count {
            base[index] = .undefined
            index &+= 1
        }
        let frame = frames + depth
        frame.pointee.code = body.code
        frame.pointee.function = function
        frame.pointee.base = base
        frame.pointee.extent = base + max(live, count)
        frame.pointee.position = body.start
        frame.pointee.result = result
        frame.pointee.kind = kind
        frame.pointee.isInPlace = false
        frame.pointee.instance = .undefined
        frame.pointee.owner = .undefined
        depth &+= 1
    }

    /// `activity` tells what native code was about: " in comparison".
    @inline(never) func recursionError(_ activity: String = "") -> PythonError {
        python.error("RecursionError", "maximum recursion depth exceeded" + activity)
    }

    /// Empties the registers of a frame that ends, so that its caller finds none of them in use.
    @inline(__always)
    func releaseRegisters(_ base: UnsafeMutablePointer<Slot>, _ count: Int) {
        var index = 0
        while index < count {
            let old = base[index]
            base[index] = .undefined
            old.release()
            index &+= 1
        }
    }

    // MARK: Generators

    /// Lets a generator run to its next value; nil at its end, with the value it returned in `returned`.
    func resume(_ generator: GeneratorObject, sending value: Value) throws -> Value? {
        try resume(generator) { $0.set(Slot(counting: value)) }
    }

    /// Raises an exception where a generator waits.
    func resume(_ generator: GeneratorObject, raising exception: ExceptionObject) throws -> Value? {
        if generator.state == .created { generator.finish() }
        guard generator.state != .finished else { throw PythonError(exception) }
        var exception = exception
        if generator.state == .suspended, let inner = delegatee(of: generator) {
            do {
                if let value = try throwInto(inner, exception) { return value }
                generator.position += 1
                let result = generator.registers + generator.resultRegister
                result.set(Slot(counting: returned))
                generator.resultRegister = -1
                return try resume(generator) { _ in }
            } catch let failure as PythonError {
                exception = failure.exception
            }
        }
        pendingException = exception
        return try resume(generator) { _ in }
    }

    /// The iterator that a waiting generator delegates to with `yield from`.
    private func delegatee(of generator: GeneratorObject) -> Value? {
        let instruction = generator.code.instructions[generator.position]
        guard instruction.operation == .yieldFrom else { return nil }
        return generator.registers[Int(instruction.b)].value
    }

    /// Raises an exception in an iterator that can take one.
    private func throwInto(_ iterator: Value, _ exception: ExceptionObject) throws -> Value? {
        if let inner = iterator.object as? GeneratorObject {
            return try resume(inner, raising: exception)
        }
        guard let method = try python.lookUpAttribute(iterator, "throw") else {
            throw PythonError(exception)
        }
        return try python.call(method, [.object(exception)])
    }

    private func resume(
        _ generator: GeneratorObject, _ prepare: (UnsafeMutablePointer<Slot>) -> Void
    ) throws -> Value? {
        let slot = try resumeSlot(generator, prepare)
        guard !slot.isUndefined else { return nil }
        let value = slot.value
        slot.release()
        return value
    }

    /// The same with the next value as a register takes it, counted; undefined at the end.
    @inline(__always)
    func resumeSlot(
        _ generator: GeneratorObject, _ prepare: (UnsafeMutablePointer<Slot>) -> Void
    ) throws -> Slot {
        returned = .none
        switch generator.state {
        case .running: throw python.valueError("generator already executing")
        case .finished: return .undefined
        case .created, .suspended: break
        }
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.nestingLimit { throw recursionError() }
        try pushGenerator(generator, extent: top, result: top, kind: .boundaryGenerator)
        if generator.resultRegister >= 0 {
            prepare(generator.registers + generator.resultRegister)
        }
        return try execute()
    }

    /// What the last generator that ended returned.
    var returned: Value = .none
    /// An exception to raise before the next instruction.
    var pendingException: ExceptionObject?

    /// Lets the generator of a `for` loop go on; false at its end.
    @inline(never)
    func resumeInLoop(
        _ iterator: Slot, extent: UnsafeMutablePointer<Slot>, result: UnsafeMutablePointer<Slot>
    ) throws -> Bool {
        try iterator.with(GeneratorObject.self) { generator in
            if generator.state == .finished { return false }
            if generator.state == .running {
                throw python.valueError("generator already executing")
            }
            try pushGenerator(generator, extent: extent, result: result, kind: .loopGenerator)
            if generator.resultRegister >= 0 {
                (generator.registers + generator.resultRegister).set(.none)
            }
            return true
        }
    }

    /// Begins to run a generator in its own registers. `extent` is the first slot that no frame uses.
    @inline(__always)
    private func pushGenerator(
        _ generator: GeneratorObject, extent: UnsafeMutablePointer<Slot>,
        result: UnsafeMutablePointer<Slot>, kind: Frame.Kind
    ) throws {
        if depth >= recursionLimit { throw recursionError() }
        let frame = frames + depth
        frame.pointee.code = generator.body.code
        frame.pointee.function = generator.functionPointer
        frame.pointee.base = generator.registers
        frame.pointee.extent = extent
        frame.pointee.position = generator.body.start + generator.position
        frame.pointee.result = result
        frame.pointee.kind = kind
        frame.pointee.isInPlace = true
        frame.pointee.instance = .undefined
        frame.pointee.owner = Slot(counting: generator)
        frame.pointee.handling = handling
        depth &+= 1
        if generator.handling.tag == Slot.noneTag {
            handling.retain()
        } else {
            handling = generator.handling
            generator.handling = .none
        }
        generator.state = .running
    }

    /// Whether a call begins behind its arguments, which must stand on the stack for that.
    @inline(__always)
    func needsStack(_ callee: Slot) -> Bool {
        if callee.isKind(.nativeFunction) { return false }
        return !callee.isKind(.type) || callee.with(TypeObject.self) { $0.fastCall == .none }
    }

    /// Moves the registers of a running generator to the stack, and gives their new place.
    @inline(never)
    func moveToStack(
        _ frame: UnsafeMutablePointer<Frame>
    ) throws -> UnsafeMutablePointer<Slot> {
        let base = frame.pointee.extent
        let count = frame.pointee.code._withUnsafeGuaranteedRef { $0.registerCount }
        if base + count > stack + (Self.stackSlots - 4096) { throw recursionError() }
        base.update(from: frame.pointee.base, count: count)
        frame.pointee.base = base
        frame.pointee.extent = base + count
        frame.pointee.isInPlace = false
        return base
    }

    /// Lets the running generator wait at an instruction, its registers on the heap again.
    @inline(__always)
    func suspend(
        _ frame: UnsafeMutablePointer<Frame>, at position: UnsafeMutablePointer<Instruction>,
        resultRegister: Int
    ) {
        let (owner, outer) = (frame.pointee.owner, frame.pointee.handling)
        owner.with(GeneratorObject.self) { generator in
            if !frame.pointee.isInPlace {
                // What stays on the stack stands above all frames, where nobody reads it.
                generator.registers.update(
                    from: frame.pointee.base, count: generator.body.registerCount)
            }
            generator.position = position - generator.body.start
            generator.resultRegister = resultRegister
            generator.state = .suspended
            if handling.isIdentical(to: outer) {
                handling.release()
            } else {
                generator.handling = handling
            }
            handling = outer
        }
        owner.release()
    }

    /// Ends the frame of a generator that returned or failed.
    func finish(_ frame: Frame) {
        frame.owner.with(GeneratorObject.self) { $0.end() }
        let old = handling
        handling = frame.handling
        old.release()
        frame.owner.release()
    }
}
