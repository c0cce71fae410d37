import Tensors

/// A layer applied to every step of `N T …`.
package final class TimeDistributed: Layer {
    package let inner: Layer

    package init(_ inner: Layer, layer: LayerOptions, context: LayerContext) {
        self.inner = inner
        super.init("TimeDistributed", options: layer, context: context)
        supportsMasking = true
        keep(inner)
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var children: [Layer] { [inner] }
    package override var callParameters: [String] { ["inputs", "training", "mask"] }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let shape = inputs.first else { return }
        guard shape.rank >= 3 else {
            throw LayerError.value(
                "`TimeDistributed` Layer should be passed an `input_shape ` with at least 3 dimensions, received: \(shape)"
            )
        }
        let step = PartialShape([shape[0]] + shape.dimensions.dropFirst(2))
        try inner.buildIfNeeded(.shape(step))
    }

    package override func call(_ call: Call) throws -> Argument {
        guard let x = call.inputs.tensors.first, x.rank >= 3 else { return call.inputs }
        let outer = Array(x.shape.dimensions.prefix(2))
        let rows = try x.compacted().reshaped(
            to: Shape([outer[0] * outer[1]] + x.shape.dimensions.dropFirst(2)))
        let result = try inner.apply(Call(.tensor(rows), isTraining: call.isTraining))
        return try result.map { leaf in
            guard let tensor = leaf.tensor else { return leaf }
            return .tensor(
                try tensor.reshaped(to: Shape(outer + tensor.shape.dimensions.dropFirst())))
        }
    }
}
