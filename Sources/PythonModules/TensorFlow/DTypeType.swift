import PythonRuntime
import Tensors

/// `tf.DType`.
enum DTypeType {
    static func value(_ dtype: DType, in python: Interpreter) -> Value {
        let table = python.state(Table.self) { _ in Table() }
        if let known = table.values[dtype] { return known }
        let value = Value.object(DTypeObject(dtype, type: ArrayTypes.of(python).tfDType))
        table.values[dtype] = value
        return value
    }

    /// One object a type, so that `is` holds.
    private final class Table {
        var values: [DType: Value] = [:]
    }

    static func define(in python: Interpreter) {
        let t = TypeBuilder(ArrayTypes.of(python).tfDType, in: python)
        t.unary(.repr) { _, value in "tf.\(name(value))" }
        t.unary(.str) { _, value in "<dtype: '\(name(value))'>" }
        t.unary(.hash) { _, value in Int((value.object as? DTypeObject)?.dtype.rawValue ?? 0) + 1 }
        t.binary(.eq) { python, a, b -> Value in
            guard let a = a.object as? DTypeObject else { return python.notImplemented }
            guard let other = try? DTypeArgument.from(b, in: python) else { return .bool(false) }
            return .bool(a.dtype == other.dtype)
        }
        t.property("name") { _, value in name(value) }
        t.property("size") { _, value -> Int? in
            (value.object as? DTypeObject).map { $0.dtype == .string ? 0 : $0.dtype.byteWidth }
        }
        t.property("as_datatype_enum") { _, value -> Int? in
            (value.object as? DTypeObject)?.dtype.protocolNumber
        }
        t.property("limits") { python, value -> Value in
            guard let dtype = (value.object as? DTypeObject)?.dtype else { return .none }
            let limits = dtype.isInteger ? [.int(0), dtype.highest] : [.int(0), .int(1)]
            return .tuple(limits.map { $0.value(in: python) }, in: python)
        }
        for name in ["is_quantized", "_is_ref_dtype"] { t.property(name) { _, _ in false } }
        t.property("is_numpy_compatible") { _, _ in true }
        t.property("is_floating") { _, value in (value.object as? DTypeObject)?.dtype.isFloating }
        t.property("is_integer") { _, value in (value.object as? DTypeObject)?.dtype.isInteger }
        t.property("is_bool") { _, value in (value.object as? DTypeObject)?.dtype == .bool }
        t.property("base_dtype") { _, value in value }
        t.property("real_dtype") { python, value -> Value in
            (value.object as? DTypeObject).map { DTypeType.value($0.dtype.realPart, in: python) }
                ?? .none
        }
        t.property("is_unsigned") { _, value in
            (value.object as? DTypeObject)?.dtype.kind == .unsigned
        }
        t.property("is_complex") { _, value in
            (value.object as? DTypeObject)?.dtype.kind == .complex
        }
        t.def("is_compatible_with(self, other)") {
            (python: Interpreter, value: Value, other: DTypeArgument) in
            (value.object as? DTypeObject)?.dtype == other.dtype
        }
        for (name, isLowest) in [("min", true), ("max", false)] {
            t.property(name) { python, value -> Value in
                guard let dtype = (value.object as? DTypeObject)?.dtype else { return .none }
                let limit = isLowest ? dtype.lowest : dtype.highest
                return dtype.isInteger
                    ? limit.value(in: python) : NumPyScalars.value(limit, dtype, in: python)
            }
        }
        t.property("as_numpy_dtype") { python, value -> Value in
            guard let dtype = (value.object as? DTypeObject)?.dtype else { return .none }
            return .object(
                dtype == .string ? python.types.object : ArrayTypes.of(python).scalar(dtype))
        }
    }

    private static func name(_ value: Value) -> String {
        (value.object as? DTypeObject)?.dtype.name ?? ""
    }
}

extension DType {
    /// The type's number in TensorFlow's messages.
    fileprivate var protocolNumber: Int {
        switch self {
        case .float32: 1
        case .float64: 2
        case .int32: 3
        case .uint8: 4
        case .int16: 5
        case .int8: 6
        case .string: 7
        case .complex64: 8
        case .int64: 9
        case .bool: 10
        case .uint16: 17
        case .complex128: 18
        case .float16: 19
        case .uint32: 22
        case .uint64: 23
        }
    }
}
