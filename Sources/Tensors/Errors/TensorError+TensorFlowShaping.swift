extension TensorError {
    var shapingText: KernelText {
        switch self {
        case .reshape(let count, let shape): return Self.reshapeText(count, shape)
        case .concatenation(let axis, let a, let b, let position, let number):
            return KernelText(
                "ConcatV2",
                "ConcatOp : Dimension \(Self.differingAxis(a, b, besides: axis)) in both shapes "
                    + "must be equal: shape[0] = \(a.bracketed) vs. shape[\(position)] = "
                    + b.bracketed,
                variant: "_N_\(number)")
        case .concatenationRank(let a, let b, let position, let number):
            return KernelText(
                "ConcatV2",
                "ConcatOp : Ranks of all input tensors should match: shape[0] = \(a.bracketed) "
                    + "vs. shape[\(position)] = \(b.bracketed)",
                variant: "_N_\(number)")
        case .concatenatedScalars(let number):
            return KernelText(
                "ConcatV2", "ConcatOp : Can't concatenate scalars (use tf.stack instead)",
                variant: "_N_\(number)")
        case .stacking(let a, let b, let position, let number):
            return KernelText(
                "Pack",
                "Shapes of all inputs must match: values[0].shape = \(a.bracketed) != "
                    + "values[\(position)].shape = \(b.bracketed)",
                variant: "_N_\(number)")
        case .squeeze(let axis, let length):
            return KernelText(
                "Squeeze", "Can not squeeze dim[\(axis)], expected a dimension of 1, got \(length)")
        case .unevenSplit(let axis, let length, let parts):
            return KernelText(
                "Split",
                "Number of ways to split should evenly divide the split dimension, but got "
                    + "split_dim \(axis) (size = \(length)) and num_split \(parts)",
                variant: "_num_split_\(parts)")
        case .splitSizes(let sizes, _):
            return KernelText(
                "SplitV",
                "Determined shape must either match input shape along split_dim exactly if fully "
                    + "specified, or be less than the size of the input along split_dim if not "
                    + "fully specified.  Got: \(sizes.reduce(0, +))",
                variant: "_num_split_\(sizes.count)")
        default: return orderText
        }
    }

    private var orderText: KernelText {
        switch self {
        case .permutationLength(let given, let rank):
            return KernelText(
                "Transpose",
                "transpose expects a vector of size \(rank). But input(1) is a vector of size "
                    + "\(given)",
                showsName: false)
        case .permutation(let order, let missing):
            let bad = order.first { !order.indices.contains($0 < 0 ? $0 + order.count : $0) }
            let listed = order.map(String.init).joined(separator: ",")
            return KernelText(
                "Transpose",
                bad.map { "\($0) is out of range [0 .. \(order.count))" }
                    ?? "\(missing) is missing from {\(listed)}.",
                showsName: false)
        case .multiples(let given, let rank):
            return KernelText(
                "Tile",
                "Expected multiples argument to be a vector of length \(rank) but got length "
                    + "\(given)",
                showsName: false)
        case .paddings(let paddings, let shape):
            return KernelText(
                "Pad",
                "The first dimension of paddings must be the rank of inputs"
                    + "\(paddings.bracketed) \(shape.bracketed)",
                showsName: false)
        default: return indexingText
        }
    }

    private static func reshapeText(_ count: Int, _ shape: Shape) -> KernelText {
        let open = shape.dimensions.indices.filter { shape[$0] == -1 }
        let text: String
        if open.count > 1 {
            text = "Only one input size may be -1, not both \(open[0]) and \(open[1])"
        } else if let negative = shape.dimensions.firstIndex(where: { $0 < -1 }) {
            text = "Size \(negative) must be non-negative, not \(shape[negative])"
        } else {
            let known = Shape(shape.dimensions.filter { $0 != -1 }).count
            if known == .max {
                return KernelText(
                    "Reshape", "Shape \(shape.dimensions) has too many elements", showsName: false)
            }
            let wish = open.isEmpty || known == 0 ? "has" : "requires a multiple of"
            text =
                "Input to reshape is a tensor with \(count) values, but the requested shape "
                + "\(wish) \(known)"
        }
        return KernelText("Reshape", text, showsName: false)
    }

    /// The first axis besides `axis` on which two shapes of equal rank differ.
    static func differingAxis(_ a: Shape, _ b: Shape, besides axis: Int) -> Int {
        a.dimensions.indices.first { $0 != axis && a[$0] != b[$0] } ?? 0
    }
}
