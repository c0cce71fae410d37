/// An operation with operands on which its derivative can be tried.
///
/// Each file of operations lists its own; what is on a list is checked against finite differences.
package struct DerivativeExample: Sendable {
    /// What is tried.
    package let name: String
    /// The shapes of the operands.
    package let shapes: [Shape]
    /// Where the operands' elements lie; kinks and poles lie outside.
    package let range: ClosedRange<Double>
    /// The result, of any shape, of double-precision operands.
    package let apply: @Sendable ([Tensor]) throws -> Tensor

    init(
        _ name: String, _ shapes: [Shape], in range: ClosedRange<Double> = -2...2,
        _ apply: @escaping @Sendable ([Tensor]) throws -> Tensor
    ) {
        self.name = name
        self.shapes = shapes
        self.range = range
        self.apply = apply
    }

    /// A function of one tensor.
    static func unary(
        _ operation: UnaryOperation, _ shape: Shape = [2, 3], in range: ClosedRange<Double> = -2...2
    ) -> Self {
        Self(operation.name, [shape], in: range) { try operation($0[0]) }
    }

    /// A function of two tensors, the second one stretched to the first.
    static func binary(
        _ operation: BinaryOperation, in range: ClosedRange<Double> = 0.5...2
    ) -> Self {
        Self(operation.name, [[2, 3], [3]], in: range) { try operation($0[0], $0[1]) }
    }

    /// All examples.
    package static var all: [Self] {
        arithmetic + signs + powers + exponentials + trigonometry + activations + extremes + shaping
            + joining + indexing + reductions + products + contractions
    }

    static let arithmetic: [Self] = [
        .binary(.add), .binary(.subtract), .binary(.multiply), .binary(.divide),
        .binary(.squaredDifference), .binary(.floorRemainder, in: 0.8...0.9),
        .binary(.power), .binary(.arcTangent), .binary(.hypotenuse),
    ]

    static let signs: [Self] = [
        .unary(.negate), .unary(.absolute, in: 0.2...2), .unary(.square), .unary(.conjugate),
        .unary(.identity),
    ]

    static let powers: [Self] = [
        .unary(.squareRoot, in: 0.5...3), .unary(.reciprocalSquareRoot, in: 0.5...3),
        .unary(.cubeRoot, in: 0.5...3), .unary(.reciprocal, in: 0.5...3),
    ]

    static let exponentials: [Self] = [
        .unary(.exp), .unary(.exp2), .unary(.expm1), .unary(.log, in: 0.5...3),
        .unary(.log2, in: 0.5...3), .unary(.log10, in: 0.5...3), .unary(.log1p, in: 0.5...3),
    ]

    static let trigonometry: [Self] = [
        .unary(.sin), .unary(.cos), .unary(.tan, in: -1...1), .unary(.asin, in: -0.8...0.8),
        .unary(.acos, in: -0.8...0.8), .unary(.atan), .unary(.sinh), .unary(.cosh), .unary(.asinh),
        .unary(.acosh, in: 1.5...3), .unary(.atanh, in: -0.8...0.8), .unary(.erf), .unary(.erfc),
    ]

    static let activations: [Self] = [
        .unary(.tanh), .unary(.sigmoid), .unary(.relu, in: 0.1...2), .unary(.relu, in: -2 ... -0.1),
        .unary(.softplus), .unary(.softsign, in: 0.1...2), .unary(.elu, in: -2 ... -0.1),
        .unary(.elu, in: 0.1...2), .unary(.selu, in: -2 ... -0.1), .unary(.selu, in: 0.1...2),
        .unary(.leakyRelu(slope: 0.3), in: -2 ... -0.1),
        Self("swish", [[2, 3]]) { try $0[0].swish() },
        Self("gelu", [[2, 3]]) { try $0[0].gelu() },
        Self("gelu by tanh", [[2, 3]]) { try $0[0].gelu(approximate: true) },
        .unary(.softmax), .unary(.logSoftmax), .unary(.fusedTanh), .unary(.fusedSigmoid),
        .unary(.normalizeRows(epsilon: 1e-3)),
        Self("softmax axis 0", [[3, 2]]) { try $0[0].softmax(axis: 0) },
    ]

    static let extremes: [Self] = [
        .binary(.maximum), .binary(.minimum),
        Self("select", [[2, 3], [3]]) { operands in
            try Tensor.select(
                Tensor([true, false, true, false, false, true], shape: [2, 3]), operands[0],
                operands[1])
        },
        Self("clipped", [[2, 3]], in: 0.6...0.9) {
            try $0[0].clipped(to: $0[0].number(0.1), $0[0].number(0.95))
        },
    ]

    static let shaping: [Self] = [
        .unary(.reshape(to: [3, 2])), .unary(.transpose([1, 0])),
        .unary(.broadcast(to: [4, 2, 3])),
        .unary(.reverse(axes: [1])), .unary(.pad([[1, 0], [2, 1]], with: .float(0.5))),
        .unary(.diagonalPart(0)), .unary(.diagonalPart(1)), .unary(.diagonal(0)),
        .unary(.diagonal(-1)),
        Self("tiled", [[2, 3]]) { try $0[0].tiled([2, 2]) },
        Self("repeated", [[2, 3]]) { try $0[0].repeated([2, 0, 1], axis: 1) },
        Self("rolled", [[2, 3]]) { try $0[0].rolled(by: 1, axis: 1) },
        Self("reflected", [[2, 3]]) { try $0[0].padded([(1, 1), (0, 2)], mode: .reflect) },
        Self("band", [[3, 3]]) { try $0[0].band(below: 0, above: 1) },
    ]

    static let joining: [Self] = [
        Self("concatenate", [[2, 3], [2, 2]]) { try Tensor.concatenate($0, axis: 1) },
        Self("stack", [[2, 3], [2, 3]]) { try Tensor.stack($0, axis: 1) },
        Self("unstacked", [[2, 3]]) { operands in
            let parts = try operands[0].unstacked(axis: 1)
            return try parts[0] * parts[2]
        },
        Self("split", [[2, 5]]) { operands in
            let parts = try operands[0].split(sizes: [2, 1, 2], axis: 1)
            return try parts[0] * parts[2]
        },
        Self("add_n", [[2, 3], [2, 3]]) { try Tensor.sum(of: [$0[0], $0[1], $0[0] * $0[1]]) },
    ]

    static let indexing: [Self] = [
        Self("window", [[3, 4]]) {
            try $0[0].indexed([.slice(nil, nil, -2), .newAxis, .slice(1, 3, 1)])
        },
        Self("element", [[3, 4]]) { try $0[0].indexed([.integer(-1), .integer(2)]) },
        Self("mask", [[2, 3]]) {
            try $0[0].indexed([
                .mask(Tensor([true, false, true, false, false, true], shape: [2, 3]))
            ])
        },
        Self("integers", [[3, 4]]) {
            try $0[0].indexed([.integers(Tensor([2, 0, 2] as [Int64])), .slice(nil, nil, 2)])
        },
        Self("gathered", [[3, 2]]) { try $0[0].gathered(Tensor([2, 0, 2] as [Int64])) },
        Self("gathered axis 1", [[2, 3]]) {
            try $0[0].gathered(Tensor([2, 0, 2] as [Int64]), axis: 1)
        },
        Self("gathered at coordinates", [[2, 3]]) {
            try $0[0].gatheredAtCoordinates(Tensor([1, 2, 0, 0] as [Int64], shape: [2, 2]))
        },
        Self("scattered", [[2, 3]]) {
            try Tensor([3, 1] as [Int64], shape: [2, 1]).scattering($0[0], into: [4, 3])
        },
        Self("sorted", [[2, 3]]) { try $0[0].sorted() },
    ]

    static let reductions: [Self] = [
        .unary(.sum(axes: nil)), .unary(.sum(axes: [0])), .unary(.sum(axes: [-1], keeping: true)),
        .unary(.mean(axes: nil)), .unary(.mean(axes: [0])), .unary(.sum(axes: [0, 2]), [2, 3, 4]),
        .unary(.product(axes: nil), in: 0.5...2), .unary(.product(axes: [1]), in: 0.5...2),
        .unary(.extreme(.largest, axes: [1], keeping: false)),
        .unary(.extreme(.smallest, axes: nil, keeping: false)),
        .unary(.cumulativeSum(1, false, false)), .unary(.cumulativeSum(0, true, true)),
        .unary(.cumulativeProduct(1, false, false), in: 0.5...2),
        Self("variance", [[2, 3]]) { try $0[0].variance(axes: [0]) },
        Self("standard deviation", [[2, 3]]) { try $0[0].standardDeviation() },
        Self("logSumExp", [[2, 3]]) { try $0[0].logSumExp(axes: [1]) },
        Self("norm", [[2, 3]]) { try $0[0].norm(axes: [1]) },
    ]

    static let products: [Self] =
        [(false, false), (false, true), (true, false), (true, true)].map {
            ta, tb in
            Self("matmul \(ta) \(tb)", [ta ? [3, 2] : [2, 3], tb ? [4, 3] : [3, 4]]) {
                try $0[0].matmul($0[1], transposeA: ta, transposeB: tb)
            }
        } + [
            Self("matmul batched", [[2, 1, 2, 3], [3, 3, 2]]) { try $0[0].matmul($0[1]) },
            Self("trace", [[3, 3]]) { try $0[0].trace() },
        ]

    static let contractions: [Self] = [
        Self("tensordot", [[2, 3, 4], [4, 3, 2]]) {
            try $0[0].tensordot($0[1], axes: [1, 2], [1, 0])
        },
        Self("einsum bij,bjk->bik", [[2, 3, 4], [2, 4, 2]]) {
            try Tensor.einsum("bij,bjk->bik", $0)
        },
        Self("einsum ii->i", [[3, 3]]) { try Tensor.einsum("ii->i", $0) },
        Self("einsum i,j->ij", [[2], [3]]) { try Tensor.einsum("i,j->ij", $0) },
        Self("einsum ...ij->...", [[2, 3, 4]]) { try Tensor.einsum("...ij->...", $0) },
        Self("einsum of three", [[2, 3], [3, 4], [4, 2]]) { try Tensor.einsum("ij,jk,kl->il", $0) },
    ]
}
