import PythonRuntime
import Tensors

extension NumPyArrayType {
    /// The attributes of arrays: `shape`, `dtype`, `T`.
    static func defineAttributes(_ t: TypeBuilder) {
        defineSizes(t)
        t.property("dtype") { python, value -> Value in
            let array = try array(value, python)
            return python.numPyDType(
                of: array.tensor, isText: array.isText, room: array.textRoom)
        }
        t.property("T") { python, value -> Value in
            let array = try array(value, python)
            return array.view(try array.tensor.unwatched.transposed(), in: python)
        }
        t.property("base") { python, value -> Value in
            try array(value, python).base.map { .object($0) } ?? .none
        }
        t.property(
            "flat",
            set: { python, value, new in
                let tensor = try array(value, python).writable(
                    orElse: "underlying array is read-only", in: python)
                let values = try ArrayLike.from(new, in: python).tensor.cast(to: tensor.dtype)
                let repeated = try Filling.fitted(values, to: tensor.count)
                tensor.write(from: try repeated.reshaped(to: tensor.shape))
            }
        ) { python, value -> Value in
            .object(FlatIterator(try array(value, python), in: python))
        }
        t.property("real") { python, value -> Value in
            let array = try array(value, python)
            guard array.tensor.dtype.isComplex else { return value }
            return python.ndarray(ComplexParts.real(array.tensor))
        }
        t.property("imag") { python, value -> Value in
            python.ndarray(ComplexParts.imaginary(try array(value, python).tensor))
        }
    }

    private static func defineSizes(_ t: TypeBuilder) {
        t.property(
            "shape",
            set: { python, value, new in
                let array = try array(value, python)
                let shape = try ShapeArgument.from(new, in: python).shape
                array.tensor = try python.wordedByNumPy { try array.tensor.reshaped(to: shape) }
            }
        ) { python, value -> Value in python.tuple(try array(value, python).tensor.shape.dimensions)
        }
        t.property("ndim") { python, value -> Int in try array(value, python).tensor.rank }
        t.property("size") { python, value -> Int in try array(value, python).tensor.count }
        t.property("itemsize") { python, value -> Int in
            python.itemSize(try array(value, python))
        }
        t.property("nbytes") { python, value -> Int in
            let array = try array(value, python)
            return array.tensor.count * python.itemSize(array)
        }
        t.property("strides") { python, value -> Value in
            let array = try array(value, python)
            let size = python.itemSize(array)
            return python.tuple(array.tensor.strides.map { $0 * size })
        }
    }
}

extension Interpreter {
    /// The `np.dtype` of an array's elements.
    func numPyDType(of tensor: Tensor, isText: Bool, room: Int? = nil) -> Value {
        isText
            ? .object(TextDTypeObject(width: room ?? tensor.textWidth, in: self))
            : numPyDType(tensor.dtype)
    }

    /// The `np.dtype` of a type.
    func numPyDType(_ dtype: DType) -> Value {
        .object(DTypeObject(dtype, type: ArrayTypes.of(self).numpyDType))
    }

    /// The bytes of one element.
    func itemSize(_ array: ArrayObject) -> Int {
        guard array.tensor.dtype == .string else { return array.tensor.dtype.byteWidth }
        let width = array.textRoom ?? array.tensor.textWidth
        return array.isText ? 4 * width : width
    }
}

/// The parts of complex numbers.
enum ComplexParts {
    /// The real parts; real numbers themselves.
    static func real(_ tensor: Tensor) -> Tensor {
        guard tensor.dtype.isComplex else { return tensor }
        return Tensor(
            tensor.scalars.map { .float($0.complex.real) }, shape: tensor.shape,
            tensor.dtype.realPart)
    }

    /// The imaginary parts, zero for real numbers.
    static func imaginary(_ tensor: Tensor) -> Tensor {
        Tensor(
            tensor.scalars.map { $0.asImaginary }, shape: tensor.shape, tensor.dtype.realPart)
    }
}

extension Scalar {
    fileprivate var asImaginary: Scalar {
        if case .complex(let number) = self { .float(number.imaginary) } else { .int(0) }
    }
}

/// The elements of an array one after the other: `a.flat`.
package final class FlatIterator: Object {
    private let array: ArrayObject

    init(_ array: ArrayObject, in python: Interpreter) {
        self.array = array
        super.init(type: NumPyTypes.of(python).flatIterator)
    }

    /// The elements as a vector.
    func flat(in python: Interpreter) throws -> ArrayObject {
        ArrayObject(try array.tensor.flattened(), isText: array.isText, in: python)
    }

    /// Sets the elements that an index chooses.
    func setItem(_ key: Value, _ value: Value, in python: Interpreter) throws {
        let target = try array.writable(orElse: "underlying array is read-only", in: python)
        let copy = ArrayObject(target.copy(), isText: array.isText, in: python)
        let flat = ArrayObject(try copy.tensor.flattened(), isText: array.isText, in: python)
        try flat.setItem(key, value, in: python)
        target.write(from: try flat.tensor.reshaped(to: target.shape))
    }

    /// Defines the class.
    static func define(in python: Interpreter) {
        let t = TypeBuilder(NumPyTypes.of(python).flatIterator, in: python)
        t.unary(.iter) { python, value -> Value in
            guard let iterator = value.object as? FlatIterator else { return .none }
            return try python.rows(of: iterator.flat(in: python))
        }
        t.binary(.getitem) { python, value, key -> Value in
            guard let iterator = value.object as? FlatIterator else { return .none }
            return try python.wordedByNumPy {
                try iterator.flat(in: python).item(key, in: python)
            }
        }
        t.ternary(.setitem) { python, value, key, new -> Value in
            try python.wordedByNumPy {
                try (value.object as? FlatIterator)?.setItem(key, new, in: python)
            }
            return .none
        }
        t.unary(.len) { _, value in (value.object as? FlatIterator)?.array.tensor.count ?? 0 }
    }
}

/// Values repeated to fill a number of places.
enum Filling {
    /// The elements of `values` repeated, or cut, to so many.
    static func fitted(_ values: Tensor, to count: Int) throws -> Tensor {
        let flat = try values.flattened()
        guard flat.count > 0, count > 0 else { return Tensor(zeros: [count], values.dtype) }
        let places = (0..<count).map { Int64($0 % flat.count) }
        return try flat.gathered(Tensor(places))
    }
}
