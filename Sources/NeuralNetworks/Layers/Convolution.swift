import Tensors

/// A convolution along one axis or several: `N S… C` gives `N O… F`.
package final class Convolution: Layer {
    package struct Options {
        /// F.
        package var filters: Int
        /// The length of the kernel along each axis.
        package var kernelSize: [Int]
        package var strides: [Int]
        package var padding = WindowPadding.valid
        package var dilation: [Int]
        package var groups = 1
        package var activation = Activation.linear
        package var usesBias = true
        package var kernelInitializer = Initializer("GlorotUniform", .scaled(.glorotUniform))
        package var biasInitializer = Initializer("Zeros", .zeros)
        package var kernelRules = WeightRules()
        package var biasRules = WeightRules()

        /// Throws where a number is not positive.
        package init(filters: Int, kernelSize: [Int], strides: [Int], dilation: [Int]) throws {
            guard filters > 0 else {
                throw LayerError.value(
                    "Invalid value for argument `filters`. Expected a strictly positive value. Received filters=\(filters)."
                )
            }
            guard (kernelSize + strides + dilation).allSatisfy({ (1...1_000_000).contains($0) })
            else {
                throw LayerError.value(
                    "The `kernel_size` argument must be a tuple of \(kernelSize.count) integers. Received: \(kernelSize)"
                )
            }
            self.filters = filters
            self.kernelSize = kernelSize
            self.strides = strides
            self.dilation = dilation
        }

        var windows: [Windows] {
            kernelSize.indices.map {
                Windows(
                    size: kernelSize[$0], stride: strides[$0], dilation: dilation[$0],
                    padding: padding)
            }
        }
    }

    package let options: Options
    private var channels: Int?
    private var kernel: Variable?
    private var bias: Variable?

    package init(
        _ className: String, _ options: Options, layer: LayerOptions, context: LayerContext
    ) {
        self.options = options
        super.init(className, options: layer, context: context)
    }

    private var axes: Int { options.kernelSize.count }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var inputSpecs: [InputSpec] {
        [InputSpec(minimumRank: axes + 2, axes: channels.map { [-1: $0] } ?? [:])]
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let channels = inputs.first?.innermost else {
            throw LayerError.value(
                "The channel dimension of the inputs should be defined. The input_shape received is \(inputs.first ?? []), where axis -1 (0-based) is the channel dimension, which found to be `None`."
            )
        }
        guard options.groups > 0, channels % options.groups == 0,
            options.filters % options.groups == 0
        else {
            throw LayerError.value(
                "The number of input channels must be evenly divisible by the number of groups. Received groups=\(options.groups), but the input has \(channels) channels (full input shape is \(inputs[0]))."
            )
        }
        try requireRoom(inputs[0])
        self.channels = channels
        kernel = try addWeight(
            "kernel",
            Shape(options.kernelSize + [channels / options.groups, options.filters]),
            options.kernelInitializer, rules: options.kernelRules)
        if options.usesBias {
            bias = try addWeight(
                "bias", [options.filters], options.biasInitializer, rules: options.biasRules)
        }
    }

    private func requireRoom(_ input: PartialShape) throws {
        let lengths = zip(options.windows, input.dimensions.dropFirst()).map { window, length in
            window.outputLength(for: length) ?? 1
        }
        guard lengths.contains(where: { $0 <= 0 }) else { return }
        let shape = input.dimensions.map { $0.map(String.init) ?? "None" }
        throw LayerError.value(
            "One of the dimensions in the output is <= 0 due to downsampling in \(name). Consider increasing the input size. Received input shape [\(shape.joined(separator: ", "))] which would produce output shape with a zero or negative value in a dimension."
        )
    }

    package override func outputShape(for inputs: [PartialShape]) throws -> PartialShape? {
        guard let input = inputs.first, input.rank == axes + 2 else { return nil }
        let lengths = zip(options.windows, input.dimensions.dropFirst()).map { window, length in
            window.outputLength(for: length)
        }
        guard lengths.allSatisfy({ ($0 ?? 1) > 0 }) else { return nil }
        return PartialShape([input[0]] + lengths + [options.filters])
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard let kernel else { return x }
        var result = try Self.convolve(
            x, kernel.value, windows: options.windows, groups: options.groups, layer: name)
        if let bias { result = try result.addingBias(bias.value) }
        return try options.activation(result, in: context)
    }

    /// The convolution of `N S… C` with a kernel `K… C/G F`.
    package static func convolve(
        _ x: Tensor, _ kernel: Tensor, windows: [Windows], groups: Int = 1, layer: String
    ) throws -> Tensor {
        if groups > 1 {
            let parts = try zip(
                x.split(parts: groups, axis: -1), kernel.split(parts: groups, axis: -1)
            ).map { try convolve($0, $1, windows: windows, layer: layer) }
            return try Tensor.concatenate(parts, axis: -1)
        }
        let patches = try x.windows(windows, layer: layer)
        let outer = Array(patches.shape.dimensions.prefix(1 + windows.count))
        let filters = kernel.shape.innermost
        let depth = kernel.count / max(filters, 1)
        let rows = try patches.compacted().reshaped(to: [Shape(outer).count, depth])
        let product = try rows.matmul(kernel.compacted().reshaped(to: [depth, filters]))
        return try product.reshaped(to: Shape(outer + [filters]))
    }
}
