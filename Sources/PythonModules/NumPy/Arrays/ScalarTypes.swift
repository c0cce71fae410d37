import PythonRuntime
import Tensors

/// The classes of single numbers: `np.float32`, `np.int64`, `np.bool_`.
enum NumPyScalarTypes {
    static func define(in python: Interpreter) {
        let types = ArrayTypes.of(python)
        let generic = TypeBuilder(types.generic, in: python)
        NumPyOperators.define(generic)
        defineConversions(generic)
        defineText(generic)
        defineAttributes(generic)
        for (dtype, type) in types.scalarClasses {
            defineConstruction(type, dtype, in: python)
            defineNumber(TypeBuilder(type, in: python))
            guard dtype.isInteger else { continue }
            TypeBuilder(type, in: python).unary(.index) { python, value -> Value in
                try scalar(value, python).whole(in: python)
            }
        }
        defineText(of: NumPyTypes.of(python).text, in: python)
    }

    private static func tensor(_ value: Value, _ python: Interpreter) throws -> Tensor {
        try ArrayLike.from(value, in: python).tensor
    }

    private static func scalar(_ value: Value, _ python: Interpreter) throws -> Scalar {
        try tensor(value, python).item
    }

    private static func defineConstruction(
        _ type: TypeObject, _ dtype: DType, in python: Interpreter
    ) {
        let name = type.name
        TypeBuilder(type, in: python).constructor("\(name)(value=0, /)") { python, _, values in
            try python.wordedByNumPy {
                let value = values[0].isNone ? Value.float(.nan) : values[0]
                let converted = try ElementConversion.convert(
                    ArrayLike.from(value, in: python), to: NumPyDType(dtype: dtype), in: python)
                return python.numPyValue(converted.tensor)
            }
        }
    }

    private static func defineConversions(_ t: TypeBuilder) {
        t.unary(.bool) { python, value -> Bool in try scalar(value, python).isTrue }
        t.unary(.hash) { python, value -> Int in
            try python.hash(scalar(value, python).value(in: python))
        }
        t.binary(.round) { python, value, digits -> Value in
            let number = try tensor(value, python)
            if digits.isNone { return try number.item.rounded(in: python) }
            return python.numPyValue(try Rounding.round(number, decimals: python.index(digits)))
        }
        t.unary(.iter) { python, value -> Value in
            throw python.typeError("'\(python.typeName(value))' object is not iterable")
        }
        t.binary(.getitem) { python, value, key -> Value in
            let array = ArrayObject(try tensor(value, python), in: python)
            if let tuple = key.object as? TupleObject, tuple.items.isEmpty { return value }
            guard key.isNone || key.isIdentical(to: python.ellipsis) else {
                throw python.error("IndexError", "invalid index to scalar variable.")
            }
            return try array.item(key, in: python)
        }
    }

    /// What a number is and a text is not.
    private static func defineNumber(_ t: TypeBuilder) {
        t.unary(.float) { python, value -> Double in try scalar(value, python).double }
        t.unary(.int) { python, value -> Value in try scalar(value, python).whole(in: python) }
        t.unary(.complex) { python, value -> Value in
            let number = try scalar(value, python).complex
            return .object(ComplexObject(number.real, number.imaginary, in: python))
        }
    }

    private static func defineText(_ t: TypeBuilder) {
        t.unary(.repr) { python, value -> String in ScalarText.repr(try tensor(value, python)) }
        t.unary(.str) { python, value -> String in ScalarText.str(try tensor(value, python)) }
        t.binary(.format) { python, value, specification -> String in
            try python.format(
                scalar(value, python).value(in: python), specification.text ?? "")
        }
    }

    private static func defineAttributes(_ t: TypeBuilder) {
        t.property("dtype") { python, value -> Value in
            let like = try ArrayLike.from(value, in: python)
            return python.numPyDType(of: like.tensor, isText: like.isText)
        }
        t.property("shape") { python, _ in python.tuple([]) }
        t.property("ndim") { _, _ in 0 }
        t.property("size") { _, _ in 1 }
        t.property("itemsize") { python, value in try tensor(value, python).dtype.byteWidth }
        t.property("nbytes") { python, value in try tensor(value, python).dtype.byteWidth }
        t.property("T") { _, value in value }
        t.property("base") { _, _ in Value.none }
        t.property("real") { python, value -> Value in
            python.numPyValue(ComplexParts.real(try tensor(value, python)))
        }
        t.property("imag") { python, value -> Value in
            python.numPyValue(ComplexParts.imaginary(try tensor(value, python)))
        }
    }

    /// `np.str_` behaves as `str` does, written without NumPy's name.
    private static func defineText(of type: TypeObject, in python: Interpreter) {
        TypeBuilder(type, in: python).constructor("str_(object='', /)") { python, _, values in
            .object(
                BoxedObject(
                    .string(try python.str(values[0]), in: python), type: NumPyTypes.of(python).text
                ))
        }
    }
}

extension Scalar {
    /// The nearest Python integer, halves to the even one.
    fileprivate func rounded(in python: Interpreter) throws -> Value {
        guard case .float(let number) = self else { return value(in: python) }
        return try Scalar.float(number.rounded(.toNearestOrEven)).whole(in: python)
    }
}
