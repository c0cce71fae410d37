import PythonRuntime
import Tensors

/// Reads what stands in the brackets of `x[…]`.
enum IndexReader {
    static func tensorFlow(_ key: Value, in python: Interpreter) throws -> [Index] {
        if let tuple = key.object as? TupleObject {
            return try tuple.items.map { try entry($0, face: .tensorFlow, in: python) }
        }
        return [try entry(key, face: .tensorFlow, in: python)]
    }

    private static func entry(
        _ value: Value, face: ArrayReader.Face, in python: Interpreter
    ) throws -> Index {
        switch value {
        case .int(let index): return .integer(index)
        case .none: return .newAxis
        case .bool, .float: throw wrongIndex(value, python)
        case .object(let object):
            if value.isIdentical(to: python.ellipsis) { return .ellipsis }
            if let slice = object as? SliceObject { return try range(slice, in: python) }
            if let index = value.integer { return .integer(index) }
            return try array(value, face: face, in: python)
        }
    }

    private static func range(_ slice: SliceObject, in python: Interpreter) throws -> Index {
        func bound(_ value: Value) throws -> Int? { value.isNone ? nil : try python.index(value) }
        let step = try bound(slice.step) ?? 1
        guard step != 0 else { throw python.valueError("slice step cannot be zero") }
        return .slice(try bound(slice.start), try bound(slice.stop), step)
    }

    private static func array(
        _ value: Value, face: ArrayReader.Face, in python: Interpreter
    ) throws -> Index {
        guard ArrayReader.existing(value) != nil || face == .numPy else {
            throw wrongIndex(value, python)
        }
        let tensor = try ArrayReader.tensor(value, face: face, in: python)
        if tensor.dtype == .bool { return .mask(tensor) }
        guard tensor.dtype.isInteger else { throw wrongIndex(value, python) }
        if tensor.rank == 0 { return .integer(tensor.scalars[0].int) }
        guard face == .numPy else { throw wrongIndex(value, python) }
        return .integers(tensor)
    }

    private static func wrongIndex(_ value: Value, _ python: Interpreter) -> PythonError {
        let text = (try? python.repr(value)) ?? ""
        return python.typeError(
            "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are valid indices, got \(text)"
        )
    }
}
