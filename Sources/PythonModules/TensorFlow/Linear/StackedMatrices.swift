import PythonRuntime
import Tensors

/// Matrices that are worked on one by one.
enum StackedMatrices {
    /// Does `body` with each matrix of a stack and stacks what it gives as the matrices were.
    static func each(
        _ a: Tensor, _ name: String, square: Bool = false, _ body: (Tensor) throws -> [Tensor]
    ) throws -> [Tensor] {
        guard a.rank >= 2 else {
            throw TensorError.rank(operation: name, needed: 2, a.shape)
        }
        guard !square || a.shape[a.rank - 2] == a.shape.innermost else {
            throw failure(name, "Input matrix must be square.", isNamed: name == "MatrixInverse")
        }
        let lead = Array(a.shape.dimensions.dropLast(2))
        guard !lead.isEmpty else { return try body(a).map { try $0.cast(to: a.dtype) } }
        let flat = try a.reshaped(
            to: Shape([lead.reduce(1, *)] + a.shape.dimensions.suffix(2)))
        let parts = try flat.unstacked(axis: 0).map(body)
        guard let first = parts.first else { return [] }
        return try first.indices.map { place in
            let stacked = try Tensor.stack(parts.map { $0[place] }, axis: 0)
            return try stacked.reshaped(to: Shape(lead + stacked.shape.dimensions.dropFirst()))
                .cast(to: a.dtype)
        }
    }

    /// A mistake that a kernel finds; one found before it has begun has no name behind it.
    static func failure(_ operation: String, _ text: String, isNamed: Bool = false) -> FaceError {
        FaceError(
            "InvalidArgumentError",
            "{{function_node __wrapped__\(operation)_device_/job:localhost/replica:0/task:0/device:CPU:0}} \(text) [Op:\(operation)]\(isNamed ? " name: " : "")"
        )
    }
}
