extension Tensor {
    /// Runs `forward` without any tape noting its steps, and notes instead that `pullback` hands gradients
    /// back: from those of the results, zeros where nothing flows, to those of the operands, nil for none.
    ///
    /// Variables that `forward` reads are among the operands too, if gradients are to reach them.
    package static func withCustomGradient(
        of operands: [Tensor], tapes: TapeStack, _ forward: ([Tensor]) throws -> [Tensor],
        pullback: @escaping (_ upstream: [Tensor]) throws -> [Tensor?]
    ) rethrows -> [Tensor] {
        let results = try tapes.pausing { try forward(operands) }
            .map { $0.isRecorded || operands.contains($0) ? $0.alias : $0 }
        record(results, from: operands) {
            let (shapes, types) = (results.map(\.shape), results.map(\.dtype))
            return { upstream, _ in
                let full = zip(upstream, zip(shapes, types)).map { $0 ?? Tensor(zeros: $1.0, $1.1) }
                return try pullback(full).map { gradient in gradient.map { .dense($0) } }
            }
        }
        return results
    }

    /// The same elements as a tensor of its own, unknown to all tapes.
    private var alias: Tensor { view(shape: shape, strides: strides, offset: offset) }
}

extension [Tensor] {
    /// Whether this very tensor is among these.
    fileprivate func contains(_ tensor: Tensor) -> Bool { contains { $0 === tensor } }
}
