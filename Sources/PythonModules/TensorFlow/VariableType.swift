import NeuralNetworks
import PythonRuntime
import Tensors

/// `tf.Variable`.
enum VariableType {
    static func define(in python: Interpreter) {
        let types = ArrayTypes.of(python)
        let t = TypeBuilder(types.variable, pythonWording: true, in: python)
        t.constructor(
            "Variable(initial_value=None, trainable=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, import_scope=None, constraint=None, synchronization=None, aggregation=None, shape=None)\n\nA tensor that can be assigned anew."
        ) { python, _, values in
            try make(values, in: python)
        }
        TensorOperators.define(t)
        t.unary(.repr) { python, value -> String in
            guard let object = value.object as? VariableObject else { return "" }
            let name = object.isUnread ? "UnreadVariable" : object.variable.name + ":0"
            return TensorText(types.printOptions).repr(variable: name, object.variable.value)
        }
        t.binary(.format) { python, value, specification -> String in
            specification.text?.isEmpty == false
                ? try python.format(TensorType.numpy(value, python), specification.text ?? "")
                : try python.repr(value)
        }
        t.property("name") { _, value in variable(value).map { $0.name + ":0" } }
        properties(t)
        attributes(t)
        conversions(t)
        VariableAssignments.define(t)
    }

    /// The variable that a call of the class makes.
    private static func make(_ values: [Value], in python: Interpreter) throws -> Value {
        var initial = values[0]
        guard !initial.isNone else {
            throw python.valueError(
                "The `initial_value` arg to `tf.Variable` must be specified except when you are not providing a `variable_def`. You provided neither."
            )
        }
        if python.isCallable(initial), ArrayReader.existing(initial) == nil {
            initial = try python.call(initial)
        }
        let dtype = try DTypeArgument?.from(values[6], in: python)
        let tensor =
            try initial.object is ListObject || initial.object is TupleObject
            ? CreationFunctions.constant(initial, dtype?.dtype, nil, in: python)
            : ArrayReader.tensor(initial, dtype?.dtype, face: .tensorFlow, in: python)
        try Tracing.of(python).noteVariable(in: python)
        try requireShape(values[11], of: tensor, in: python)
        let variable = Variable(
            tensor, name: LayerContext.of(python).path(values[4].text ?? "Variable"),
            isTrainable: values[1].isNone ? true : try python.isTrue(values[1]),
            tapes: ArrayTypes.of(python).tapes)
        let object = VariableObject(variable, in: python)
        variable.face = object
        return .object(object)
    }

    /// That the first value fits the shape that is announced.
    private static func requireShape(
        _ value: Value, of tensor: Tensor, in python: Interpreter
    ) throws {
        guard !value.isNone, let wanted = try ShapeType.dimensions(value, in: python) else {
            return
        }
        let own = tensor.shape.dimensions
        guard
            wanted.count != own.count || zip(wanted, own).contains(where: { $0 != nil && $0 != $1 })
        else { return }
        throw python.valueError(
            "In this `tf.Variable` creation, the initial value's shape (\(tensor.shape)) is not compatible with the explicitly supplied `shape` argument (\(try python.str(value)))."
        )
    }

    /// The variable in a value that is one.
    static func variable(_ value: Value) -> Variable? {
        (value.object as? VariableObject)?.variable
    }

    private static func properties(_ t: TypeBuilder) {
        t.property("shape") { python, value in
            variable(value).map { ShapeType.value($0.shape, in: python) }
        }
        t.property("dtype") { python, value in
            variable(value).map { DTypeType.value($0.dtype, in: python) }
        }
        t.property("trainable") { _, value in variable(value)?.isTrainable }
        t.property("ndim") { _, value in variable(value)?.shape.rank }
        t.property("device") { _, _ in "/job:localhost/replica:0/task:0/device:CPU:0" }
        t.property("constraint") { _, _ in Value.none }
        t.property("handle") { python, value -> Value in
            try TensorType.tensor(value, python).object(in: python)
        }
        t.property("initial_value") { python, _ -> Value in
            throw python.error(
                "RuntimeError", "This property is not supported when eager execution is enabled.")
        }
        for (name, member) in [
            ("synchronization", "VariableSynchronization.AUTO"),
            ("aggregation", "VariableAggregation.NONE"),
        ] {
            t.property(name) { python, _ -> Value in .string(member, in: python) }
        }
    }

