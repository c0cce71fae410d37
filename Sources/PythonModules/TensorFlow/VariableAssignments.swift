import PythonRuntime
import Tensors

/// What changes a `tf.Variable`: whole, in rows, or at coordinates.
enum VariableAssignments {
    private typealias Combine = @Sendable (Tensor, Tensor) throws -> Tensor
    private static let extremes: [(String, Combine)] = [
        ("max", { try BinaryOperation.maximum($0, $1) }),
        ("min", { try BinaryOperation.minimum($0, $1) }),
        ("mul", { try $0 * $1 }), ("div", { try $0 / $1 }),
    ]

    static func define(_ t: TypeBuilder) {
        whole(t)
        rows(t)
        coordinates(t)
    }

    /// What the kernels of sums are called.
    private static let signs = ["assign_add": "Add", "assign_sub": "Sub"]

    private static func whole(_ t: TypeBuilder) {
        func assignment(_ literal: String, _ combine: @escaping Combine) {
            t.def(literal) {
                (python: Interpreter, value: Value, new: Value, _: Value, _: Value, reads: Value)
                    -> Value in
                guard let variable = VariableType.variable(value) else { return .none }
                let operand = try converted(new, variable, python)
                if let sign = signs[String(literal.prefix { $0 != "(" })],
                    operand.shape != variable.shape
                {
                    throw FaceError(
                        "InvalidArgumentError",
                        "{{function_node __wrapped__Assign\(sign)VariableOp_device_/job:localhost/replica:0/task:0/device:CPU:0}} Cannot update variable with shape \(variable.shape.bracketed) using a Tensor with shape \(operand.shape.bracketed), shapes must be equal. [Op:Assign\(sign)VariableOp] name: "
                    )
                }
                let result = try combine(variable.value, operand)
                try check(result, variable, python)
                return finish(result, variable, python)
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

    /// A value as a tensor of the variable's type, which is refused where it has another one.
    static func converted(
        _ value: Value, _ variable: Variable, _ python: Interpreter
    ) throws -> Tensor {
        guard let object = value.object, object is TensorObject || object is VariableObject else {
            return try plain(value, variable.dtype, python)
        }
        let tensor = try TensorType.tensor(value, python)
        guard tensor.dtype == variable.dtype else {
            throw python.valueError(
                "Tensor conversion requested dtype \(variable.dtype.name) for Tensor with dtype \(tensor.dtype.name): \(try python.repr(value))"
            )
        }
        return tensor
    }

    /// Numbers and arrays as another type; Python's floats are not cut, and its numbers are no text.
    private static func plain(
        _ value: Value, _ dtype: DType, _ python: Interpreter
    ) throws -> Tensor {
        let isNumPy = value.object is ArrayObject || value.object is ScalarObject
        if !isNumPy, !(value.object is BoxedObject), dtype.isInteger || dtype == .string {
            let natural = try ArrayReader.tensor(value, face: .tensorFlow, in: python)
            let fits = dtype == .string ? natural.dtype == .string : !natural.dtype.isFloating
            guard fits else {
                throw python.typeError(
                    "Cannot convert \(try python.repr(value)) to EagerTensor of dtype \(dtype.name)"
                )
            }
        }
        let isText =
            value.text != nil
            || ((try? Nest.flatten(value, in: python)) ?? []).contains { $0.text != nil }
        if isText, dtype != .string {
            throw python.typeError(
                "Cannot convert \(try python.repr(value)) to EagerTensor of dtype \(dtype.cName)")
        }
        return try ArrayReader.tensor(value, dtype, face: .tensorFlow, in: python)
    }

    private static func check(_ new: Tensor, _ variable: Variable, _ python: Interpreter) throws {
        guard new.shape != variable.shape else { return }
        throw python.valueError(
            "Cannot assign value to variable ' \(variable.name):0': Shape mismatch.The variable shape \(variable.shape), and the assigned value shape \(new.shape) are incompatible."
        )
    }

    /// Sets the variable and gives what an assignment shows.
    private static func finish(
        _ new: Tensor, _ variable: Variable, _ python: Interpreter
    ) -> Value {
        variable.assign(new)
        return .object(VariableObject(variable, isUnread: true, in: python))
    }

    // MARK: Rows

    private static func rows(_ t: TypeBuilder) {
        typealias Update = (Tensor, Tensor, Tensor) throws -> Tensor
        var updates: [(String, Update)] = [
            ("update", { try $0.updated(at: $1, with: $2) }),
            ("add", { try $0.adding($2, at: $1) }), ("sub", { try $0.adding(-$2, at: $1) }),
        ]
        for (name, combine) in extremes {
            updates.append(
                (name, { try IndexingFunctions.merged($0, $1, $2, combine) }))
        }
        for (name, update) in updates {
            t.def("scatter_\(name)(self, sparse_delta, use_locking=False, name=None)") {
                (python: Interpreter, value: Value, delta: Value, _: Value, _: Value) -> Value in
                guard let variable = VariableType.variable(value) else { return .none }
                guard let slices = (delta.object as? SlicesObject)?.slices else {
                    throw python.typeError(
                        "sparse_delta is not IndexedSlices: \(try python.str(delta))")
                }
                let places = try slices.indices.expanded(at: -1)
                let new = try update(variable.value, places, slices.values)
                return finish(new, variable, python)
            }
        }
        t.def("batch_scatter_update(self, sparse_delta, use_locking=False, name=None)") {
            (python: Interpreter, _: Value, _: Value, _: Value, _: Value) -> Value in
            throw python.error("NotImplementedError", "batch_scatter_update is not supported")
        }
    }

    private static func coordinates(_ t: TypeBuilder) {
        typealias Update = (Tensor, Tensor, Tensor) throws -> Tensor
        var updates: [(String, Update)] = [
            ("update", { try $0.updated(at: $1, with: $2) }),
            ("add", { try $0.adding($2, at: $1) }), ("sub", { try $0.adding(-$2, at: $1) }),
        ]
        for (name, combine) in extremes.prefix(2) {
            updates.append(
                (name, { try IndexingFunctions.merged($0, $1, $2, combine) }))
        }
        for (name, update) in updates {
            t.def("scatter_nd_\(name)(self, indices, updates, name=None)") {
                (python: Interpreter, value: Value, indices: TensorLike, new: Value, _: Value)
                    -> Value in
                guard let variable = VariableType.variable(value) else { return .none }
                let values = try converted(new, variable, python)
                return finish(
                    try update(variable.value, indices.tensor, values), variable, python)
            }
        }
    }
}

/// A part of a variable, which can be assigned: `v[0].assign(…)`.
enum VariableSlice {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            let tensor = ArrayTypes.of(python).eagerTensor
            type = TypeObject(
                tensor.name, bases: [tensor], module: tensor.moduleName,
                metatype: python.types.type, in: python)
            let t = TypeBuilder(type, pythonWording: true, in: python)
            typealias Combine = (Tensor, Tensor) throws -> Tensor
            let assignments: [(String, Combine)] = [
                ("assign", { $1 }), ("assign_add", { try $0 + $1 }),
                ("assign_sub", { try $0 - $1 }),
            ]
            for (name, combine) in assignments {
                t.def("\(name)(self, value, name=None)") {
                    (python: Interpreter, value: Value, new: Value, _: Value) -> Value in
                    guard let object = value.object as? TensorObject, let origin = object.origin
                    else { return .none }
                    let operand = try VariableAssignments.converted(
                        new, origin.variable, python)
                    let changed = origin.variable.value.copy()
                    let part = try changed.indexed(origin.index)
                    let combined = try combine(part, operand)
                    guard combined.shape.stretches(to: part.shape) else {
                        throw FaceError(
                            "InvalidArgumentError",
                            "{{function_node __wrapped__ResourceStridedSliceAssign_device_/job:localhost/replica:0/task:0/device:CPU:0}} Cannot broadcast input shape \(operand.shape.bracketed) into final shape \(part.shape.bracketed) [Op:ResourceStridedSliceAssign] name: strided_slice/_assign"
                        )
                    }
                    let result = try combined.broadcast(to: part.shape)
                    try changed.assign(result, at: origin.index)
                    origin.variable.assign(changed)
                    return .object(VariableObject(origin.variable, isUnread: true, in: python))
                }
            }
        }
    }

    static func value(
        _ tensor: Tensor, of variable: Variable, at index: [Index], in python: Interpreter
    ) -> Value {
        let type = python.state(Holder.self) { Holder($0) }.type
        let object = TensorObject(tensor, type: type)
        object.origin = (variable, index)
        tensor.face = object
        return .object(object)
    }
}
