import Tensors

/// What a layer demands of one of its inputs.
package struct InputSpec: Sendable {
    package var rank: Int?
    package var minimumRank: Int?
    package var maximumRank: Int?
    /// The lengths that axes must have, negative axes counted from the end.
    package var axes: [Int: Int] = [:]
    /// The whole shape, unknown lengths excepted.
    package var shape: PartialShape?
    /// Whether a missing or surplus innermost axis of length 1 is no mistake.
    package var allowsInnermostOne = false

    package init(
        rank: Int? = nil, minimumRank: Int? = nil, maximumRank: Int? = nil, axes: [Int: Int] = [:],
        shape: PartialShape? = nil
    ) {
        self.rank = rank
        self.minimumRank = minimumRank
        self.maximumRank = maximumRank
        self.axes = axes
        self.shape = shape
    }

    /// Throws where input number `index` of a layer is not as demanded.
    func check(_ found: PartialShape, index: Int, layer: String) throws {
        if let mistake = mistake(in: found) {
            throw LayerError(
                "ValueError",
                "Input \(index) of layer \"\(layer)\" is incompatible with the layer: \(mistake)",
                hints: hints(for: found))
        }
    }

    private func mistake(in found: PartialShape) -> String? {
        let received = "found ndim=\(found.rank). Full shape received: \(found)"
        if let shape, !allowsInnermostOne, shape.rank != found.rank {
            return "expected ndim=\(shape.rank), \(received)"
        }
        if let rank, rank != found.rank { return "expected ndim=\(rank), \(received)" }
        if let maximumRank, found.rank > maximumRank {
            return "expected max_ndim=\(maximumRank), \(received)"
        }
        if let minimumRank, found.rank < minimumRank {
            return "expected min_ndim=\(minimumRank), \(received)"
        }
        for (axis, length) in axes.sorted(by: { $0.key < $1.key }) {
            let place = axis < 0 ? axis + found.rank : axis
            guard found.dimensions.indices.contains(place), let actual = found[place] else {
                continue
            }
            if actual != length {
                return
                    "expected axis \(axis) of input shape to have value \(length), but received input with shape \(found)"
            }
        }
        if let shape, differs(shape, found) {
            return "expected shape=\(shape), found shape=\(found)"
        }
        return nil
    }

    private func differs(_ shape: PartialShape, _ found: PartialShape) -> Bool {
        var (wanted, given) = (shape.dimensions, found.dimensions)
        if allowsInnermostOne {
            if given.last == 1 { given.removeLast() }
            if wanted.last == 1 { wanted.removeLast() }
        }
        return zip(wanted, given).contains { wanted, given in
            guard let wanted, let given else { return false }
            return wanted != given
        }
    }

    private func hints(for found: PartialShape) -> [String] {
        rank == 3 && found.rank != 3
            ? ["a recurrent layer takes sequences: (batch, time, features)"] : []
    }
}
