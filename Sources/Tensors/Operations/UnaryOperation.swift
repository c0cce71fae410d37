/// A differentiable function of one tensor: its kernel and its derivative in one place.
package struct UnaryOperation: Sendable {
    /// Hands the gradient of the result back to the operand.
    package typealias Pullback = (_ upstream: Tensor) throws -> Tensor

    /// What an operation is made of, behind one reference: operations are handed on all the time.
    private final class Definition: Sendable {
        let name: String
        let kernel: @Sendable (Tensor) throws -> Tensor
        let pullback: (@Sendable (_ x: Tensor, _ y: Tensor) -> Pullback)?

        init(
            _ name: String, _ kernel: @escaping @Sendable (Tensor) throws -> Tensor,
            pullback: (@Sendable (_ x: Tensor, _ y: Tensor) -> Pullback)?
        ) {
            self.name = name
            self.kernel = kernel
            self.pullback = pullback
        }
    }

    private let definition: Definition

    /// TensorFlow's name of the operation.
    package var name: String { definition.name }

    /// An operation `y = kernel(x)`; without a pullback nothing flows back through it.
    ///
    /// What the pullback captures of x and y stays alive as long as the tape.
    package init(
        _ name: String, _ kernel: @escaping @Sendable (Tensor) throws -> Tensor,
        pullback: (@Sendable (_ x: Tensor, _ y: Tensor) -> Pullback)? = nil
    ) {
        definition = Definition(name, kernel, pullback: pullback)
    }

    /// The result for `x`, noted on the tapes that follow it.
    package func callAsFunction(_ x: Tensor) throws -> Tensor {
        let own = definition
        guard x.isRecorded, let pullback = own.pullback else { return try own.kernel(x) }
        let y = try own.kernel(x.detached)
        Tensor.record([y], from: [x]) {
            let pull = pullback(x, y)
            return { upstream, _ in [try upstream[0].map { .dense(try pull($0)) }] }
        }
        return y
    }
}
