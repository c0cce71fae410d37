import PythonRuntime
import Tensors

/// `tf.nn`: normalisation, look-ups and losses of single tensors.
enum NeuralFunctions {
    static func define(_ m: ModuleBuilder) {
        activations(m)
        normalisation(m)
        moments(m)
        lookups(m)
        losses(m)
        ConvolutionFunctions.define(m)
    }

    private static func activations(_ m: ModuleBuilder) {
        m.def("relu6(features, name=None)") {
            (_: Interpreter, x: TensorLike, _: Value) -> Tensor in
            let zero = Tensor(.int(0), x.tensor.dtype)
            return try x.tensor.clipped(to: zero, Tensor(.int(6), x.tensor.dtype))
        }
        m.def("crelu(features, axis=-1, name=None)") {
            (_: Interpreter, x: TensorLike, axis: Int, _: Value) -> Tensor in
            try UnaryOperation.relu(Tensor.concatenate([x.tensor, -x.tensor], axis: axis))
        }
        for name in ["swish", "silu"] {
            m.def("\(name)(features, beta=1.0)") {
                (python: Interpreter, x: TensorLike, beta: TensorLike) -> Tensor in
                if beta.isOne { return try x.tensor.swish() }
                let scaled = try x.tensor * beta.matching(x.tensor, in: python)
                return try x.tensor * UnaryOperation.sigmoid(scaled)
            }
        }
    }

    private static func normalisation(_ m: ModuleBuilder) {
        m.def("l2_normalize(x, axis=None, epsilon=1e-12, name=None, dim=None)") {
            (_: Interpreter, x: TensorLike, axes: AxesArgument, epsilon: Double, _: Value, _: Value)
                -> Tensor in
            let squares = try UnaryOperation.square(x.tensor).sum(axes: axes.axes, keeping: true)
            let floor = Tensor(.float(epsilon), x.tensor.dtype)
            let inverse = try UnaryOperation.reciprocalSquareRoot(
                BinaryOperation.maximum(squares, floor))
            return try x.tensor * inverse
        }
        m.def(
            "batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None)"
        ) {
            (
                python: Interpreter, x: TensorLike, mean: TensorLike, variance: TensorLike,
                offset: TensorLike?, scale: TensorLike?, epsilon: Double, _: Value
            ) -> Tensor in
            let model = x.tensor
            var inverse = try UnaryOperation.reciprocalSquareRoot(
                variance.matching(model, in: python) + epsilon)
            if let scale { inverse = try inverse * scale.matching(model, in: python) }
            let shifted = try mean.matching(model, in: python) * inverse
            guard let offset else { return try model * inverse - shifted }
            return try model * inverse + (offset.matching(model, in: python) - shifted)
        }
        m.def("bias_add(value, bias, data_format=None, name=None)") {
            (python: Interpreter, value: TensorLike, bias: TensorLike, format: String?, _: Value)
                -> Tensor in
            let (x, b) = (value.tensor, try bias.matching(value.tensor, in: python))
            let isFirst = format?.hasPrefix("NC") ?? false
            let axis = isFirst && x.rank > 1 ? 1 : x.rank - 1
            guard x.rank > 1, b.rank == 1, b.count == x.shape[axis] else {
                throw FaceError(
                    "InvalidArgumentError",
                    "{{function_node __wrapped__BiasAdd_device_/job:localhost/replica:0/task:0/device:CPU:0}} Must provide as many biases as the last dimension of the input tensor: \(b.shape.bracketed) vs. \(x.shape.bracketed) [Op:BiasAdd]"
                )
            }
            guard isFirst else { return try x.addingBias(b) }
            let tail = Array(repeating: 1, count: x.rank - 2)
            return try x + b.reshaped(to: Shape([b.count] + tail))
        }
        m.def(
            "local_response_normalization(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None)"
        ) {
            (
                _: Interpreter, input: TensorLike, radius: Int, bias: Double, alpha: Double,
                beta: Double, _: Value
            ) -> Tensor in
            let (x, depth) = (input.tensor, input.tensor.shape.innermost)
            let band = try Tensor.filled([depth, depth], with: .int(1), x.dtype)
                .band(below: radius, above: radius)
            let squares = try UnaryOperation.square(x).reshaped(to: [-1, depth]).matmul(band)
            let scale = try squares.reshaped(to: x.shape) * alpha + bias
            return try x / BinaryOperation.power(scale, Tensor(.float(beta), x.dtype))
        }
    }

