extension GradientTape {
    /// How every element of `target` changes with every element of each source, as [target, source] axes; nil
    /// where nothing connects them. The tape must be persistent, or this its one use.
    package func jacobians(of target: Tensor, for sources: [Tensor]) throws -> [Tensor?] {
        let rows = try gradientRows(of: target, for: sources.map(\.key)) { position in
            let seed = Tensor(zeros: [target.count], target.dtype)
            seed[[position]] = .int(1)
            return try seed.reshaped(to: target.shape)
        }
        return try zip(sources.indices, sources).map { position, source in
            let slopes = rows.map { $0[position] }
            guard slopes.contains(where: { $0 != nil }) else { return nil }
            let zero = Tensor(zeros: source.shape, source.dtype)
            return try Tensor.stack(slopes.map { $0 ?? zero }, axis: 0)
                .reshaped(to: Shape(target.shape.dimensions + source.shape.dimensions))
        }
    }

    /// For each row of the batch how the row of `target` changes with the row of `source`, as
    /// [batch, target, source] axes; nil where nothing connects them.
    package func batchJacobian(of target: Tensor, for source: Tensor) throws -> Tensor? {
        guard target.rank > 0, source.rank > 0, target.shape[0] == source.shape[0] else {
            throw TensorError.invalidArgument(
                operation: "BatchJacobian",
                "Need first dimension of target shape (\(target.shape)) and "
                    + "source shape (\(source.shape)) to match.")
        }
        let batch = target.shape[0]
        let inner = Shape(Array(target.shape.dimensions[1...]))
        let rows = try gradientRows(of: target, for: [source.key], count: inner.count) { position in
            let seed = Tensor(zeros: [batch, inner.count], target.dtype)
            seed.slice(axis: 1, at: position).fill(with: .int(1))
            return try seed.reshaped(to: target.shape)
        }
        let slopes = rows.map { $0[0] }
        guard slopes.contains(where: { $0 != nil }) else { return nil }
        let zero = Tensor(zeros: source.shape, source.dtype)
        return try Tensor.stack(slopes.map { $0 ?? zero }, axis: 1)
            .reshaped(
                to: Shape([batch] + inner.dimensions + Array(source.shape.dimensions[1...])))
    }

    /// The gradients for one seed after the other, all from the same notes.
    private func gradientRows(
        of target: Tensor, for sources: [TapeKey?], count: Int? = nil,
        _ seed: (Int) throws -> Tensor
    ) throws -> [[Tensor?]] {
        try keepingNotes {
            try (0..<(count ?? target.count)).map { position in
                try gradients(of: [target], for: sources, upstream: [seed(position)])
                    .map { try $0?.dense }
            }
        }
    }
}
