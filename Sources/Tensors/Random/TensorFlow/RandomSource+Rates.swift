extension RandomSource {
    /// Numbers of the gamma distributions with shapes `alpha` and rate 1: a tensor of `shape` followed
    /// by `alpha`'s shape. `alpha` is float32 or float64.
    package func gamma(_ shape: Shape, alpha: Tensor) -> Tensor {
        let result = Shape(shape.dimensions + alpha.shape.dimensions)
        let stream = stream(for: .gamma, alpha.dtype, outputs: result.count)
        return alpha.dtype == .float64
            ? Tensor(
                stream.gamma(alphas: alpha.elements(of: Double.self), samples: shape.count),
                shape: result)
            : Tensor(
                stream.gamma(alphas: alpha.elements(of: Float.self), samples: shape.count),
                shape: result)
    }

    /// Numbers of the Poisson distributions with means `rate`: a tensor of `shape` followed by `rate`'s
    /// shape, of `rate`'s type.
    package func poisson(_ shape: Shape, rate: Tensor) -> Tensor {
        let result = Shape(shape.dimensions + rate.shape.dimensions)
        let stream = stream(for: .poisson, rate.dtype, outputs: result.count)
        return rate.dtype == .float64
            ? Tensor(
                stream.poisson(rates: rate.elements(of: Double.self), samples: shape.count),
                shape: result)
            : Tensor(
                stream.poisson(rates: rate.elements(of: Float.self), samples: shape.count),
                shape: result)
    }
}

extension StatelessRandom {
    /// Numbers of the gamma distributions with shapes `alpha` and rate 1; unlike the stateful operation
    /// it computes in double precision.
    package func gamma(_ shape: Shape, alpha: Tensor) -> Tensor {
        let result = Shape(shape.dimensions + alpha.shape.dimensions)
        let drawn = stream(for: .gamma, alpha.dtype, reserving: 0)
            .statelessGamma(alphas: alpha.doubles, samples: shape.count)
        return alpha.dtype == .float64
            ? Tensor(drawn, shape: result) : Tensor(drawn.map { Float($0) }, shape: result)
    }
}
