/// A running call.
struct Frame {
    /// What happens when the call returns.
    enum Kind: UInt8 {
        /// The result goes to the caller's register.
        case call
        /// The result leaves the machine: Swift code called.
        case boundary
        /// `__init__`: the instance goes to the caller's register.
        case constructor
        /// A generator whose next value goes to a register of a `for` loop.
        case loopGenerator
        /// A generator that Swift code resumed.
        case boundaryGenerator
    }

    /// Whether a generator runs in the frame.
    var isGenerator: Bool {
        switch kind {
        case .loopGenerator, .boundaryGenerator: true
        default: false
        }
    }

    var code: Unmanaged<CodeObject>
    /// The function, for its closure; nil for a cell's own code.
    var function: Unmanaged<FunctionObject>?
    var base: UnsafeMutablePointer<Slot>
    /// The first slot behind the registers of this frame and of all below it: a short frame's caller may have
    /// registers beyond it.
    var extent: UnsafeMutablePointer<Slot>
    /// The next instruction, while another frame runs.
    var position: UnsafeMutablePointer<Instruction>
    /// The caller's register for the result.
    var result: UnsafeMutablePointer<Slot>
    var kind: Kind
    /// Whether the registers are a generator's own on the heap, and no call can begin behind them.
    var isInPlace = false
    /// What the frame keeps alive and gives back at its end: a constructor's instance.
    var instance: Slot = .undefined
    /// What runs and no register holds: a constructor's `__init__`, a generator.
    var owner: Slot = .undefined
    /// What was being handled when a generator was resumed.
    var handling: Slot = .none
}
