import PythonRuntime
import Tensors

/// Arrays out of values, and arrays of one element.
enum NumPyCreation {
    static func define(_ m: NumPyDefinitions) {
        defineConversions(m)
        defineFilled(m)
        defineAlike(m)
    }

    private static func defineConversions(_ m: NumPyDefinitions) {
        m.def(
            """
            array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None)

            A new array of numbers, nested sequences, or another array.
            """
        ) {
            (
                python: Interpreter, object: ArrayInput, dtype: NumPyDType?, copy: Bool, _: Value,
                _: Value, least: Int, _: Value
            ) -> Value in
            let array = try object.array(dtype, copy: copy, in: python)
            guard array.tensor.rank < least else { return .object(array) }
            let lead = Array(repeating: 1, count: least - array.tensor.rank)
            return python.ndarray(
                try array.tensor.reshaped(to: Shape(lead + array.tensor.shape.dimensions)),
                isText: array.isText)
        }
        for name in ["asarray", "asanyarray", "ascontiguousarray"] {
            m.def("\(name)(a, dtype=None, order=None, *, like=None)") {
                (python: Interpreter, object: ArrayInput, dtype: NumPyDType?, _: Value, _: Value)
                    -> Value in
                .object(try object.array(dtype, copy: false, in: python))
            }
        }
        m.def("asfarray(a, dtype=None)") {
            (python: Interpreter, object: ArrayInput, dtype: NumPyDType?) -> Value in
            .object(
                try object.array(dtype ?? NumPyDType(dtype: .float64), copy: false, in: python))
        }
        m.def("copy(a, order='K', subok=False)") {
            (python: Interpreter, object: ArrayInput, _: Value, _: Value) -> Value in
            .object(try object.array(nil, copy: true, in: python))
        }
    }

    private static func defineFilled(_ m: NumPyDefinitions) {
        for (name, number) in [("zeros", 0), ("ones", 1), ("empty", 0)] {
            m.def(
                "\(name)(shape, dtype=None, order='C', *, like=None)\n\nA new array of that shape."
            ) {
                (
                    python: Interpreter, shape: ArrayShape, dtype: NumPyDType?, _: Value, _: Value
                ) -> Value in
                try filled(shape.shape, .int(number), dtype, in: python)
            }
        }
        m.def("full(shape, fill_value, dtype=None, order='C', *, like=None)") {
            (
                python: Interpreter, shape: ArrayShape, value: ArrayLike, dtype: NumPyDType?,
                _: Value, _: Value
            ) -> Value in
            try full(shape.shape, value, dtype, in: python)
        }
    }

    /// An array of one number; `nil` means `float64`.
    static func filled(
        _ shape: Shape, _ number: Scalar, _ dtype: NumPyDType?, in python: Interpreter
    ) throws -> Value {
        guard shape.dimensions.allSatisfy({ $0 >= 0 }) else {
            throw python.valueError("negative dimensions are not allowed")
        }
        let type = dtype?.dtype ?? .float64
        if case .int(0) = number {
            try shape.requireRoom(for: type)
            return python.ndarray(
                Tensor(zeros: shape, type), isText: dtype?.isText ?? false, room: dtype?.width)
        }
        return python.ndarray(try Tensor.filled(shape, with: number, type))
    }

    private static func full(
        _ shape: Shape, _ value: ArrayLike, _ dtype: NumPyDType?, in python: Interpreter
    ) throws -> Value {
        let target = dtype ?? NumPyDType(dtype: value.tensor.dtype, isText: value.isText)
        let converted = try ElementConversion.convert(value, to: target, in: python)
        guard shape.dimensions.allSatisfy({ $0 >= 0 }) else {
            throw python.valueError("negative dimensions are not allowed")
        }
        try shape.requireRoom(for: converted.tensor.dtype)
        guard converted.tensor.shape.stretches(to: shape) else {
            throw TensorError.notAssignable(converted.tensor.shape, to: shape)
        }
        return python.ndarray(
            converted.tensor.stretched(to: shape).copy(), isText: converted.isText,
            room: converted.room)
    }

    private static func defineAlike(_ m: NumPyDefinitions) {
        for (name, number) in [("zeros_like", 0), ("ones_like", 1), ("empty_like", 0)] {
            m.def("\(name)(a, dtype=None, order='K', subok=True, shape=None)") {
                (
                    python: Interpreter, a: ArrayLike, dtype: NumPyDType?, _: Value, _: Value,
                    shape: ArrayShape?
                ) -> Value in
                let own = NumPyDType(dtype: a.tensor.dtype, isText: a.isText)
                return try filled(
                    shape?.shape ?? a.tensor.shape, .int(number), dtype ?? own, in: python)
            }
        }
        m.def("full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)") {
            (
                python: Interpreter, a: ArrayLike, value: ArrayLike, dtype: NumPyDType?, _: Value,
                _: Value, shape: ArrayShape?
            ) -> Value in
            try full(
                shape?.shape ?? a.tensor.shape, value,
                dtype ?? NumPyDType(dtype: a.tensor.dtype, isText: a.isText), in: python)
        }
    }
}

/// A value that becomes an array object.
struct ArrayInput: FromPython {
    let value: Value

    static func from(_ value: Value, in python: Interpreter) -> ArrayInput {
        ArrayInput(value: value)
    }

    /// The value as an array of a type; the same array where nothing has to change and no copy is wanted.
    func array(_ dtype: NumPyDType?, copy: Bool, in python: Interpreter) throws -> ArrayObject {
        if value.isNone { throw NumPyDType.objectError(python) }
        let like = try ArrayLike.from(value, in: python)
        let target = dtype ?? NumPyDType(dtype: like.tensor.dtype, isText: like.isText)
        let isSame =
            target.dtype == like.tensor.dtype && target.isText == like.isText
            && (target.width == nil || target.width == like.room)
        if isSame, !copy, let array = value.object as? ArrayObject { return array }
        let converted = try ElementConversion.convert(like, to: target, in: python)
        let isFresh =
            !isSame
            || !(value.object is ArrayObject || value.object is TensorObject
                || value.object is VariableObject)
        let array = ArrayObject(
            isFresh ? converted.tensor : converted.tensor.copy(), isText: converted.isText,
            in: python)
        // A list of numbers becomes text as wide as its longest number; an array has room for any of its type.
        array.textRoom =
            like.isText || value.object is ArrayObject ? converted.room : target.width
        // NumPy looks into a tensor's own memory here, which must not change.
        array.isReadOnly = !copy && isSame && value.object is TensorObject
        return array
    }
}

/// A shape as NumPy takes it: one length or a sequence of lengths.
struct ArrayShape: FromPython {
    let shape: Shape

    static func from(_ value: Value, in python: Interpreter) throws -> ArrayShape {
        if let length = value.integer { return ArrayShape(shape: [length]) }
        if case .float = value {
            throw python.typeError(
                "expected a sequence of integers or a single integer, got '\(try python.repr(value))'"
            )
        }
        if let object = value.object, object is ShapeObject {
            return ArrayShape(shape: try ShapeArgument.from(value, in: python).shape)
        }
        if let tensor = ArrayReader.existing(value) {
            guard tensor.dtype.isInteger else { throw error(value, python) }
            return ArrayShape(shape: tensor.rank == 0 ? [tensor.item.int] : Shape(tensor.ints))
        }
        return ArrayShape(shape: Shape(try python.list(value).map { try python.index($0) }))
    }

    private static func error(_ value: Value, _ python: Interpreter) -> PythonError {
        python.typeError("'\(python.typeName(value))' object cannot be interpreted as an integer")
    }
}
