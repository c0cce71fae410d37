import Tensors

/// NumPy's promotion of operands that are tensors already; text wins over numbers.
extension Promotion {
    /// The common type of operands: single numbers beside arrays count by their value.
    static func common(_ operands: [Tensor]) -> DType {
        common(operands.map(operand)) ?? .string
    }

    /// The common type of two operands.
    static func common(_ a: Tensor, _ b: Tensor) -> DType {
        a.dtype == b.dtype ? a.dtype : common([a, b])
    }

    /// The smallest type that holds the elements of both.
    static func joint(_ a: DType, _ b: DType) -> DType { common(a, b) ?? .string }

    private static func operand(_ tensor: Tensor) -> Operand {
        tensor.rank == 0 ? .number(tensor.item, tensor.dtype) : .array(tensor.dtype)
    }
}
