import PythonRuntime
import PythonSyntax
import Tensors

/// `EagerTensor`: what a tensor does in Python.
enum TensorType {
    static func define(in python: Interpreter) {
        let types = ArrayTypes.of(python)
        let t = TypeBuilder(types.eagerTensor, pythonWording: true, in: python)
        TensorOperators.define(t)
        let tracing = Tracing.of(python)
        t.unary(.repr) { python, value -> String in
            let tensor = try tensor(value, python)
            if let symbol = tracing.symbol(for: tensor) {
                return symbol.representation
            }
            return TensorText(types.printOptions).repr(tensor)
        }
        t.unary(.str) { python, value -> String in
            let tensor = try tensor(value, python)
            return tracing.symbol(for: tensor)?.text ?? TensorText(types.printOptions).str(tensor)
        }
        t.binary(.format) { python, value, specification -> String in
            if let symbol = tracing.symbol(for: try tensor(value, python)) { return symbol.text }
            return try python.format(numpy(value, python), specification.text ?? "")
        }
        t.property("shape") { python, value -> Value in
            let tensor = try tensor(value, python)
            if let symbol = tracing.symbol(for: tensor) {
                return .object(ShapeObject(symbol.shape, in: python))
            }
            return ShapeType.value(tensor.shape, in: python)
        }
        t.property("dtype") { python, value in
            DTypeType.value(try tensor(value, python).dtype, in: python)
        }
        t.property(
            "_keras_mask",
            set: { python, value, new in
                try tensor(value, python).mask = new.isNone ? nil : tensor(new, python)
            }
        ) { python, value -> Value in
            if let mask = try tensor(value, python).mask { return mask.object(in: python) }
            throw python.missingAttribute(value, "_keras_mask")
        }
        t.property("ndim") { python, value in try tensor(value, python).rank }
        for name in ["device", "backing_device"] {
            t.property(name) { _, _ in "/job:localhost/replica:0/task:0/device:CPU:0" }
        }
        for name in ["cpu", "gpu"] {
            t.def("\(name)(self)") { (_: Interpreter, value: Value) in value }
        }
        t.property("name") { python, value -> Value in
            if let symbol = tracing.symbol(of: value) {
                return .string(symbol.fullName, in: python)
            }
            throw python.error(
                "AttributeError", "Tensor.name is undefined when eager execution is enabled.")
        }
        t.def("numpy(self)\n\nThe elements as a NumPy array or number.") {
            (python: Interpreter, value: Value) in
            try requireValue(value, "numpy", python)
            return try numpy(value, python)
        }
        t.def("get_shape(self)") { (python: Interpreter, value: Value) -> Value in
            if let symbol = tracing.symbol(of: value) {
                return .object(ShapeObject(symbol.shape, in: python))
            }
            return ShapeType.value(try tensor(value, python).shape, in: python)
        }
        t.def("set_shape(self, shape)") {
            (python: Interpreter, value: Value, shape: Value) -> Value in
            let own = try tensor(value, python).shape
            let wanted = try ShapeType.dimensions(shape, in: python)
            let fits = wanted.map { lengths in
                lengths.count == own.rank
                    && zip(lengths, own.dimensions).allSatisfy { $0 == nil || $0 == $1 }
            }
            guard fits != false else {
                throw python.valueError(
                    "Tensor's shape \(own) is not compatible with supplied shape \(try python.str(shape))."
                )
            }
            return .none
        }
        t.def("eval(self, feed_dict=None, session=None)") {
            (python: Interpreter, _: Value, _: Value, _: Value) -> Value in
            throw python.error(
                "NotImplementedError",
                "eval is not supported when eager execution is enabled, is .numpy() what you're looking for?"
            )
        }
        for name in ["op", "graph"] {
            t.property(name) { python, value -> Value in
                if let symbol = Tracing.of(python).symbol(of: value) {
                    return GraphOperation.value(name, symbol, in: python)
                }
                throw python.error(
                    "AttributeError",
                    "Tensor.\(name) is undefined when eager execution is enabled.")
            }
        }
        t.def("__round__(self, ndigits=None)") {
            (python: Interpreter, value: Value, _: Value) in
            try python.getAttribute(value, "astype")
        }
        t.def("ref(self)") { (python: Interpreter, value: Value) in
            ReferenceType.value(value, in: python)
        }
        t.def("__array__(self, dtype=None)") { (python: Interpreter, value: Value, _: Value) in
            try tensor(value, python).copy().array(in: python)
        }
        t.type.messageName = "tensorflow.python.framework.ops.EagerTensor"
        t.type.wordsForMissing = missing
        numbers(t)
        sequence(t)
    }

    /// What an array has and a tensor has only where it is asked to behave like one.
    private static let ofArrays: Set<String> = [
        "T", "astype", "ravel", "transpose", "reshape", "clip", "size", "tolist", "data",
    ]

