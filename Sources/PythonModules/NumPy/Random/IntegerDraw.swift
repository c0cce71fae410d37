import PythonRuntime
import Tensors

/// Whole numbers between bounds, which may be arrays: `randint`, `integers`.
struct IntegerDraw {
    private let bounds: [(low: Int, high: Int)]
    private let size: DrawSize
    private let dtype: DType
    /// Whether a single number is a plain Python integer.
    private let isPlain: Bool

    init(
        _ low: Tensor, _ high: Tensor?, _ size: DrawSize, _ dtype: Value, inclusive: Bool = false,
        plain: Bool = false, in python: Interpreter
    ) throws {
        isPlain = plain && (dtype.isNone || dtype.object === python.types.int)
        self.dtype = dtype.isNone ? .int64 : try NumPyDType.from(dtype, in: python).dtype
        let (first, last) = high.map { (low, $0) } ?? (Tensor(scalar: Int64(0)), low)
        let common = try python.commonShape([first, last])
        let shape = common.rank == 0 ? common : size.shape ?? common
        self.size = common.rank == 0 ? size : DrawSize(shape: shape)
        guard common.stretches(to: shape) else {
            throw TensorError.notStretchable(common, to: shape)
        }
        let ends = zip(first.stretched(to: shape).ints, last.stretched(to: shape).ints)
        bounds = ends.map { ($0, inclusive ? $1 : $1 - 1) }
        guard bounds.allSatisfy({ $0.low <= $0.high }) else {
            let words = inclusive ? "low > high" : "low >= high"
            throw python.valueError(high == nil && !inclusive ? "high <= 0" : words)
        }
        try checkRange(in: python)
    }

    private func checkRange(in python: Interpreter) throws {
        guard dtype.isInteger, dtype.byteWidth < 8 else { return }
        let limits = NumberLimits(dtype).bounds
        for bound in bounds {
            if bound.low < limits.low.int {
                throw python.valueError("low is out of bounds for \(dtype.name)")
            }
            if bound.high > limits.high.int {
                throw python.valueError("high is out of bounds for \(dtype.name)")
            }
        }
    }

    /// Draws the numbers.
    func run(on source: some RandomObject, in python: Interpreter) throws -> Value {
        let bits = dtype == .bool ? 1 : 8 * dtype.byteWidth
        let numbers = source.draw { draws in
            bounds.count == 1
                ? draws.integers(
                    size.count, from: bounds[0].low, through: bounds[0].high, bits: bits)
                : bounds.flatMap { draws.integers(1, from: $0.low, through: $0.high, bits: bits) }
        }
        guard size.shape == nil else { return try python.drawn(numbers, size, dtype) }
        if isPlain { return .int(numbers[0]) }
        return python.numPyScalar(dtype == .bool ? .bool(numbers[0] != 0) : .int(numbers[0]), dtype)
    }
}
