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
            var initial = values[0]
            if python.isCallable(initial) { initial = try python.call(initial) }
            let dtype = try DTypeArgument?.from(values[6], in: python)
            let tensor = try ArrayReader.tensor(
                initial, dtype?.dtype, face: .tensorFlow, in: python)
            let isTrainable = values[1].isNone ? true : try python.isTrue(values[1])
            let variable = Variable(
                tensor, name: LayerContext.of(python).path(values[4].text ?? "Variable"),
                isTrainable: isTrainable, tapes: types.tapes)
            return .object(VariableObject(variable, in: python))
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
        properties(t)
        assignments(t)
    }

    private static func variable(_ value: Value) -> Variable? {
        (value.object as? VariableObject)?.variable
    }

    private static func properties(_ t: TypeBuilder) {
        t.property("name") { _, value in variable(value).map { $0.name + ":0" } }
        t.property("shape") { python, value in
            variable(value).map { ShapeType.value($0.shape, in: python) }
        }
        t.property("dtype") { python, value in
            variable(value).map { DTypeType.value($0.dtype, in: python) }
        }
        t.property("trainable") { _, value in variable(value)?.isTrainable }
        t.property("ndim") { _, value in variable(value)?.shape.rank }
        t.def("numpy(self)") { (python: Interpreter, value: Value) in
            try TensorType.numpy(value, python)
        }
        t.def("value(self)") { (python: Interpreter, value: Value) in
            try TensorType.tensor(value, python)
        }
        t.def("read_value(self)") { (python: Interpreter, value: Value) in
            try TensorType.tensor(value, python)
        }
        t.def("get_shape(self)") { (python: Interpreter, value: Value) in
            variable(value).map { ShapeType.value($0.shape, in: python) }
        }
        t.unary(.hash) { python, _ -> Value in
            throw python.typeError(
                "Variable is unhashable. Instead, use variable.ref() as the key. (Variable: <tf.Variable>)"
            )
        }
        t.def("ref(self)") { (_: Interpreter, value: Value) in value }
        t.unary(.len) { python, value in
            try TensorType.tensor(value, python).shape.dimensions.first ?? 0
        }
        t.unary(.float) { python, value in try TensorType.tensor(value, python).scalars[0].double }
        t.unary(.int) { python, value in try TensorType.tensor(value, python).scalars[0].int }
        t.unary(.bool) { python, value in
            try TensorType.tensor(value, python).scalars.first?.isTrue ?? false
        }
        t.unary(.iter) { python, value in
            try python.iterator(TensorType.tensor(value, python).object(in: python))
        }
        t.binary(.getitem) { python, value, key in
            try TensorType.tensor(value, python).indexed(IndexReader.tensorFlow(key, in: python))
        }
    }

    private static func assignments(_ t: TypeBuilder) {
        func assignment(_ literal: String, _ combine: @escaping (Tensor, Tensor) throws -> Tensor) {
            t.def(literal) {
                (python: Interpreter, value: Value, new: TensorLike, _: Value, _: Value, _: Value)
                    -> Value in
                guard let variable = variable(value) else { return .none }
                let current = variable.value
                let result = try combine(current, new.matching(current, in: python))
                try check(result, variable, python)
                variable.assign(result)
                return .object(VariableObject(variable, isUnread: true, in: python))
            }
        }
        assignment("assign(self, value, use_locking=False, name=None, read_value=True)") { $1 }
        assignment("assign_add(self, delta, use_locking=False, name=None, read_value=True)") {
            try $0 + $1
        }
        assignment("assign_sub(self, delta, use_locking=False, name=None, read_value=True)") {
            try $0 - $1
        }
    }

    private static func check(_ new: Tensor, _ variable: Variable, _ python: Interpreter) throws {
        guard new.shape != variable.shape else { return }
        throw python.valueError(
            "Cannot assign value to variable ' \(variable.name):0': Shape mismatch.The variable shape \(variable.shape), and the assigned value shape \(new.shape) are incompatible."
        )
    }
}
