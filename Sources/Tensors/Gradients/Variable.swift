/// A named tensor that can be assigned anew, and that tapes follow when it is trainable.
package final class Variable {
    /// The name the user sees, such as `kernel:0` without its ending.
    package private(set) var name: String
    /// Whether optimizers change it and tapes follow it.
    package let isTrainable: Bool
    /// The type of the elements, which assignments keep.
    package let dtype: DType
    /// The shape, which assignments keep.
    package let shape: Shape

    package let key = TapeKey()
    /// What an optimizer makes of a new value before it assigns it.
    package var constraint: ((Tensor) throws -> Tensor)?
    private let tapes: TapeStack?
    /// The object that stands for this variable in another room, while it lives.
    package weak var face: AnyObject?
    private var current: Tensor

    /// A variable that starts as a copy of `initial`; `tapes` are told when it is read.
    package init(_ initial: Tensor, name: String, isTrainable: Bool = true, tapes: TapeStack?) {
        self.name = name
        self.isTrainable = isTrainable
        self.tapes = tapes
        dtype = initial.dtype
        shape = initial.shape
        current = initial.copy()
        current.key = key
    }

    /// A variable over a tensor that was one's value before, and whether tapes are told when it is read.
    package init(
        holding value: Tensor, name: String, isTrainable: Bool, tapes: TapeStack?
    ) {
        self.name = name
        self.isTrainable = isTrainable
        self.tapes = tapes
        dtype = value.dtype
        shape = value.shape
        current = value
        current.key = key
    }

    /// Becomes what another variable was; false where it can't.
    package func become(_ value: Tensor, name: String) -> Bool {
        guard value.shape == shape, value.dtype == dtype else { return false }
        self.name = name
        current = value
        current.key = key
        return true
    }

    /// Whether tapes are told when it is read.
    package var isFollowed: Bool { tapes != nil }

    /// The present value; reading it makes the recording tapes follow a trainable variable.
    package var value: Tensor {
        if isTrainable, let tapes, !tapes.recording.isEmpty {
            for tape in tapes.recording where tape.watchesVariables && tape.isRecording {
                tape.watch(self)
            }
        }
        return current
    }

    /// Replaces the value; tensors that were read before keep theirs.
    package func assign(_ newValue: Tensor) {
        precondition(newValue.shape == shape && newValue.dtype == dtype)
        let replacement = newValue.copy()
        replacement.key = key
        current = replacement
    }

    /// Changes the elements in place when nobody else can see them, else those of a copy.
    package func update(_ change: (Tensor) throws -> Void) rethrows {
        if !isKnownUniquelyReferenced(&current) || !current.ownsItsStorageAlone {
            assign(current)
        }
        try change(current)
    }
}

/// The tapes that are open at the moment, innermost last: what `with tape:` enters and leaves.
package final class TapeStack {
    /// The open tapes.
    package private(set) var recording: [GradientTape] = []

    /// A stack without tapes.
    package init() {}

    /// Opens a tape.
    package func push(_ tape: GradientTape) { recording.append(tape) }

    /// Closes a tape, which stops recording.
    package func remove(_ tape: GradientTape) {
        tape.isRecording = false
        recording.removeAll { $0 === tape }
    }

    /// Runs `body` without any note being taken.
    package func pausing<R>(_ body: () throws -> R) rethrows -> R {
        let active = recording.filter(\.isRecording)
        for tape in active { tape.isRecording = false }
        defer { for tape in active { tape.isRecording = true } }
        return try body()
    }
}
