import PythonRuntime
import Tensors

/// Questions about arrays and types, and what numpy has that nbrun does not.
enum NumPyInspection {
    static func define(_ m: ModuleBuilder) {
        let t = NumPyDefinitions(m)
        defineSizes(t)
        defineTypes(t)
        defineMemory(t)
        NumPyErrorState.define(m)
        defineRefusals(t)
    }

    private static func defineSizes(_ t: NumPyDefinitions) {
        t.def("shape(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            python.tuple(a.tensor.shape.dimensions)
        }
        t.def("ndim(a)") { (_: Interpreter, a: ArrayLike) -> Int in a.tensor.rank }
        t.def("size(a, axis=None)") { (_: Interpreter, a: ArrayLike, axis: Int?) -> Int in
            try axis.map { try a.tensor.length(of: $0) } ?? a.tensor.count
        }
        t.def("iterable(y)") { (python: Interpreter, value: Value) -> Bool in
            python.type(of: value).special(.iter) != nil
        }
    }

    private static func defineTypes(_ t: NumPyDefinitions) {
        t.def("result_type(*arrays_and_dtypes)") {
            (python: Interpreter, values: [Value]) -> Value in
            let operands = try values.map { value -> Promotion.Operand in
                if let type = typeOnly(value, in: python) { return .array(type) }
                let tensor = try ArrayLike.from(value, in: python).tensor
                return tensor.rank == 0 ? .number(tensor.item, tensor.dtype) : .array(tensor.dtype)
            }
            return python.numPyDType(Promotion.common(operands) ?? .string)
        }
        t.def("promote_types(type1, type2)") {
            (python: Interpreter, a: NumPyDType, b: NumPyDType) -> Value in
            python.numPyDType(Promotion.joint(a.dtype, b.dtype))
        }
        t.def("can_cast(from_, to, casting='safe')") {
            (python: Interpreter, value: Value, target: NumPyDType, rule: String) -> Bool in
            let source =
                try typeOnly(value, in: python) ?? ArrayLike.from(value, in: python).tensor.dtype
            if rule == "unsafe" { return true }
            if case .int(let number) = value, target.dtype.isInteger {
                return target.dtype.lowest.int <= number && number <= target.dtype.highest.int
            }
            if rule == "same_kind" { return Casting.isSameKind(source, target.dtype) }
            return Promotion.joint(source, target.dtype) == target.dtype
        }
        t.def("issubdtype(arg1, arg2)") { (python: Interpreter, a: Value, b: Value) -> Bool in
            let types = ArrayTypes.of(python)
            let first = try scalarClass(a, types, in: python)
            let second =
                try (b.object as? TypeObject).flatMap { $0.isSubtype(of: types.generic) ? $0 : nil }
                ?? scalarClass(b, types, in: python)
            return first.isSubtype(of: second)
        }
    }

    /// The type that a value names without being an array.
    private static func typeOnly(_ value: Value, in python: Interpreter) -> DType? {
        guard value.object is DTypeObject || value.object is TypeObject || value.text != nil else {
            return nil
        }
        return try? NumPyDType.from(value, in: python).dtype
    }

    private static func scalarClass(
        _ value: Value, _ types: ArrayTypes, in python: Interpreter
    ) throws -> TypeObject {
        if let type = value.object as? TypeObject, type.isSubtype(of: types.generic) { return type }
        return types.scalar(try NumPyDType.from(value, in: python).dtype)
    }

    private static func defineMemory(_ t: NumPyDefinitions) {
        for name in ["shares_memory", "may_share_memory"] {
            t.def("\(name)(a, b, max_work=None)") {
                (_: Interpreter, a: ArrayLike, b: ArrayLike, _: Value) -> Bool in
                a.tensor.sharesStorage(with: b.tensor)
            }
        }
        t.def("copyto(dst, src, casting='same_kind', where=True)") {
            (python: Interpreter, target: Value, source: ArrayLike, _: Value, condition: ArrayLike)
                -> Value in
            let array = try NumPyArrayType.array(target, python)
            try array.write(
                source.tensor, where: condition.tensor, ufunc: "copyto",
                orElse: "assignment destination is read-only", in: python)
            return .none
        }
    }

    private static func defineRefusals(_ t: NumPyDefinitions) {
        t.raw("memmap(*args, **kwargs)") { python, _ in
            throw python.error(
                "NotImplementedError",
                "np.memmap is not available in nbrun: np.load reads the whole array")
        }
    }
}
