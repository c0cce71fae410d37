extension Philox {
    /// Standard normal numbers of a floating-point type.
    func normal(_ shape: Shape, _ dtype: DType) -> Tensor {
        switch dtype {
        case .float64: Tensor(normal(shape.count, as: Double.self), shape: shape)
        case .float16: Tensor(normal(shape.count, as: Float.self).halves, shape: shape)
        default: Tensor(normal(shape.count, as: Float.self), shape: shape)
        }
    }

    /// Standard normal numbers between -2 and 2.
    func truncatedNormal(_ shape: Shape, _ dtype: DType) -> Tensor {
        switch dtype {
        case .float64: Tensor(truncatedNormal(shape.count, as: Double.self), shape: shape)
        case .float16: Tensor(truncatedNormal(shape.count, as: Float.self).halves, shape: shape)
        default: Tensor(truncatedNormal(shape.count, as: Float.self), shape: shape)
        }
    }

    /// Numbers in [0, 1).
    func uniform(_ shape: Shape, _ dtype: DType) -> Tensor {
        switch dtype {
        case .float64: Tensor(uniform(shape.count, as: Double.self), shape: shape)
        case .float16: Tensor(uniformHalf(shape.count), shape: shape)
        default: Tensor(uniform(shape.count, as: Float.self), shape: shape)
        }
    }

    /// Integers with all bits random.
    func bits(_ shape: Shape, _ dtype: DType) -> Tensor {
        switch dtype {
        case .int32: Tensor(words(shape.count).map(Int32.init(bitPattern:)), shape: shape)
        case .uint32: Tensor(words(shape.count), shape: shape)
        case .uint64: Tensor(longWords(shape.count), shape: shape)
        default: Tensor(longWords(shape.count).map(Int64.init(bitPattern:)), shape: shape)
        }
    }

    /// Where uniform numbers of `dtype` are not below `rate`.
    func keepMask(_ shape: Shape, rate: Double, _ dtype: DType) -> Tensor {
        let kept =
            switch dtype {
            case .float64: uniform(shape.count, as: Double.self).map { $0 >= rate }
            case .float16: uniformHalf(shape.count).map { $0 >= Float16(rate) }
            default: uniform(shape.count, as: Float.self).map { $0 >= Float(rate) }
            }
        return Tensor(kept, shape: shape)
    }

    /// `samples` classes for each row of `logits` [N, classes].
    func categorical(_ logits: Tensor, samples: Int) -> Tensor {
        let rows = logits.shape[0]
        let classes = logits.shape[1]
        let drawn =
            logits.dtype == .float64
            ? categorical(
                logits: logits.elements(of: Double.self), rows: rows, classes: classes,
                samples: samples)
            : categorical(
                logits: logits.doubles.map(Float.init), rows: rows, classes: classes,
                samples: samples)
        return Tensor(drawn, shape: [rows, samples])
    }
}

extension [Float] {
    fileprivate var halves: [Float16] { map { Float16($0) } }
}

extension Tensor {
    /// Each element times `factor` plus `term`, every step rounded in the elements' type.
    func scaled(by factor: Double, plus term: Double) -> Tensor {
        switch dtype {
        case .float64: affine(Double(factor), Double(term))
        case .float16: affine(Float16(factor), Float16(term))
        default: affine(Float(factor), Float(term))
        }
    }

    /// Numbers of [0, 1) stretched to [low, high), every step rounded in the elements' type.
    func stretched(from low: Double, to high: Double) -> Tensor {
        switch dtype {
        case .float64: affine(high - low, low)
        case .float16: affine(Float16(high) - Float16(low), Float16(low))
        default: affine(Float(high) - Float(low), Float(low))
        }
    }

    private func affine<Real: BinaryFloatingPoint & TensorScalar>(
        _ factor: Real, _ term: Real
    ) -> Tensor {
        if factor == 1, term == 0 { return self }
        withUnsafeMutableBuffer(of: Real.self) { buffer in
            for index in buffer.indices { buffer[index] = buffer[index] * factor + term }
        }
        return self
    }
}
