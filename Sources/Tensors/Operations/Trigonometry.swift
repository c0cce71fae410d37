import CKernels

extension UnaryOperation {
    /// The sine.
    package static let sin: Self = Self(
        "Sin", kernel: LoopTable(kernel_sin_f32, kernel_sin_f64)
    ) { x, _ in { try $0 * cos(x) } }

    /// The cosine.
    package static let cos: Self = Self(
        "Cos", kernel: LoopTable(kernel_cos_f32, kernel_cos_f64)
    ) { x, _ in { try -$0 * sin(x) } }

    /// The tangent.
    package static let tan: Self = Self(
        "Tan", kernel: LoopTable(kernel_tan_f32, kernel_tan_f64)
    ) { x, _ in { try square(reciprocal(cos(x))) * $0 } }

    /// The inverse sine.
    package static let asin: Self = Self(
        "Asin", kernel: LoopTable(kernel_asin_f32, kernel_asin_f64)
    ) { x, _ in { try $0 * reciprocal(squareRoot(1 - square(x))) } }

    /// The inverse cosine.
    package static let acos: Self = Self(
        "Acos", kernel: LoopTable(kernel_acos_f32, kernel_acos_f64)
    ) { x, _ in { try -$0 * reciprocal(squareRoot(1 - square(x))) } }

    /// The inverse tangent.
    package static let atan: Self = Self(
        "Atan", kernel: LoopTable(kernel_atan_f32, kernel_atan_f64)
    ) { x, _ in { try $0 * reciprocal(1 + square(x)) } }

    /// The hyperbolic sine.
    package static let sinh: Self = Self(
        "Sinh", kernel: LoopTable(kernel_sinh_f32, kernel_sinh_f64)
    ) { x, _ in { try $0 * cosh(x) } }

    /// The hyperbolic cosine.
    package static let cosh: Self = Self(
        "Cosh", kernel: LoopTable(kernel_cosh_f32, kernel_cosh_f64)
    ) { x, _ in { try $0 * sinh(x) } }

    /// The inverse hyperbolic sine.
    package static let asinh: Self = Self(
        "Asinh", kernel: LoopTable(kernel_asinh_f32, kernel_asinh_f64)
    ) { _, y in { try $0 / cosh(y) } }

    /// The inverse hyperbolic cosine.
    package static let acosh: Self = Self(
        "Acosh", kernel: LoopTable(kernel_acosh_f32, kernel_acosh_f64)
    ) { _, y in { try $0 / sinh(y) } }

    /// The inverse hyperbolic tangent.
    package static let atanh: Self = Self(
        "Atanh", kernel: LoopTable(kernel_atanh_f32, kernel_atanh_f64)
    ) { x, _ in { try $0 * reciprocal(1 - square(x)) } }

    /// The error function.
    package static let erf: Self = Self(
        "Erf", kernel: LoopTable(kernel_erf_f32, kernel_erf_f64)
    ) { x, _ in { try $0 * Constant.twoOverRootPi * exp(-square(x)) } }

    /// 1 - erf(x).
    package static let erfc: Self = Self(
        "Erfc", kernel: LoopTable(kernel_erfc_f32, kernel_erfc_f64)
    ) { x, _ in { try $0 * -Constant.twoOverRootPi * exp(-square(x)) } }

    /// The logarithm of |Γ(x)|.
    package static let lgamma: Self = Self(
        "Lgamma", kernel: LoopTable(kernel_lgamma_f32, kernel_lgamma_f64)
    ) { x, _ in { try $0 * digamma(x) } }
}

extension BinaryOperation {
    /// The angle of the point (b, a).
    package static let arcTangent: Self = Self(
        stretching: BinaryKernel(
            name: "Atan2", loops: LoopTable(kernel_arc_tangent_f32, kernel_arc_tangent_f64)),
        left: { a, b, _ in { try b * ($0 / (UnaryOperation.square(a) + UnaryOperation.square(b))) }
        },
        right: { a, b, _ in
            { try -a * ($0 / (UnaryOperation.square(a) + UnaryOperation.square(b))) }
        })

    /// √(a² + b²) without overflow.
    package static let hypotenuse: Self = Self(
        stretching: BinaryKernel(
            name: "Hypot", loops: LoopTable(kernel_hypotenuse_f32, kernel_hypotenuse_f64)),
        left: { a, _, y in { try $0 * (a / y) } },
        right: { _, b, y in { try $0 * (b / y) } })
}
