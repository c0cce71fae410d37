/// A differentiable function of two tensors: its kernel and its two derivatives in one place.
package struct BinaryOperation: Sendable {
    /// Hands the gradient of the result back to one operand.
    package typealias Pullback = (_ upstream: Tensor) throws -> Tensor
    /// Makes one operand's pullback from the operands and the result.
    typealias MakePullback = @Sendable (_ a: Tensor, _ b: Tensor, _ y: Tensor) -> Pullback

    /// What an operation is made of, behind one reference: operations are handed on all the time.
    private final class Definition: Sendable {
        let name: String
        let kernel: @Sendable (Tensor, Tensor) throws -> Tensor
        /// The loops of an operation that works element by element.
        let loops: BinaryKernel?
        let left: MakePullback?
        let right: MakePullback?

        init(
            _ name: String, _ kernel: @escaping @Sendable (Tensor, Tensor) throws -> Tensor,
            loops: BinaryKernel?, left: MakePullback?, right: MakePullback?
        ) {
            self.name = name
            self.kernel = kernel
            self.loops = loops
            self.left = left
            self.right = right
        }
    }

    private let definition: Definition

    /// TensorFlow's name of the operation.
    package var name: String { definition.name }

    /// An operation `y = kernel(a, b)`; each operand's pullback is made only when a tape follows it, so that
    /// nothing stays alive that no gradient needs.
    init(
        _ name: String, _ kernel: @escaping @Sendable (Tensor, Tensor) throws -> Tensor,
        left: MakePullback? = nil, right: MakePullback? = nil
    ) {
        definition = Definition(name, kernel, loops: nil, left: left, right: right)
    }

    /// An operation whose operands stretch to each other: gradients are summed back to their shapes.
    init(
        stretching kernel: BinaryKernel, left: MakePullback? = nil, right: MakePullback? = nil
    ) {
        definition = Definition(
            kernel.name, { try kernel($0, $1) }, loops: kernel,
            left: left.map { Self.summing($0) { a, _ in a.shape } },
            right: right.map { Self.summing($0) { _, b in b.shape } })
    }

    /// A pullback whose gradient is summed over the axes along which its operand was stretched.
    private static func summing(
        _ make: @escaping MakePullback, to shape: @escaping @Sendable (Tensor, Tensor) -> Shape
    ) -> MakePullback {
        { a, b, y in
            let (pull, original) = (make(a, b, y), shape(a, b))
            return { upstream in try pull(upstream).summed(to: original) }
        }
    }

    /// Writes the results over `a`, from its first element on, as long as they are finite: the number of elements that
    /// were done. Nil where that can't be done without a copy.
    package func change(_ a: Tensor, by b: Tensor) -> Int? {
        a.isRecorded || b.isRecorded ? nil : definition.loops?.change(a, by: b)
    }

    /// The result for `a` and `b`, noted on the tapes that follow either.
    package func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        let own = definition
        guard a.isRecorded || b.isRecorded, own.left != nil || own.right != nil else {
            return try own.kernel(a, b)
        }
        let y = try own.kernel(a.detached, b.detached)
        Tensor.record([y], from: [a, b]) {
            let pullA = a.isRecorded ? own.left?(a, b, y) : nil
            let pullB = b.isRecorded ? own.right?(a, b, y) : nil
            return { upstream, wanted in
                guard let upstream = upstream[0] else { return [nil, nil] }
                return [
                    wanted[0] ? try pullA.map { .dense(try $0(upstream)) } : nil,
                    wanted[1] ? try pullB.map { .dense(try $0(upstream)) } : nil,
                ]
            }
        }
        return y
    }
}
