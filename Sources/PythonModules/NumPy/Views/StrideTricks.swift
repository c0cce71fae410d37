import PythonRuntime
import Tensors

/// `numpy.lib.stride_tricks`: other windows onto the same elements.
enum NumPyStrideTricks {
    static func make(in python: Interpreter) -> ModuleObject {
        let builder = ModuleBuilder("numpy.lib.stride_tricks", pythonWording: true, in: python)
        let m = NumPyDefinitions(builder)
        m.def(
            "sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False)\n\nAll windows of a shape."
        ) {
            (
                python: Interpreter, value: Value, window: ArrayShape, axes: AxesArgument, _: Value,
                isWritable: Bool
            ) -> Value in
            let a = try ArrayView(value, in: python)
            let view = try windows(a, window.shape, axes.axes, in: python)
            view.isReadOnly = !isWritable
            return .object(view)
        }
        m.def("as_strided(x, shape=None, strides=None, subok=False, writeable=True)") {
            (
                python: Interpreter, value: Value, shape: ArrayShape?, strides: AxesArgument,
                _: Value, isWritable: Bool
            ) -> Value in
            let a = try ArrayView(value, in: python)
            let view = try strided(a, shape?.shape, strides.axes, in: python)
            if !isWritable { view.isReadOnly = true }
            return .object(view)
        }
        if let numpy = try? python.modules.find("numpy", in: python) {
            for name in ["broadcast_to", "broadcast_arrays"] {
                builder.module.namespace[name] = numpy.namespace[name]
            }
        }
        return builder.module
    }

    private static func windows(
        _ a: ArrayView, _ window: Shape, _ axes: [Int]?, in python: Interpreter
    ) throws -> ArrayObject {
        let own = axes ?? Array(0..<a.tensor.rank)
        guard own.count == window.rank else {
            throw python.valueError(
                axes == nil
                    ? "Since axis is None, must provide window_shape for all dimensions of `x`; got \(window.rank) window_shape elements and `x.ndim` is \(a.tensor.rank)."
                    : "Must provide matching length window_shape and axis; got \(window.rank) window_shape elements and \(own.count) axes elements."
            )
        }
        guard window.dimensions.allSatisfy({ $0 >= 0 }) else {
            throw python.valueError("`window_shape` cannot contain negative values")
        }
        var (lengths, steps) = (a.tensor.shape.dimensions, a.tensor.strides)
        for (axis, length) in zip(own, window.dimensions) {
            guard let place = a.tensor.shape.resolved(axis: axis) else {
                throw TensorError.axisOutOfRange(
                    operation: "sliding_window_view", axis: axis, rank: a.tensor.rank)
            }
            guard length <= lengths[place] else {
                throw python.valueError(
                    "window shape cannot be larger than input array shape")
            }
            lengths[place] -= length - 1
            steps.append(a.tensor.strides[place])
        }
        let view = a.tensor.view(
            shape: Shape(lengths + window.dimensions), strides: steps, offset: a.tensor.offset)
        return array(view, of: a, in: python)
    }

    private static func strided(
        _ a: ArrayView, _ shape: Shape?, _ strides: [Int]?, in python: Interpreter
    ) throws -> ArrayObject {
        let shape = shape ?? a.tensor.shape
        let width = a.tensor.dtype.byteWidth
        let steps = strides ?? a.tensor.strides.map { $0 * width }
        guard steps.count == shape.rank else {
            throw python.valueError("strides must have the same length as shape")
        }
        guard steps.allSatisfy({ $0 % width == 0 }) else {
            throw python.valueError("strides must be multiples of the element size")
        }
        var (low, high) = (a.tensor.offset, a.tensor.offset)
        for (length, step) in zip(shape.dimensions, steps) where shape.count > 0 {
            let (reach, overflow) = (length - 1).multipliedReportingOverflow(by: step / width)
            let (sum, over) = (reach < 0 ? low : high).addingReportingOverflow(reach)
            guard !overflow, !over else { throw python.valueError("strides reach out of memory") }
            if reach < 0 { low = sum } else { high = sum }
        }
        guard shape.count == 0 || (low >= 0 && high < a.tensor.storage.count) else {
            throw python.valueError("strides and shape reach beyond the elements of the array")
        }
        return array(
            a.tensor.view(shape: shape, strides: steps.map { $0 / width }, offset: a.tensor.offset),
            of: a, in: python)
    }

    private static func array(
        _ view: Tensor, of source: ArrayView, in python: Interpreter
    ) -> ArrayObject {
        let object = ArrayObject(view, isText: source.isText, in: python)
        object.base = source.source
        object.isReadOnly = source.source?.isReadOnly ?? false
        return object
    }
}
