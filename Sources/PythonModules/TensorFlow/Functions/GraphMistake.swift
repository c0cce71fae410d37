import Tensors

/// A mistake that TensorFlow finds while it traces a function, before anything is computed.
struct GraphMistake {
    private let error: TensorError
    private let name: String
    private let inputs: [Tracing.Symbol]

    init(_ error: TensorError, name: String, inputs: [Tracing.Symbol]) {
        self.error = error
        self.name = name
        self.inputs = inputs
    }

    /// The mistake in the words of a graph; unchanged where there are no others.
    var rewritten: any Error {
        switch error {
        case .notBroadcastable(let operation, let shapes) where shapes.count == 2:
            return unequal(operation, shapes)
        case .matrixSizes(let operation, let a, let b, let transposed):
            return unequalProduct(operation, a, b, transposed)
        case .matrixRank(_, let position, let shape) where inputs.count == 2:
            guard inputs.indices.contains(position) else { return error }
            return value(
                "Shape must be rank 2 but is rank \(shape.rank) for "
                    + node("MatMul", Self.productAttributes([false, false])))
        case .typeMismatch(let operation, let position, let expected, let found)
        where position == 1:
            let names = operation == "MatMul" ? ("a", "b") : ("x", "y")
            return FaceError(
                "TypeError",
                "Input '\(names.1)' of '\(operation)' Op has type \(found.name) that does not match type \(expected.name) of argument '\(names.0)'."
            )
        case .concatenation(let axis, let first, let second, _, let count):
            return unequalParts(axis, first, second, count)
        case .reshape(let count, let shape): return unfit(count, shape)
        default: return error
        }
    }

    private func value(_ text: String) -> FaceError { FaceError("ValueError", text) }

    private func unequal(_ operation: String, _ shapes: [Shape]) -> any Error {
        let rank = max(shapes[0].rank, shapes[1].rank)
        func lengths(_ shape: Shape) -> [Int] {
            Array(repeating: 1, count: rank - shape.rank) + shape.dimensions
        }
        let pairs = zip(lengths(shapes[0]), lengths(shapes[1]))
        guard let pair = pairs.first(where: { $0 != $1 && $0 != 1 && $1 != 1 }) else {
            return error
        }
        return value(
            "Dimensions must be equal, but are \(pair.0) and \(pair.1) for "
                + node(operation, "", shapes: shapes))
    }

    private func unequalProduct(
        _ operation: String, _ a: Shape, _ b: Shape, _ transposed: [Bool]
    ) -> any Error {
        guard a.rank > 1, b.rank > 1, transposed.count == 2 else { return error }
        let inner = (
            a[transposed[0] ? a.rank - 2 : a.rank - 1], b[transposed[1] ? b.rank - 1 : b.rank - 2]
        )
        let attributes =
            a.rank > 2 || b.rank > 2
            ? ", adj_x=\(transposed[0]), adj_y=\(transposed[1])"
            : Self.productAttributes(transposed)
        return value(
            "Dimensions must be equal, but are \(inner.0) and \(inner.1) for "
                + node(operation, attributes, shapes: [a, b]))
    }

    private static func productAttributes(_ transposed: [Bool]) -> String {
        ", transpose_a=\(transposed[0]), transpose_b=\(transposed[1])"
    }

    private func unequalParts(_ axis: Int, _ first: Shape, _ second: Shape, _ count: Int)
        -> any Error
    {
        guard inputs.count == count, first.rank == second.rank else { return error }
        func rest(_ shape: Shape) -> [Int] {
            shape.dimensions.enumerated().filter { $0.offset != axis }.map(\.element)
        }
        let (a, b) = (rest(first), rest(second))
        guard let place = a.indices.first(where: { a[$0] != b[$0] }) else { return error }
        let names = inputs.map(\.inputName) + [name + "/axis"]
        let shapes = inputs.map { Self.text($0.shape) } + ["[]"]
        return value(
            "Dimension \(place) in both shapes must be equal, but are \(a[place]) and \(b[place]). Shapes are \(Self.text(a)) and \(Self.text(b)). for '{{node \(name)}} = ConcatV2[N=\(count), T=\(type), Tidx=DT_INT32](\(names.joined(separator: ", ")))' with input shapes: \(shapes.joined(separator: ", ")) and with computed input tensors: input[\(count)] = <\(axis)>."
        )
    }

    private func unfit(_ count: Int, _ shape: Shape) -> any Error {
        guard let input = inputs.first, !shape.dimensions.contains(-1) else { return error }
        return value(
            "Cannot reshape a tensor with \(count) elements to shape \(Self.text(shape.dimensions)) (\(shape.count) elements) for '{{node \(name)}} = Reshape[T=\(type), Tshape=DT_INT32](\(input.inputName), \(name)/shape)' with input shapes: \(Self.text(input.shape)), [\(shape.rank)] and with input tensors computed as partial shapes: input[1] = \(Self.text(shape.dimensions))."
        )
    }

    /// `'{{node add}} = AddV2[T=DT_FLOAT](a, b)' with input shapes: [2,3], [2,4].`
    private func node(_ operation: String, _ attributes: String, shapes: [Shape] = []) -> String {
        let named = inputs.map(\.inputName)
        let shown =
            inputs.count == shapes.count || shapes.isEmpty
            ? inputs.map { Self.text($0.shape) } : shapes.map { Self.text($0.dimensions) }
        let names =
            named.count == 2
            ? named : named.count == 1 ? [named[0], name + "/y"] : [name + "/x", name + "/y"]
        return
            "'{{node \(name)}} = \(operation)[T=\(type)\(attributes)](\(names.joined(separator: ", ")))' with input shapes: \(shown.joined(separator: ", "))."
    }

    /// The type of the inputs as graphs tell it: `DT_FLOAT`.
    private var type: String { "DT_" + (inputs.first?.tensor.dtype.cName ?? "float").uppercased() }

    /// `[2,3]`; an open length is `?`.
    private static func text(_ lengths: [Int?]) -> String {
        "[" + lengths.map { $0.map(String.init) ?? "?" }.joined(separator: ",") + "]"
    }
}
