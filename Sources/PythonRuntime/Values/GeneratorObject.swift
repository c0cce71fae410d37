/// A generator: a call whose registers wait on the heap between two values.
package final class GeneratorObject: Object {
    enum State { case created, suspended, running, finished }

    let function: FunctionObject
    /// The registers while the generator waits; nil while it runs and after it ended.
    var registers: UnsafeMutablePointer<Slot>?
    /// The next instruction to run.
    var position = 0
    /// The register that takes what `send` passes; negative before the first value.
    var resultRegister = -1
    var state = State.created
    /// What the generator was handling when it stopped at a `yield` inside `except`.
    var handling: Value = .none

    var code: CodeObject { function.code }

    /// A generator with copies of the registers whose counts the caller hands over.
    init(
        _ function: FunctionObject, taking source: UnsafeMutablePointer<Slot>,
        in python: Interpreter
    ) {
        self.function = function
        let count = function.code.registerCount
        let registers = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        registers.update(from: source, count: count)
        self.registers = registers
        super.init(type: python.types.generator, kind: .generator)
    }

    /// Forgets the registers of a generator that will not run again.
    func finish() {
        state = .finished
        guard let registers else { return }
        self.registers = nil
        for index in 0..<code.registerCount { registers[index].release() }
        registers.deallocate()
    }

    deinit { finish() }
}
