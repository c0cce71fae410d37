extension TensorError {
    /// The mistake as NumPy 1.26 reports it.
    package var numPy: FaceError {
        switch self {
        case .axisOutOfRange(_, let axis, let rank):
            FaceError("AxisError", "axis \(axis) is out of bounds for array of dimension \(rank)")
        case .notSquare: FaceError("LinAlgError", "Last 2 dimensions of the array must be square")
        case .singular: FaceError("LinAlgError", "Singular matrix")
        case .tooLarge(let shape, let dtype): Self.numPyMemory(shape, dtype)
        case .typeMismatch(let operation, _, _, let dtype),
            .unsupportedType(let operation, let dtype):
            FaceError(
                "TypeError",
                "ufunc '\(Self.numPyName(operation))' not supported for the input types, and the "
                    + "inputs could not be safely coerced to any supported types according to the "
                    + "casting rule ''safe'' (\(dtype.name))")
        case .indexOutOfRange, .lookupOutOfRange, .coordinateOutOfRange, .tooManyIndices,
            .maskLength,
            .indexShapes, .severalEllipses:
            FaceError("IndexError", numPyIndexText)
        case .tapeSpent: tensorFlow
        default: FaceError("ValueError", numPyText)
        }
    }

    private static func numPyName(_ operation: String) -> String {
        let names = [
            "AddV2": "add", "Sub": "subtract", "Mul": "multiply", "RealDiv": "divide",
            "FloorDiv": "floor_divide", "FloorMod": "remainder", "Pow": "power",
            "BitwiseAnd": "bitwise_and", "BitwiseOr": "bitwise_or", "BitwiseXor": "bitwise_xor",
            "Invert": "invert", "Neg": "negative",
        ]
        return names[operation] ?? operation.lowercased()
    }

    private static func numPyMemory(_ shape: Shape, _ dtype: DType) -> FaceError {
        let bytes = shape.dimensions.reduce(Double(dtype.byteWidth)) { $0 * Double($1) }
        guard bytes < 0x1p63 else {
            return FaceError(
                "ValueError",
                "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum "
                    + "possible size.")
        }
        return FaceError(
            "MemoryError",
            "Unable to allocate \(BinarySize(bytes: bytes)) for an array with shape \(shape) and "
                + "data type \(dtype.name)")
    }

    private var numPyIndexText: String {
        switch self {
        case .indexOutOfRange(let index, let axis, let length):
            "index \(index) is out of bounds for axis \(axis) with size \(length)"
        case .lookupOutOfRange(_, let index, _, let length):
            "index \(index) is out of bounds for axis 0 with size \(length)"
        case .coordinateOutOfRange(_, let index, _, let shape):
            "index \(index) is out of bounds for array with shape \(shape)"
        case .tooManyIndices(let given, let rank):
            "too many indices for array: array is \(rank)-dimensional, but \(given) were indexed"
        case .maskLength(let axis, let length, let mask):
            "boolean index did not match indexed array along dimension \(axis); dimension is "
                + "\(length) but corresponding boolean dimension is \(mask)"
        case .indexShapes(let shapes):
            "shape mismatch: indexing arrays could not be broadcast together with shapes "
                + shapes.map { $0.compact + " " }.joined()
        default: "an index can only have a single ellipsis ('...')"
        }
    }
}

/// A number of bytes as NumPy words it: three digits and a binary unit.
private struct BinarySize: CustomStringConvertible {
    let bytes: Double

    var description: String {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var (value, unit) = (bytes, 0)
        while value >= 1024, unit < units.count - 1 {
            value /= 1024
            unit += 1
        }
        if unit == 0 { return "\(Int(value)) bytes" }
        let decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
        return "\(Self.fixed(value, decimals: decimals)) \(units[unit])"
    }

    /// The value with so many decimals; none leaves the point, as NumPy writes it.
    private static func fixed(_ value: Double, decimals: Int) -> String {
        let power = [1.0, 10, 100][decimals]
        let scaled = Int((value * power).rounded())
        let whole = "\(scaled / Int(power))."
        guard decimals > 0 else { return whole }
        let rest = String(scaled % Int(power))
        return whole + String(repeating: "0", count: decimals - rest.count) + rest
    }
}
