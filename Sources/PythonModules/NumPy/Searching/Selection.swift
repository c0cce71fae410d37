import PythonRuntime
import Tensors

/// Elements chosen by place, by condition, by order.
enum Selection {
    /// `np.take`.
    static func take(_ a: Tensor, _ places: Tensor, _ axis: Int?, _ mode: String) throws -> Tensor {
        let x = axis == nil ? try a.flattened() : a
        let along = axis ?? 0
        let length = try x.length(of: along)
        var rows = places
        if mode == "wrap" {
            rows = Tensor(
                places.ints.map { Int64((($0 % length) + length) % length) }, shape: places.shape)
        } else if mode == "clip" {
            rows = Tensor(
                places.ints.map { Int64(min(max($0, 0), length - 1)) }, shape: places.shape)
        }
        let lead = Array(repeating: Index.all, count: along < 0 ? along + x.rank : along)
        return try x.unwatched.indexed(
            lead + [rows.rank == 0 ? .integer(rows.item.int) : .integers(rows.cast(to: .int64))])
    }

    /// The places of the true elements, one array for each axis.
    static func nonzero(_ a: Tensor, in python: Interpreter) throws -> Value {
        let x = a.rank == 0 ? try a.reshaped(to: [1]) : a
        let places = x.whereTrue()
        return .tuple(
            try (0..<x.rank).map {
                python.ndarray(try places.indexed([.all, .integer($0)]).copy())
            },
            in: python)
    }

    /// The order that sorts along an axis, or all elements.
    static func sortOrder(_ a: Tensor, _ axis: Int?) throws -> Tensor {
        try axis.map { try a.sortOrder(axis: $0) } ?? a.flattened().sortOrder()
    }
}
