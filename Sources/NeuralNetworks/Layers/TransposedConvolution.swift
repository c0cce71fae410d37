import Tensors

/// The way back of a convolution: `N S… C` gives `N O… F`, each element spread over a window.
package final class TransposedConvolution: Layer {
    package let options: Convolution.Options
    /// How much longer than needed the output is along each axis; nil for the usual length.
    private let outputPadding: [Int]?
    private var channels: Int?
    private var kernel: Variable?
    private var bias: Variable?

    /// Throws where a longer output would not be told from that of another input.
    package init(
        _ className: String, _ options: Convolution.Options, outputPadding: [Int]?,
        layer: LayerOptions, context: LayerContext
    ) throws {
        for (stride, padding) in zip(options.strides, outputPadding ?? [])
        where padding >= stride || padding < 0 {
            throw LayerError.value(
                "Strides must be greater than output padding. Received strides=\(Shape(options.strides)), output_padding=\(Shape(outputPadding ?? []))."
            )
        }
        self.options = options
        self.outputPadding = outputPadding
        super.init(className, options: layer, context: context)
    }

    private var axes: Int { options.kernelSize.count }

    package override var inputSpecs: [InputSpec] {
        [InputSpec(rank: axes + 2, axes: channels.map { [-1: $0] } ?? [:])]
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let channels = inputs.first?.innermost else {
            throw LayerError.value(
                "The channel dimension of the inputs to `\(className)` should be defined. The input_shape received is \(inputs.first ?? []), where axis -1 (0-based) is the channel dimension, which found to be `None`."
            )
        }
        self.channels = channels
        kernel = try addWeight(
            "kernel", Shape(options.kernelSize + [options.filters, channels]),
            options.kernelInitializer, rules: options.kernelRules)
        if options.usesBias {
            bias = try addWeight(
                "bias", [options.filters], options.biasInitializer, rules: options.biasRules)
        }
    }

    /// How an axis of a length becomes longer, and where its first element goes.
    private func stretch(_ axis: Int, _ length: Int) -> (length: Int, before: Int) {
        let (stride, dilation) = (options.strides[axis], options.dilation[axis])
        let reach = (options.kernelSize[axis] - 1) * dilation + 1
        let whole = (length - 1) * stride + reach
        let isSame = options.padding == .same
        let result: Int
        if let outputPadding {
            result = whole - (isSame ? 2 * (reach / 2) : 0) + outputPadding[axis]
        } else {
            result = isSame ? length * stride : length * stride + max(reach - stride, 0)
        }
        return (max(result, 0), isSame ? max(whole - result, 0) / 2 : 0)
    }

    package override func outputShape(for inputs: [PartialShape]) throws -> PartialShape? {
        guard let input = inputs.first, input.rank == axes + 2 else { return nil }
        let lengths = (0..<axes).map { axis in
            input[axis + 1].map { stretch(axis, $0).length }
        }
        return PartialShape([input[0]] + lengths + [options.filters])
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard let kernel else { return x }
        var spread = x
        for axis in 0..<axes { spread = try self.spread(spread, axis) }
        // Each element of the output looks back at the elements that reach it.
        let turned = try kernel.value.reversed(axes: Array(0..<axes))
            .transposed(Array(0..<axes) + [axes + 1, axes]).compacted()
        let windows = (0..<axes).map {
            Windows(
                size: options.kernelSize[$0], stride: 1, dilation: options.dilation[$0],
                padding: .valid)
        }
        var result = try Convolution.convolve(spread, turned, windows: windows, layer: name)
        if let bias { result = try result.addingBias(bias.value) }
        return try options.activation(result)
    }

    /// An axis with zeros between its elements and around them, as much of it as the output needs.
    private func spread(_ x: Tensor, _ axis: Int) throws -> Tensor {
        let place = axis + 1
        let length = x.shape[place]
        let (stride, dilation) = (options.strides[axis], options.dilation[axis])
        let reach = (options.kernelSize[axis] - 1) * dilation + 1
        let (wanted, before) = stretch(axis, length)
        var result = x
        var lengths = x.shape.dimensions
        if stride > 1 {
            var borders = [(before: Int, after: Int)](repeating: (0, 0), count: x.rank + 1)
            borders[place + 1] = (0, stride - 1)
            lengths[place] = length * stride
            result = try result.expanded(at: place + 1).padded(borders, mode: .constant(.int(0)))
                .compacted().reshaped(to: Shape(lengths))
        }
        // Behind the last element stride - 1 zeros are there already.
        let missing = wanted + before - lengths[place]
        var borders = [(before: Int, after: Int)](repeating: (0, 0), count: x.rank)
        borders[place] = (reach - 1, max(missing, 0))
        result = try result.padded(borders, mode: .constant(.int(0)))
        var cut = [Index](repeating: .slice(nil, nil, 1), count: place)
        cut.append(.slice(before, before + wanted + reach - 1, 1))
        return try result.indexed(cut)
    }
}
