/// What tapes know a tensor or a variable by: it lives as long as either does, and costs nothing to tensors
/// that no tape has seen.
package final class TapeKey {
    private var links: [TapeLink] = []

    /// Whether any tape would want to record what is done with the tensor.
    var isRecorded: Bool { links.contains { $0.isRecording } }

    /// The tapes that are recording what is done with the tensor.
    var recordingTapes: [GradientTape] { links.compactMap { $0.isRecording ? $0.tape : nil } }

    /// Lets `tape` record what is done with the tensor.
    func join(_ tape: GradientTape) {
        guard !links.contains(where: { $0 === tape.link }) else { return }
        links.removeAll { $0.tape == nil }
        links.append(tape.link)
    }

    /// Whether `tape` records what is done with the tensor.
    func isWatched(by tape: GradientTape) -> Bool { links.contains { $0 === tape.link } }
}

/// The way from a tensor to a tape, which ends with the tape, so that neither keeps the other alive.
final class TapeLink {
    /// The tape while it exists; it clears this itself when it goes.
    unowned(unsafe) var tape: GradientTape?
    /// Whether the tape is taking notes at the moment.
    var isRecording = true
}

extension Tensor {
    /// Whether some tape records what is done with this tensor.
    @inline(__always)
    package var isRecorded: Bool { key.map(\.isRecorded) ?? false }

    /// The same elements, unknown to all tapes: nothing flows back through it.
    package var detached: Tensor {
        key == nil ? self : view(shape: shape, strides: strides, offset: offset)
    }
}
