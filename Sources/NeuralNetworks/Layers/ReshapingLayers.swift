import Tensors

/// Layers that put the same elements into other shapes.
package enum ReshapingLayers {
    /// `N …` as `N F`.
    package static func flatten(layer: LayerOptions, context: LayerContext) -> Layer {
        let made = FunctionLayer("Flatten", layer: layer, context: context) { x, _ in
            guard x.rank > 1 else { return try x.expanded(at: -1) }
            let rows = x.shape[0]
            let features = Shape(Array(x.shape.dimensions.dropFirst())).count
            return try x.compacted().reshaped(to: [rows, features])
        }
        made.ownSpecs = [InputSpec(minimumRank: 1)]
        return made
    }

    /// `N …` in a shape of which one length may be -1.
    package static func reshape(
        to shape: [Int], layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("Reshape", layer: layer, context: context, keepsMask: false) { x, _ in
            let count = Shape(Array(x.shape.dimensions.dropFirst())).count
            guard let target = resolved(shape, count: count) else {
                if !context.isProbing {
                    return try x.contiguous().reshaped(to: Shape([x.shape[0]] + shape))
                }
                throw LayerError.value(
                    "total size of new array must be unchanged, input_shape = [\(x.shape.dimensions.dropFirst().map(String.init).joined(separator: ", "))], output_shape = [\(shape.map(String.init).joined(separator: ", "))]"
                )
            }
            return try x.compacted().reshaped(to: Shape([x.shape[0]] + target))
        }
    }

    private static func resolved(_ shape: [Int], count: Int) -> [Int]? {
        let known = Shape(shape.filter { $0 >= 0 }).count
        guard shape.contains(-1) else { return known == count ? shape : nil }
        guard known > 0, count % known == 0 else { return nil }
        return shape.map { $0 < 0 ? count / known : $0 }
    }

    /// The axes behind the batch in another order, counted from 1.
    package static func permute(
        _ order: [Int], layer: LayerOptions, context: LayerContext
    ) throws -> Layer {
        guard order.sorted() == Array(1...max(order.count, 1)) else {
            throw LayerError.value(
                "Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be consecutive and start from 1. Received dims=(\(order.map(String.init).joined(separator: ", ")))"
            )
        }
        return FunctionLayer("Permute", layer: layer, context: context, keepsMask: false) { x, _ in
            try x.transposed([0] + order).compacted()
        }
    }

    /// `N D` as `N count D`.
    package static func repeatVector(
        _ count: Int, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        CheckedLayer("RepeatVector", InputSpec(rank: 2), layer, context) { x, _ in
            try x.expanded(at: 1).tiled([1, count, 1])
        }
    }

    /// Zeros around the axes behind the batch.
    package static func zeroPadding(
        _ className: String, _ borders: [(Int, Int)], layer: LayerOptions, context: LayerContext
    ) -> Layer {
        CheckedLayer(className, InputSpec(rank: borders.count + 2), layer, context) { x, _ in
            let all = [(before: 0, after: 0)] + borders.map { (before: $0.0, after: $0.1) }
            return try x.padded(all + [(before: 0, after: 0)], mode: .constant(.int(0)))
        }
    }

    /// Without the borders of the axes behind the batch.
    package static func cropping(
        _ className: String, _ borders: [(Int, Int)], layer: LayerOptions, context: LayerContext
    ) -> Layer {
        CheckedLayer(className, InputSpec(rank: borders.count + 2), layer, context) { x, _ in
            let windows = zip(borders, x.shape.dimensions.dropFirst()).map { border, length in
                Index.slice(border.0, max(length - border.1, border.0), 1)
            }
            return try x.indexed([.all] + windows)
        }
    }

    /// Each step of the axes behind the batch several times.
    package static func upSampling(
        _ className: String, _ factors: [Int], layer: LayerOptions, context: LayerContext
    ) -> Layer {
        CheckedLayer(className, InputSpec(rank: factors.count + 2), layer, context) { x, _ in
            try factors.enumerated().reduce(x) {
                try $0.repeated([$1.element], axis: $1.offset + 1)
            }
        }
    }
}

/// A function of one tensor that demands something of it.
package final class CheckedLayer: Layer {
    private let spec: InputSpec
    private let function: (Tensor, Bool) throws -> Tensor

    init(
        _ className: String, _ spec: InputSpec, _ options: LayerOptions, _ context: LayerContext,
        _ function: @escaping (Tensor, Bool) throws -> Tensor
    ) {
        self.spec = spec
        self.function = function
        super.init(className, options: options, context: context)
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var inputSpecs: [InputSpec] { [spec] }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        try function(x, isTraining)
    }
}
