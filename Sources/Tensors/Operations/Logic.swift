extension Tensor {
    /// Whether each element is true: not zero, not empty. Truth values stay as they are.
    package func truth() -> Tensor {
        dtype == .bool ? self : dtype.accept(Truth(tensor: self))
    }

    /// Whether both are true.
    package func and(_ other: Tensor) throws -> Tensor {
        try Tensor.logicalAnd(truth(), other.truth())
    }

    /// Whether one is true at least.
    package func or(_ other: Tensor) throws -> Tensor {
        try Tensor.logicalOr(truth(), other.truth())
    }

    /// Whether exactly one is true.
    package func xor(_ other: Tensor) throws -> Tensor {
        try ComparisonOperation.notEqual(truth(), other.truth())
    }

    /// Whether each element is false.
    package func not() throws -> Tensor {
        truth().mapped(from: Bool.self, to: Bool.self) { !$0 }
    }

    /// Whether each element is not a number.
    package func isNaN() -> Tensor { floatTest { $0.isNaN } }

    /// Whether each element is infinite.
    package func isInfinite() -> Tensor { floatTest { $0.isInfinite } }

    /// Whether each element is neither infinite nor not-a-number.
    package func isFinite() -> Tensor { floatTest { $0.isFinite } }

    private static let logicalAnd = BinaryKernel(
        name: "LogicalAnd", loops: LoopTable<BinaryLoop>().withTruth { $0 && $1 })
    private static let logicalOr = BinaryKernel(
        name: "LogicalOr", loops: LoopTable<BinaryLoop>().withTruth { $0 || $1 })

    private func floatTest(_ test: (Double) -> Bool) -> Tensor {
        switch dtype {
        case .float32: mapped(from: Float.self, to: Bool.self) { test(Double($0)) }
        case .float64: mapped(from: Double.self, to: Bool.self, test)
        case .float16: mapped(from: Float16.self, to: Bool.self) { test(Double($0)) }
        case .complex64, .complex128:
            Tensor(
                scalars.map { element in
                    let number = element.complex
                    return test(number.real + number.imaginary)
                }, shape: shape)
        default: Tensor(repeating: test(0), shape: shape)
        }
    }

    /// A tensor of `formula` of each element, whose type is known.
    func mapped<A: TensorScalar, R: TensorScalar>(
        from: A.Type = A.self, to: R.Type = R.self, _ formula: (A) throws -> R
    ) rethrows -> Tensor {
        try withUnsafeBuffer(of: A.self) { source in
            try Tensor(shape: shape, of: R.self) { target in
                for i in source.indices { target[i] = try formula(source[i]) }
            }
        }
    }
}

/// The truth of each element.
private struct Truth: ElementVisitor {
    let tensor: Tensor

    func visit<T: TensorScalar>(_ type: T.Type) -> Tensor {
        let zero = T.zero
        return tensor.mapped(from: T.self, to: Bool.self) { $0 != zero }
    }
}
