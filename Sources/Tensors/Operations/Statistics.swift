extension Tensor {
    /// The mean squared distance from the mean over some axes, or over all.
    package func variance(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        let mean = try mean(axes: axes, keeping: true)
        return try BinaryOperation.squaredDifference(self, mean).mean(axes: axes, keeping: keeping)
    }

    /// The square root of the variance over some axes, or over all.
    package func standardDeviation(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try UnaryOperation.squareRoot(variance(axes: axes, keeping: keeping))
    }

    /// log Σ eˣ over some axes, or over all, without overflow.
    package func logSumExp(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        let top = try detached.max(axes: axes, keeping: true)
        let finite = try Tensor.select(top.isFinite(), top, top.number(0))
        let sum = try UnaryOperation.exp(self - finite).sum(axes: axes, keeping: keeping)
        let log = try UnaryOperation.log(sum)
        return try log + finite.reshaped(to: log.shape)
    }

    /// The Euclidean length over some axes, or over all.
    package func norm(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try UnaryOperation.squareRoot((self * self).sum(axes: axes, keeping: keeping))
    }
}
