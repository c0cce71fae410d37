import Tensors

/// A convolution of each channel by itself, `N S… C` to `N O… C·M`; and where it is separable, another that mixes
/// the channels, to `N O… F`.
package final class DepthwiseConvolution: Layer {
    package struct Options {
        /// What the whole convolution has; its kernel's initialiser and rules are not looked at.
        package var convolution: Convolution.Options
        /// M, how many channels each channel becomes.
        package var multiplier = 1
        /// Whether the channels are mixed.
        package var isSeparable = false
        package var depthwiseInitializer = Initializer("GlorotUniform", .scaled(.glorotUniform))
        package var pointwiseInitializer = Initializer("GlorotUniform", .scaled(.glorotUniform))
        package var depthwiseRules = WeightRules()
        package var pointwiseRules = WeightRules()

        package init(_ convolution: Convolution.Options) { self.convolution = convolution }
    }

    package let options: Options
    private var channels: Int?
    private var depthwise: Variable?
    private var pointwise: Variable?
    private var bias: Variable?

    package init(
        _ className: String, _ options: Options, layer: LayerOptions, context: LayerContext
    ) {
        self.options = options
        super.init(className, options: layer, context: context)
    }

    private var axes: Int { options.convolution.kernelSize.count }

    package override var inputSpecs: [InputSpec] {
        [InputSpec(rank: axes + 2, axes: channels.map { [-1: $0] } ?? [:])]
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let channels = inputs.first?.innermost else {
            throw LayerError.value(
                "The channel dimension of the inputs to `\(className)` should be defined. Received: inputs.shape=\(inputs.first ?? [])"
            )
        }
        guard (1...1 << 20).contains(options.multiplier) else {
            throw LayerError.value(
                "Invalid value for argument `depth_multiplier`. Expected a strictly positive value. Received depth_multiplier=\(options.multiplier)."
            )
        }
        self.channels = channels
        depthwise = try addWeight(
            "depthwise_kernel",
            Shape(options.convolution.kernelSize + [channels, options.multiplier]),
            options.depthwiseInitializer, rules: options.depthwiseRules)
        if options.isSeparable {
            pointwise = try addWeight(
                "pointwise_kernel",
                Shape(
                    [Int](repeating: 1, count: axes) + [channels * options.multiplier, width]),
                options.pointwiseInitializer, rules: options.pointwiseRules)
        }
        if options.convolution.usesBias {
            bias = try addWeight(
                "bias", [width], options.convolution.biasInitializer,
                rules: options.convolution.biasRules)
        }
    }

    /// The channels of the output.
    private var width: Int {
        options.isSeparable ? options.convolution.filters : (channels ?? 0) * options.multiplier
    }

    package override func outputShape(for inputs: [PartialShape]) throws -> PartialShape? {
        guard let input = inputs.first, input.rank == axes + 2 else { return nil }
        let lengths = zip(options.convolution.windows, input.dimensions.dropFirst()).map {
            $0.outputLength(for: $1)
        }
        guard lengths.allSatisfy({ ($0 ?? 1) > 0 }) else { return nil }
        return PartialShape([input[0]] + lengths + [width])
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard let depthwise else { return x }
        var result = try Self.convolve(
            x, depthwise.value, windows: options.convolution.windows, layer: name)
        if let pointwise {
            let rows = Shape(Array(result.shape.dimensions.dropLast()))
            let depth = result.shape.innermost
            result = try result.reshaped(to: [rows.count, depth])
                .matmul(pointwise.value.reshaped(to: [depth, width]))
                .reshaped(to: Shape(rows.dimensions + [width]))
        }
        if let bias { result = try result.addingBias(bias.value) }
        return try options.convolution.activation(result)
    }

    /// The convolution of `N S… C` with a kernel `K… C M`, each channel by itself: `N O… C·M`.
    package static func convolve(
        _ x: Tensor, _ kernel: Tensor, windows: [Windows], layer: String
    ) throws -> Tensor {
        let patches = try x.windows(windows, layer: layer)
        let outer = Array(patches.shape.dimensions.prefix(1 + windows.count))
        let (channels, multiplier) = (x.shape.innermost, kernel.shape.innermost)
        let size = windows.reduce(1) { $0 * $1.size }
        let rows = try patches.compacted()
            .reshaped(to: [Shape(outer).count, size, channels, 1])
        let products = try rows * kernel.compacted().reshaped(to: [size, channels, multiplier])
        return try products.sum(axes: [1]).reshaped(to: Shape(outer + [channels * multiplier]))
    }
}
