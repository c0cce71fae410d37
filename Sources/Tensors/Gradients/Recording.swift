extension Tensor {
    /// Notes on every tape that follows an operand how `results` came from `operands`.
    ///
    /// `makePullback` is only called when some tape does. Results that are not differentiable end the flow.
    static func record(
        _ results: [Tensor], from operands: [Tensor], makePullback: () -> GradientTape.Pullback
    ) {
        guard operands.contains(where: \.isRecorded),
            results.contains(where: \.dtype.isDifferentiable)
        else { return }
        var tapes: [GradientTape] = []
        for tape in operands.flatMap({ $0.key?.recordingTapes ?? [] })
        where !tapes.contains(where: { $0 === tape }) {
            tapes.append(tape)
        }
        let (pullback, shapes) = (makePullback(), results.map(\.shape))
        let keys = results.map { result in
            let key = result.key ?? TapeKey()
            result.key = key
            return key
        }
        for tape in tapes {
            tape.note(
                operands: operands.map(\.key), results: keys, shapes: shapes, pullback: pullback)
        }
    }
}
