extension RandomSource {
    /// Numbers of the gamma distributions with shapes `alpha` and rate 1: a tensor of `shape` followed
    /// by `alpha`'s shape, of `alpha`'s floating-point type.
    package func gamma(_ shape: Shape, alpha: Tensor) -> Tensor {
        let result = Shape(shape.dimensions + alpha.shape.dimensions)
        let drawn = stream(for: .gamma, alpha.dtype, outputs: result.count)
            .gamma(alphas: alpha.doubles, samples: shape.count)
        return Tensor(rounding: drawn, shape: result, to: alpha.dtype)
    }

    /// Numbers of the Poisson distributions with means `rate`: a tensor of `shape` followed by `rate`'s
    /// shape, of `rate`'s floating-point type.
    package func poisson(_ shape: Shape, rate: Tensor) -> Tensor {
        let result = Shape(shape.dimensions + rate.shape.dimensions)
        let drawn = stream(for: .poisson, rate.dtype, outputs: result.count)
            .poisson(rates: rate.doubles, samples: shape.count)
        return Tensor(rounding: drawn, shape: result, to: rate.dtype)
    }
}

extension Tensor {
    fileprivate convenience init(rounding values: [Double], shape: Shape, to dtype: DType) {
        switch dtype {
        case .float64: self.init(values, shape: shape)
        case .float16: self.init(values.map { Float16($0) }, shape: shape)
        default: self.init(values.map { Float($0) }, shape: shape)
        }
    }
}
