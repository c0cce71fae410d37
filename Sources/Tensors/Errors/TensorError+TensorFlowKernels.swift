extension TensorError {
    /// What the failing kernel says.
    var kernelText: KernelText {
        switch self {
        case .matrixSizes, .matrixBatches, .matrixRank, .notBroadcastable, .notStretchable,
            .notAssignable, .divisionByZero, .notSquare, .singular, .rank, .equation,
            .negativePower,
            .malformedEquation, .label, .emptyReduction, .topK:
            arithmeticText
        case .reshape, .concatenation, .concatenationRank, .concatenatedScalars, .stacking,
            .squeeze,
            .unevenSplit, .splitSizes, .permutation, .permutationLength, .multiples, .paddings:
            shapingText
        default: indexingText
        }
    }

    private var arithmeticText: KernelText {
        switch self {
        case .matrixSizes(let operation, let a, let b, let transposed):
            let flags = transposed.map { $0 ? " 1" : " 0" }.joined()
            return KernelText(
                operation,
                "Matrix size-incompatible: In[0]: \(a.bracketed), In[1]: \(b.bracketed)"
                    + (operation == "MatMul" ? "" : flags))
        case .matrixBatches(let operation, let a, let b):
            return KernelText(
                operation,
                "In[0] and In[1] must have compatible batch dimensions: "
                    + "\(a.bracketed) vs. \(b.bracketed)")
        case .matrixRank(let operation, let position, _):
            return KernelText(operation, "In[\(position)] ndims must be >= 2")
        case .notBroadcastable("AddN", let shapes):
            return KernelText(
                "AddN",
                "Inputs to operation AddN of type AddN must have the same size and shape.  "
                    + "Input 0: \(shapes[0].bracketed) != input 1: \(shapes[1].bracketed)",
                variant: "_N_\(shapes.count)")
        case .notBroadcastable(let operation, let shapes) where shapes.count == 3:
            let texts = shapes.map(\.bracketed)
            return KernelText(
                operation,
                "condition \(texts[0]), then \(texts[1]), and else \(texts[2]) must be broadcastable"
            )
        case .notBroadcastable(let operation, let shapes):
            return KernelText(
                operation,
                "Incompatible shapes: " + shapes.map(\.bracketed).joined(separator: " vs. "))
        case .notStretchable(let a, let b), .notAssignable(let a, let b):
            return KernelText(
                "BroadcastTo", "Incompatible shapes: \(a.bracketed) vs. \(b.bracketed)",
                showsName: false)
        case .divisionByZero(let operation):
            return KernelText(operation, "Integer division by zero")
        case .notSquare(let operation, let shape):
            return KernelText(
                operation, "Input matrix must be square, got shape \(shape.bracketed)")
        case .singular(let operation): return KernelText(operation, "Input is not invertible.")
        case .rank("MatrixDiagV3", _, let shape):
            return KernelText(
                "MatrixDiagV3",
                "diagonal must be at least 1-dim, received shape: \(shape.bracketed)")
        case .rank(let operation, let needed, let shape):
            return KernelText(
                operation, "Shape must be at least rank \(needed) but is rank \(shape.rank)",
                showsName: false)
        case .equation(let axis, let shape, let expected, let found):
            return KernelText(
                "Einsum",
                "Expected dimension \(expected) at axis \(axis) of the input shaped "
                    + "\(shape.bracketed) but got dimension \(found)",
                variant: "_N_2")
        case .malformedEquation(let text): return KernelText("Einsum", text, variant: "_N_2")
        case .label(let label, let classes, let labels):
            return KernelText(
                "SparseSoftmaxCrossEntropyWithLogits",
                "Received a label value of \(label) which is outside the valid range of "
                    + "[0, \(classes)).  Label values: "
                    + labels.map(String.init).joined(separator: " "))
        case .emptyReduction(let operation, let axis, let shape):
            return KernelText(
                operation, "Reduction axis \(axis ?? 0) is empty in shape \(shape.bracketed)")
        case .topK(let k, let length):
            return KernelText(
                "TopKV2", "input must have at least k columns. Had \(length), needed \(k)")
        case .negativePower:
            return KernelText("Pow", "Integers to negative integer powers are not allowed")
        default: return indexingText
        }
    }
}
