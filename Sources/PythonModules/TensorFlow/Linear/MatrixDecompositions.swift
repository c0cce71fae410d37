import Tensors

/// Decompositions of matrices through which gradients flow.
enum MatrixDecompositions {
    /// The singular values `K`, the left vectors `M K` and the right vectors `N K` of matrices `M N`; with all
    /// `M` and `N` vectors where `isFull`.
    static func singular(_ a: Tensor, isFull: Bool = false) throws -> [Tensor] {
        try ManyOperation(
            "Svd",
            { operands in
                try StackedMatrices.each(operands[0], "Svd") { part in
                    let found = SingularValues(Matrix(part))
                    let (u, v) =
                        isFull ? (found.u.completed(), found.v.completed()) : (found.u, found.v)
                    return [Tensor(found.values), u.tensor, v.tensor]
                }
            },
            pullback: { operands, results in
                { upstream, _ in
                    let side = results[0].shape.innermost
                    func thin(_ vectors: Tensor?) throws -> Tensor? {
                        try vectors?.indexed([.ellipsis, .slice(0, side, 1)])
                    }
                    guard let u = try thin(results[1]), let v = try thin(results[2]) else {
                        return [nil]
                    }
                    let flow = SingularFlow(u: u, s: results[0], v: v)
                    return [
                        .dense(
                            try flow.pulled(upstream[0], thin(upstream[1]), thin(upstream[2])))
                    ]
                }
            })([a])
    }

    /// An orthonormal `M K` and an upper triangle `K N` whose product is a matrix `M N`.
    static func orthogonal(_ a: Tensor) throws -> [Tensor] {
        try ManyOperation(
            "Qr",
            { operands in
                try StackedMatrices.each(operands[0], "Qr") { part in
                    let (q, r) = QR.factor(part.contiguous())
                    return [q, r]
                }
            },
            pullback: { operands, results in
                { upstream, _ in
                    let (q, r) = (results[0], results[1])
                    let dq = try upstream[0] ?? q * 0
                    let dr = try upstream[1] ?? r * 0
                    return [.dense(try pulledOrthogonal(operands[0], q, r, dq, dr))]
                }
            })([a])
    }

    private static func pulledOrthogonal(
        _ a: Tensor, _ q: Tensor, _ r: Tensor, _ dq: Tensor, _ dr: Tensor
    ) throws -> Tensor {
        let (side, columns) = (r.shape[r.rank - 2], r.shape.innermost)
        guard columns > side else { return try pulledDeep(q, r, dq, dr) }
        // The columns beyond the square block are q times theirs.
        func block(_ x: Tensor, _ range: Range<Int>) throws -> Tensor {
            try x.indexed([.ellipsis, .slice(range.lowerBound, range.upperBound, 1)])
        }
        let (square, rest) = (0..<side, side..<columns)
        let outer = try block(dr, rest)
        let inner = try pulledDeep(
            q, block(r, square), dq + block(a, rest).matmul(outer, transposeB: true),
            block(dr, square))
        return try Tensor.concatenate([inner, q.matmul(outer)], axis: -1)
    }

    private static func pulledDeep(
        _ q: Tensor, _ r: Tensor, _ dq: Tensor, _ dr: Tensor
    ) throws -> Tensor {
        let middle = try r.matmul(dr, transposeB: true) - dq.matmul(q, transposeA: true)
        let lower = try middle.band(below: -1, above: 0)
        let copied =
            try lower + lower.swapping(-1, -2) - lower.diagonal().diagonalMatrix()
        let sum = try dq + q.matmul(copied)
        return try SolvingFunctions.solved(r, sum.swapping(-1, -2)).swapping(-1, -2)
    }