    /// Throws where a tensor of a function that is being traced is asked for what only values have.
    private static func requireValue(_ value: Value, _ name: String, _ python: Interpreter) throws {
        guard Tracing.of(python).symbol(of: value) != nil else { return }
        throw python.error(
            "AttributeError", "'SymbolicTensor' object has no attribute '\(name)'")
    }

    private static func missing(_ name: String) -> String? {
        ofArrays.contains(name)
            ? "EagerTensor object has no attribute '\(name)'. \n"
                + "        If you are looking for numpy-related methods, please run the following:\n"
                + "        tf.experimental.numpy.experimental_enable_numpy_behavior()\n      "
            : nil
    }

    /// The tensor in a value that is one.
    static func tensor(_ value: Value, _ python: Interpreter) throws -> Tensor {
        if let tensor = value.object as? TensorObject { return tensor.tensor }
        return try ArrayReader.tensor(value, face: .tensorFlow, in: python)
    }

    /// The elements as NumPy has them: a number for rank 0, else an array.
    static func numpy(_ value: Value, _ python: Interpreter) throws -> Value {
        let tensor = try tensor(value, python)
        guard tensor.rank == 0 else { return tensor.copy().array(in: python) }
        let scalar = tensor.scalars[0]
        if case .bytes(let bytes) = scalar { return .object(BytesObject(bytes.bytes, in: python)) }
        return NumPyScalars.value(scalar, tensor.dtype, in: python)
    }

    private static func numbers(_ t: TypeBuilder) {
        t.unary(.bool) { python, value -> Bool in
            let tensor = try tensor(value, python)
            try Tracing.of(python).requireTruth(of: value)
            if tensor.count == 0 { return false }
            guard tensor.count == 1 else {
                throw python.valueError(
                    "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
                )
            }
            return tensor.scalars[0].isTrue
        }
        t.unary(.float) { python, value in try single(value, python).double }
        t.unary(.int) { python, value in try single(value, python).int }
        t.unary(.index) { python, value -> Int in
            let tensor = try tensor(value, python)
            guard tensor.rank == 0, tensor.dtype.isInteger else {
                if tensor.rank == 0, tensor.dtype != .string, tensor.dtype != .bool {
                    throw python.error(
                        "AttributeError",
                        "'numpy.\(tensor.dtype.name)' object has no attribute '__index__'")
                }
                throw python.typeError(
                    "only integer scalar arrays can be converted to a scalar index")
            }
            return tensor.scalars[0].int
        }
        t.unary(.hash) { python, _ -> Value in
            throw python.typeError("Tensor is unhashable. Instead, use tensor.ref() as the key.")
        }
    }

    private static func single(_ value: Value, _ python: Interpreter) throws -> Scalar {
        let tensor = try tensor(value, python)
        guard tensor.count == 1 else {
            throw python.typeError("only length-1 arrays can be converted to Python scalars")
        }
        return tensor.scalars[0]
    }

    private static func sequence(_ t: TypeBuilder) {
        t.unary(.len) { python, value -> Int in
            let tensor = try tensor(value, python)
            guard tensor.rank > 0 else { throw python.typeError("Scalar tensor has no `len()`") }
            if let symbol = Tracing.of(python).symbol(of: value), symbol.shape.first == .some(nil) {
                throw python.typeError(
                    "len is not well defined for a symbolic Tensor (\(symbol.fullName)). Please call `x.shape` rather than `len(x)` for shape information."
                )
            }
            return tensor.shape[0]
        }
        t.unary(.iter) { python, value -> Value in
            let tensor = try tensor(value, python)
            guard tensor.rank > 0 else {
                throw python.typeError("Cannot iterate over a scalar tensor.")
            }
            let tracing = Tracing.of(python)
            try tracing.requireItems(of: value)
            if let symbol = tracing.symbol(of: value), let run = tracing.current {
                return .object(
                    ClosureIterator(
                        type: python.types.iterator,
                        TracedLoop(over: tensor, symbol, in: run, python).next))
            }
            var index = 0
            return .object(
                ClosureIterator(type: python.types.iterator) {
                    guard index < tensor.shape[0] else { return nil }
                    defer { index += 1 }
                    return try tensor.indexed([.integer(index)]).object(in: python)
                })
        }
        let tracing = Tracing.of(t.python)
        t.binary(.getitem) { python, value, key -> Value in
            try tracing.operation("strided_slice", value) {
                try tensor(value, python).indexed(IndexReader.tensorFlow(key, in: python)).object(
                    in: python)
            }
        }
        t.ternary(.setitem) { python, value, _, _ -> Value in
            let name =
                tracing.symbol(of: value) == nil
                ? "tensorflow.python.framework.ops.EagerTensor" : "SymbolicTensor"
            throw python.typeError("'\(name)' object does not support item assignment")
        }
        t.binary(.contains) { python, value, item -> Bool in
            let equal = try ComparisonOperation.equal(
                tensor(value, python), ArrayReader.tensor(item, face: .tensorFlow, in: python))
            return try equal.any().scalars[0].isTrue
        }
    }
}
