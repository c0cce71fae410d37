import PythonRuntime
import Tensors

/// Elements chosen by a condition or by place.
enum NumPyChoosing {
    static func define(_ m: NumPyDefinitions) {
        m.def(
            "where(condition, x=..., y=..., /)\n\nElements of x where the condition is true, else of y."
        ) {
            (python: Interpreter, condition: ArrayLike, a: ArrayLike?, b: ArrayLike?) -> Value in
            guard let a, let b else {
                guard a == nil, b == nil else {
                    throw python.valueError("either both or neither of x and y should be given")
                }
                return try Selection.nonzero(condition.tensor, in: python)
            }
            return try select(condition.tensor, a, b, in: python)
        }
        m.def("nonzero(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            try Selection.nonzero(a.tensor, in: python)
        }
        m.def("argwhere(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            python.ndarray(a.tensor.whereTrue())
        }
        m.def("flatnonzero(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            python.ndarray(try a.tensor.flattened().whereTrue().flattened())
        }
        m.def("extract(condition, arr)") {
            (python: Interpreter, condition: ArrayLike, a: ArrayLike) -> Value in
            let flags = try condition.tensor.truth().flattened()
            return python.ndarray(
                try a.tensor.flattened().indexed([.mask(flags)]), isText: a.isText)
        }
        definePlaces(m)
        defineLists(m)
    }

    private static func select(
        _ condition: Tensor, _ a: ArrayLike, _ b: ArrayLike, in python: Interpreter
    ) throws -> Value {
        let common = Promotion.common(a.tensor, b.tensor)
        if common == .string, a.tensor.dtype != b.tensor.dtype {
            let texts = [a, b].map {
                $0.tensor.dtype == .string ? $0.tensor : ElementConversion.texts(of: $0.tensor)
            }
            return python.ndarray(try Tensor.select(condition, texts[0], texts[1]), isText: true)
        }
        let (x, y) = (try a.tensor.cast(to: common), try b.tensor.cast(to: common))
        return python.ndarray(try Tensor.select(condition, x, y), isText: a.isText)
    }

    private static func definePlaces(_ m: NumPyDefinitions) {
        m.def("take(a, indices, axis=None, out=None, mode='raise')") {
            (
                python: Interpreter, a: ArrayLike, places: ArrayLike, axis: Int?, out: Value,
                mode: String
            )
                -> Value in
            let found = try Selection.take(a.tensor, places.tensor, axis, mode)
            return try python.deliver(ArrayLike(tensor: found, isText: a.isText), to: out)
        }
        m.def("take_along_axis(arr, indices, axis)") {
            (python: Interpreter, a: ArrayLike, places: ArrayLike, axis: Int?) -> Value in
            let x = axis == nil ? try a.tensor.flattened() : a.tensor
            return python.ndarray(
                try x.unwatched.takenAlong(axis ?? 0, at: places.tensor), isText: a.isText)
        }
        m.def("compress(condition, a, axis=None, out=None)") {
            (python: Interpreter, condition: ArrayLike, a: ArrayLike, axis: Int?, _: Value) -> Value
            in
            let x = axis == nil ? try a.tensor.flattened() : a.tensor
            let places = try condition.tensor.truth().whereTrue().flattened()
            return python.ndarray(try x.gathered(places, axis: axis ?? 0), isText: a.isText)
        }
        m.def("fill_diagonal(a, val, wrap=False)") {
            (python: Interpreter, a: Value, value: ArrayLike, _: Value) -> Value in
            let tensor = try NumPyArrayType.array(a, python).writable(
                orElse: "underlying array is read-only", in: python)
            let length = tensor.shape.dimensions.min() ?? 0
            let step = tensor.strides.reduce(0, +)
            let line = tensor.view(shape: [length], strides: [step], offset: tensor.offset)
            line.write(
                from: try Filling.fitted(value.tensor.cast(to: tensor.dtype), to: length))
            return .none
        }
        m.def("diag_indices(n, ndim=2)") { (python: Interpreter, count: Int, rank: Int) -> Value in
            let line = try Tensor.range(0, count, dtype: .int64)
            return .tuple((0..<rank).map { _ in python.ndarray(line.copy()) }, in: python)
        }
        m.def("unravel_index(indices, shape, order='C')") {
            (python: Interpreter, places: ArrayLike, shape: ArrayShape, _: Value) -> Value in
            try unraveled(places.tensor, shape.shape, in: python)
        }
        m.def("ravel_multi_index(multi_index, dims, mode='raise', order='C')") {
            (python: Interpreter, index: [ArrayLike], shape: ArrayShape, _: Value, _: Value)
                -> Value
            in
            let strides = shape.shape.rowMajorStrides
            let parts = try zip(index, strides).map { try $0.tensor.cast(to: .int64) * Double($1) }
            let first = Tensor(scalar: Int64(0))
            return python.numPyValue(try parts.reduce(first) { try $0 + $1 })
        }
    }

