/// A differentiable function of two tensors: its kernel and its two derivatives in one place.
package struct BinaryOperation: Sendable {
    /// Hands the gradient of the result back to one operand.
    package typealias Pullback = (_ upstream: Tensor) throws -> Tensor
    /// Makes one operand's pullback from the operands and the result.
    typealias MakePullback = @Sendable (_ a: Tensor, _ b: Tensor, _ y: Tensor) -> Pullback

    /// TensorFlow's name of the operation.
    package let name: String
    private let kernel: @Sendable (Tensor, Tensor) throws -> Tensor
    /// The loops of an operation that works element by element.
    private var loops: BinaryKernel?
    private let left: MakePullback?
    private let right: MakePullback?

    /// An operation `y = kernel(a, b)`; each operand's pullback is made only when a tape follows it, so that
    /// nothing stays alive that no gradient needs.
    init(
        _ name: String, _ kernel: @escaping @Sendable (Tensor, Tensor) throws -> Tensor,
        left: MakePullback? = nil, right: MakePullback? = nil
    ) {
        self.name = name
        self.kernel = kernel
        self.left = left
        self.right = right
    }

    /// An operation whose operands stretch to each other: gradients are summed back to their shapes.
    init(
        stretching kernel: BinaryKernel, left: MakePullback? = nil, right: MakePullback? = nil
    ) {
        self.init(
            kernel.name, { try kernel($0, $1) },
            left: left.map { Self.summing($0) { a, _ in a.shape } },
            right: right.map { Self.summing($0) { _, b in b.shape } })
        loops = kernel
    }

    /// Puts the results in the place of the left operand's elements, which no tape may follow; false, with
    /// nothing done, where they do not fit there as they are.
    package func update(_ a: Tensor, with b: Tensor) -> Bool {
        loops.map { $0.update(a, with: b) } ?? false
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

    /// The result for `a` and `b`, noted on the tapes that follow either.
    package func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard left != nil || right != nil, a.isRecorded || b.isRecorded else {
            return try kernel(a, b)
        }
        let y = try kernel(a.detached, b.detached)
        Tensor.record([y], from: [a, b]) {
            let pullA = a.isRecorded ? left?(a, b, y) : nil
            let pullB = b.isRecorded ? right?(a, b, y) : nil
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
