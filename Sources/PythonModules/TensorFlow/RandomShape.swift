import PythonRuntime
import Tensors

/// The shape that random numbers are asked for: a sequence of lengths, never one length alone.
struct RandomShape: FromPython {
    private let given: ShapeArgument
    private let isScalar: Bool

    static func from(_ value: Value, in python: Interpreter) throws -> RandomShape {
        let isScalar = value.integer != nil || ArrayReader.existing(value)?.rank == 0
        return RandomShape(
            given: try ShapeArgument.from(value, in: python), isScalar: isScalar)
    }

    /// The shape for numbers of a type. Throws where an operation draws none of that shape.
    func shape(for operation: String, _ dtype: DType) throws -> Shape {
        guard !isScalar else {
            throw TensorError.invalidArgument(
                operation: operation, "shape must be a vector of {int32,int64}, got shape []")
        }
        if let negative = given.shape.dimensions.first(where: { $0 < 0 }) {
            throw TensorError.negativeLength(operation: operation, negative)
        }
        try given.shape.requireRoom(for: dtype)
        return given.shape
    }
}
