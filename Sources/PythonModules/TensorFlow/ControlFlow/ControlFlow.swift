import PythonRuntime
import Tensors

/// Control flow as functions: `tf.cond`, `tf.case`, `tf.while_loop` …
enum ControlFlow {
    static func define(_ m: ModuleBuilder) {
        m.def(
            "cond(pred, true_fn=None, false_fn=None, name=None)\n\nOne of two functions' results."
        ) { (python: Interpreter, condition: Value, yes: Value, no: Value, _: Value) -> Value in
            guard python.isCallable(yes) else {
                throw python.typeError("'true_fn' must be callable.")
            }
            guard python.isCallable(no) else {
                throw python.typeError("'false_fn' must be callable.")
            }
            return try python.call(
                try Tracing.of(python).truth(of: condition, in: python) ? yes : no)
        }
        m.def(
            "case(pred_fn_pairs, default=None, exclusive=False, strict=False, name='case')\n\nThe result of the function beside the first true condition."
        ) {
            (
                python: Interpreter, pairs: Value, other: Value, exclusive: Bool, _: Value,
                _: Value
            ) in
            try firstTrue(pairs, other, exclusive: exclusive, python)
        }
        m.def("switch_case(branch_index, branch_fns, default=None, name='switch_case')") {
            (python: Interpreter, index: Value, branches: Value, other: Value, _: Value) in
            guard let place = ArrayReader.existing(index) else {
                throw python.typeError(
                    "'branch_index' must be a Tensor, got \(try python.repr(.object(python.type(of: index))))"
                )
            }
            return try switched(place.item.int, branches, other, python)
        }
        m.def(
            "while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False, maximum_iterations=None, name=None)\n\nRepeats `body` while `cond` holds."
        ) {
            (
                python: Interpreter, condition: Value, body: Value, variables: Value, _: Value,
                _: Value, _: Value, _: Value, limit: Int?, _: Value
            ) in
            try repeated(condition, body, variables, limit: limit, python)
        }
        m.def("group(*inputs, **kwargs)") { (_: Interpreter, _: Value, _: Value) in Value.none }
        m.def("no_op(name=None)") { (_: Interpreter, _: Value) in Value.none }
        m.def("tuple(tensors, control_inputs=None, name=None)") {
            (_: Interpreter, tensors: [TensorLike], _: Value, _: Value) in tensors.map(\.tensor)
        }
    }

    private static func firstTrue(
        _ pairs: Value, _ other: Value, exclusive: Bool, _ python: Interpreter
    ) throws -> Value {
        let items =
            try (pairs.object as? DictionaryObject)?.items.map { [$0.key, $0.value] }
            ?? python.list(pairs).map { try python.list($0) }
        let cases = try items.map { pair -> (holds: Bool, function: Value) in
            guard pair.count == 2, python.isCallable(pair[1]) else {
                throw python.typeError(
                    "'pred_fn_pairs' must be a list of pairs of a condition and a callable.")
            }
            return (try Tracing.of(python).truth(of: pair[0], in: python), pair[1])
        }
        if exclusive, cases.count(where: \.holds) > 1 {
            throw FaceError(
                "InvalidArgumentError",
                "Input error: exclusive=True: more than 1 conditions evaluated to True.")
        }
        if let found = cases.first(where: \.holds) { return try python.call(found.function) }
        guard !other.isNone else {
            throw FaceError(
                "InvalidArgumentError",
                "Input error: None of conditions evaluated as True.")
        }
        return try python.call(other)
    }

    private static func switched(
        _ index: Int, _ branches: Value, _ other: Value, _ python: Interpreter
    ) throws -> Value {
        var functions: [Int: Value] = [:]
        if let dictionary = branches.object as? DictionaryObject {
            for (key, function) in dictionary.items { functions[try python.index(key)] = function }
        } else {
            for (place, item) in try python.list(branches).enumerated() {
                guard !python.isCallable(item) else {
                    functions[place] = item
                    continue
                }
                let pair = try python.list(item)
                if pair.count == 2 { functions[try python.index(pair[0])] = pair[1] }
            }
        }
        guard let last = functions.keys.max() else {
            throw python.valueError("branch_fns: cannot be empty")
        }
        let fallback = other.isNone ? functions[last] : other
        return try python.call(functions[index] ?? fallback ?? .none)
    }

    private static func repeated(
        _ condition: Value, _ body: Value, _ variables: Value, limit: Int?, _ python: Interpreter
    ) throws -> Value {
        guard python.isCallable(condition) else {
            throw python.typeError("'cond' must be callable.")
        }
        guard python.isCallable(body) else { throw python.typeError("'body' must be callable.") }
        var values = variables
        var arguments = try python.list(variables)
        guard !arguments.isEmpty else { throw python.valueError("'loop_vars' cannot be empty.") }
        var rounds = 0
        while limit.map({ rounds < $0 }) ?? true,
            try Tracing.of(python).truth(
                of: python.call(condition, arguments), in: python)
        {
            try python.checkInterrupt()
            values = try python.call(body, arguments)
            if !Nest.isNested(values), arguments.count == 1 {
                values = .list([values], in: python)
            }
            let next = try python.list(values)
            try Nest.requireSame(
                .list(arguments, in: python), .list(next, in: python), in: python)
            arguments = next
            rounds += 1
        }
        return try Nest.map(values, in: python) { try converted($0, python) }
    }

    /// A leaf of a loop's variables as a tensor; arrays of tensors and ragged ones stay what they are.
    static func converted(_ value: Value, _ python: Interpreter) throws -> Value {
        guard let object = value.object, ArrayReader.existing(value) == nil else {
            return try TensorType.tensor(value, python).object(in: python)
        }
        if object is TensorArrayObject || object is RaggedObject { return value }
        return try TensorType.tensor(value, python).object(in: python)
    }
}
