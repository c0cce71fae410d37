import NeuralNetworks
import PythonRuntime
import Tensors

/// `tf.nn`: convolutions and pooling, as the layers do them.
enum ConvolutionFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def(
            "conv1d(input, filters, stride, padding, data_format='NWC', dilations=None, name=None)\n\nA convolution over sequences."
        ) {
            (
                python: Interpreter, x: TensorLike, kernel: TensorLike, stride: Value,
                padding: String, _: Value, dilations: Value, _: Value
            ) -> Tensor in
            try convolution(x, kernel, stride, padding, dilations, axes: 1, python)
        }
        m.def(
            "conv2d(input, filters, strides, padding, data_format='NHWC', dilations=None, name=None)\n\nA convolution over images."
        ) {
            (
                python: Interpreter, x: TensorLike, kernel: TensorLike, strides: Value,
                padding: String, _: Value, dilations: Value, _: Value
            ) -> Tensor in
            try convolution(x, kernel, strides, padding, dilations, axes: 2, python)
        }
        m.def(
            "depthwise_conv2d(input, filter, strides, padding, data_format=None, dilations=None, name=None)\n\nA convolution of every channel by itself."
        ) {
            (
                python: Interpreter, x: TensorLike, kernel: TensorLike, strides: Value,
                padding: String, _: Value, dilations: Value, _: Value
            ) -> Tensor in
            let windows = try windows(
                Array(kernel.tensor.shape.dimensions.prefix(2)), strides, padding, dilations,
                python)
            try requireRank(x, 4, python)
            return try DepthwiseConvolution.convolve(
                x.tensor, kernel.tensor, windows: windows, layer: "depthwise_conv2d")
        }
        pooling(m)
    }

    private static func pooling(_ m: ModuleBuilder) {
        for (name, choice) in [("max", Pooling.Choice.maximum), ("avg", .average)] {
            m.def("\(name)_pool(input, ksize, strides, padding, data_format=None, name=None)") {
                (
                    python: Interpreter, x: TensorLike, size: Value, strides: Value,
                    padding: String, _: Value, _: Value
                ) -> Tensor in
                try pool(x, choice, size, strides, padding, axes: x.tensor.rank - 2, python)
            }
            for axes in 1...2 {
                m.def(
                    "\(name)_pool\(axes)d(input, ksize, strides, padding, data_format=None, name=None)"
                ) {
                    (
                        python: Interpreter, x: TensorLike, size: Value, strides: Value,
                        padding: String, _: Value, _: Value
                    ) -> Tensor in
                    try pool(x, choice, size, strides, padding, axes: axes, python)
                }
            }
        }
    }

    private static func convolution(
        _ x: TensorLike, _ kernel: TensorLike, _ strides: Value, _ padding: String,
        _ dilations: Value, axes: Int, _ python: Interpreter
    ) throws -> Tensor {
        try requireRank(x, axes + 2, python)
        try requireRank(kernel, axes + 2, python)
        let (x, kernel) = (x.tensor, kernel.tensor)
        let depth = kernel.shape[axes]
        guard depth > 0, x.shape.innermost % depth == 0 else {
            throw FaceError(
                "InvalidArgumentError",
                "{{function_node __wrapped__Conv2D_device_/job:localhost/replica:0/task:0/device:CPU:0}} input depth must be evenly divisible by filter depth: \(x.shape.innermost) vs \(depth) [Op:Conv2D]"
            )
        }
        let windows = try windows(
            Array(kernel.shape.dimensions.prefix(axes)), strides, padding, dilations, python)
        return try Convolution.convolve(
            x, kernel, windows: windows, groups: x.shape.innermost / depth, layer: "conv\(axes)d")
    }

    private static func pool(
        _ x: TensorLike, _ choice: Pooling.Choice, _ size: Value, _ strides: Value,
        _ padding: String, axes: Int, _ python: Interpreter
    ) throws -> Tensor {
        try requireRank(x, max(axes, 1) + 2, python)
        let windows = try windows(
            numbers(size, axes, python), strides, padding, .none, python)
        return try Pooling.pool(x.tensor, choice, windows: windows, layer: "pool")
    }

    private static func requireRank(
        _ x: TensorLike, _ rank: Int, _ python: Interpreter
    ) throws {
        guard x.tensor.rank != rank else { return }
        throw python.valueError(
            "`input` must be of rank \(rank), received rank \(x.tensor.rank) instead")
    }

    /// One number for each axis between the batch and the channels: all the same, or with those two.
    private static func numbers(
        _ value: Value, _ axes: Int, _ python: Interpreter
    ) throws -> [Int] {
        if value.isNone { return [Int](repeating: 1, count: axes) }
        if value.object == nil { return [Int](repeating: try python.index(value), count: axes) }
        let items = try python.list(value).map { try python.index($0) }
        switch items.count {
        case 1: return [Int](repeating: items[0], count: axes)
        case axes: return items
        case axes + 2: return Array(items.dropFirst().dropLast())
        default:
            throw python.valueError(
                "strides should be of length 1, \(axes) or \(axes + 2) but was \(items.count)")
        }
    }

    private static func windows(
        _ size: [Int], _ strides: Value, _ padding: String, _ dilations: Value,
        _ python: Interpreter
    ) throws -> [Windows] {
        let strides = try numbers(strides, size.count, python)
        let dilations = try numbers(dilations, size.count, python)
        guard (size + strides + dilations).allSatisfy({ (1...1_000_000).contains($0) }) else {
            throw python.valueError("strides and window sizes must be positive")
        }
        guard let known = WindowPadding(rawValue: padding.lowercased()), known != .causal else {
            throw python.valueError(
                "`padding` must be one of 'VALID', 'SAME'. Received: \(padding)")
        }
        return size.indices.map {
            Windows(
                size: size[$0], stride: strides[$0], dilation: dilations[$0], padding: known)
        }
    }
}
