import PythonRuntime
import Tensors

/// The rarer functions of `tf.math`.
enum MoreMath {
    private typealias Single = @Sendable (Tensor) throws -> Tensor
    private typealias Double2 = @Sendable (Tensor, Tensor) throws -> Tensor

    static func define(_ m: ModuleBuilder) {
        for (name, function) in singles {
            m.def("\(name)(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
                try function(x.tensor)
            }
        }
        for (name, function) in pairs {
            m.def("\(name)(x, y, name=None)") {
                (python: Interpreter, x: TensorLike, y: TensorLike, _: Value) -> Tensor in
                let (a, b) = try TensorMath.matched(x, y, python)
                return try function(a, b)
            }
        }
        scaling(m)
        counting(m)
        sequences(m)
        logarithmic(m)
    }

    private static let singles: [(String, Single)] = [
        ("erfc", { try UnaryOperation.erfc($0) }), ("rint", { try UnaryOperation.round($0) }),
        ("erfinv", { try UnaryOperation.inverseErf($0) }),
        ("erfcinv", { try UnaryOperation.inverseErf(1 - $0) }),
        ("ndtri", { try UnaryOperation.inverseErf($0 * 2 - 1) * 2.0.squareRoot() }),
        ("digamma", { try UnaryOperation.digamma($0) }),
        ("log_sigmoid", { try -UnaryOperation.softplus(-$0) }),
        ("conj", { try UnaryOperation.conjugate($0) }),
        (
            "reciprocal_no_nan",
            { x in
                let isZero = try ComparisonOperation.equal(x, Tensor(.int(0), x.dtype))
                let safe = try Tensor.select(isZero, Tensor(.int(1), x.dtype), x)
                return try Tensor.select(
                    isZero, Tensor(.int(0), x.dtype), UnaryOperation.reciprocal(safe))
            }
        ),
        (
            "is_non_decreasing",
            { x in
                let flat = try x.flattened()
                let (a, b) = (
                    try flat.indexed([.slice(nil, -1, 1)]), try flat.indexed([.slice(1, nil, 1)])
                )
                return try ComparisonOperation.lessOrEqual(a, b).all()
            }
        ),
        (
            "is_strictly_increasing",
            { x in
                let flat = try x.flattened()
                let (a, b) = (
                    try flat.indexed([.slice(nil, -1, 1)]), try flat.indexed([.slice(1, nil, 1)])
                )
                return try ComparisonOperation.less(a, b).all()
            }
        ),
        (
            "invert_permutation",
            { x in
                var inverse = Array(repeating: -1, count: x.count)
                for (place, target) in x.ints.enumerated() {
                    guard inverse.indices.contains(target), inverse[target] < 0 else {
                        throw TensorError.invalidArgument(
                            operation: "InvertPermutation",
                            "\(target) is duplicated or not between 0 and \(x.count)")
                    }
                    inverse[target] = place
                }
                return Tensor(inverse.map { .int($0) }, shape: x.shape, x.dtype)
            }
        ),
    ]

    private static let pairs: [(String, Double2)] = [
        ("divide_no_nan", { try withoutNaN($0, $1) { try $0 / $1 } }),
        ("multiply_no_nan", { x, y in try withoutNaN(x, y) { try $0 * $1 } }),
        ("xdivy", { x, y in try whereNotZero(x) { try x / y } }),
        ("xlogy", { x, y in try whereNotZero(x) { try x * UnaryOperation.log(y) } }),
        ("xlog1py", { x, y in try whereNotZero(x) { try x * UnaryOperation.log1p(y) } }),
        ("realdiv", { try $0 / $1 }),
        (
            "truncatediv",
            { a, b in
                let rest = try BinaryOperation.remainder(a, b)
                return try BinaryOperation.floorDivide(a - rest, b)
            }
        ),
        ("truncatemod", { try BinaryOperation.remainder($0, $1) }),
    ]

    /// Zero where `y` is zero, elsewhere what `body` makes of both.
    private static func withoutNaN(
        _ x: Tensor, _ y: Tensor, _ body: (Tensor, Tensor) throws -> Tensor
    ) throws -> Tensor {
        let (zero, one) = (Tensor(.int(0), y.dtype), Tensor(.int(1), y.dtype))
        let isZero = try ComparisonOperation.equal(y, zero)
        return try Tensor.select(isZero, zero, body(x, Tensor.select(isZero, one, y)))
    }

