import PythonRuntime
import Tensors

/// The class `np.ufunc` and the functions that are its instances.
enum NumPyUFuncs {
    static func define(_ m: ModuleBuilder) throws {
        let python = m.python
        let functions =
            ElementwiseFunction.floatFunctions + ElementwiseFunction.otherUnaryFunctions
            + ElementwiseFunction.binaryFunctions
        for function in functions {
            try m.set(function.name, UFuncObject(function, in: python))
        }
        for (alias, name) in [
            ("abs", "absolute"), ("mod", "remainder"), ("true_divide", "divide"),
            ("bitwise_not", "invert"), ("conj", "conjugate"),
        ] {
            m.module.namespace[alias] = m.module.namespace[name]
        }
        defineType(in: python)
    }

    private static func ufunc(_ value: Value, _ python: Interpreter) throws -> UFuncObject {
        guard let function = value.object as? UFuncObject else {
            throw python.typeError("descriptor requires a 'numpy.ufunc' object")
        }
        return function
    }

    private static func defineType(in python: Interpreter) {
        let t = TypeBuilder(NumPyTypes.of(python).ufunc, in: python)
        t.variadic(.call) { python, value, arguments -> Value in
            let function = try ufunc(value, python)
            do {
                return try python.wordedByNumPy { try function.call(arguments, in: python) }
            } catch {
                return try NumPyObjects.retry(error, function.function.name, arguments, python) {
                    call in
                    try python.wordedByNumPy { try function.call(call, in: python) }
                }
            }
        }
        t.unary(.repr) { python, value -> String in
            "<ufunc '\(try ufunc(value, python).function.name)'>"
        }
        t.property("__name__") { python, value -> String in try ufunc(value, python).function.name }
        t.property("nin") { python, value in try ufunc(value, python).function.operandCount }
        t.property("nout") { _, _ in 1 }
        t.property("identity") { python, value -> Value in
            switch try ufunc(value, python).function.identity {
            case .float(let number)? where number == number.rounded(): .int(Int(number))
            case let identity?: identity.value(in: python)
            case nil: .none
            }
        }
        t.property("signature") { _, _ in Value.none }
        t.property("nargs") { python, value in try ufunc(value, python).function.operandCount + 1 }
        defineMethods(NumPyDefinitions(t))
    }

    private static func defineMethods(_ t: NumPyDefinitions) {
        t.def(
            "reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=..., where=True)"
        ) {
            (
                python: Interpreter, value: Value, array: ArrayLike, axes: AxesArgument,
                dtype: NumPyDType?, out: Value, keeping: Bool, _: Value, _: Value
            ) -> Value in
            let folding = Folding(try ufunc(value, python).function, dtype?.dtype, python)
            return try python.deliver(
                folding.reduced(array.tensor, axes.axes, keeping: keeping), to: out)
        }
        t.def("accumulate(self, array, axis=0, dtype=None, out=None)") {
            (
                python: Interpreter, value: Value, array: ArrayLike, axis: Int,
                dtype: NumPyDType?, out: Value
            ) -> Value in
            let folding = Folding(try ufunc(value, python).function, dtype?.dtype, python)
            return try python.deliver(folding.accumulated(array.tensor, axis), to: out)
        }
        t.def("reduceat(self, array, indices, axis=0, dtype=None, out=None)") {
            (
                python: Interpreter, value: Value, array: ArrayLike, indices: ArrayLike, axis: Int,
                dtype: NumPyDType?, out: Value
            ) -> Value in
            let folding = Folding(try ufunc(value, python).function, dtype?.dtype, python)
            let (places, length) = (indices.tensor.ints, try array.tensor.length(of: axis))
            if let wrong = places.first(where: { !(0..<length).contains($0) }) {
                throw python.error(
                    "IndexError",
                    "index \(wrong) out-of-bounds in \(try ufunc(value, python).function.name).reduceat [0, \(length))"
                )
            }
            let moved = try array.tensor.movingAxes([axis], to: [0])
            let parts = try places.enumerated().map { place, start -> Tensor in
                let next = place + 1 < places.count ? places[place + 1] : length
                let end = next > start ? next : start + 1
                return try folding.reduced(
                    moved.indexed([.slice(start, end, 1)]), [0], keeping: false)
            }
            return try python.deliver(
                Tensor.stack(parts, axis: 0).movingAxes([0], to: [axis]), to: out)
        }
        t.def("outer(self, A, B, /)") {
            (python: Interpreter, value: Value, a: ArrayLike, b: ArrayLike) -> Value in
            let spread = Shape(
                a.tensor.shape.dimensions + Array(repeating: 1, count: b.tensor.rank))
            return python.numPyValue(
                try ufunc(value, python).function(
                    a.tensor.reshaped(to: spread), b.tensor, in: python))
        }
        t.def("at(self, a, indices, b=None, /)") {
            (python: Interpreter, value: Value, a: Value, indices: Value, b: ArrayLike?) -> Value in
            guard let array = a.object as? ArrayObject else {
                throw python.typeError("first operand must be array")
            }
            let target = try array.writable(
                orElse: "operand array with iterator write flag set is read-only", in: python)
            let folding = Folding(try ufunc(value, python).function, nil, python)
            try folding.apply(
                at: ArrayIndex(indices, in: python).entries, of: target, b?.tensor)
            return .none
        }
    }
}

