import CKernels

extension UnaryOperation {
    /// The hyperbolic tangent.
    package static let tanh: Self = Self(
        "Tanh", kernel: LoopTable(kernel_tanh_f32, kernel_tanh_f64)
    ) { _, y in { try BinaryOperation.tanhGradient(y, $0) } }

    /// The hyperbolic tangent as it is computed on the results of a matrix product before they are stored.
    package static let fusedTanh: Self = Self(
        "Tanh", kernel: LoopTable(kernel_fused_tanh_f32, kernel_tanh_f64)
    ) { _, y in { try BinaryOperation.tanhGradient(y, $0) } }

    /// 1 / (1 + e⁻ˣ).
    package static let sigmoid: Self = Self(
        "Sigmoid", kernel: LoopTable(kernel_sigmoid_f32, kernel_sigmoid_f64)
    ) { _, y in { try BinaryOperation.sigmoidGradient(y, $0) } }

    /// The sigmoid as it is computed on the results of a matrix product before they are stored.
    package static let fusedSigmoid: Self = Self(
        "Sigmoid", kernel: LoopTable(kernel_fused_sigmoid_f32, kernel_sigmoid_f64)
    ) { _, y in { try BinaryOperation.sigmoidGradient(y, $0) } }

    /// x where it is positive, else 0.
    package static let relu: Self = Self(
        "Relu", kernel: LoopTable(kernel_relu_f32, kernel_relu_f64).withIntegers(Positive.self)
    ) { _, y in { try BinaryOperation.reluGradient(y, $0) } }

    /// log(1 + eˣ).
    package static let softplus: Self = Self(
        "Softplus", kernel: LoopTable(kernel_softplus_f32, kernel_softplus_f64)
    ) { x, _ in { try $0 * sigmoid(x) } }

    /// x / (1 + |x|).
    package static let softsign: Self = Self(
        "Softsign", kernel: LoopTable(kernel_softsign_f32, kernel_softsign_f64)
    ) { x, _ in { try $0 / square(1 + absolute(x)) } }

    /// x where it is positive, else eˣ - 1.
    package static let elu: Self = Self(
        "Elu", kernel: LoopTable(kernel_elu_f32, kernel_elu_f64)
    ) { _, y in { try BinaryOperation.eluGradient(y, $0) } }

    /// x · σ(x).
    static let swish: Self = Self(
        "Swish", { try $0 * sigmoid($0) },
        pullback: { x, _ in
            { upstream in
                let share = try sigmoid(x)
                return try upstream * (share * (1 + x * (1 - share)))
            }
        })

    /// The self-normalising unit: the scaled elu whose outputs keep mean 0 and variance 1.
    package static let selu: Self = Self(
        "Selu", kernel: LoopTable(kernel_selu_f32, kernel_selu_f64)
    ) { _, y in
        { upstream in
            let (scale, scaleAlpha) = (1.0507009873554804934193, 1.7580993408473768599402)
            let below = try ComparisonOperation.less(y, y.number(0))
            return try Tensor.select(below, upstream * (y + scaleAlpha), upstream * scale)
        }
    }

    /// x where it is positive, else `slope`·x.
    package static func leakyRelu(slope: Double) -> UnaryOperation {
        UnaryOperation(
            "LeakyRelu",
            { x in
                let positive = try ComparisonOperation.greater(x, x.number(0))
                return try Tensor.select(positive, x, x * slope)
            },
            pullback: { x, _ in
                { upstream in
                    let positive = try ComparisonOperation.greater(x, x.number(0))
                    return try Tensor.select(positive, upstream, upstream * slope)
                }
            })
    }
}

private enum Positive: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x > 0 ? x : 0 }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> { x }
}

extension BinaryOperation {
    /// The gradient of tanh from its result and the upstream gradient.
    package static let tanhGradient: Self = Self(
        stretching: BinaryKernel(
            name: "TanhGrad",
            loops: LoopTable(kernel_tanh_gradient_f32, kernel_tanh_gradient_f64)),
        left: { y, dy, _ in { try $0 * -2 * dy * y } },
        right: { y, _, _ in { try tanhGradient(y, $0) } })

    /// The gradient of the sigmoid from its result and the upstream gradient.
    package static let sigmoidGradient: Self = Self(
        stretching: BinaryKernel(
            name: "SigmoidGrad",
            loops: LoopTable(kernel_sigmoid_gradient_f32, kernel_sigmoid_gradient_f64)),
        left: { y, dy, _ in
            { upstream in
                let product = try upstream * dy
                return try product - 2 * product * y
            }
        },
        right: { y, _, _ in { try sigmoidGradient(y, $0) } })

    /// The gradient of relu from its result and the upstream gradient.
    package static let reluGradient: Self = Self(
        stretching: BinaryKernel(
            name: "ReluGrad",
            loops: LoopTable(kernel_relu_gradient_f32, kernel_relu_gradient_f64)),
        left: { y, _, _ in { _ in Tensor(zeros: y.shape, y.dtype) } },
        right: { y, _, _ in { try reluGradient(y, $0) } })

    /// The gradient of elu from its result and the upstream gradient.
    static let eluGradient: Self = Self(
        stretching: BinaryKernel(
            name: "EluGrad",
            loops: LoopTable(kernel_elu_gradient_f32, kernel_elu_gradient_f64)),
        left: { y, dy, _ in
            { upstream in
                let below = try ComparisonOperation.less(y, y.number(0))
                return try Tensor.select(below, upstream * dy, y.number(0))
            }
        },
        right: { y, _, _ in { try eluGradient(y, $0) } })
}

extension Tensor {
    /// x · sigmoid(x).
    package func swish() throws -> Tensor { try UnaryOperation.swish(self) }

    /// The Gaussian error unit: x · P(X ≤ x), or its approximation by tanh.
    ///
    /// Graphs divide by a constant by multiplying with its reciprocal.
    package func gelu(approximate: Bool = false, inGraph: Bool = false) throws -> Tensor {
        if approximate {
            let cubic = try self + 0.044715 * BinaryOperation.power(self, number(3))
            return try 0.5 * self * (1 + UnaryOperation.tanh(0.7978845608028654 * cubic))
        }
        let scaled =
            inGraph
            ? try self * graphReciprocal(of: 1.4142135623730951) : try self / 1.4142135623730951
        return try 0.5 * self * (1 + UnaryOperation.erf(scaled))
    }

    /// 1 / x as a graph computes it before it runs, in the type of this tensor.
    private func graphReciprocal(of x: Double) -> Double {
        dtype == .float32 ? Double(1 / Float(x)) : 1 / x
    }

    /// 0.2·x + 0.5, cut to 0…1.
    package func hardSigmoid() throws -> Tensor {
        try (0.2 * self + 0.5).clipped(to: number(0), number(1))
    }
}
