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
    /// Whether the clock was read, even where no line of the note can be named for it.
    private(set) var readsClock = false
    /// The instruction that was noted last: a loop that draws a million times is noted once.
    private var last: (instruction: UnsafeMutableRawPointer, kind: VaryingCall.Kind)?

    /// More places than this are no help to a reader.
    private static let limit = 100

    mutating func note(
        _ kind: VaryingCall.Kind, at instruction: UnsafeMutableRawPointer,
        _ call: @autoclosure () -> VaryingCall?
    ) {
        let isNoted = last.map { $0 == (instruction, kind) } ?? false
        // The first reading of the clock counts however many draws came before it.
        guard !isNoted, calls.count < Self.limit || kind == .clock && !readsClock else { return }
        last = (instruction, kind)
        if kind == .clock { readsClock = true }
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
            varying.note(
                kind, at: UnsafeMutableRawPointer(frame.position), varyingCall(kind, in: frame))
            return
        }
    }

    /// The calls noted since the last time, in their order.
    package func takeVaryingCalls() -> [VaryingCall] {
        defer { varying = VaryingCalls() }
        return varying.calls
    }

    /// Whether the clock was read since the calls were taken.
    package var hasReadClock: Bool { varying.readsClock }

    private func varyingCall(_ kind: VaryingCall.Kind, in frame: Frame) -> VaryingCall? {
        frame.code._withUnsafeGuaranteedRef { code in
            let index = frame.position - code.instructions - 1
            guard code.spans.indices.contains(index) else { return nil }
            let span = code.spans[index]
            let name = code.source.text(of: span).prefix { $0 != "(" && !$0.isWhitespace }
            hasReadLines = true
            return VaryingCall(
                kind: kind, call: String(name), position: code.source.filePosition(of: span.start))
        }
    }
}
