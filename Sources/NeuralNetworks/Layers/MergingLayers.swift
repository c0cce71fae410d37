import Tensors

/// Layers that make one tensor of several.
package enum MergingLayers {
    /// What is done with the inputs, element by element.
    package enum Merge: String, Sendable, CaseIterable {
        case add = "Add"
        case subtract = "Subtract"
        case multiply = "Multiply"
        case average = "Average"
        case maximum = "Maximum"
        case minimum = "Minimum"
    }

    package static func elementwise(
        _ merge: Merge, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        MergingLayer(merge.rawValue, layer, context) { inputs in
            let inputs = try aligned(inputs)
            let rest = inputs.dropFirst()
            switch merge {
            case .add: return try rest.reduce(inputs[0]) { try $0 + $1 }
            case .subtract:
                guard inputs.count == 2 else {
                    throw LayerError.value(
                        "A `Subtract` layer should be called on exactly 2 inputs. Received: inputs=\(inputs.count) tensors"
                    )
                }
                return try inputs[0] - inputs[1]
            case .multiply: return try rest.reduce(inputs[0]) { try $0 * $1 }
            case .average:
                return try rest.reduce(inputs[0]) { try $0 + $1 } / Double(inputs.count)
            case .maximum: return try rest.reduce(inputs[0]) { try BinaryOperation.maximum($0, $1) }
            case .minimum: return try rest.reduce(inputs[0]) { try BinaryOperation.minimum($0, $1) }
            }
        }
    }

    /// Tensors of fewer axes get axes of length 1 behind the batch.
    private static func aligned(_ inputs: [Tensor]) throws -> [Tensor] {
        let rank = inputs.map(\.rank).max() ?? 0
        return try inputs.map { input in
            try (0..<(rank - input.rank)).reduce(input) { x, _ in try x.expanded(at: 1) }
        }
    }

    package static func concatenate(
        axis: Int, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        MergingLayer("Concatenate", layer, context, masksByConcatenating: axis) { inputs in
            try Tensor.concatenate(inputs, axis: axis)
        }
    }

    /// The products of the vectors along two axes.
    package static func dot(
        axes: (Int, Int), normalizes: Bool, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        MergingLayer("Dot", layer, context) { inputs in
            guard inputs.count == 2 else {
                throw LayerError.value(
                    "A `Dot` layer should be called on exactly 2 inputs. Received: input_shape=\(inputs.map(\.shape))"
                )
            }
            guard let left = inputs[0].shape.resolved(axis: axes.0),
                let right = inputs[1].shape.resolved(axis: axes.1),
                inputs[0].shape[left] == inputs[1].shape[right]
            else {
                throw LayerError.value(
                    "Incompatible input shapes: axis values do not match. Received: input_shape=[\(inputs[0].shape), \(inputs[1].shape)], axes=(\(axes.0), \(axes.1))"
                )
            }
            var (x, y) = (inputs[0], inputs[1])
            if normalizes { (x, y) = (try unit(x, axis: left), try unit(y, axis: right)) }
            return try batchDot(x, y, left, right)
        }
    }

    /// Vectors of length 1 along an axis.
    static func unit(_ x: Tensor, axis: Int) throws -> Tensor {
        let squares = try UnaryOperation.square(x).sum(axes: [axis], keeping: true)
        let floor = try BinaryOperation.maximum(squares, squares.filled(1e-12))
        return try x * UnaryOperation.reciprocalSquareRoot(floor)
    }

    private static func batchDot(_ x: Tensor, _ y: Tensor, _ left: Int, _ right: Int) throws
        -> Tensor
    {
        let batch = x.shape[0]
        let (a, b) = (x.shape.removing(axes: [0, left]), y.shape.removing(axes: [0, right]))
        let length = x.shape[left]
        let rows = try x.movingAxes([left], to: [x.rank - 1]).contiguous().reshaped(
            to: [batch, a.count, length])
        let columns = try y.movingAxes([right], to: [1]).contiguous().reshaped(
            to: [batch, length, b.count])
        let rest = a.dimensions + b.dimensions
        return try rows.matmul(columns).reshaped(to: Shape([batch] + (rest.isEmpty ? [1] : rest)))
    }
}

/// One tensor of several.
package final class MergingLayer: Layer {
    private let function: ([Tensor]) throws -> Tensor
    private let concatenationAxis: Int?

    init(
        _ className: String, _ options: LayerOptions, _ context: LayerContext,
        masksByConcatenating axis: Int? = nil,
        _ function: @escaping ([Tensor]) throws -> Tensor
    ) {
        self.function = function
        concatenationAxis = axis
        super.init(className, options: options, context: context)
        supportsMasking = true
    }

    package override func validate(_ call: Call) throws {
        let shapes = call.inputs.shapes
        guard let concatenationAxis, let first = shapes.first else { return }
        for other in shapes.dropFirst() where !fits(first, other, concatenationAxis) {
            let text = shapes.map(\.description).joined(separator: ", ")
            throw LayerError.value(
                "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[\(text)]"
            )
        }
    }

    private func fits(_ a: PartialShape, _ b: PartialShape, _ axis: Int) -> Bool {
        let place = axis < 0 ? axis + a.rank : axis
        guard a.rank == b.rank, a.dimensions.indices.contains(place) else { return false }
        return a.dimensions.indices.allSatisfy { index in
            guard index != place, let x = a[index], let y = b[index] else { return true }
            return x == y
        }
    }

    package override func call(_ call: Call) throws -> Argument {
        let inputs = call.inputs.tensors
        guard inputs.count > 1 || (className == "Concatenate" && inputs.count == 1) else {
            throw LayerError.value(
                className == "Concatenate"
                    ? "A `Concatenate` layer should be called on a list of at least 1 input. Received: input_shape=\(inputs.first?.shape ?? [])"
                    : "A merge layer should be called on a list of at least 1 input. Got \(inputs.count) inputs."
            )
        }
        return .tensor(try function(inputs))
    }

    package override func outputMask(_ inputs: Argument, mask: Argument) throws -> Argument {
        let masks = mask.tensors
        guard let first = masks.first else { return .none }
        if let concatenationAxis, masks.count == inputs.tensors.count,
            inputs.tensors[0].shape.resolved(axis: concatenationAxis) == 1
        {
            return .tensor(try Tensor.concatenate(masks, axis: 1))
        }
        guard concatenationAxis != nil || masks.count == inputs.tensors.count else { return .none }
        return .tensor(
            try masks.dropFirst().reduce(first) { a, b in
                a.shape == b.shape ? try a.and(b) : a
            })
    }
}
