extension Tensor {
    /// The whole numbers from `start` by `step` up to, not including, `limit`.
    package static func range(
        _ start: Int, _ limit: Int, step: Int = 1, dtype: DType
    ) throws -> Tensor {
        guard step != 0, step > 0 ? start <= limit : start >= limit else {
            throw TensorError.range(start: "\(start)", limit: "\(limit)", step: "\(step)")
        }
        let count = ((Double(limit) - Double(start)) / Double(step)).rounded(.up)
        try requireRoom(forCount: count)
        return Tensor(stride(from: start, to: limit, by: step).map(Int64.init)).converted(to: dtype)
    }

    /// Numbers from `start` by `step` up to, not including, `limit`; each is start + i·step.
    ///
    /// In float32 TensorFlow computes them in float32, by repeated multiplication as here.
    package static func range(
        _ start: Double, _ limit: Double, step: Double, dtype: DType
    ) throws -> Tensor {
        guard step != 0, step > 0 ? start <= limit : start >= limit else {
            throw TensorError.range(start: "\(start)", limit: "\(limit)", step: "\(step)")
        }
        let length = ((limit - start) / step).rounded(.up)
        try requireRoom(forCount: length)
        let count = Int(length)
        guard dtype == .float32 else {
            return Tensor((0..<count).map { start + Double($0) * step }).converted(to: dtype)
        }
        let (first, delta) = (Float(start), Float(step))
        return Tensor((0..<count).map { first + Float($0) * delta })
    }

    /// So many numbers evenly spaced from `start` to `stop`, the end included if `endpoint`.
    package static func linearSpace(
        _ start: Double, _ stop: Double, count: Int, endpoint: Bool = true, dtype: DType
    ) -> Tensor {
        let gaps = endpoint ? count - 1 : count
        let step = gaps > 0 ? (stop - start) / Double(gaps) : .nan
        var numbers = (0..<count).map { start + Double($0) * step }
        if count == 1 { numbers = [start] }
        if endpoint && count > 1 { numbers[count - 1] = stop }
        return Tensor(numbers).converted(to: dtype)
    }

    /// Throws where so many numbers would not fit into memory, or are no number at all.
    private static func requireRoom(forCount count: Double) throws {
        guard count < 0x1p60 else { throw TensorError.tooLarge([Int.max], .float64) }
        try Shape([Int(count)]).requireRoom(for: .float64)
    }

    /// A matrix of zeros with ones on a diagonal.
    package static func identityMatrix(
        rows: Int, columns: Int? = nil, diagonal: Int = 0, dtype: DType
    ) throws -> Tensor {
        let width = columns ?? rows
        for length in [rows, width] where length < 0 {
            throw TensorError.negativeLength(operation: "Fill", length)
        }
        try Shape([rows, width]).requireRoom(for: dtype)
        let result = Tensor(zeros: [rows, width], dtype)
        for row in 0..<rows where (0..<width).contains(row + diagonal) {
            result[[row, row + diagonal]] = .int(1)
        }
        return result
    }

    /// A tensor with the same element everywhere, checked for its size.
    package static func filled(_ shape: Shape, with value: Scalar, _ dtype: DType) throws -> Tensor
    {
        try shape.requireRoom(for: dtype)
        return Tensor(repeating: value, shape: shape, dtype)
    }
}

extension Shape {
    /// Throws where lengths are negative or the elements would take more memory than the machine has.
    package func requireRoom(for dtype: DType) throws {
        if let negative = dimensions.first(where: { $0 < 0 }) {
            throw TensorError.negativeLength(operation: "Fill", negative)
        }
        if dimensions.contains(0) { return }
        let bytes = dimensions.reduce(Double(dtype.byteWidth)) { $0 * Double($1) }
        if bytes > MachineMemory.bytes { throw TensorError.tooLarge(self, dtype) }
    }
}
