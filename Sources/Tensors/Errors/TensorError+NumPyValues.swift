extension TensorError {
    /// What NumPy's `ValueError` says.
    var numPyText: String {
        switch self {
        case .ragged(let outer):
            return "setting an array element with a sequence. The requested array has an "
                + "inhomogeneous shape after \(outer.rank) dimensions. The detected shape was "
                + "\(outer) + inhomogeneous part."
        case .notBroadcastable(_, let shapes):
            return "operands could not be broadcast together with shapes "
                + shapes.map { $0.compact + " " }.joined()
        case .notStretchable(let shape, let target):
            return "operands could not be broadcast together with remapped shapes "
                + "[original->remapped]: \(shape.compact)  and requested shape \(target.compact)"
        case .notAssignable(let shape, let target):
            return "could not broadcast input array from shape \(shape.compact) into shape "
                + target.compact
        case .matrixSizes(let operation, let a, let b, _):
            return Self.alignment(operation, a, b)
        case .matrixRank(_, let position, let shape):
            return "matmul: Input operand \(position) does not have enough dimensions (has "
                + "\(shape.rank), gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)"
        case .matrixBatches(_, let a, let b): return Self.batches(a, b)
        case .reshape(let count, let shape):
            if shape.dimensions.filter({ $0 == -1 }).count > 1 {
                return "can only specify one unknown dimension"
            }
            return "cannot reshape array of size \(count) into shape \(Self.openShape(shape))"
        case .repeatedAxis("Transpose", _), .permutation: return "repeated axis in transpose"
        case .repeatedAxis: return "duplicate value in 'axis'"
        case .permutationLength: return "axes don't match array"
        case .stacking: return "all input arrays must have the same shape"
        case .squeeze:
            return "cannot select an axis to squeeze out which has size not equal to one"
        case .unevenSplit: return "array split does not result in an equal division"
        case .emptyReduction(let operation, _, _): return Self.emptiness(operation)
        case .negativePower: return "Integers to negative integer powers are not allowed."
        case .negativeLength: return "negative dimensions are not allowed"
        case .repeats(let given, let length):
            return "operands could not be broadcast together with shape (\(length),) (\(given),)"
        case .maskedAssignment(let values, let chosen):
            return
                "NumPy boolean array indexing assignment cannot assign \(values) input values to "
                + "the \(chosen) output values where the mask is true"
        default: return numPyJoiningText
        }
    }

    private var numPyJoiningText: String {
        switch self {
        case .concatenation(let axis, let a, let b, let position, _):
            let other = Self.differingAxis(a, b, besides: axis)
            return "all the input array dimensions except for the concatenation axis must match "
                + "exactly, but along dimension \(other), the array at index 0 has size "
                + "\(a[other]) and the array at index \(position) has size \(b[other])"
        case .concatenationRank(let a, let b, let position, _):
            return "all the input arrays must have same number of dimensions, but the array at "
                + "index 0 has \(a.rank) dimension(s) and the array at index \(position) has "
                + "\(b.rank) dimension(s)"
        case .concatenatedScalars: return "zero-dimensional arrays cannot be concatenated"
        case .nothingTo(let verb):
            return "need at least one array to \(verb == "concat" ? "concatenate" : verb)"
        case .equation, .matrixBatches: return "operands could not be broadcast together"
        case .malformedEquation(let text): return text
        case .rank(_, let needed, let shape):
            return "\(shape.rank)-dimensional array given. Array must be at least "
                + "\(needed)-dimensional"
        case .invalidArgument(_, let text): return text
        default: return tensorFlow.message
        }
    }

    private static func alignment(_ operation: String, _ a: Shape, _ b: Shape) -> String {
        let core = max(b.rank - 2, 0)
        if operation == "dot" {
            return "shapes \(a.compact) and \(b.compact) not aligned: \(a.innermost) "
                + "(dim \(a.rank - 1)) != \(b[core]) (dim \(core))"
        }
        return "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
            + "signature (n?,k),(k,m?)->(n?,m?) (size \(b[core]) is different from \(a.innermost))"
    }

    private static func batches(_ a: Shape, _ b: Shape) -> String {
        func remapped(_ shape: Shape) -> String {
            let lead = shape.dimensions.dropLast(2).map { "\($0)," }.joined()
            return "\(shape.compact)->(\(lead)newaxis,newaxis)"
        }
        return "operands could not be broadcast together with remapped shapes "
            + "[original->remapped]: \(remapped(a)) \(remapped(b))  and requested shape "
            + "(\(a[a.rank - 2]),\(b.innermost))"
    }

    /// A shape with an open length loses its one-element comma: `(4)`.
    private static func openShape(_ shape: Shape) -> String {
        guard shape.dimensions.contains(-1) else { return shape.compact }
        return "("
            + shape.dimensions.drop { $0 == -1 }.map { $0 == -1 ? "newaxis" : String($0) }
            .joined(separator: ",") + ")"
    }

    private static func emptiness(_ operation: String) -> String {
        switch operation {
        case "ArgMax": "attempt to get argmax of an empty sequence"
        case "ArgMin": "attempt to get argmin of an empty sequence"
        case "Max": "zero-size array to reduction operation maximum which has no identity"
        case "Min": "zero-size array to reduction operation minimum which has no identity"
        default: "zero-size array to reduction operation \(operation) which has no identity"
        }
    }
}
