import PythonRuntime
import Tensors

/// Python functions applied to arrays, and iteration with places.
enum NumPyFunctional {
    static func define(_ m: ModuleBuilder) {
        let t = NumPyDefinitions(m)
        defineVectorize(m)
        t.raw("apply_along_axis(func1d, axis, arr, *args, **kwargs)") { python, call in
            guard call.positional.count >= 3 else {
                throw python.typeError(
                    "apply_along_axis() missing required arguments: 'func1d', 'axis' and 'arr'")
            }
            return try applyAlong(call, in: python)
        }
        t.def("ndenumerate(arr)") { (python: Interpreter, a: ArrayLike) -> Value in
            let places = Places(a.tensor.shape)
            let flat = ArrayObject(try a.tensor.flattened(), isText: a.isText, in: python)
            var next = 0
            return .object(
                ClosureIterator(type: python.types.iterator) { [unowned python] in
                    guard next < flat.tensor.count else { return nil }
                    defer { next += 1 }
                    return .tuple(
                        [python.tuple(places[next]), try flat.row(next, in: python)], in: python)
                })
        }
        t.def("ndindex(*shape)") { (python: Interpreter, lengths: [Value]) -> Value in
            let shape =
                lengths.count == 1
                ? try ArrayShape.from(lengths[0], in: python).shape
                : Shape(try lengths.map { try python.index($0) })
            let places = Places(shape)
            var next = 0
            return .object(
                ClosureIterator(type: python.types.iterator) { [unowned python] in
                    guard next < shape.count else { return nil }
                    defer { next += 1 }
                    return python.tuple(places[next])
                })
        }
    }

    /// The index of each place in row-major order.
    private struct Places {
        let shape: Shape

        init(_ shape: Shape) { self.shape = shape }

        subscript(place: Int) -> [Int] {
            zip(shape.rowMajorStrides, shape.dimensions).map { place / max($0, 1) % max($1, 1) }
        }
    }

    private static func defineVectorize(_ m: ModuleBuilder) {
        m.type("vectorize") { t in
            t.constructor(
                "vectorize(pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None)"
            ) { python, type, values in
                .object(VectorizedFunction(values[0], values[1], type: type))
            }
            t.variadic(.call) { python, value, call -> Value in
                guard let function = value.object as? VectorizedFunction else { return .none }
                return try python.wordedByNumPy { try function.call(call, in: python) }
            }
        }
    }

    private static func applyAlong(_ call: Arguments, in python: Interpreter) throws -> Value {
        let a = try ArrayLike.from(call.positional[2], in: python)
        let axis = try python.index(call.positional[1])
        _ = try a.tensor.length(of: axis)
        let moved = try a.tensor.movingAxes([axis], to: [-1])
        let lead = Array(moved.shape.dimensions.dropLast())
        let rows = try moved.reshaped(to: [lead.reduce(1, *), moved.shape.innermost])
        let results = try (0..<rows.shape[0]).map { row -> Value in
            let line = python.ndarray(try rows.indexed([.integer(row)]), isText: a.isText)
            return try python.call(
                call.positional[0], [line] + call.positional.dropFirst(3), keywords: call.keywords)
        }
        let parts = try results.map { try ArrayLike.from($0, in: python) }
        let joined = try NumPyJoining.join(parts, nil) { try Tensor.stack($0, axis: 0) }
        let own = Array(joined.tensor.shape.dimensions.dropFirst())
        let shaped = try joined.tensor.reshaped(to: Shape(lead + own))
        guard own.count == 1 else { return python.numPyValue(shaped, isText: joined.isText) }
        return python.numPyValue(
            try shaped.movingAxes([-1], to: [axis]).copy(), isText: joined.isText)
    }
}

/// A Python function that takes arrays element by element: `np.vectorize(f)`.
package final class VectorizedFunction: InstanceObject {
    private let function: Value
    private let types: Value

    init(_ function: Value, _ types: Value, type: TypeObject) {
        self.function = function
        self.types = types
        super.init(type: type)
    }

    func call(_ call: Arguments, in python: Interpreter) throws -> Value {
        let arrays = try call.positional.map { try ArrayLike.from($0, in: python) }
        let shape = try python.commonShape(arrays.map(\.tensor))
        let columns = arrays.map { $0.tensor.stretched(to: shape).scalars }
        let results = try (0..<shape.count).map { place -> Value in
            let elements = zip(arrays, columns).map { array, column in
                python.numPyScalar(column[place], array.tensor.dtype, isText: array.isText)
            }
            return try python.call(function, elements, keywords: call.keywords)
        }
        guard !results.isEmpty else {
            throw python.valueError(
                "cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        }
        if let first = results[0].object as? TupleObject {
            let parts = try (0..<first.count).map { part in
                try array(try results.map { try python.list($0)[part] }, shape, in: python)
            }
            return .tuple(parts, in: python)
        }
        return try array(results, shape, in: python)
    }

    private func array(_ items: [Value], _ shape: Shape, in python: Interpreter) throws -> Value {
        // The first result decides the type.
        let first = try ArrayLike.from(items[0], in: python)
        var target = NumPyDType(dtype: first.tensor.dtype, isText: first.isText)
        if !types.isNone {
            let given = types.text != nil ? types : try python.list(types)[0]
            target = try NumPyDType.from(given, in: python)
        }
        let like = try ArrayLike.from(.list(items, in: python), in: python)
        let converted = try ElementConversion.convert(like, to: target, in: python)
        return python.ndarray(try converted.tensor.reshaped(to: shape), isText: converted.isText)
    }
}