    private static func attributes(_ t: TypeBuilder) {
        for name in ["value", "read_value", "read_value_no_copy"] {
            t.def("\(name)(self)") { (python: Interpreter, value: Value) in
                try TensorType.tensor(value, python)
            }
        }
        t.def("numpy(self)") { (python: Interpreter, value: Value) in
            try TensorType.numpy(value, python)
        }
        t.def("get_shape(self)") { (python: Interpreter, value: Value) in
            variable(value).map { ShapeType.value($0.shape, in: python) }
        }
        t.def("set_shape(self, shape)") { (_: Interpreter, _: Value, _: Value) in Value.none }
        t.def("is_initialized(self, name=None)") { (_: Interpreter, _: Value, _: Value) in
            Tensor(scalar: true)
        }
        for name in ["ref", "experimental_ref"] {
            t.def("\(name)(self)") { (python: Interpreter, value: Value) in
                ReferenceType.value(value, in: python)
            }
        }
        t.def("sparse_read(self, indices, name=None)") {
            (python: Interpreter, value: Value, indices: TensorLike, _: Value) in
            try TensorType.tensor(value, python).gathered(
                indices.tensor, operation: "ResourceGather")
        }
        t.def("gather_nd(self, indices, name=None)") {
            (python: Interpreter, value: Value, indices: TensorLike, _: Value) in
            try TensorType.tensor(value, python).gatheredAtCoordinates(indices.tensor)
        }
        t.def("__array__(self, dtype=None)") { (python: Interpreter, value: Value, _: Value) in
            try TensorType.tensor(value, python).copy().array(in: python)
        }
    }

    private static func conversions(_ t: TypeBuilder) {
        t.unary(.hash) { python, value -> Value in
            throw python.typeError(
                "Variable is unhashable. Instead, use variable.ref() as the key. (Variable: \(try python.repr(value)))"
            )
        }
        t.unary(.len) { python, value -> Int in
            throw python.typeError("object of type '\(python.typeName(value))' has no len()")
        }
        for (special, name) in [(Special.float, "float"), (.int, "int"), (.bool, "bool")] {
            t.unary(special) { python, value -> Value in
                let tensor = try TensorType.tensor(value, python).object(in: python)
                guard let type = python.builtins[name] else { return .none }
                return try python.call(type, [tensor])
            }
        }
        t.unary(.index) { python, value in
            try python.index(TensorType.tensor(value, python).object(in: python))
        }
        t.unary(.iter) { python, value in
            try python.iterator(TensorType.tensor(value, python).object(in: python))
        }
        t.binary(.getitem) { python, value, key -> Value in
            let index = try IndexReader.tensorFlow(key, in: python)
            let tensor = try TensorType.tensor(value, python).indexed(index)
            guard let variable = variable(value) else { return tensor.object(in: python) }
            return VariableSlice.value(tensor, of: variable, at: index, in: python)
        }
        for special in [Special.iadd, .isub, .imul, .itruediv, .ifloordiv, .ipow, .imod] {
            t.binary(special) { python, _, _ -> Value in throw inPlaceError(special, python) }
        }
    }

    private static func inPlaceError(_ special: Special, _ python: Interpreter) -> PythonError {
        let sign: String
        let method: String
        switch special {
        case .iadd: (sign, method) = ("+", "assign_add")
        case .isub: (sign, method) = ("-", "assign_sub")
        case .imul: (sign, method) = ("*", "assign")
        case .itruediv: (sign, method) = ("/", "assign")
        case .ifloordiv: (sign, method) = ("//", "assign")
        case .ipow: (sign, method) = ("**", "assign")
        default: (sign, method) = ("%", "assign")
        }
        let call =
            method == "assign"
            ? "variable.assign(variable \(sign) value)" : "variable.\(method)(value)"
        return python.error(
            "RuntimeError",
            "`variable \(sign)= value` with `tf.Variable`s is not supported. Use `\(call)` to modify the variable, or `out = variable \(sign) value` if you need to get a new output Tensor."
        )
    }
}
