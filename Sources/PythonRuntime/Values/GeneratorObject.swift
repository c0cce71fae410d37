/// A generator: a call whose registers wait on the heap between two values.
package final class GeneratorObject: Object {
    enum State { case created, suspended, running, finished }

    let function: FunctionObject
    /// What a resumption reads of the function, without Swift's counting.
    let functionPointer: Unmanaged<FunctionObject>
    let body: CodeBody
    /// The registers while the generator waits; their slots mean nothing while it runs and after its end.
    let registers: UnsafeMutablePointer<Slot>
    /// The next instruction to run.
    var position = 0
    /// The register that takes what `send` passes; negative before the first value.
    var resultRegister = -1
    var state = State.created
    /// What the generator was handling when it stopped at a `yield` inside `except`, counted.
    var handling: Slot = .none

    var code: CodeObject { function.code }

    /// A generator whose first registers are arguments with counts that the caller hands over.
    init(
        _ function: FunctionObject, taking source: UnsafeMutablePointer<Slot>, count: Int,
        in python: borrowing Interpreter
    ) {
        self.function = function
        functionPointer = Unmanaged.passUnretained(function)
        body = function.body
        registers = .allocate(capacity: max(body.registerCount, 1))
        registers.update(from: source, count: count)
        (registers + count).update(repeating: .undefined, count: body.registerCount - count)
        super.init(typePointer: python.typePointers.generator, kind: .generator)
    }

    /// Whether it was closed because nobody held it any more.
    var isFinalized = false

    /// Whether the generator stopped inside a `try` or `with`, whose end is still to come.
    var waitsInBlock: Bool {
        // It waits behind a `yield`, but at a `yield from`.
        state == .suspended
            && (code.handler(at: position - 1) != nil || code.handler(at: position) != nil)
    }

    /// Notes that the generator ran to its end.
    func end() { state = .finished }

    /// Forgets the registers of a generator that will not run again.
    func finish() {
        guard state != .finished, state != .running else { return }
        state = .finished
        for index in 0..<body.registerCount { registers[index].release() }
        handling.release()
        handling = .none
    }

    deinit {
        finish()
        registers.deallocate()
    }
}
