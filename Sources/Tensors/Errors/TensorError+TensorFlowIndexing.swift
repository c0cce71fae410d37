extension TensorError {
    var indexingText: KernelText {
        switch self {
        case .axisOutOfRange(let operation, let axis, let rank):
            return Self.axisText(operation, axis, rank)
        case .repeatedAxis(let operation, let axis):
            return KernelText(
                operation,
                "Invalid reduction arguments: Axes contains duplicate dimension: \(axis)",
                showsName: false)
        case .indexOutOfRange(let index, let axis, let length):
            return KernelText(
                "StridedSlice",
                "slice index \(index < 0 ? index + length : index) of dimension \(axis) out of bounds."
            )
        case .tooManyIndices(_, let rank):
            return KernelText(
                "StridedSlice",
                rank == 0
                    ? "Attempting to slice scalar input."
                    : "Index out of range using input dim \(rank); input has only \(rank) dims")
        case .indexShapes(let shapes):
            return KernelText(
                "GatherNd",
                "Incompatible shapes: " + shapes.map(\.bracketed).joined(separator: " vs. "))
        case .maskedAssignment(let values, let chosen):
            return KernelText(
                "TensorScatterUpdate",
                "Incompatible shapes: [\(values)] vs. [\(chosen)]")
        case .lookupOutOfRange(let operation, let index, let position, let length):
            let place =
                position.isEmpty ? "" : "[\(position.map(String.init).joined(separator: ","))]"
            return KernelText(
                operation, "indices\(place) = \(index) is not in [0, \(length))")
        case .coordinateOutOfRange(let operation, let index, let position, let shape):
            return Self.coordinateText(operation, index, position, shape)
        case .sliceSize(let axis, let size, let available):
            return KernelText(
                "Slice", "Expected size[\(axis)] in [0, \(available)], but got \(size)",
                showsName: false)
        case .negativeLength("OneHot", let length):
            return KernelText(
                "OneHot", "depth must be non-negative, got: \(length)", showsName: false)
        case .negativeLength(let operation, let length):
            return KernelText(operation, "Dimension \(length) must be >= 0")
        case .range(let start, let limit, let step):
            let zero = Double(step) == 0
            let sign = step.hasPrefix("-") ? ("<", ">=") : (">", "<=")
            return KernelText(
                "Range",
                zero
                    ? "Requires delta != 0: \(step)"
                    : "Requires start \(sign.1) limit when delta \(sign.0) 0: \(start)/\(limit)")
        case .invalidArgument(let operation, let text): return KernelText(operation, text)
        default: return KernelText("Unknown", String(describing: self))
        }
    }

    private static func axisText(_ operation: String, _ axis: Int, _ rank: Int) -> KernelText {
        switch operation {
        case "ExpandDims":
            KernelText(
                operation, "Tried to expand dim index \(axis) for tensor with \(rank) dimensions.")
        case "Squeeze":
            KernelText(
                operation, "Tried to squeeze dim index \(axis) for tensor with \(rank) dimensions.")
        case "Split", "SplitV":
            KernelText(
                operation,
                "-input rank(\(-rank)) <= split_dim < input rank (\(rank)), but got \(axis)",
                variant: "_num_split_2")
        case "ConcatV2":
            KernelText(
                operation,
                "ConcatOp : Expected concatenating dimensions in the range [\(-rank), \(rank)), "
                    + "but got \(axis)",
                variant: "_N_2")
        case "ArgMax", "ArgMin":
            KernelText(
                operation, "Expected dimension in the range [\(-rank), \(rank)), but got \(axis)")
        case "Cumsum", "Cumprod":
            KernelText(
                operation,
                "ScanOp: Expected scan axis in the range [\(-rank), \(rank)), but got \(axis)")
        case "Roll": KernelText(operation, "axis \(axis) is out of range")
        case "ReverseV2":
            KernelText(
                operation, "'axis'[0] = \(axis) is out of valid range [0, \(rank - 1)",
                showsName: false)
        case "GatherV2":
            KernelText(
                operation, "Shape must be at least rank \(axis + 1) but is rank \(rank)",
                showsName: false)
        default:
            KernelText(
                operation,
                "Invalid reduction dimension (\(axis) for input with \(rank) dimension(s)")
        }
    }

    private static func coordinateText(
        _ operation: String, _ index: [Int], _ position: [Int], _ shape: Shape
    ) -> KernelText {
        let place = position.map(String.init).joined(separator: ",")
        let separator = operation == "GatherNd" ? ", " : ","
        let listed = index.map(String.init).joined(separator: separator)
        let target = operation == "GatherNd" ? "param shape" : "shape"
        let node = operation == "GatherNd" ? ", node name: GatherNd" : ""
        return KernelText(
            operation,
            "indices[\(place)] = [\(listed)] does not index into \(target) \(shape.bracketed)\(node)",
            showsName: false)
    }
}
