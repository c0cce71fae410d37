import PythonRuntime
import Tensors

/// Objects that make arrays out of brackets: `np.r_[0:3]`, `np.mgrid[0:2, 0:3]`.
enum NumPyIndexTricks {
    static func define(_ m: ModuleBuilder) throws {
        try add("r_", to: m) { key, python in
            let parts = try items(key, python).map { try piece($0, in: python) }
            let raised = try parts.map {
                ArrayLike(tensor: try NumPyAxes.raised($0.tensor, to: 1), isText: $0.isText)
            }
            return try python.deliver(
                NumPyJoining.join(raised, nil) { try Tensor.concatenate($0, axis: 0) }, to: .none)
        }
        try add("c_", to: m) { key, python in
            let parts = try items(key, python).map { try piece($0, in: python) }
            let columns = try parts.map { part in
                let x = part.tensor
                return ArrayLike(
                    tensor: x.rank < 2 ? try x.reshaped(to: [x.count, 1]) : x, isText: part.isText)
            }
            return try python.deliver(
                NumPyJoining.join(columns, nil) { try Tensor.concatenate($0, axis: -1) }, to: .none)
        }
        for name in ["s_", "index_exp"] { try add(name, to: m) { key, _ in key } }
        try add("mgrid", to: m) { key, python in
            let lines = try items(key, python).map { try piece($0, in: python).tensor }
            guard key.object is TupleObject else { return python.ndarray(lines[0]) }
            return python.ndarray(
                try Tensor.stack(Grid.mesh(lines, swapped: false, sparse: false), axis: 0))
        }
        try add("ogrid", to: m) { key, python in
            let lines = try items(key, python).map { try piece($0, in: python).tensor }
            guard key.object is TupleObject else { return python.ndarray(lines[0]) }
            return .list(
                try Grid.mesh(lines, swapped: false, sparse: true).map { python.ndarray($0) },
                in: python)
        }
    }

    private static func add(
        _ name: String, to m: ModuleBuilder,
        _ body: @escaping (Value, Interpreter) throws -> Value
    ) throws {
        let type = m.type(name) { t in
            t.binary(.getitem) { python, _, key -> Value in
                try python.wordedByNumPy { try body(key, python) }
            }
        }
        try m.set(name, InstanceObject(type: type))
    }

    private static func items(_ key: Value, _ python: Interpreter) throws -> [Value] {
        key.object is TupleObject ? try python.list(key) : [key]
    }

    /// One entry between the brackets: a slice is a range, with an imaginary step a number of points.
    private static func piece(_ value: Value, in python: Interpreter) throws -> ArrayLike {
        guard let slice = value.object as? SliceObject else {
            return try ArrayLike.from(value, in: python)
        }
        let start = slice.start.isNone ? Value.int(0) : slice.start
        if let step = slice.step.object as? ComplexObject {
            return ArrayLike(
                tensor: Tensor.linearSpace(
                    try python.double(start), try python.double(slice.stop),
                    count: Int(step.imaginary), dtype: .float64))
        }
        let step = slice.step.isNone ? Value.int(1) : slice.step
        return ArrayLike(
            tensor: try NumPyRanges.range(start, slice.stop, step, nil, in: python))
    }
}
