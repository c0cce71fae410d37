import PythonRuntime
import Tensors

/// `tf.math.segment_sum` and its kin: reductions of the rows that belong together.
enum SegmentFunctions {
    private enum Kind: String, CaseIterable {
        case sum, mean, max, min, prod, sqrtN = "sqrt_n"
    }

    static func define(_ m: ModuleBuilder) {
        for kind in Kind.allCases {
            m.def("unsorted_segment_\(kind.rawValue)(data, segment_ids, num_segments, name=None)") {
                (_: Interpreter, data: TensorLike, ids: TensorLike, count: Int, _: Value) in
                try reduced(data.tensor, ids.tensor, count: count, kind)
            }
            guard kind != .sqrtN else { continue }
            m.def("segment_\(kind.rawValue)(data, segment_ids, name=None)") {
                (_: Interpreter, data: TensorLike, ids: TensorLike, _: Value) -> Tensor in
                let places = ids.tensor.ints
                guard zip(places.dropFirst(), places).allSatisfy({ $0 >= $1 }) else {
                    let name =
                        "Segment\(kind.rawValue.prefix(1).uppercased())\(kind.rawValue.dropFirst())"
                    throw TensorError.invalidArgument(
                        operation: name, "segment ids are not increasing")
                }
                return try reduced(
                    data.tensor, ids.tensor, count: (places.max() ?? -1) + 1, kind,
                    fillsWithZero: true)
            }
        }
    }

    private static func reduced(
        _ data: Tensor, _ ids: Tensor, count: Int, _ kind: Kind, fillsWithZero: Bool = false
    ) throws -> Tensor {
        let inner = Array(data.shape.dimensions[Swift.min(ids.rank, data.rank)...])
        let rows = try data.reshaped(to: Shape([ids.count] + inner))
        let places = try ids.flattened()
        let known = places.ints.filter { $0 >= 0 }
        guard count >= 0, !known.contains(where: { $0 >= count }) else {
            throw TensorError.invalidArgument(
                operation: "UnsortedSegmentSum",
                "segment_ids[\(places.ints.firstIndex { $0 >= count } ?? 0)] = \(known.first { $0 >= count } ?? 0) is out of range [0, \(count))"
            )
        }
        let shape = Shape([count] + inner)
        switch kind {
        case .sum: return try kept(rows, places).scatterAdded(atRows: keptRows(places), of: shape)
        case .mean, .sqrtN:
            let total = try reduced(data, ids, count: count, .sum)
            let ones = try Tensor.filled(rows.shape, with: .int(1), data.dtype)
            let sizes = try kept(ones, places).scatterAdded(atRows: keptRows(places), of: shape)
            let atLeastOne = try BinaryOperation.maximum(sizes, Tensor(.int(1), data.dtype))
            return try total
                / (kind == .mean ? atLeastOne : UnaryOperation.squareRoot(atLeastOne))
        case .max, .min, .prod:
            return try gathered(rows, places.ints, shape, kind, fillsWithZero)
        }
    }

    /// The rows whose segment is not negative: others are left out.
    private static func kept(_ rows: Tensor, _ places: Tensor) throws -> Tensor {
        let wanted = places.ints.indices.filter { places.ints[$0] >= 0 }
        if wanted.count == places.count { return rows }
        return try rows.gathered(Tensor(wanted.map(Int64.init)))
    }

    private static func keptRows(_ places: Tensor) -> Tensor {
        Tensor(places.ints.filter { $0 >= 0 }.map(Int64.init))
    }

    private static func gathered(
        _ rows: Tensor, _ places: [Int], _ shape: Shape, _ kind: Kind, _ fillsWithZero: Bool
    ) throws -> Tensor {
        var members: [Int: [Int64]] = [:]
        for (row, place) in places.enumerated() { members[place, default: []].append(Int64(row)) }
        let inner = Shape(Array(shape.dimensions.dropFirst()))
        let parts = try (0..<shape[0]).map { place -> Tensor in
            guard let own = members[place] else {
                return try Tensor.filled(
                    inner, with: empty(kind, rows.dtype, fillsWithZero), rows.dtype)
            }
            let group = try rows.gathered(Tensor(own))
            return switch kind {
            case .max: try group.max(axes: [0])
            case .min: try group.min(axes: [0])
            default: try group.product(axes: [0])
            }
        }
        return parts.isEmpty ? Tensor(zeros: shape, rows.dtype) : try Tensor.stack(parts, axis: 0)
    }

    /// What stands for a segment without rows.
    private static func empty(_ kind: Kind, _ dtype: DType, _ zero: Bool) -> Scalar {
        if kind == .prod { return .int(1) }
        if zero { return .int(0) }
        return kind == .max ? dtype.lowest : dtype.highest
    }
}

extension DType {
    /// The lowest number of the type.
    var lowest: Scalar {
        switch self {
        case .float16: .float(-Double(Float16.greatestFiniteMagnitude))
        case .float32: .float(-Double(Float.greatestFiniteMagnitude))
        case .float64: .float(-Double.greatestFiniteMagnitude)
        case .int8: .int(Int(Int8.min))
        case .int16: .int(Int(Int16.min))
        case .int32: .int(Int(Int32.min))
        case .int64: .int(Int.min)
        default: .int(0)
        }
    }

    /// The highest number of the type.
    var highest: Scalar {
        switch self {
        case .float16: .float(Double(Float16.greatestFiniteMagnitude))
        case .float32: .float(Double(Float.greatestFiniteMagnitude))
        case .float64: .float(Double.greatestFiniteMagnitude)
        case .bool: .bool(true)
        case .int8: .int(Int(Int8.max))
        case .int16: .int(Int(Int16.max))
        case .int32: .int(Int(Int32.max))
        case .uint8: .int(Int(UInt8.max))
        case .uint16: .int(Int(UInt16.max))
        case .uint32: .int(Int(UInt32.max))
        case .uint64: .unsigned(UInt64.max)
        default: .int(Int.max)
        }
    }
}
