/// A tensor some of whose axes have rows of different lengths: flat values, and for each ragged axis where
/// its rows begin and end.
package struct RaggedTensor {
    /// For each ragged axis, outermost first, the ends of its rows, with 0 in front.
    package let splits: [[Int]]
    /// The elements, row after row: [count, …].
    package let flatValues: Tensor

    /// A tensor of rows; the splits must fit one another and the values.
    package init(splits: [[Int]], flatValues: Tensor) {
        self.splits = splits
        self.flatValues = flatValues
    }

    /// Rows of these lengths.
    package init(rowLengths: [Int], flatValues: Tensor) throws {
        let negative = rowLengths.contains { $0 < 0 }
        guard !negative, rowLengths.reduce(0, +) == flatValues.shape.dimensions.first ?? 0 else {
            throw TensorError.invalidArgument(
                operation: "RaggedTensor", "Arguments do not form a valid RaggedTensor")
        }
        self.init(splits: [Self.splits(of: rowLengths)], flatValues: flatValues)
    }

    /// A tensor whose rows all have one length, under `raggedRank` ragged axes.
    package init(_ tensor: Tensor, raggedRank: Int) throws {
        var splits: [[Int]] = []
        var rows = 1
        for axis in 0..<raggedRank {
            rows *= tensor.shape[axis]
            let length = tensor.shape[axis + 1]
            splits.append((0...rows).map { $0 * length })
        }
        let inner = tensor.shape.dimensions[(raggedRank + 1)...]
        let flat = Shape([tensor.shape.dimensions[...raggedRank].reduce(1, *)] + inner)
        self.init(splits: splits, flatValues: try tensor.reshaped(to: flat))
    }

    /// The ends of rows of these lengths, with 0 in front.
    package static func splits(of lengths: [Int]) -> [Int] {
        lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }

    /// The type of the elements.
    package var dtype: DType { flatValues.dtype }

    /// The number of ragged axes.
    package var raggedRank: Int { splits.count }

    /// The number of rows.
    package var rowCount: Int { splits[0].count - 1 }

    /// The lengths of the rows.
    package var rowLengths: [Int] { zip(splits[0].dropFirst(), splits[0]).map { $0 - $1 } }

    /// The lengths of the axes, nil for a ragged one.
    package var shape: [Int?] {
        [rowCount] + splits.map { _ in nil } + flatValues.shape.dimensions.dropFirst().map { $0 }
    }

    /// The same rows of other values.
    package func with(flatValues: Tensor) -> RaggedTensor {
        RaggedTensor(splits: splits, flatValues: flatValues)
    }

    /// What lies inside the outermost axis.
    package var values: RaggedPiece {
        splits.count == 1
            ? .tensor(flatValues)
            : .ragged(RaggedTensor(splits: Array(splits.dropFirst()), flatValues: flatValues))
    }

    /// Row after row.
    package func rows() throws -> [RaggedPiece] { try (0..<rowCount).map { try row($0) } }

    /// One row, which must exist.
    package func row(_ index: Int) throws -> RaggedPiece {
        try values.slice(splits[0][index]..<splits[0][index + 1])
    }

    /// The rows as a tensor, short ones filled up with `filler`, cut or stretched to `limits`.
    package func padded(with filler: Scalar, to limits: [Int?] = []) throws -> Tensor {
        let longest = rowLengths.max() ?? 0
        let length = limits.dropFirst().first.flatMap { $0 } ?? longest
        let parts = try rows().map { row -> Tensor in
            switch row {
            case .tensor(let tensor): return try tensor.fitted(to: length, filler)
            case .ragged(let ragged):
                var inner = Array(limits.dropFirst())
                inner += Array(repeating: nil, count: Swift.max(0, 2 - inner.count))
                if inner[1] == nil { inner[1] = self.innerLength }
                return try ragged.padded(with: filler, to: inner).fitted(to: length, filler)
            }
        }
        let wanted = limits.first.flatMap { $0 }
        guard !parts.isEmpty else {
            let inner = splits.map { _ in 0 } + flatValues.shape.dimensions.dropFirst()
            return Tensor(zeros: Shape([wanted ?? 0] + inner), dtype)
        }
        let joined = try Tensor.stack(parts, axis: 0)
        return try wanted.map { try joined.fitted(to: $0, filler) } ?? joined
    }

    /// The length of the longest row of the second ragged axis.
    private var innerLength: Int? {
        splits.count > 1 ? zip(splits[1].dropFirst(), splits[1]).map { $0 - $1 }.max() : nil
    }

    /// Pieces of one rank as the rows of a new outermost axis.
    package static func stacked(_ pieces: [RaggedPiece]) throws -> RaggedTensor {
        let deepest = pieces.map(\.raggedRank).max() ?? 0
        let parts = try pieces.map { try $0.ragged(rank: deepest) }
        let rows = splits(of: parts.map(\.count))
        let flats = parts.map(\.flatValues)
        let flat =
            flats.isEmpty
            ? Tensor(zeros: [0], .float32) : try Tensor.concatenate(flats.nonEmptyFirst, axis: 0)
        let inner = (0..<deepest).map { axis in
            parts.reduce(into: [0]) { joined, part in
                guard case .ragged(let ragged) = part else { return }
                let start = joined[joined.count - 1]
                joined += ragged.splits[axis].dropFirst().map { $0 + start }
            }
        }
        return RaggedTensor(splits: [rows] + inner, flatValues: flat)
    }

    /// Pieces joined along an axis: one after another, or row beside row.
    package static func concatenated(_ pieces: [RaggedPiece], axis: Int) throws -> RaggedPiece {
        let rank = (pieces.map(\.axisCount).max() ?? 1)
        let axis = axis < 0 ? axis + rank : axis
        if axis == 0 {
            let rows = try pieces.flatMap { piece -> [RaggedPiece] in
                switch piece {
                case .ragged(let ragged): try ragged.rows()
                case .tensor(let tensor): try tensor.unstacked(axis: 0).map { .tensor($0) }
                }
            }
            return .ragged(try stacked(rows))
        }
        guard pieces.contains(where: { $0.raggedRank > 0 }) else {
            return .tensor(try Tensor.concatenate(pieces.map(\.flatValues), axis: axis))
        }
        let columns = try pieces.map { piece -> [RaggedPiece] in
            switch piece {
            case .ragged(let ragged): try ragged.rows()
            case .tensor(let tensor): try tensor.unstacked(axis: 0).map { .tensor($0) }
            }
        }
        guard let count = columns.first?.count, columns.allSatisfy({ $0.count == count }) else {
            throw TensorError.invalidArgument(
                operation: "RaggedConcat", "Input tensors have incompatible shapes")
        }
        let rows = try (0..<count).map { row -> RaggedPiece in
            let parts = columns.map { $0[row] }
            guard parts.contains(where: { $0.raggedRank > 0 }) else {
                let flats = parts.map(\.flatValues).nonEmptyFirst
                return .tensor(try Tensor.concatenate(flats, axis: axis - 1))
            }
            return try concatenated(parts, axis: axis - 1)
        }
        return .ragged(try stacked(rows))
    }

    /// The tensor with one more axis of length 1 before, or behind, its rows.
    package func expanded(at axis: Int) throws -> RaggedTensor {
        let axis = axis < 0 ? axis + shape.count + 1 : axis
        switch axis {
        case 0: return RaggedTensor(splits: [[0, rowCount]] + splits, flatValues: flatValues)
        case 1:
            return RaggedTensor(
                splits: [Array(0...rowCount)] + splits, flatValues: flatValues)
        default:
            guard axis > raggedRank, axis <= shape.count else {
                throw TensorError.axisOutOfRange(
                    operation: "ExpandDims", axis: axis, rank: shape.count)
            }
            return with(flatValues: try flatValues.expanded(at: axis - raggedRank))
        }
    }

    /// The sizes of the smallest box that holds the tensor.
    package var boundingShape: [Int] {
        let ragged = splits.map { axis in zip(axis.dropFirst(), axis).map { $0 - $1 }.max() ?? 0 }
        return [rowCount] + ragged + flatValues.shape.dimensions.dropFirst()
    }
}

