import PythonRuntime
import Tensors

/// Anything that NumPy takes as an array: an array, a tensor, a number, nested sequences.
struct ArrayLike: FromPython {
    let tensor: Tensor
    /// Whether string elements are text and not bytes.
    var isText = false
    /// The characters that there is room for in an element of text; nil for those of the longest one.
    var room: Int?

    static func from(_ value: Value, in python: Interpreter) throws -> ArrayLike {
        switch value {
        case .float(let number): return ArrayLike(tensor: Tensor(scalar: number))
        case .int(let number): return ArrayLike(tensor: Tensor(scalar: Int64(number)))
        case .bool(let truth): return ArrayLike(tensor: Tensor(scalar: truth))
        case .object(let object):
            if let array = object as? ArrayObject {
                return ArrayLike(
                    tensor: array.tensor, isText: array.isText, room: array.textRoom)
            }
            if let scalar = object as? ScalarObject {
                return ArrayLike(tensor: scalar.tensor, isText: scalar.isText)
            }
            if let symbol = Tracing.of(python).symbol(of: value) {
                throw python.error(
                    "NotImplementedError",
                    "Cannot convert a symbolic tf.Tensor (\(symbol.fullName)) to a numpy array. This error may indicate that you're trying to pass a Tensor to a NumPy call, which is not supported."
                )
            }
            if let tensor = ArrayReader.existing(value) {
                return ArrayLike(tensor: tensor.unwatched)
            }
        case .none: break
        }
        return try read(value, in: python)
    }

    /// Numbers in nested sequences, or text.
    private static func read(_ value: Value, in python: Interpreter) throws -> ArrayLike {
        if let array = try arrayOfProtocol(value, in: python) { return array }
        var reader = ArrayReader(.numPy, in: python)
        let (tensor, isText) = try reader.read(value, nil)
        return ArrayLike(tensor: tensor, isText: isText, room: isText ? reader.textRoom : nil)
    }

    /// What an object's own `__array__` gives.
    private static func arrayOfProtocol(
        _ value: Value, in python: Interpreter
    ) throws -> ArrayLike? {
        if let object = value.object, NumPyObjects.isArray(object, python) {
            throw NumPyObjects.error(python)
        }
        guard let object = value.object, object.kind == .instance || object.kind == .other,
            !(object is BoxedObject), let method = try python.lookUpAttribute(value, "__array__")
        else { return nil }
        guard let array = try python.call(method).object as? ArrayObject else {
            throw python.valueError("object __array__ method not producing an array")
        }
        return ArrayLike(tensor: array.tensor, isText: array.isText)
    }
}

extension Tensor {
    /// The same elements as a tensor that no gradient tape knows.
    var unwatched: Tensor { view(shape: shape, strides: strides, offset: offset) }
}

extension Interpreter {
    /// A NumPy array over a tensor, whatever its rank.
    func ndarray(_ tensor: Tensor, isText: Bool = false, room: Int? = nil) -> Value {
        let array = ArrayObject(tensor, isText: isText, in: self)
        array.textRoom = room
        return .object(array)
    }

    /// A NumPy array, or a number of a NumPy type where there are no axes.
    func numPyValue(_ tensor: Tensor, isText: Bool = false) -> Value {
        guard tensor.rank == 0 else { return ndarray(tensor, isText: isText) }
        return numPyScalar(tensor.item, tensor.dtype, isText: isText)
    }

    /// A single number of a NumPy type; those of `float64` and of text are also Python's own.
    func numPyScalar(_ scalar: Scalar, _ dtype: DType, isText: Bool = false) -> Value {
        if dtype == .float64 {
            return .object(
                BoxedObject(.float(scalar.double), type: ArrayTypes.of(self).scalar(.float64)))
        }
        if isText, case .bytes(let text) = scalar {
            return .object(
                BoxedObject(.string(text.text, in: self), type: NumPyTypes.of(self).text))
        }
        // What tensors of text give are Python's own bytes.
        if case .bytes(let text) = scalar { return .object(BytesObject(text.bytes, in: self)) }
        return .object(ScalarObject(scalar, dtype, isText: isText, in: self))
    }

    /// A tuple of integers: a shape.
    func tuple(_ numbers: [Int]) -> Value { .tuple(numbers.map { .int($0) }, in: self) }
}
