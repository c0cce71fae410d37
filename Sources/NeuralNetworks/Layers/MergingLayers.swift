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
        MergingLayer("Dot", layer, context, meeting: axes) { inputs in
            guard let left = inputs[0].shape.resolved(axis: axes.0),
                let right = inputs[1].shape.resolved(axis: axes.1)
            else {
                throw LayerError.value(
                    "Incompatible input shapes: axes=(\(axes.0), \(axes.1)). Received: input_shape=[\(inputs[0].shape), \(inputs[1].shape)]"
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
        let rows = try x.movingAxes([left], to: [x.rank - 1]).compacted().reshaped(
            to: [batch, a.count, length])
        let columns = try y.movingAxes([right], to: [1]).compacted().reshaped(
            to: [batch, length, b.count])
        let rest = a.dimensions + b.dimensions
        return try rows.matmul(columns).reshaped(to: Shape([batch] + (rest.isEmpty ? [1] : rest)))
    }
}

/// One tensor of several.
package final class MergingLayer: Layer {
    private let function: ([Tensor]) throws -> Tensor
    private let concatenationAxis: Int?
    /// The axes along which two inputs must be of one length.
    private let meetingAxes: (Int, Int)?
    private let kind: String

    init(
        _ className: String, _ options: LayerOptions, _ context: LayerContext,
        masksByConcatenating axis: Int? = nil, meeting axes: (Int, Int)? = nil,
        _ function: @escaping ([Tensor]) throws -> Tensor
    ) {
        self.function = function
        concatenationAxis = axis
        meetingAxes = axes
        kind = className
        super.init(className, options: options, context: context)
        supportsMasking = true
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override func validate(_ call: Call) throws {
        let shapes = call.inputs.shapes
        guard let first = shapes.first else { return }
        let isAlone = call.inputs.tensor != nil || call.inputs.symbol != nil
        let text = isAlone ? "\(first)" : "[\(shapes.map(\.description).joined(separator: ", "))]"
        if let concatenationAxis {
            try requireList(
                !isAlone, "A `Concatenate` layer should be called on a list of at least 1 input",
                text)
            for other in shapes.dropFirst() where !fits(first, other, concatenationAxis) {
                throw LayerError.value(
                    "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=\(text)"
                )
            }
        } else if let meetingAxes {
            try requireList(
                !isAlone && shapes.count == 2,
                "A `Dot` layer should be called on a list of 2 inputs", text)
            try requireMeeting(shapes[0], shapes[1], meetingAxes)
        } else {
            try requireBroadcast(shapes, isAlone: isAlone, text)
        }
    }

    private func requireList(_ holds: Bool, _ message: String, _ shapes: String) throws {
        if !holds { throw LayerError.value("\(message). Received: input_shape=\(shapes)") }
    }

    private func requireMeeting(
        _ a: PartialShape, _ b: PartialShape, _ axes: (Int, Int)
    ) throws {
        let (left, right) = (
            axes.0 < 0 ? axes.0 + a.rank : axes.0, axes.1 < 0 ? axes.1 + b.rank : axes.1
        )
        guard a.dimensions.indices.contains(left), b.dimensions.indices.contains(right),
            let x = a[left], let y = b[right], x != y
        else { return }
        throw LayerError.value(
            "Incompatible input shapes: axis values \(x) (at axis \(left)) != \(y) (at axis \(right)). Full input shapes: \(a), \(b)"
        )
    }

    private func requireBroadcast(
        _ shapes: [PartialShape], isAlone: Bool, _ text: String
    ) throws {
        if kind == "Subtract", isAlone || shapes.count != 2 {
            try requireList(
                false, "A `Subtract` layer should be called on exactly 2 inputs", text)
        }
        guard !isAlone else {
            throw LayerError.value(
                "A merge layer should be called on a list of inputs. Received: input_shape=\(text) (not a list of shapes)"
            )
        }
        guard Set(shapes.compactMap { $0.dimensions.first ?? nil }).count <= 1 else {
            throw LayerError.value(
                "Cannot merge tensors with different batch sizes. Got tensors with shapes \(text)")
        }
        _ = try shapes.dropFirst().reduce(inner(shapes[0])) { try Self.merged($0, inner($1)) }
    }

    /// The lengths behind the batch.
    private func inner(_ shape: PartialShape) -> [Int?] { Array(shape.dimensions.dropFirst()) }

    /// The lengths of two merged inputs, counted from the innermost.
    private static func merged(_ a: [Int?], _ b: [Int?]) throws -> [Int?] {
        let (long, short) = a.count >= b.count ? (a, b) : (b, a)
        let inner = try zip(long.suffix(short.count), short).map { x, y -> Int? in
            guard let x, let y else { return nil }
            if x == 1 || y == 1 || x == y { return max(x, y) }
            throw LayerError.value(
                "Inputs have incompatible shapes. Received shapes \(PartialShape(long)) and \(PartialShape(short))"
            )
        }
        return long.dropLast(short.count) + inner
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
        guard !inputs.isEmpty else {
            throw LayerError.value(
                "A merge layer should be called on a list of at least 1 input. Got 0 inputs.")
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
