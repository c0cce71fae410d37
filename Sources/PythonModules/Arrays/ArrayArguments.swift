import PythonRuntime
import Tensors

/// Anything that TensorFlow takes as a tensor.
struct TensorLike: FromPython {
    let tensor: Tensor
    /// Whether it was a plain Python number or sequence, whose type may still change.
    let isPlain: Bool
    /// Whether it was a sequence or a text: on the way such take, operations have no name in mistakes.
    var isSequence: Bool {
        value.object is ListObject || value.object is TupleObject || value.text != nil
    }
    let value: Value

    static func from(_ value: Value, in python: Interpreter) throws -> TensorLike {
        if let tensor = ArrayReader.existing(value) {
            // Tensors do not change when the array does that they came from.
            let own = value.object is ArrayObject ? tensor.copy() : tensor
            return TensorLike(tensor: own, isPlain: false, value: value)
        }
        return TensorLike(
            tensor: try ArrayReader.tensor(value, face: .tensorFlow, in: python), isPlain: true,
            value: value)
    }

    /// The same, refused where the value cannot be of that type: what most operations do before they run.
    func strictlyMatching(_ other: Tensor, in python: Interpreter) throws -> Tensor {
        if isPlain, cannotBecome(other.dtype) {
            throw python.typeError(
                "Cannot convert \(try python.repr(value)) to EagerTensor of dtype \(other.dtype.cName)"
            )
        }
        return try matching(other, in: python)
    }

    private func cannotBecome(_ wanted: DType) -> Bool {
        let own = tensor.dtype
        // NumPy's own numbers are cut.
        if value.object is BoxedObject, own != .string, wanted != .string { return false }
        return switch wanted.kind {
        case .bool: own != .bool
        case .string: own != .string
        case .signed, .unsigned: own == .string || own.isFloating || own.kind == .complex
        case .floating: own == .string || own.kind == .complex
        case .complex: own == .string
        }
    }

    /// Plain numbers as another type, as TensorFlow does beside a tensor of that type.
    func matching(_ other: Tensor, in python: Interpreter) throws -> Tensor {
        guard isPlain, tensor.dtype != other.dtype else { return tensor }
        // A float beside integers stays a float, a number beside text a number, and the operation refuses.
        // NumPy's own floats are cut.
        let isNumPy = value.object is BoxedObject
        if other.dtype.isInteger, tensor.dtype.isFloating, !isNumPy { return tensor }
        if other.dtype == .string || tensor.dtype == .string { return tensor }
        return try ArrayReader.tensor(value, other.dtype, face: .tensorFlow, in: python)
    }
}

/// A shape: a sequence of lengths, one length, a `TensorShape`, or a tensor of lengths.
struct ShapeArgument: FromPython {
    let shape: Shape

    static func from(_ value: Value, in python: Interpreter) throws -> ShapeArgument {
        if let shape = value.object as? ShapeObject {
            return ShapeArgument(shape: Shape((shape.dimensions ?? []).map { $0 ?? -1 }))
        }
        if let tensor = ArrayReader.existing(value) {
            return ShapeArgument(shape: Shape(tensor.scalars.map(\.int)))
        }
        if let length = value.integer { return ShapeArgument(shape: [length]) }
        if let symbol = value.object as? KerasTensorObject { throw SymbolicArgument(symbol) }
        let items: [Value]
        do { items = try python.list(value) } catch { throw wrongType(value, python) }
        guard value.text == nil, items.allSatisfy({ $0.isLength(in: python) }) else {
            throw wrongType(value, python)
        }
        return ShapeArgument(
            shape: Shape(
                try items.map { item in
                    if let symbol = item.object as? KerasTensorObject {
                        throw SymbolicArgument(symbol)
                    }
                    return try ArrayReader.existing(item).map { $0.scalars.first?.int ?? 0 }
                        ?? python.index(item)
                }))
    }
}

extension ShapeArgument {
    /// That something is no shape, as a conversion to a tensor of lengths says it.
    private static func wrongType(_ value: Value, _ python: Interpreter) -> PythonError {
        let text = (try? python.repr(value)) ?? ""
        return python.typeError("Cannot convert \(text) to EagerTensor of dtype int32")
    }
}

extension Value {
    /// Whether it can be one of a shape's lengths.
    fileprivate func isLength(in python: Interpreter) -> Bool {
        if case .float = self { return false }
        return text == nil
    }
}

/// One axis, several, or none for all.
struct AxesArgument: FromPython {
    let axes: [Int]?

    static func from(_ value: Value, in python: Interpreter) throws -> AxesArgument {
        if value.isNone { return AxesArgument(axes: nil) }
        if let tensor = ArrayReader.existing(value) {
            return AxesArgument(axes: tensor.scalars.map(\.int))
        }
        if let axis = value.integer { return AxesArgument(axes: [axis]) }
        return AxesArgument(axes: try python.list(value).map { try python.index($0) })
    }
}

/// An element type: `tf.float32`, `np.float32`, `'float32'`, `float`.
struct DTypeArgument: FromPython {
    let dtype: DType

    static func from(_ value: Value, in python: Interpreter) throws -> DTypeArgument {
        if let dtype = value.object as? DTypeObject { return DTypeArgument(dtype: dtype.dtype) }
        if let text = value.text, let dtype = named(text) { return DTypeArgument(dtype: dtype) }
        if let type = value.object as? TypeObject {
            if let dtype = ArrayTypes.of(python).dtype(of: type) ?? native(type, python) {
                return DTypeArgument(dtype: dtype)
            }
        }
        throw python.typeError(
            "Cannot convert the argument `type_value`: \(try python.repr(value)) to a TensorFlow DType."
        )
    }

    private static func named(_ text: String) -> DType? {
        if let dtype = DType(name: text) { return dtype }
        return [
            "float": .float64, "int": .int64, "bool_": .bool, "double": .float64,
            "single": .float32, "half": .float16,
            "str": .string, "f4": .float32, "f8": .float64, "i4": .int32, "i8": .int64,
            "<f4": .float32, "<f8": .float64,
            "<i4": .int32, "<i8": .int64, "uint": .uint64, "complex": .complex128, "u1": .uint8,
        ][text]
    }

    private static func native(_ type: TypeObject, _ python: Interpreter) -> DType? {
        switch type {
        case python.types.float: .float64
        case python.types.int: .int64
        case python.types.bool: .bool
        case python.types.complex: .complex128
        case python.types.str, python.types.bytes: .string
        default: nil
        }
    }
}

extension Tensor: ToPython {
    /// A TensorFlow tensor.
    package func value(in python: Interpreter) -> Value { object(in: python) }
}
