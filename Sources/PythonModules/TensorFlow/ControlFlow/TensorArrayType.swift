import PythonRuntime
import Tensors

/// A `tf.TensorArray`: tensors that are written and read one by one.
package final class TensorArrayObject: Object {
    let dtype: DType
    let isDynamic: Bool
    let clearsAfterReading: Bool
    let infersShape: Bool
    /// The shape that all elements share, as far as it is known.
    var elementShape: [Int?]?
    /// The elements, nil where none was written.
    var elements: [Tensor?]
    private var read: Set<Int> = []

    init(
        _ dtype: DType, count: Int, isDynamic: Bool, clearsAfterReading: Bool, infersShape: Bool,
        elementShape: [Int?]?, type: TypeObject
    ) {
        self.dtype = dtype
        self.isDynamic = isDynamic
        self.clearsAfterReading = clearsAfterReading
        self.infersShape = infersShape
        self.elementShape = elementShape
        elements = Array(repeating: nil, count: count)
        super.init(type: type)
    }

    /// Puts an element at its place; a dynamic array grows.
    func write(_ tensor: Tensor, at index: Int) throws {
        guard index >= 0 else {
            throw Self.outOfRange("Writing to negative indices (index \(index)) is not allowed.")
        }
        guard index < elements.count || isDynamic else {
            throw Self.outOfRange(
                "Tried to write to index \(index) but array is not resizeable and size is: \(elements.count) "
            )
        }
        guard tensor.dtype == dtype else {
            throw FaceError(
                "InvalidArgumentError",
                "TensorArray dtype is \(dtype.name) but Op is trying to write dtype \(tensor.dtype.name) "
            )
        }
        try check(tensor.shape)
        guard index < Self.limit else { throw TensorError.tooLarge([index], dtype) }
        while elements.count <= index { elements.append(nil) }
        elements[index] = tensor
    }

    /// More elements than any array of a note has; growing to a wild index must not take all memory.
    private static let limit = 1 << 26

    private func check(_ shape: Shape) throws {
        guard let known = elementShape else {
            if infersShape { elementShape = shape.dimensions }
            return
        }
        let fits =
            known.count == shape.rank
            && zip(known, shape.dimensions).allSatisfy { $0 == nil || $0 == $1 }
        guard fits else {
            throw FaceError(
                "ValueError",
                "Incompatible shape for value (\(shape)), expected (\(ShapeType.text(known)))")
        }
        if infersShape { elementShape = shape.dimensions }
    }

    /// An element, which is forgotten then if the array clears what was read.
    func read(at index: Int) throws -> Tensor {
        guard index >= 0 else {
            throw Self.outOfRange("Reading from negative indices (index \(index)) is not allowed.")
        }
        guard index < elements.count else {
            throw Self.outOfRange(
                "Tried to read from index \(index) but array size is: \(elements.count) ")
        }
        if elements[index] == nil, read.contains(index) {
            throw FaceError(
                "InvalidArgumentError",
                "Could not read index \(index) twice because it was cleared after a previous read (perhaps try setting clear_after_read = false?)"
            )
        }
        let tensor = try filled(index)
        if clearsAfterReading {
            elements[index] = nil
            read.insert(index)
        }
        return tensor
    }

    /// An element, or zeros where none was written.
    private func filled(_ index: Int) throws -> Tensor {
        if let tensor = elements[index] { return tensor }
        guard let lengths = elementShape, !lengths.contains(nil) else {
            throw FaceError(
                "ValueError",
                "Cannot convert a partially known TensorShape \(ShapeType.text(elementShape)) to a Tensor."
            )
        }
        let zeros = Tensor(zeros: Shape(lengths.compactMap { $0 }), dtype)
        elements[index] = zeros
        return zeros
    }

    /// All elements, or those of some places, zeros where none was written.
    func all(_ places: [Int]? = nil) throws -> [Tensor] {
        try (places ?? Array(elements.indices)).map { place in
            guard elements.indices.contains(place) else {
                throw Self.outOfRange(
                    "Tried to read from index \(place) but array size is: \(elements.count) ")
            }
            return try filled(place)
        }
    }

    private static func outOfRange(_ message: String) -> FaceError {
        FaceError("OutOfRangeError", message)
    }
}

/// `tf.TensorArray`.
enum TensorArrayType {
    static func define(_ m: ModuleBuilder) {
        let type = TypeObject(
            "TensorArray", bases: [m.python.types.object],
            module: "tensorflow.python.ops.tensor_array_ops", metatype: m.python.types.type,
            in: m.python)
        m.module.namespace["TensorArray"] = .object(type)
        let t = TypeBuilder(type, pythonWording: true, in: m.python)
        t.constructor(
            "TensorArray(dtype, size=None, dynamic_size=None, clear_after_read=None, tensor_array_name=None, handle=None, flow=None, infer_shape=True, element_shape=None, colocate_with_first_write_call=True, name=None)\n\nTensors that are written and read one by one."
        ) { python, type, values in
            let size = try Int?.from(values[1], in: python) ?? 0
            guard (0..<(1 << 26)).contains(size) else {
                throw python.valueError("The size of a TensorArray must not be negative or huge")
            }
            return .object(
                TensorArrayObject(
                    try DTypeArgument.from(values[0], in: python).dtype, count: size,
                    isDynamic: try python.isTrue(values[2]),
                    clearsAfterReading: values[3].isNone ? true : try python.isTrue(values[3]),
                    infersShape: try python.isTrue(values[7]),
                    elementShape: try ShapeType.dimensions(values[8], in: python), type: type))
        }
        facts(t)
        single(t)
        whole(t)
    }

