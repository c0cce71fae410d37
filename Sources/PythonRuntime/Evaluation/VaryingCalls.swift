import Diagnostics

/// A call whose result no seed fixes.
package struct VaryingCall: Hashable {
    package enum Kind { case random, clock }

    package let kind: Kind
    /// The call as it is written, without its arguments: `tf.random.normal`.
    package let call: String
    /// Where it stands in its file.
    package let position: SourcePosition
}

/// The calls of the running cell whose results no seed fixes.
struct VaryingCalls {
    private(set) var calls: [VaryingCall] = []
    /// The instruction that was noted last: a loop that draws a million times is noted once.
    private var last: UnsafeMutableRawPointer?

    /// More places than this are no help to a reader.
    private static let limit = 100

    mutating func note(
        _ call: @autoclosure () -> VaryingCall?, at instruction: UnsafeMutableRawPointer
    ) {
        guard last != instruction, calls.count < Self.limit else { return }
        last = instruction
        if let call = call(), !calls.contains(call) { calls.append(call) }
    }
}

extension Interpreter {
    /// Notes that the call that is running draws unseeded numbers or reads the clock.
    package func noteVarying(_ kind: VaryingCall.Kind) {
        guard machine.depth > 0 else { return }
        // The innermost code that belongs to the note: a module's own lines mean nothing to its reader.
        for depth in stride(from: machine.depth - 1, through: 0, by: -1) {
            let frame = machine.frames[depth]
            let isNote = frame.code._withUnsafeGuaranteedRef { $0.source.origin != nil }
            guard isNote || depth == 0 else { continue }
            varying.note(varyingCall(kind, in: frame), at: UnsafeMutableRawPointer(frame.position))
            return
        }
    }

    /// The calls noted since the last time, in their order.
    package func takeVaryingCalls() -> [VaryingCall] {
        defer { varying = VaryingCalls() }
        return varying.calls
    }

    private func varyingCall(_ kind: VaryingCall.Kind, in frame: Frame) -> VaryingCall? {
        frame.code._withUnsafeGuaranteedRef { code in
            let index = frame.position - code.instructions - 1
            guard code.spans.indices.contains(index) else { return nil }
            let span = code.spans[index]
            let name = code.source.text(of: span).prefix { $0 != "(" && !$0.isWhitespace }
            return VaryingCall(
                kind: kind, call: String(name), position: code.source.filePosition(of: span.start))
        }
    }
}
