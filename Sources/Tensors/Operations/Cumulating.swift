extension Tensor {
    /// The sums of all elements up to each along an axis; without the element itself when `exclusive`, from
    /// the end when `reversed`.
    package func cumulativeSum(
        axis: Int, exclusive: Bool = false, reversed: Bool = false
    ) throws -> Tensor {
        let axis = try resolved(axis: axis, in: "Cumsum")
        return try UnaryOperation.cumulativeSum(axis, exclusive, reversed)(self)
    }

    /// The products of all elements up to each along an axis; without the element itself when `exclusive`,
    /// from the end when `reversed`.
    package func cumulativeProduct(
        axis: Int, exclusive: Bool = false, reversed: Bool = false
    ) throws -> Tensor {
        let axis = try resolved(axis: axis, in: "Cumprod")
        return try UnaryOperation.cumulativeProduct(axis, exclusive, reversed)(self)
    }

    /// The logarithms of the sums of eˣ over all elements up to each along an axis; without the element itself
    /// when `exclusive`, from the end when `reversed`.
    package func cumulativeLogSumExp(
        axis: Int, exclusive: Bool = false, reversed: Bool = false
    ) throws -> Tensor {
        let axis = try resolved(axis: axis, in: "CumulativeLogsumexp")
        return try UnaryOperation.cumulativeLogSumExp(axis, exclusive, reversed)(self)
    }

    /// The running log Σ eˣ, one slice after the other.
    fileprivate func scannedLogSumExp(
        _ axis: Int, _ exclusive: Bool, _ reversed: Bool
    ) throws -> Tensor {
        guard dtype.isFloating else {
            throw TensorError.unsupportedType(operation: "CumulativeLogsumexp", dtype)
        }
        let slices = try unstacked(axis: axis)
        guard let first = slices.first else { return self }
        var total = try Tensor.filled(first.shape, with: .float(-.infinity), dtype)
        var results: [Tensor] = []
        for (place, slice) in (reversed ? slices.reversed() : slices).enumerated() {
            let high = try BinaryOperation.maximum(slice, total)
            let low = try BinaryOperation.minimum(slice, total)
            let next =
                place == 0
                ? slice : try UnaryOperation.log1p(UnaryOperation.exp(low - high)) + high
            results.append(exclusive ? total : next)
            total = next
        }
        return try Tensor.stack(reversed ? results.reversed() : results, axis: axis)
    }
}

extension DType {
    /// The number farthest below zero of a floating type.
    fileprivate var leastFloat: Scalar {
        switch self {
        case .float64: .float(-Double.greatestFiniteMagnitude)
        case .float16: .float(-65504)
        default: .float(-Double(Float.greatestFiniteMagnitude))
        }
    }
}

extension UnaryOperation {
    static func cumulativeSum(_ axis: Int, _ exclusive: Bool, _ reversed: Bool) -> UnaryOperation {
        UnaryOperation(
            "Cumsum",
            { try Scan(axis: axis, exclusive: exclusive, reversed: reversed, isSum: true).run($0) },
            pullback: { _, _ in { try cumulativeSum(axis, exclusive, !reversed)($0) } })
    }

    static func cumulativeLogSumExp(_ axis: Int, _ exclusive: Bool, _ reversed: Bool)
        -> UnaryOperation
    {
        UnaryOperation(
            "CumulativeLogsumexp", { try $0.scannedLogSumExp(axis, exclusive, reversed) },
            pullback: { x, y in
                { upstream in
                    // Gradients of either sign are added up by their logarithms.
                    let zero = upstream.number(0)
                    let lowest = Tensor(upstream.dtype.leastFloat, upstream.dtype)
                    let parts = try [upstream, -upstream].map { share in
                        let isPositive = try ComparisonOperation.greater(share, zero)
                        let safe = try Tensor.select(isPositive, share, share.number(1))
                        let sizes = try Tensor.select(isPositive, log(safe), lowest)
                        let sum = try cumulativeLogSumExp(axis, exclusive, !reversed)(sizes - y)
                        return try exp(sum + x)
                    }
                    return try parts[0] - parts[1]
                }
            })
    }

    static func cumulativeProduct(_ axis: Int, _ exclusive: Bool, _ reversed: Bool)
        -> UnaryOperation
    {
        UnaryOperation(
            "Cumprod",
            {
                try Scan(axis: axis, exclusive: exclusive, reversed: reversed, isSum: false).run($0)
            },
            pullback: { x, y in
                { try cumulativeSum(axis, exclusive, !reversed)(y * $0) / x }
            })
    }
}

/// A walk along an axis that keeps a running sum or product.
private struct Scan {
    let axis: Int
    let exclusive: Bool
    let reversed: Bool
    let isSum: Bool

    func run(_ x: Tensor) throws -> Tensor {
        let result = Tensor(uninitialized: x.shape, x.dtype)
        let pass = ScanPass(scan: self, source: x.contiguous(), result: result)
        guard case .some = x.dtype.accept(pass) else {
            throw TensorError.unsupportedType(operation: isSum ? "Cumsum" : "Cumprod", x.dtype)
        }
        return result
    }
}

private struct ScanPass: NumberVisitor {
    let scan: Scan
    let source: Tensor
    let result: Tensor

    func visit<T: TensorNumber>(_ type: T.Type) {
        let dimensions = source.shape.dimensions
        let inner = dimensions[(scan.axis + 1)...].reduce(1, *)
        let (length, outer) = (dimensions[scan.axis], dimensions[..<scan.axis].reduce(1, *))
        let (x, y) = (source.pointer(to: T.self), result.pointer(to: T.self))
        for o in 0..<outer {
            for i in 0..<inner {
                var total: T = scan.isSum ? 0 : 1
                for step in 0..<length {
                    let l = scan.reversed ? length - 1 - step : step
                    let place = (o * length + l) * inner + i
                    let next = scan.isSum ? T.sum(total, x[place]) : T.product(total, x[place])
                    y[place] = scan.exclusive ? total : next
                    total = next
                }
            }
        }
    }
}