    private static func array(_ value: Value, _ python: Interpreter) throws -> TensorArrayObject {
        try python.receiver(value, "TensorArray")
    }

    private static func facts(_ t: TypeBuilder) {
        t.property("dtype") { python, value in
            DTypeType.value(try array(value, python).dtype, in: python)
        }
        t.property("element_shape") { python, value in
            ShapeObject(try array(value, python).elementShape, in: python)
        }
        t.property("dynamic_size") { python, value in try array(value, python).isDynamic }
        t.property("flow") { python, _ in Tensor(.float(0), .float32).object(in: python) }
        t.def("size(self, name=None)") { (python: Interpreter, value: Value, _: Value) in
            Tensor(.int(try array(value, python).elements.count), .int32)
        }
        t.def("identity(self)") { (_: Interpreter, value: Value) in value }
        t.def("mark_used(self)") { (_: Interpreter, _: Value) in Value.none }
        t.def("close(self, name=None)") { (python: Interpreter, value: Value, _: Value) -> Value in
            try array(value, python).elements = []
            return .none
        }
    }

    private static func single(_ t: TypeBuilder) {
        t.def("write(self, index, value, name=None)") {
            (python: Interpreter, value: Value, index: Int, element: Value, _: Value) -> Value in
            let array = try array(value, python)
            let tensor =
                try ArrayReader.existing(element)
                ?? ArrayReader.tensor(element, array.dtype, face: .tensorFlow, in: python)
            try array.write(tensor, at: index)
            return value
        }
        t.def("read(self, index, name=None)") {
            (python: Interpreter, value: Value, index: Int, _: Value) in
            try array(value, python).read(at: index)
        }
    }

    private static func whole(_ t: TypeBuilder) {
        t.def("stack(self, name=None)\n\nThe elements as one tensor.") {
            (python: Interpreter, value: Value, _: Value) -> Tensor in
            let array = try array(value, python)
            guard !array.elements.isEmpty else {
                let inner = (array.elementShape ?? []).compactMap { $0 }
                return Tensor(zeros: Shape([0] + inner), array.dtype)
            }
            return try Tensor.stack(array.all(), axis: 0)
        }
        t.def("concat(self, name=None)") { (python: Interpreter, value: Value, _: Value) in
            try Tensor.concatenate(array(value, python).all(), axis: 0)
        }
        t.def("gather(self, indices, name=None)") {
            (python: Interpreter, value: Value, indices: TensorLike, _: Value) in
            let array = try array(value, python)
            let places = indices.tensor.ints
            guard places.allSatisfy({ $0 >= -array.elements.count && $0 < array.elements.count })
            else { throw python.error("IndexError", "list index out of range") }
            return try Tensor.stack(
                array.all(places.map { $0 < 0 ? $0 + array.elements.count : $0 }), axis: 0)
        }
        t.def("unstack(self, value, name=None)") {
            (python: Interpreter, value: Value, tensor: Value, _: Value) -> Value in
            let array = try array(value, python)
            let parts = try read(tensor, array, python).unstacked(axis: 0)
            guard parts.count <= array.elements.count || array.isDynamic else {
                throw python.valueError(
                    "Cannot unstack \(parts.count) tensors into a TensorArray of static size \(array.elements.count) "
                )
            }
            array.elements = parts
            return value
        }
        t.def("scatter(self, indices, value, name=None)") {
            (python: Interpreter, value: Value, indices: TensorLike, tensor: Value, _: Value)
                -> Value in
            let array = try array(value, python)
            let parts = try read(tensor, array, python).unstacked(axis: 0)
            for (index, part) in zip(indices.tensor.ints, parts) {
                try array.write(part, at: index)
            }
            return value
        }
        t.def("split(self, value, lengths, name=None)") {
            (python: Interpreter, value: Value, tensor: Value, lengths: TensorLike, _: Value)
                -> Value in
            let array = try array(value, python)
            array.elements = try read(tensor, array, python).split(
                sizes: lengths.tensor.ints, axis: 0)
            return value
        }
    }

    private static func read(
        _ value: Value, _ array: TensorArrayObject, _ python: Interpreter
    ) throws -> Tensor {
        try ArrayReader.existing(value)
            ?? ArrayReader.tensor(value, array.dtype, face: .tensorFlow, in: python)
    }
}
