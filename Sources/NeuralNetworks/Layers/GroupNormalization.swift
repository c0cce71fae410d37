import Tensors

/// Makes groups of each example's channels have mean 0 and variance 1, then scales and shifts the channels.
package final class GroupNormalization: Layer {
    private let options: NormalizationOptions
    private let groups: Int
    private let axis: Int
    private var gamma: Variable?
    private var beta: Variable?

    /// -1 groups stand for one a channel.
    package init(
        groups: Int, axis: Int, _ options: NormalizationOptions, layer: LayerOptions,
        context: LayerContext
    ) {
        self.groups = groups
        self.axis = axis
        self.options = options
        super.init("GroupNormalization", options: layer, context: context)
        supportsMasking = true
    }

    /// The place of the channels. Throws where the input has no such axis.
    private func place(rank: Int) throws -> Int {
        let place = axis < 0 ? axis + rank : axis
        guard (1..<max(rank, 2)).contains(place) else {
            throw LayerError.value(
                "Invalid value for `axis` argument. Received: axis=\(axis) for an input of rank \(rank)"
            )
        }
        return place
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let input = inputs.first else { return }
        guard let channels = input[try place(rank: input.rank)] else {
            throw LayerError.value(
                "Axis \(axis) of input tensor should have a defined dimension but the layer received an input with shape \(input)."
            )
        }
        let groups = groups == -1 ? channels : groups
        guard groups > 0, channels >= groups else {
            throw LayerError.value(
                "Number of groups (\(groups)) cannot be more than the number of channels (\(channels))."
            )
        }
        guard channels % groups == 0 else {
            throw LayerError.value(
                "Number of groups (\(groups)) must be a multiple of the number of channels (\(channels))."
            )
        }
        gamma = try options.scale(of: self, [channels])
        beta = try options.shift(of: self, [channels])
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? { inputs.first }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        let place = try place(rank: x.rank)
        let channels = x.shape[place]
        let groups = groups == -1 ? channels : groups
        guard groups > 0 else { return x }
        var lengths = x.shape.dimensions
        lengths.replaceSubrange(place...place, with: [groups, channels / groups])
        let parts = try x.compacted().reshaped(to: Shape(lengths))
        let axes = (1..<lengths.count).filter { $0 != place }
        let mean = try parts.mean(axes: axes, keeping: true)
        let centred = try parts - mean
        let variance = try UnaryOperation.square(centred).mean(axes: axes, keeping: true)
        let inverse = try UnaryOperation.reciprocalSquareRoot(variance + options.epsilon)
        var result = try (centred * inverse).reshaped(to: x.shape)
        let wide = Shape(x.shape.dimensions.indices.map { $0 == place ? channels : 1 })
        if let gamma { result = try result * gamma.value.reshaped(to: wide) }
        if let beta { result = try result + beta.value.reshaped(to: wide) }
        return result
    }
}
