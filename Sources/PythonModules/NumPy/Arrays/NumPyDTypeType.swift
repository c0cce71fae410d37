import PythonRuntime
import Tensors

/// The class `np.dtype`.
enum NumPyDTypeType {
    static func define(in python: Interpreter) {
        let t = TypeBuilder(ArrayTypes.of(python).numpyDType, in: python)
        t.constructor("dtype(dtype, align=False, copy=False)") { python, _, values in
            let type: NumPyDType
            do { type = try NumPyDType.from(values[0], in: python) } catch let error as PythonError
                where error.exception.type === NumPyTypes.of(python).objects
            {
                guard let make = try NumPyObjects.value("dtype_of", in: python) else {
                    return .none
                }
                return try python.call(make, [values[0]])
            }
            if type.isText { return .object(TextDTypeObject(width: type.width ?? 0, in: python)) }
            return python.numPyDType(type.dtype)
        }
        t.unary(.repr) { python, value -> String in "dtype('\(text(value))')" }
        t.unary(.str) { python, value -> String in text(value) }
        t.unary(.hash) { python, value -> Int in
            try python.hash(.string(text(value), in: python))
        }
        t.binary(.eq) { python, a, b -> Bool in same(a, b, python) }
        t.binary(.ne) { python, a, b -> Bool in !same(a, b, python) }
        defineAttributes(t)
    }

    private static func same(_ a: Value, _ b: Value, _ python: Interpreter) -> Bool {
        guard !b.isNone, let x = try? NumPyDType.from(a, in: python),
            let y = try? NumPyDType.from(b, in: python)
        else { return false }
        return x.dtype == y.dtype && x.isText == y.isText && x.width == y.width
    }

    private static func text(_ value: Value) -> String {
        switch value.object {
        case let text as TextDTypeObject: text.width == 0 ? "<U0" : "<U\(text.width)"
        case let dtype as DTypeObject: dtype.dtype == .string ? "S" : dtype.dtype.name
        default: "dtype"
        }
    }

    private static func dtype(_ value: Value, _ python: Interpreter) throws -> NumPyDType {
        try NumPyDType.from(value, in: python)
    }

    private static func defineAttributes(_ t: TypeBuilder) {
        t.property("name") { python, value -> String in
            if let text = value.object as? TextDTypeObject { return "str\(32 * text.width)" }
            return try dtype(value, python).dtype.name
        }
        t.property("itemsize") { python, value -> Int in
            if let text = value.object as? TextDTypeObject { return 4 * text.width }
            return try dtype(value, python).dtype.byteWidth
        }
        t.property("kind") { python, value -> String in
            let type = try dtype(value, python)
            return type.isText ? "U" : String(type.dtype.numPyCode.prefix(1))
        }
        t.property("char") { python, value -> String in
            let type = try dtype(value, python)
            return type.isText ? "U" : type.dtype.numPyCharacter
        }
        t.property("str") { python, value -> String in
            let type = try dtype(value, python)
            if type.isText { return text(value) }
            return (type.dtype.byteWidth == 1 ? "|" : "<") + type.dtype.numPyCode
        }
        t.property("type") { python, value -> Value in
            let type = try dtype(value, python)
            return .object(
                type.isText ? NumPyTypes.of(python).text : ArrayTypes.of(python).scalar(type.dtype))
        }
        t.property("num") { python, value -> Int in
            let type = try dtype(value, python)
            if type.isText { return 19 }
            // NumPy's own order of its types, in which `l` comes before `q`.
            let order = "?bBhHiIlLqQfdgFDGOSUVMme"
            let letter = Character(type.dtype.numPyCharacter)
            return order.firstIndex(of: letter).map {
                order.distance(from: order.startIndex, to: $0)
            } ?? 0
        }
        t.property("byteorder") { python, value -> String in
            try dtype(value, python).dtype.byteWidth == 1 ? "|" : "="
        }
        t.property("alignment") { python, value -> Int in
            try dtype(value, python).dtype.byteWidth
        }
        t.property("names") { _, _ in Value.none }
        t.property("isnative") { _, _ in true }
        t.property("hasobject") { _, _ in false }
        t.property("shape") { python, _ in python.tuple([]) }
        t.property("ndim") { _, _ in 0 }
    }
}
