import PythonRuntime
import Tensors

/// Other shapes of the same elements: functions that are methods too.
enum NumPyShaping {
    static func define(_ m: SharedDefinitions) {
        m.raw("reshape(a, newshape, order='C')") { python, call in
            try reshape(call, in: python)
        }
        m.raw("transpose(a, axes=None)") { python, call in
            guard
                let first = call.positional.first
                    ?? call.keywords.first(where: { $0.name == "a" })?.value
            else {
                throw python.typeError("transpose() missing 1 required positional argument: 'a'")
            }
            let a = try ArrayView(first, in: python)
            let given =
                Array(call.positional.dropFirst())
                + call.keywords.filter { $0.name == "axes" }.map(\.value)
            let axes =
                given.count == 1
                ? try AxesArgument.from(given[0], in: python).axes
                : given.isEmpty ? nil : try given.map { try python.index($0) }
            return a.viewed(try a.tensor.transposed(axes), in: python)
        }
        m.def("ravel(a, order='C')") {
            (python: Interpreter, a: ArrayView, order: String) -> Value in
            let x = order == "F" ? try a.tensor.transposed() : a.tensor
            return a.viewed(try x.reshaped(to: [x.count]), in: python)
        }
        m.def("squeeze(a, axis=None)") {
            (python: Interpreter, a: ArrayView, axes: AxesArgument) -> Value in
            a.viewed(try a.tensor.squeezed(axes: axes.axes), in: python)
        }
        m.def("swapaxes(a, axis1, axis2)") {
            (python: Interpreter, a: ArrayView, first: Int, second: Int) -> Value in
            let rank = a.tensor.rank
            for (name, axis) in [("axis1", first), ("axis2", second)]
            where a.tensor.shape.resolved(axis: axis) == nil {
                throw python.numPyError(
                    "AxisError",
                    "\(name): axis \(axis) is out of bounds for array of dimension \(rank)")
            }
            return a.viewed(try a.tensor.swapping(first, second), in: python)
        }
        m.def("repeat(a, repeats, axis=None)") {
            (python: Interpreter, a: ArrayView, counts: AxesArgument, axis: Int?) -> Value in
            let x = axis == nil ? try a.tensor.flattened() : a.tensor
            return a.wrapped(try x.repeated(counts.axes ?? [], axis: axis ?? 0), in: python)
        }
        m.def("diagonal(a, offset=0, axis1=0, axis2=1)") {
            (python: Interpreter, a: ArrayView, offset: Int, first: Int, second: Int) -> Value in
            let x = try a.tensor.movingAxes([first, second], to: [-2, -1])
            return a.lookedAt(try x.diagonal(offset: offset), in: python)
        }
    }

    private static func reshape(_ call: Arguments, in python: Interpreter) throws -> Value {
        var given = call.positional
        var order = "C"
        for (name, value) in call.keywords {
            switch name {
            case "order": order = value.text ?? "C"
            case "newshape", "shape": given.append(value)
            case "a": given.insert(value, at: 0)
            default:
                throw python.typeError("'\(name)' is an invalid keyword argument for this function")
            }
        }
        guard given.count >= 2 else {
            throw python.typeError("reshape() missing 1 required positional argument: 'newshape'")
        }
        // As a function the third argument is the order; as a method all are lengths.
        if given.count == 3, let text = given[2].text {
            order = text
            given.removeLast()
        }
        let a = try ArrayView(given[0], in: python)
        let shape =
            given.count == 2
            ? try ArrayShape.from(given[1], in: python).shape
            : Shape(try given.dropFirst().map { try python.index($0) })
        guard order == "F" else {
            return a.viewed(try a.tensor.reshaped(to: shape), in: python)
        }
        let full = try a.tensor.reshaped(to: shape).shape
        let turned = try a.tensor.transposed().reshaped(to: Shape(full.dimensions.reversed()))
        return a.wrapped(try turned.transposed(), in: python)
    }
}

/// An array, or what becomes one, whose result may be a view of it.
struct ArrayView: FromPython {
    let tensor: Tensor
    let isText: Bool
    /// The array that a view shares its elements with.
    let source: ArrayObject?

    init(_ value: Value, in python: Interpreter) throws {
        source = value.object as? ArrayObject
        let like = try ArrayLike.from(value, in: python)
        tensor = like.tensor
        isText = like.isText
    }

    static func from(_ value: Value, in python: Interpreter) throws -> ArrayView {
        try ArrayView(value, in: python)
    }

    /// An array over a view of the elements.
    func viewed(_ other: Tensor, in python: Interpreter) -> Value {
        // The same tensor must not be in two arrays: each may get a shape of its own.
        let fresh = other === tensor ? other.unwatched : other
        return source?.view(fresh, in: python) ?? python.ndarray(fresh, isText: isText)
    }

    /// An array over a view of the elements that may only be read.
    func lookedAt(_ other: Tensor, in python: Interpreter) -> Value {
        let view = viewed(other, in: python)
        (view.object as? ArrayObject)?.isReadOnly = true
        return view
    }

    /// An array, or a single number, of other elements.
    func wrapped(_ other: Tensor, in python: Interpreter) -> Value {
        python.numPyValue(other, isText: isText)
    }
}
