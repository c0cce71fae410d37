import PythonRuntime
import Tensors

/// Functions applied along the first axis: `tf.map_fn`, `tf.scan`, `tf.foldl` …
enum Mapping {
    static func define(_ m: ModuleBuilder) {
        m.def(
            "map_fn(fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True, name=None, fn_output_signature=None)\n\nThe results of a function for the elements along the first axis, stacked."
        ) {
            (
                python: Interpreter, function: Value, elements: Value, dtype: Value, _: Value,
                _: Value, _: Value, _: Value, _: Value, signature: Value
            ) in
            try mapped(function, elements, signature.isNone ? dtype : signature, python)
        }
        m.def("vectorized_map(fn, elems, fallback_to_while_loop=True, warn=True)") {
            (python: Interpreter, function: Value, elements: Value, _: Value, _: Value) in
            let results = try rows(of: elements, python).map { try python.call(function, [$0]) }
            return try stacked(results, python)
        }
        for (name, fromEnd) in [("foldl", false), ("foldr", true)] {
            m.def(
                "\(name)(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None)"
            ) {
                (
                    python: Interpreter, function: Value, elements: Value, initial: Value,
                    _: Value, _: Value, _: Value, _: Value
                ) in
                var rows = try rows(of: elements, python)
                if fromEnd { rows.reverse() }
                return try accumulated(function, rows, initial, python).last ?? .none
            }
        }
        m.def(
            "scan(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, infer_shape=True, reverse=False, name=None)\n\nThe results of a function of the last result and the next element, stacked."
        ) {
            (
                python: Interpreter, function: Value, elements: Value, initial: Value, _: Value,
                _: Value, _: Value, _: Value, reverse: Bool, _: Value
            ) in
            var rows = try rows(of: elements, python)
            if reverse { rows.reverse() }
            var results = try accumulated(function, rows, initial, python)
            if !initial.isNone { results.removeFirst() }
            if reverse { results.reverse() }
            return try stacked(results, python)
        }
    }

    /// The elements along the first axis, in the nesting of `elements`.
    private static func rows(of elements: Value, _ python: Interpreter) throws -> [Value] {
        if let ragged = elements.object as? RaggedObject {
            return try ragged.ragged.rows().map { $0.value(in: python) }
        }
        let columns = try Nest.flatten(elements, in: python).map { leaf -> [Tensor] in
            let tensor = try TensorType.tensor(leaf, python)
            guard tensor.rank > 0 else {
                throw python.valueError(
                    "elements in elems must be 1+ dimensional Tensors, not scalars")
            }
            return try tensor.unstacked(axis: 0)
        }
        guard let count = columns.map(\.count).min() else {
            throw python.valueError(
                "elems must be a Tensor or (possibly nested) sequence of Tensors. Got {}, which does not contain any Tensors."
            )
        }
        return try (0..<count).map { row in
            try Nest.pack(columns.map { $0[row].object(in: python) }, like: elements, in: python)
        }
    }

    /// The results after each row, beginning with the initial value, or with the first row for want of one.
    private static func accumulated(
        _ function: Value, _ rows: [Value], _ initial: Value, _ python: Interpreter
    ) throws -> [Value] {
        var rest = rows[...]
        let start = initial.isNone ? rest.popFirst() : initial
        guard let start else {
            throw FaceError(
                "InvalidArgumentError",
                "Tried to read from index 0 but array size is: 0 ")
        }
        var results = [try Nest.map(start, in: python) { try ControlFlow.converted($0, python) }]
        for row in rest {
            let next = try python.call(function, [results[results.count - 1], row])
            try Nest.requireSame(results[0], next, in: python)
            results.append(try Nest.map(next, in: python) { try ControlFlow.converted($0, python) })
        }
        return results
    }

    private static func mapped(
        _ function: Value, _ elements: Value, _ signature: Value, _ python: Interpreter
    ) throws -> Value {
        let rows = try rows(of: elements, python)
        let results = try rows.map { try python.call(function, [$0]) }
        guard let first = results.first else {
            return try Nest.map(signature.isNone ? elements : signature, in: python) { leaf in
                let dtype = try DTypeArgument?.from(leaf, in: python)?.dtype ?? .float32
                return Tensor(zeros: [0], dtype).object(in: python)
            }
        }
        try Nest.requireSame(signature.isNone ? elements : signature, first, in: python)
        if Nest.isNested(signature) || signature.object is DTypeObject {
            for result in results { try requireTypes(result, like: signature, python) }
        } else if signature.isNone {
            for result in results { try requireTypes(result, like: elements, python) }
        }
        return try stacked(results, python)
    }

    /// Refuses results of another type than was announced.
    private static func requireTypes(
        _ result: Value, like model: Value, _ python: Interpreter
    ) throws {
        let pairs = try zip(
            Nest.flatten(result, in: python), Nest.flatten(model, in: python))
        for (leaf, model) in pairs where !(leaf.object is RaggedObject) {
            let expected =
                try ArrayReader.existing(model)?.dtype
                ?? (model.object as? DTypeObject)?.dtype ?? TensorType.tensor(leaf, python).dtype
            guard let found = ArrayReader.existing(leaf)?.dtype, found != expected else { continue }
            throw FaceError(
                "InvalidArgumentError",
                "TensorArray dtype is \(expected.name) but Op is trying to write dtype \(found.name) "
            )
        }
    }

    /// Results of one nesting stacked leaf by leaf.
    static func stacked(_ results: [Value], _ python: Interpreter) throws -> Value {
        guard let first = results.first else {
            return Tensor(zeros: [0], .float32).object(in: python)
        }
        let leaves = try results.map { try Nest.flatten($0, in: python) }
        let columns = try leaves[0].indices.map { place -> Value in
            let parts = leaves.map { $0[place] }
            if parts.contains(where: { $0.object is RaggedObject }) {
                return try RaggedTensor.stacked(
                    parts.map { try RaggedArgument.from($0, in: python).ragged }
                )
                .value(in: python)
            }
            return try Tensor.stack(parts.map { try TensorType.tensor($0, python) }, axis: 0)
                .object(in: python)
        }
        return try Nest.pack(columns, like: first, in: python)
    }
}
