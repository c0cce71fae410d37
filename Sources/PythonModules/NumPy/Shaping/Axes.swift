import PythonRuntime
import Tensors

/// Axes added, moved and turned.
enum NumPyAxes {
    static func define(_ m: NumPyDefinitions) {
        m.def("expand_dims(a, axis)") {
            (python: Interpreter, a: ArrayView, axes: AxesArgument) -> Value in
            let rank = a.tensor.rank + (axes.axes?.count ?? 0)
            var result = a.tensor
            let resolved = try (axes.axes ?? []).map { axis in
                let counted = axis < 0 ? axis + rank : axis
                guard (0..<rank).contains(counted) else {
                    throw TensorError.axisOutOfRange(
                        operation: "ExpandDims", axis: axis, rank: rank)
                }
                return counted
            }
            for axis in resolved.sorted() { result = try result.expanded(at: axis) }
            return a.viewed(result, in: python)
        }
        m.def("moveaxis(a, source, destination)") {
            (python: Interpreter, a: ArrayView, source: AxesArgument, target: AxesArgument) -> Value
            in
            a.viewed(
                try a.tensor.movingAxes(source.axes ?? [], to: target.axes ?? []), in: python)
        }
        m.def("rollaxis(a, axis, start=0)") {
            (python: Interpreter, a: ArrayView, axis: Int, start: Int) -> Value in
            let from = axis < 0 ? axis + a.tensor.rank : axis
            let to = start < 0 ? start + a.tensor.rank : start
            return a.viewed(
                try a.tensor.movingAxes([from], to: [from < to ? to - 1 : to]), in: python)
        }
        m.def("broadcast_to(array, shape, subok=False)") {
            (python: Interpreter, a: ArrayView, shape: ArrayShape, _: Value) -> Value in
            guard a.tensor.shape.stretches(to: shape.shape) else {
                throw TensorError.notStretchable(a.tensor.shape, to: shape.shape)
            }
            guard shape.shape.count < .max else {
                throw python.valueError("iterator is too large")
            }
            return a.lookedAt(a.tensor.stretched(to: shape.shape), in: python)
        }
        m.def("broadcast_arrays(*args, subok=False)") {
            (python: Interpreter, arrays: [ArrayView], _: Value) -> Value in
            let shape = try python.commonShape(arrays.map(\.tensor))
            return .list(
                arrays.map { $0.viewed($0.tensor.stretched(to: shape), in: python) }, in: python)
        }
        m.def("broadcast_shapes(*args)") { (python: Interpreter, shapes: [ArrayShape]) -> Value in
            let tensors = shapes.map { Tensor(zeros: .scalar, .bool).stretched(to: $0.shape) }
            return python.tuple(try python.commonShape(tensors).dimensions)
        }
        defineAtLeast(m)
        defineTurning(m)
    }

    private static func defineAtLeast(_ m: NumPyDefinitions) {
        for rank in 1...3 {
            m.def("atleast_\(rank)d(*arys)") {
                (python: Interpreter, arrays: [ArrayView]) -> Value in
                let results = try arrays.map { a in
                    a.viewed(try raised(a.tensor, to: rank), in: python)
                }
                return results.count == 1 ? results[0] : .list(results, in: python)
            }
        }
    }

    /// The tensor with at least so many axes, as NumPy adds them.
    static func raised(_ tensor: Tensor, to rank: Int) throws -> Tensor {
        let lengths = tensor.shape.dimensions
        switch (lengths.count, rank) {
        case (0, _): return try tensor.reshaped(to: Shape(Array(repeating: 1, count: rank)))
        case (1, 2): return try tensor.expanded(at: 0)
        case (1, 3): return try tensor.reshaped(to: [1, lengths[0], 1])
        case (2, 3): return try tensor.expanded(at: 2)
        default: return tensor
        }
    }

    private static func defineTurning(_ m: NumPyDefinitions) {
        m.def("flip(m, axis=None)") {
            (python: Interpreter, a: ArrayView, axes: AxesArgument) -> Value in
            a.viewed(
                try a.tensor.reversed(axes: axes.axes ?? Array(0..<a.tensor.rank)), in: python)
        }
        for (name, axis) in [("fliplr", 1), ("flipud", 0)] {
            m.def("\(name)(m)") { (python: Interpreter, a: ArrayView) -> Value in
                guard a.tensor.rank > axis else {
                    throw python.valueError("Input must be >= \(axis + 1)-d.")
                }
                return a.viewed(try a.tensor.reversed(axes: [axis]), in: python)
            }
        }
        m.def("roll(a, shift, axis=None)") {
            (python: Interpreter, a: ArrayView, shifts: AxesArgument, axes: AxesArgument) -> Value
            in
            guard let axes = axes.axes else {
                let flat = try a.tensor.flattened()
                let rolled = try (shifts.axes ?? []).reduce(flat) { try $0.rolled(by: $1, axis: 0) }
                return a.wrapped(try rolled.reshaped(to: a.tensor.shape).copy(), in: python)
            }
            let counts = shifts.axes ?? []
            let pairs = (0..<max(counts.count, axes.count)).map {
                (counts[min($0, counts.count - 1)], axes[min($0, axes.count - 1)])
            }
            let rolled = try pairs.reduce(a.tensor) { try $0.rolled(by: $1.0, axis: $1.1) }
            return python.ndarray(rolled.copy(), isText: a.isText)
        }
        m.def("rot90(m, k=1, axes=(0, 1))") {
            (python: Interpreter, a: ArrayView, turns: Int, axes: [Int]) -> Value in
            guard axes.count == 2 else { throw python.valueError("len(axes) must be 2.") }
            return a.viewed(try rotated(a.tensor, turns, axes), in: python)
        }
    }

    private static func rotated(_ a: Tensor, _ turns: Int, _ axes: [Int]) throws -> Tensor {
        switch ((turns % 4) + 4) % 4 {
        case 1: try a.reversed(axes: [axes[1]]).swapping(axes[0], axes[1])
        case 2: try a.reversed(axes: axes)
        case 3: try a.swapping(axes[0], axes[1]).reversed(axes: [axes[1]])
        default: a
        }
    }
}