/// A part of a ragged tensor: even or ragged itself.
package enum RaggedPiece {
    case tensor(Tensor)
    case ragged(RaggedTensor)

    /// The length of the outermost axis.
    package var count: Int {
        switch self {
        case .tensor(let tensor): tensor.shape.dimensions.first ?? 0
        case .ragged(let ragged): ragged.rowCount
        }
    }

    /// The number of ragged axes.
    package var raggedRank: Int {
        switch self {
        case .tensor: 0
        case .ragged(let ragged): ragged.raggedRank
        }
    }

    /// The number of axes, ragged and even ones.
    var axisCount: Int {
        switch self {
        case .tensor(let tensor): tensor.rank
        case .ragged(let ragged): ragged.shape.count
        }
    }

    /// The elements, row after row.
    package var flatValues: Tensor {
        switch self {
        case .tensor(let tensor): tensor
        case .ragged(let ragged): ragged.flatValues
        }
    }

    /// Some neighbouring rows.
    package func slice(_ range: Range<Int>) throws -> RaggedPiece {
        switch self {
        case .tensor(let tensor):
            return .tensor(try tensor.indexed([.slice(range.lowerBound, range.upperBound, 1)]))
        case .ragged(let ragged):
            let ends = ragged.splits[0][range.lowerBound...range.upperBound]
            let (first, last) = (ends.first ?? 0, ends.last ?? 0)
            let inner = try ragged.values.slice(first..<last)
            let own = ends.map { $0 - first }
            if case .ragged(let inside) = inner {
                return .ragged(
                    RaggedTensor(splits: [own] + inside.splits, flatValues: inside.flatValues))
            }
            return .ragged(RaggedTensor(splits: [own], flatValues: inner.flatValues))
        }
    }

    /// The piece with as many ragged axes, even ones among them.
    fileprivate func ragged(rank: Int) throws -> RaggedPiece {
        guard case .tensor(let tensor) = self, rank > 0 else { return self }
        guard tensor.rank > rank else {
            let empty = Tensor(zeros: [0], tensor.dtype)
            return .ragged(
                RaggedTensor(splits: Array(repeating: [0], count: rank), flatValues: empty))
        }
        return .ragged(try RaggedTensor(tensor, raggedRank: rank))
    }
}

extension Tensor {
    /// The tensor cut or filled up along its first axis.
    fileprivate func fitted(to length: Int, _ filler: Scalar) throws -> Tensor {
        let own = shape[0]
        if own == length { return self }
        if own > length { return try indexed([.slice(0, length, 1)]) }
        let missing = Shape([length - own] + shape.dimensions.dropFirst())
        let rest = try Tensor.filled(missing, with: filler, dtype)
        return try Tensor.concatenate([self, rest], axis: 0)
    }
}

extension [Tensor] {
    /// Without empty vectors beside those that have elements, whose type and inner axes count.
    fileprivate var nonEmptyFirst: [Tensor] {
        let full = filter { $0.count > 0 }
        return full.isEmpty ? Array(prefix(1)) : full
    }
}