/// A function of two operands applied along an axis.
private struct Folding {
    let function: ElementwiseFunction
    let dtype: DType?
    let python: Interpreter

    init(_ function: ElementwiseFunction, _ dtype: DType?, _ python: Interpreter) {
        self.function = function
        self.dtype = dtype
        self.python = python
    }

    func reduced(_ a: Tensor, _ axes: [Int]?, keeping: Bool) throws -> Tensor {
        switch function.name {
        case "add": return try NumPyReductions.sum(a, axes, dtype, keeping: keeping)
        case "multiply":
            return try a.cast(to: dtype ?? NumPyReductions.wide(a.dtype)).product(
                axes: axes, keeping: keeping)
        case "maximum": return try NumPyReductions.extreme(a, axes, keeping, true)
        case "minimum": return try NumPyReductions.extreme(a, axes, keeping, false)
        case "logical_and": return try a.truth().all(axes: axes, keeping: keeping)
        case "logical_or": return try a.truth().any(axes: axes, keeping: keeping)
        default: return try folded(a, axes ?? Array(0..<a.rank), keeping)
        }
    }

    private func folded(_ a: Tensor, _ axes: [Int], _ keeping: Bool) throws -> Tensor {
        let front = try a.movingAxes(axes, to: Array(0..<axes.count))
        let rest = Shape(Array(front.shape.dimensions.dropFirst(axes.count)))
        let count = Shape(Array(front.shape.dimensions.prefix(axes.count))).count
        let rows = try front.reshaped(to: Shape([count] + rest.dimensions))
        guard count > 0 else {
            guard let identity = function.identity else {
                throw TensorError.emptyReduction(operation: function.name, axis: nil, a.shape)
            }
            return Tensor(repeating: identity, shape: rest, a.dtype)
        }
        var total = try rows.indexed([.integer(0)])
        for row in 1..<max(count, 1) {
            total = try function(total, rows.indexed([.integer(row)]), in: python)
        }
        let resolved = axes.compactMap { a.shape.resolved(axis: $0) }
        return keeping
            ? try total.reshaped(to: a.shape.removing(axes: resolved, keeping: true)) : total
    }

    func accumulated(_ a: Tensor, _ axis: Int) throws -> Tensor {
        let length = try a.length(of: axis)
        let rows = try a.cast(
            to: function.name == "add" || function.name == "multiply"
                ? NumPyReductions.wide(a.dtype) : a.dtype
        ).movingAxes([axis], to: [0])
        guard length > 0 else { return a }
        var parts = [try rows.indexed([.integer(0)])]
        for row in 1..<max(length, 1) {
            parts.append(
                try function(parts[row - 1], rows.indexed([.integer(row)]), in: python))
        }
        return try Tensor.stack(parts, axis: 0).movingAxes([0], to: [axis])
    }

    /// Applies the function to each chosen element in turn, repeated ones again and again.
    func apply(at index: [Index], of target: Tensor, _ values: Tensor?) throws {
        let places = try Tensor.range(0, target.count, dtype: .int64)
            .reshaped(to: target.shape).indexed(index)
        let numbers = try values.map { try $0.broadcast(to: places.shape).contiguous() }
        let flat = try numbers?.flattened()
        let lengths = target.shape
        for (turn, place) in places.ints.enumerated() {
            let coordinates = zip(lengths.rowMajorStrides, lengths.dimensions).map {
                place / $0 % $1
            }
            let element = Tensor(target[coordinates], target.dtype)
            let result =
                try flat.map { try function(element, $0.indexed([.integer(turn)]), in: python) }
                ?? function(element, in: python)
            target[coordinates] = result.item
        }
    }
}