    private static func moments(_ m: ModuleBuilder) {
        m.def("moments(x, axes, shift=None, keepdims=False, name=None)") {
            (
                python: Interpreter, x: TensorLike, axes: AxesArgument, _: Value, keeping: Bool,
                _: Value
            ) -> Value in
            let mean = try x.tensor.mean(axes: axes.axes, keeping: true)
            let gaps = try BinaryOperation.squaredDifference(
                x.tensor, UnaryOperation.stopGradient(mean))
            let variance = try gaps.mean(axes: axes.axes, keeping: true)
            let results = try [mean, variance].map { tensor in
                keeping ? tensor : try tensor.squeezed(axes: axes.axes ?? Array(0..<tensor.rank))
            }
            return .tuple(results.map { $0.object(in: python) }, in: python)
        }
        m.def("weighted_moments(x, axes, frequency_weights, keepdims=False, name=None)") {
            (
                python: Interpreter, x: TensorLike, axes: AxesArgument, weights: TensorLike,
                keeping: Bool, _: Value
            ) -> Value in
            let w = try weights.matching(x.tensor, in: python).broadcast(to: x.tensor.shape)
            let total = try w.sum(axes: axes.axes, keeping: true)
            let mean = try (w * x.tensor).sum(axes: axes.axes, keeping: true) / total
            let gaps = try BinaryOperation.squaredDifference(x.tensor, mean)
            let variance = try (w * gaps).sum(axes: axes.axes, keeping: true) / total
            let results = try [mean, variance].map { tensor in
                keeping ? tensor : try tensor.squeezed(axes: axes.axes ?? Array(0..<tensor.rank))
            }
            return .tuple(results.map { $0.object(in: python) }, in: python)
        }
        m.def("zero_fraction(value, name=None)") {
            (_: Interpreter, value: TensorLike, _: Value) -> Tensor in
            let zeros = try ComparisonOperation.equal(
                value.tensor, Tensor(.int(0), value.tensor.dtype))
            return try zeros.cast(to: .float32).mean()
        }
    }

    private static func lookups(_ m: ModuleBuilder) {
        m.def("embedding_lookup(params, ids, max_norm=None, name=None)\n\nRows of a table.") {
            (_: Interpreter, table: TensorLike, ids: TensorLike, norm: Double?, _: Value)
                -> Tensor in
            let rows = try table.tensor.gathered(
                ids.tensor,
                operation: table.value.object is VariableObject
                    ? "ResourceGather" : "GatherV2")
            guard let norm else { return rows }
            return try rows.clipped(norm: norm, axes: Array(ids.tensor.rank..<rows.rank))
        }
        m.def("in_top_k(targets, predictions, k, name=None)") {
            (_: Interpreter, targets: TensorLike, predictions: TensorLike, k: Int, _: Value)
                -> Tensor in
            let (scores, classes) = (predictions.tensor, predictions.tensor.shape.innermost)
            let columns = try targets.tensor.cast(to: .int64).expanded(at: 1)
            let own = try Tensor.stack(
                zip(scores.unstacked(axis: 0), columns.ints).map { row, column in
                    guard (0..<classes).contains(column) else {
                        return Tensor(.float(.nan), scores.dtype)
                    }
                    return row.slice(axis: 0, at: column)
                }, axis: 0)
            let better = try ComparisonOperation.greater(scores, own.expanded(at: 1))
                .cast(to: .int32).sum(axes: [1])
            let isKnown = try ComparisonOperation.equal(own, own)
            return try ComparisonOperation.less(better, Tensor(.int(k), .int32)).and(isKnown)
        }
    }

    private static func losses(_ m: ModuleBuilder) {
        m.def("l2_loss(t, name=None)\n\nHalf the sum of the squares.") {
            (_: Interpreter, t: TensorLike, _: Value) -> Tensor in
            try UnaryOperation.square(t.tensor).sum() / 2
        }
        m.def("weighted_cross_entropy_with_logits(labels, logits, pos_weight, name=None)") {
            (
                python: Interpreter, labels: TensorLike, logits: TensorLike, weight: TensorLike,
                _: Value
            ) -> Tensor in
            let x = logits.tensor
            let z = try labels.matching(x, in: python)
            let factor = try 1 + (weight.matching(x, in: python) - 1) * z
            let tail =
                try UnaryOperation.log1p(
                    UnaryOperation.exp(-UnaryOperation.absolute(x))) + UnaryOperation.relu(-x)
            return try (1 - z) * x + factor * tail
        }
        m.def("log_poisson_loss(targets, log_input, compute_full_loss=False, name=None)") {
            (python: Interpreter, targets: TensorLike, logs: TensorLike, _: Value, _: Value)
                -> Tensor in
            let z = try targets.matching(logs.tensor, in: python)
            return try UnaryOperation.exp(logs.tensor) - logs.tensor * z
        }
        m.def("compute_average_loss(per_example_loss, sample_weight=None, global_batch_size=None)")
        {
            (python: Interpreter, losses: TensorLike, weights: TensorLike?, size: Double?)
                -> Tensor in
            var values = losses.tensor
            if let weights { values = try values * weights.matching(values, in: python) }
            return try values.sum() / (size ?? Double(max(1, values.shape.dimensions.first ?? 1)))
        }
        m.def("scale_regularization_loss(regularization_loss)") {
            (_: Interpreter, loss: TensorLike) in try loss.tensor.sum()
        }
    }
}

extension TensorLike {
    /// Whether it is the plain number 1.
    fileprivate var isOne: Bool { tensor.rank == 0 && tensor.item.double == 1 }
}

extension Tensor {
    /// The tensor scaled down where its norm over `axes` is above `norm`.
    func clipped(norm: Double, axes: [Int]?) throws -> Tensor {
        let squares = try (self * self).sum(axes: axes, keeping: true)
        let zero = Tensor(.int(0), dtype)
        let isPositive = try ComparisonOperation.greater(squares, zero)
        let ones = try Tensor.filled(squares.shape, with: .int(1), dtype)
        let safe = try Tensor.select(isPositive, squares, ones)
        let length = try Tensor.select(isPositive, UnaryOperation.squareRoot(safe), squares)
        let limit = Tensor(.float(norm), dtype)
        return try self * limit / BinaryOperation.maximum(length, limit)
    }
}