    /// The generalised inverses of matrices whose singular values below `ratio` times the greatest count as zero.
    static func generalInverse(_ a: Tensor, ratio: Double) throws -> Tensor {
        let parts = try singular(a)
        let (s, u, v) = (parts[0], parts[1], parts[2])
        let bound = try s.detached.max(axes: [-1], keeping: true) * ratio
        let isKept = try ComparisonOperation.greater(s.detached, bound)
        let zero = Tensor(.float(0), a.dtype)
        let safe = try Tensor.select(isKept, s, Tensor(.float(1), a.dtype))
        let inverse = try Tensor.select(isKept, 1 / safe, zero)
        return try (v * inverse.expanded(at: -2)).matmul(u, transposeB: true)
    }

    /// Both triangles of square matrices in one, the ones on the lower diagonal left out, with the order of the
    /// rows as a second result.
    static func triangular(_ a: Tensor) throws -> [Tensor] {
        try ManyOperation(
            "Lu",
            { operands in
                let found = Triangles(Matrix(operands[0]))
                return [
                    try found.both.tensor.cast(to: operands[0].dtype),
                    Tensor(found.order.map(Int32.init)),
                ]
            },
            pullback: { _, results in
                { upstream, _ in
                    guard let slope = upstream[0] else { return [nil] }
                    return [.dense(try pulledTriangles(slope, results[0], results[1]))]
                }
            })([a])
    }

    private static func pulledTriangles(
        _ slope: Tensor, _ both: Tensor, _ order: Tensor
    ) throws -> Tensor {
        let ones = try Tensor.identityMatrix(rows: both.shape.innermost, dtype: both.dtype)
        let upper = try both.band(below: 0, above: -1)
        let lower = try both.band(below: -1, above: 0) - both.diagonal().diagonalMatrix() + ones
        let strict = try lower.matmul(slope.strictlyLower(), transposeA: true).strictlyLower()
        let middle =
            try strict
            + slope.band(below: 0, above: -1).matmul(upper, transposeB: true).band(
                below: 0, above: -1)
        let left = try SolvingFunctions.solved(lower.swapping(-1, -2), middle)
        let whole = try SolvingFunctions.solved(upper, left.swapping(-1, -2)).swapping(-1, -2)
        var back = Array(repeating: Int64(0), count: order.count)
        for (place, row) in order.ints.enumerated() { back[row] = Int64(place) }
        return try whole.gathered(Tensor(back))
    }
}

extension Tensor {
    /// Zeros on and above the diagonal.
    fileprivate func strictlyLower() throws -> Tensor {
        try band(below: -1, above: 0) - diagonal().diagonalMatrix()
    }
}

/// What the gradients of a singular value decomposition need of it.
private struct SingularFlow {
    let u: Tensor
    let s: Tensor
    let v: Tensor

    func pulled(_ values: Tensor?, _ left: Tensor?, _ right: Tensor?) throws -> Tensor {
        var middle = try (values ?? s * 0).diagonalMatrix()
        var total: Tensor?
        if let left {
            let turned = try u.matmul(left, transposeA: true)
            middle = try middle + apart(turned) * s.expanded(at: -2)
            let beside = try (left - u.matmul(turned)) / s.expanded(at: -2)
            total = try beside.matmul(v, transposeB: true)
        }
        if let right {
            let turned = try v.matmul(right, transposeA: true)
            middle = try middle + s.expanded(at: -1) * apart(turned)
            let beside = try (right - v.matmul(turned)) / s.expanded(at: -2)
            let part = try u.matmul(beside, transposeB: true)
            total = try total.map { try $0 + part } ?? part
        }
        let inner = try u.matmul(middle.matmul(v, transposeB: true))
        return try total.map { try $0 + inner } ?? inner
    }

    /// What is not symmetric of `turned`, divided by the differences of the squares of the values.
    private func apart(_ turned: Tensor) throws -> Tensor {
        let squares = try s * s
        let differences = try squares.expanded(at: -2) - squares.expanded(at: -1)
        let zeros = Tensor(zeros: differences.shape, differences.dtype)
        let isApart = try ComparisonOperation.notEqual(differences, zeros)
        let safe = try Tensor.select(isApart, differences, zeros + 1)
        let inverse = try Tensor.select(isApart, 1 / safe, zeros)
        return try inverse * (turned - turned.swapping(-1, -2))
    }
}
