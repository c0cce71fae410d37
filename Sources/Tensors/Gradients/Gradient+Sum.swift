extension Gradient {
    /// The sum of gradients that reached one tensor by several ways.
    ///
    /// Rows stay rows as long as all are. The order of additions is TensorFlow's: the first terms that do not
    /// fill a group of eight one by one (eight or nine of them when none or one is left over), then each next
    /// group of eight on its own.
    static func sum(of terms: [Gradient]) throws -> Gradient {
        guard terms.count > 1 else { return terms[0] }
        if let slices = allRows(terms) { return .rows(slices) }
        return .dense(try Tensor.sum(of: terms.map { try $0.dense }))
    }

    private static func allRows(_ terms: [Gradient]) -> IndexedSlices? {
        let slices = terms.compactMap { if case .rows(let slices) = $0 { slices } else { nil } }
        guard slices.count == terms.count,
            let values = try? Tensor.concatenate(slices.map(\.values), axis: 0),
            let indices = try? Tensor.concatenate(slices.map(\.indices), axis: 0)
        else { return nil }
        return IndexedSlices(values: values, indices: indices, denseShape: slices[0].denseShape)
    }
}

extension Tensor {
    /// The sum of tensors of one shape, in TensorFlow's order of additions.
    package static func sum(of terms: [Tensor]) throws -> Tensor {
        guard let first = terms.first else { throw TensorError.nothingTo("add_n") }
        for term in terms where term.shape != first.shape {
            throw TensorError.notBroadcastable(operation: "AddN", [first.shape, term.shape])
        }
        let rest = terms.count % 8
        let head = Swift.min(terms.count, rest < 2 ? rest + 8 : rest)
        var total = try sequentialSum(terms[..<head])
        for start in stride(from: head, to: terms.count, by: 8) {
            total = try total + sequentialSum(terms[start..<Swift.min(start + 8, terms.count)])
        }
        return total
    }

    private static func sequentialSum(_ terms: ArraySlice<Tensor>) throws -> Tensor {
        try terms.dropFirst().reduce(terms[terms.startIndex]) { try $0 + $1 }
    }
}