    private static func unraveled(
        _ places: Tensor, _ shape: Shape, in python: Interpreter
    ) throws -> Value {
        guard shape.count < .max else {
            throw python.valueError(
                "dimensions are too large; arrays and shapes with a total size greater than 'intp' are not supported."
            )
        }
        let numbers = places.ints
        for number in numbers where !(0..<shape.count).contains(number) {
            throw python.valueError(
                "index \(number) is out of bounds for array with size \(shape.count)")
        }
        let parts = zip(shape.rowMajorStrides, shape.dimensions).map { stride, length in
            python.numPyValue(
                Tensor(numbers.map { Int64($0 / stride % length) }, shape: places.shape))
        }
        return .tuple(parts, in: python)
    }

    private static func defineLists(_ m: NumPyDefinitions) {
        m.def("choose(a, choices, out=None, mode='raise')") {
            (python: Interpreter, a: ArrayLike, choices: [ArrayLike], _: Value, _: Value) -> Value
            in
            let common = Promotion.common(choices.map(\.tensor))
            var result = try choices[0].tensor.cast(to: common)
            for (number, choice) in choices.enumerated() {
                let flags = try ComparisonOperation.equal(
                    a.tensor, Tensor(.int(number), a.tensor.dtype))
                result = try Tensor.select(flags, choice.tensor.cast(to: common), result)
            }
            return python.numPyValue(result)
        }
        m.def("select(condlist, choicelist, default=0)") {
            (python: Interpreter, conditions: [ArrayLike], choices: [ArrayLike], other: ArrayLike)
                -> Value in
            guard conditions.count == choices.count else {
                throw python.valueError("list of cases must be same length as list of conditions")
            }
            let common = Promotion.common(choices.map(\.tensor) + [other.tensor])
            var result = try other.tensor.cast(to: common)
            for (condition, choice) in zip(conditions, choices).reversed() {
                result = try Tensor.select(condition.tensor, choice.tensor.cast(to: common), result)
            }
            return python.ndarray(result)
        }
        m.def("piecewise(x, condlist, funclist)") {
            (python: Interpreter, a: ArrayLike, conditions: [ArrayLike], functions: [Value])
                -> Value
            in
            let result = Tensor(zeros: a.tensor.shape, a.tensor.dtype)
            let flags = try conditions.map { try $0.tensor.truth().broadcast(to: a.tensor.shape) }
            var rest = Tensor(repeating: true, shape: a.tensor.shape)
            for flag in flags { rest = try rest.and(flag.not()) }
            for (flag, function) in zip(flags + [rest], functions) {
                let part = python.ndarray(try a.tensor.unwatched.indexed([.mask(flag)]))
                let value =
                    python.isCallable(function) ? try python.call(function, [part]) : function
                try result.assign(ArrayLike.from(value, in: python).tensor, at: [.mask(flag)])
            }
            return python.ndarray(result)
        }
    }
}
