import PythonRuntime
import Tensors

/// Running sums, positions of extremes, ranges: what reduces or runs along one axis.
enum NumPyCumulation {
    static func define(_ m: SharedDefinitions) {
        m.def("cumsum(a, axis=None, dtype=None, out=None)") {
            (python: Interpreter, a: ArrayLike, axis: Int?, dtype: NumPyDType?, out: Value) -> Value
            in
            let x = try a.tensor.cast(to: dtype?.dtype ?? NumPyReductions.wide(a.tensor.dtype))
            let line = axis == nil ? try x.flattened() : x
            return try python.deliver(line.cumulativeSum(axis: axis ?? 0), to: out)
        }
        m.def("cumprod(a, axis=None, dtype=None, out=None)") {
            (python: Interpreter, a: ArrayLike, axis: Int?, dtype: NumPyDType?, out: Value) -> Value
            in
            let x = try a.tensor.cast(to: dtype?.dtype ?? NumPyReductions.wide(a.tensor.dtype))
            let line = axis == nil ? try x.flattened() : x
            return try python.deliver(line.cumulativeProduct(axis: axis ?? 0), to: out)
        }
        for (name, isLargest) in [("argmax", true), ("argmin", false)] {
            m.def(
                "\(name)(a, axis=None, out=None, *, keepdims=False)\n\nThe place of the first extreme element."
            ) {
                (python: Interpreter, a: ArrayLike, axis: Int?, out: Value, keeping: Bool) -> Value
                in
                let places = try place(of: a.tensor, axis, isLargest: isLargest)
                guard keeping else { return try python.deliver(places, to: out) }
                let kept = a.tensor.shape.removing(
                    axes: axis.map { [$0 < 0 ? $0 + a.tensor.rank : $0] }
                        ?? Array(0..<a.tensor.rank), keeping: true)
                return try python.deliver(places.reshaped(to: kept), to: out)
            }
        }
        m.def("ptp(a, axis=None, out=None, keepdims=False)") {
            (python: Interpreter, a: ArrayLike, axes: AxesArgument, out: Value, keeping: Bool)
                -> Value in
            let largest = try NumPyReductions.extreme(a.tensor, axes.axes, keeping, true)
            let smallest = try NumPyReductions.extreme(a.tensor, axes.axes, keeping, false)
            return try python.deliver(largest - smallest, to: out)
        }
    }

    /// Where the first extreme stands; not-a-number counts as one, as in NumPy.
    private static func place(of a: Tensor, _ axis: Int?, isLargest: Bool) throws -> Tensor {
        if a.dtype.isFloating {
            let missing = a.isNaN()
            if try missing.any().item.isTrue {
                let flags = try missing.cast(to: .uint8)
                let any = try flags.max(axes: axis.map { [$0] })
                let first = try flags.argmax(axis: axis)
                let rest = isLargest ? try a.argmax(axis: axis) : try a.argmin(axis: axis)
                return try Tensor.select(any.truth(), first, rest)
            }
        }
        return isLargest ? try a.argmax(axis: axis) : try a.argmin(axis: axis)
    }
}
