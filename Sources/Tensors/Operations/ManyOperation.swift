/// A differentiable function of any number of tensors with any number of results.
package struct ManyOperation: Sendable {
    /// Hands the gradients of the results, nil where nothing flows, back to the operands `wanted`.
    package typealias Pullback =
        (_ upstream: [Tensor?], _ wanted: [Bool]) throws -> [Gradient?]

    /// TensorFlow's name of the operation.
    package let name: String
    private let kernel: @Sendable ([Tensor]) throws -> [Tensor]
    private let pullback: @Sendable (_ operands: [Tensor], _ results: [Tensor]) -> Pullback

    /// An operation `results = kernel(operands)`.
    package init(
        _ name: String, _ kernel: @escaping @Sendable ([Tensor]) throws -> [Tensor],
        pullback: @escaping @Sendable (_ operands: [Tensor], _ results: [Tensor]) -> Pullback
    ) {
        self.name = name
        self.kernel = kernel
        self.pullback = pullback
    }

    /// The results for `operands`, noted on the tapes that follow any of them.
    package func callAsFunction(_ operands: [Tensor]) throws -> [Tensor] {
        guard operands.contains(where: \.isRecorded) else { return try kernel(operands) }
        let results = try kernel(operands.map(\.detached))
        Tensor.record(results, from: operands) { pullback(operands, results) }
        return results
    }
}