    /// Zero where `x` is zero, elsewhere what `body` makes.
    private static func whereNotZero(_ x: Tensor, _ body: () throws -> Tensor) throws -> Tensor {
        let zero = Tensor(.int(0), x.dtype)
        return try Tensor.select(ComparisonOperation.equal(x, zero), zero, body())
    }

    private static func scaling(_ m: ModuleBuilder) {
        m.def("scalar_mul(scalar, x, name=None)") {
            (python: Interpreter, scalar: TensorLike, x: TensorLike, _: Value) in
            try scalar.strictlyMatching(x.tensor, in: python) * x.tensor
        }
        m.def("saturate_cast(value, dtype, name=None)") {
            (_: Interpreter, value: TensorLike, dtype: DTypeArgument, _: Value) -> Tensor in
            let x = value.tensor
            let bounds = [dtype.dtype.lowest, dtype.dtype.highest].map { Tensor($0, x.dtype) }
            return try x.clipped(to: bounds[0], bounds[1]).cast(to: dtype.dtype)
        }
        m.def("polyval(coeffs, x, name=None)") {
            (python: Interpreter, factors: [TensorLike], x: TensorLike, _: Value) -> Tensor in
            var total = Tensor(.int(0), x.tensor.dtype)
            for factor in factors {
                total = try factor.matching(x.tensor, in: python) + total * x.tensor
            }
            return total
        }
        m.def("real(input, name=None)") { (_: Interpreter, x: TensorLike, _: Value) -> Tensor in
            x.tensor.dtype.kind == .complex ? x.tensor.part { $0.real } : x.tensor
        }
        m.def("imag(input, name=None)") { (_: Interpreter, x: TensorLike, _: Value) -> Tensor in
            x.tensor.dtype.kind == .complex
                ? x.tensor.part { $0.imaginary } : Tensor(zeros: x.tensor.shape, x.tensor.dtype)
        }
        m.def("angle(input, name=None)") { (_: Interpreter, x: TensorLike, _: Value) -> Tensor in
            let (real, imaginary) = (x.tensor.part { $0.real }, x.tensor.part { $0.imaginary })
            return try BinaryOperation.arcTangent(imaginary, real)
        }
        m.def("complex(real, imag, name=None)") {
            (_: Interpreter, real: TensorLike, imaginary: TensorLike, _: Value) -> Tensor in
            let parts = zip(real.tensor.doubles, imaginary.tensor.doubles)
            return Tensor(
                parts.map { .complex(Complex($0, $1)) }, shape: real.tensor.shape,
                real.tensor.dtype == .float64 ? .complex128 : .complex64)
        }
    }

    private static func counting(_ m: ModuleBuilder) {
        m.def("count_nonzero(input, axis=None, keepdims=None, dtype=None, name=None)") {
            (
                _: Interpreter, input: TensorLike, axes: AxesArgument, keeping: Bool,
                dtype: DTypeArgument?, _: Value
            ) -> Tensor in
            try input.tensor.truth().countTrue(axes: axes.axes, keeping: keeping)
                .cast(to: dtype?.dtype ?? .int64)
        }
        m.def(
            "bincount(arr, weights=None, minlength=None, maxlength=None, dtype=None, name=None, axis=None, binary_output=False)"
        ) {
            (
                _: Interpreter, values: TensorLike, weights: TensorLike?, least: Int?, most: Int?,
                dtype: DTypeArgument?, _: Value, _: Value, _: Value
            ) -> Tensor in
            let counts = try values.tensor.flattened().binCounts(
                weights: weights?.tensor.flattened(), minimumLength: least ?? 0)
            let cut = try most.map { try counts.indexed([.slice(0, $0, 1)]) } ?? counts
            return try cut.cast(to: weights?.tensor.dtype ?? dtype?.dtype ?? .int32)
        }
        m.def(
            "confusion_matrix(labels, predictions, num_classes=None, weights=None, dtype=None, name=None)\n\nHow often each class was taken for each."
        ) {
            (
                _: Interpreter, labels: TensorLike, predictions: TensorLike, classes: Int?,
                weights: TensorLike?, dtype: DTypeArgument?, _: Value
            ) -> Tensor in
            let (truth, found) = (labels.tensor.ints, predictions.tensor.ints)
            let side = classes ?? max(truth.max() ?? -1, found.max() ?? -1) + 1
            guard !(truth + found).contains(where: { $0 < 0 || $0 >= side }) else {
                throw FaceError(
                    "InvalidArgumentError",
                    "assertion failed: [`labels` out of bound] [Condition x < y did not hold element-wise:]"
                )
            }
            let type = dtype?.dtype ?? .int32
            let places = Tensor(
                zip(truth, found).flatMap { [Int64($0), Int64($1)] }, shape: [truth.count, 2])
            let ones =
                try weights?.tensor.cast(to: type)
                ?? Tensor.filled([truth.count], with: .int(1), type)
            return try places.scattering(ones, into: [side, side])
        }
        m.def("zero_fraction(value, name=None)") {
            (_: Interpreter, value: TensorLike, _: Value) -> Tensor in
            try ComparisonOperation.equal(value.tensor, Tensor(.int(0), value.tensor.dtype))
                .cast(to: .float32).mean()
        }
    }

