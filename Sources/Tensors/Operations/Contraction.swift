extension Tensor {
    /// The sum of products over pairs of axes: the remaining axes of this tensor, then those of the other.
    package func tensordot(_ other: Tensor, axes: [Int], _ otherAxes: [Int]) throws -> Tensor {
        let mine = try axes.map { try resolved(axis: $0, in: "Tensordot") }
        let its = try otherAxes.map { try other.resolved(axis: $0, in: "Tensordot") }
        let keptMine = (0..<rank).filter { !mine.contains($0) }
        let keptIts = (0..<other.rank).filter { !its.contains($0) }
        let shape = Shape(keptMine.map { self.shape[$0] } + keptIts.map { other.shape[$0] })
        let left = try transposed(keptMine + mine).reshaped(
            to: [
                keptMine.reduce(1) { $0 * self.shape[$1] }, mine.reduce(1) { $0 * self.shape[$1] },
            ])
        let right = try other.transposed(its + keptIts).reshaped(
            to: [
                its.reduce(1) { $0 * other.shape[$1] }, keptIts.reduce(1) { $0 * other.shape[$1] },
            ])
        return try left.matmul(right).reshaped(to: shape)
    }

    /// The sum of products that an equation such as `bij,bjk->bik` describes, of one tensor or several.
    package static func einsum(_ equation: String, _ operands: [Tensor]) throws -> Tensor {
        let parsed = try EinsumEquation(equation, shapes: operands.map(\.shape))
        var terms = zip(operands, parsed.operands).map { EinsumTerm(tensor: $0, axes: $1) }
        for position in terms.indices { terms[position] = try terms[position].withoutRepeats() }
        while terms.count > 1 {
            let (a, b) = (terms.removeFirst(), terms.removeFirst())
            let needed = Set(parsed.result + terms.flatMap(\.axes))
            terms.insert(try a.contracted(with: b, keeping: needed), at: 0)
        }
        return try terms[0].arranged(parsed.result)
    }
}

/// A tensor whose axes have names.
private struct EinsumTerm {
    var tensor: Tensor
    var axes: [Character]

    /// The diagonal over axes that share a name.
    func withoutRepeats() throws -> EinsumTerm {
        var term = self
        while let (a, b) = term.firstRepeat {
            let rank = term.tensor.rank
            term.tensor = try term.tensor.movingAxes([a, b], to: [rank - 2, rank - 1]).diagonal()
            let name = term.axes[a]
            term.axes.removeAll { $0 == name }
            term.axes += Array(repeating: name, count: rank - 1 - term.axes.count)
        }
        return term
    }

    private var firstRepeat: (Int, Int)? {
        for a in axes.indices {
            if let b = axes[(a + 1)...].firstIndex(of: axes[a]) { return (a, b) }
        }
        return nil
    }

    /// The product with another term, summed over all axes that nobody needs any more.
    func contracted(with other: EinsumTerm, keeping needed: Set<Character>) throws -> EinsumTerm {
        let left = try summed(
            over: axes.filter { !needed.contains($0) && !other.axes.contains($0) })
        let right = try other.summed(
            over: other.axes.filter { !needed.contains($0) && !axes.contains($0) })
        let shared = left.axes.filter(right.axes.contains)
        let batch = shared.filter(needed.contains)
        let summed = shared.filter { !needed.contains($0) }
        let mine = left.axes.filter { !shared.contains($0) }
        let its = right.axes.filter { !shared.contains($0) }
        let a = try left.block(batch, mine, summed)
        let b = try right.block(batch, summed, its)
        let lengths = (batch + mine).map(left.length) + its.map(right.length)
        return EinsumTerm(
            tensor: try a.matmul(b).reshaped(to: Shape(lengths)), axes: batch + mine + its)
    }

    /// The axes in this order, the others summed up.
    func arranged(_ order: [Character]) throws -> Tensor {
        let kept = try summed(over: axes.filter { !order.contains($0) })
        return try kept.tensor.transposed(order.map { name in kept.axes.firstIndex(of: name)! })
    }

    private func length(_ name: Character) -> Int {
        axes.firstIndex(of: name).map { tensor.shape[$0] } ?? 1
    }

    private func summed(over names: [Character]) throws -> EinsumTerm {
        guard !names.isEmpty else { return self }
        let gone = axes.indices.filter { names.contains(axes[$0]) }
        return EinsumTerm(
            tensor: try tensor.sum(axes: gone), axes: axes.filter { !names.contains($0) })
    }

    /// A stack of matrices: batch axes, row axes merged, column axes merged.
    private func block(
        _ batch: [Character], _ rows: [Character], _ columns: [Character]
    ) throws -> Tensor {
        let order = (batch + rows + columns).map { name in axes.firstIndex(of: name)! }
        let matrix = [rows, columns].map { $0.reduce(1) { $0 * length($1) } }
        return try tensor.transposed(order).reshaped(to: Shape(batch.map(length) + matrix))
    }
}
