import CKernels

/// Steps of optimizers as one pass over the memory of a variable and its slots, all of one floating type.
package enum OptimizerPass {
    /// Whether the passes know the type.
    package static func knows(_ dtype: DType) -> Bool { dtype == .float32 || dtype == .float64 }

    /// Gradient descent with momentum.
    package static func momentum(
        _ variable: Variable, _ momenta: Variable, gradient: Tensor, rate: Double,
        momentum: Double, isNesterov: Bool
    ) {
        let gradient = gradient.contiguous()
        variable.update { w in
            momenta.update { m in
                flushingDenormals(of: w.dtype) {
                    if w.dtype == .float32 {
                        kernel_momentum_step_f32(
                            w.count, w.pointer(), m.pointer(), gradient.pointer(), Float(rate),
                            Float(momentum), isNesterov ? 1 : 0)
                    } else {
                        kernel_momentum_step_f64(
                            w.count, w.pointer(), m.pointer(), gradient.pointer(), rate,
                            momentum, isNesterov ? 1 : 0)
                    }
                }
            }
        }
    }

    /// Adam, whose step size `alpha` holds the correction for the first steps.
    package static func adam(
        _ variable: Variable, _ means: Variable, _ squares: Variable, gradient: Tensor,
        alpha: Double, meanShare: Double, squareShare: Double, epsilon: Double
    ) {
        let gradient = gradient.contiguous()
        variable.update { w in
            means.update { m in
                squares.update { v in
                    flushingDenormals(of: w.dtype) {
                        if w.dtype == .float32 {
                            kernel_adam_step_f32(
                                w.count, w.pointer(), m.pointer(), v.pointer(),
                                gradient.pointer(), Float(alpha), Float(meanShare),
                                Float(squareShare), Float(epsilon))
                        } else {
                            kernel_adam_step_f64(
                                w.count, w.pointer(), m.pointer(), v.pointer(),
                                gradient.pointer(), alpha, meanShare, squareShare, epsilon)
                        }
                    }
                }
            }
        }
    }

    /// The order of a product of a rate, a gradient and a reciprocal root.
    package enum ProductOrder: Int32 {
        case asWritten, gradientLast, rateLast
    }

    /// RMSprop without momentum.
    package static func rmsprop(
        _ variable: Variable, _ squares: Variable, gradient: Tensor, rate: Double, rho: Double,
        epsilon: Double, order: ProductOrder
    ) {
        let gradient = gradient.contiguous()
        variable.update { w in
            squares.update { v in
                flushingDenormals(of: w.dtype) {
                    if w.dtype == .float32 {
                        kernel_rmsprop_step_f32(
                            w.count, w.pointer(), v.pointer(), gradient.pointer(), Float(rate),
                            Float(rho), Float(1 - rho), Float(epsilon), order.rawValue)
                    } else {
                        kernel_rmsprop_step_f64(
                            w.count, w.pointer(), v.pointer(), gradient.pointer(), rate, rho,
                            1 - rho, epsilon, order.rawValue)
                    }
                }
            }
        }
    }
}