    private static func sequences(_ m: ModuleBuilder) {
        m.def("accumulate_n(inputs, shape=None, tensor_dtype=None, name=None)") {
            (_: Interpreter, inputs: [TensorLike], _: Value, _: Value, _: Value) in
            try Tensor.sum(of: inputs.map(\.tensor))
        }
        m.def("reduce_euclidean_norm(input_tensor, axis=None, keepdims=False, name=None)") {
            (_: Interpreter, x: TensorLike, axes: AxesArgument, keeping: Bool, _: Value) in
            try x.tensor.norm(axes: axes.axes, keeping: keeping)
        }
    }

    /// What `body` makes of `x` with each number of `numbers`, which is usually one.
    private static func byNumber(
        _ numbers: Tensor, _ x: Tensor, _ body: (Double, Tensor) throws -> Tensor
    ) throws -> Tensor {
        if numbers.count == 1, numbers.rank <= x.rank { return try body(numbers.doubles[0], x) }
        var result = try x + numbers * 0
        for number in Set(numbers.doubles) {
            let isMeant = try ComparisonOperation.equal(
                numbers, Tensor(.float(number), numbers.dtype))
            result = try Tensor.select(isMeant, body(number, x + numbers * 0), result)
        }
        return result
    }

    private static func logarithmic(_ m: ModuleBuilder) {
        m.def("cumulative_logsumexp(x, axis=0, exclusive=False, reverse=False, name=None)") {
            (_: Interpreter, x: TensorLike, axis: Int, exclusive: Bool, reverse: Bool, _: Value)
                -> Tensor in
            try x.tensor.cumulativeLogSumExp(axis: axis, exclusive: exclusive, reversed: reverse)
        }
        m.def("lbeta(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) -> Tensor in
            try UnaryOperation.lgamma(x.tensor).sum(axes: [-1])
                - UnaryOperation.lgamma(x.tensor.sum(axes: [-1]))
        }
        m.def("polygamma(a, x, name=None)") {
            (python: Interpreter, order: TensorLike, x: TensorLike, _: Value) -> Tensor in
            // The order is one number for all: arrays of orders are stretched beside their numbers.
            let orders = try order.matching(x.tensor, in: python)
            return try byNumber(orders, x.tensor) { a, part in
                guard a >= 0, a < 150, a == a.rounded() else {
                    return try part * .nan
                }
                return try UnaryOperation.polygamma(Int(a))(part)
            }
        }
        m.def("zeta(x, q, name=None)") {
            (python: Interpreter, s: TensorLike, q: TensorLike, _: Value) -> Tensor in
            let (exponents, start) = try TensorMath.matched(s, q, python)
            return try byNumber(exponents, start) { try UnaryOperation.zeta($0)($1) }
        }
    }
}

extension Tensor {
    /// A part of complex numbers, in their precision.
    func part(_ pick: (Complex<Double>) -> Double) -> Tensor {
        Tensor(
            scalars.map { .float(pick($0.complex)) }, shape: shape,
            dtype == .complex128 || dtype == .float64 ? .float64 : .float32)
    }
}
