import PythonRuntime
import Tensors

/// A TensorFlow tensor as Python holds it.
package final class TensorObject: Object {
    package let tensor: Tensor

    /// The part of a variable that the tensor was read from with `v[…]`.
    var origin: (variable: Variable, index: [Index])?

    package convenience init(_ tensor: Tensor, in python: Interpreter) {
        self.init(tensor, type: ArrayTypes.of(python).eagerTensor)
    }

    init(_ tensor: Tensor, type: TypeObject) {
        self.tensor = tensor
        super.init(type: type)
    }

    deinit {
        if tensor.face === self { tensor.face = nil }
    }
}

/// A NumPy array as Python holds it; a view shares its elements with others.
package final class ArrayObject: InstanceObject {
    package var tensor: Tensor
    /// Whether string elements are text (`<U3`) and not bytes.
    package let isText: Bool
    /// The characters that there is room for in an element of text; nil for those of the longest one.
    package var textRoom: Int?
    /// The array whose elements this one looks at.
    package var base: ArrayObject?
    /// Whether the elements may not be changed through this array.
    package var isReadOnly = false

    package init(
        _ tensor: Tensor, isText: Bool = false, type: TypeObject? = nil, in python: Interpreter
    ) {
        self.tensor = tensor
        self.isText = isText
        super.init(type: type ?? ArrayTypes.of(python).ndarray)
    }
}

/// A single number of a NumPy type: `np.float32(0.5)`.
package final class ScalarObject: Object {
    package let scalar: Scalar
    package let dtype: DType
    /// Whether a string is text and not bytes.
    package let isText: Bool

    package init(_ scalar: Scalar, _ dtype: DType, isText: Bool = false, in python: Interpreter) {
        self.scalar = scalar
        self.dtype = dtype
        self.isText = isText
        super.init(type: ArrayTypes.of(python).scalar(dtype))
    }

    /// The number as a tensor of rank 0.
    package var tensor: Tensor { Tensor(scalar, dtype) }
}

/// A `tf.Variable`.
package final class VariableObject: InstanceObject {
    package let variable: Variable
    /// Whether it stands for the result of an assignment, which prints without a name.
    package let isUnread: Bool

    package init(_ variable: Variable, isUnread: Bool = false, in python: Interpreter) {
        self.variable = variable
        self.isUnread = isUnread
        super.init(type: ArrayTypes.of(python).variable)
    }
}

/// A `TensorShape`: lengths that may be unknown.
package final class ShapeObject: Object {
    /// The lengths, nil for an unknown one; nil for an unknown rank.
    package let dimensions: [Int?]?

    package init(_ dimensions: [Int?]?, in python: Interpreter) {
        self.dimensions = dimensions
        super.init(type: ArrayTypes.of(python).tensorShape)
    }
}

/// A `tf.DType` or an `np.dtype`, by its class.
package final class DTypeObject: Object {
    package let dtype: DType

    package init(_ dtype: DType, type: TypeObject) {
        self.dtype = dtype
        super.init(type: type)
    }
}

extension Tensor {
    /// The tensor as a Python object; the same one while that lives, so that `is` and `id` agree.
    package func object(in python: Interpreter) -> Value {
        if let face = face as? TensorObject { return .object(face) }
        let object = TensorObject(self, in: python)
        face = object
        return .object(object)
    }

    /// The tensor as a new NumPy array over its elements.
    package func array(in python: Interpreter) -> Value { .object(ArrayObject(self, in: python)) }
}

extension Scalar {
    /// The number as Python's own type.
    package func value(in python: Interpreter) -> Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .unsigned(let value): python.integer(.init(value))
        case .float(let value): .float(value)
        case .complex(let value): .object(ComplexObject(value.real, value.imaginary, in: python))
        case .bytes(let value): .object(BytesObject(value.bytes, in: python))
        }
    }
}
