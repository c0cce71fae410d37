import PythonRuntime
import Tensors

/// Evenly spaced numbers and grids of them.
enum NumPyRanges {
    static func define(_ m: NumPyDefinitions) {
        m.def(
            "arange(start=None, stop=None, step=None, dtype=None, *, like=None)\n\nNumbers from start to stop, without stop."
        ) {
            (
                python: Interpreter, start: Value, stop: Value, step: Value, dtype: NumPyDType?,
                _: Value
            ) -> Value in
            guard !start.isNone || !stop.isNone else {
                throw python.typeError("arange() requires stop to be specified.")
            }
            let isOne = stop.isNone || start.isNone
            let (first, last) = isOne ? (.int(0), start.isNone ? stop : start) : (start, stop)
            return python.ndarray(
                try range(first, last, step.isNone ? .int(1) : step, dtype?.dtype, in: python))
        }
        m.def(
            "linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)\n\nEvenly spaced numbers, both ends included."
        ) {
            (
                python: Interpreter, start: ArrayLike, stop: ArrayLike, count: Int, endpoint: Bool,
                withStep: Bool, dtype: NumPyDType?, _: Int
            ) -> Value in
            let line = try Line(start.tensor, stop.tensor, count, endpoint, in: python)
            let array = python.ndarray(try line.numbers(dtype?.dtype))
            return withStep
                ? .tuple([array, python.numPyValue(try line.step)], in: python) : array
        }
        m.def("logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)") {
            (
                python: Interpreter, start: ArrayLike, stop: ArrayLike, count: Int, endpoint: Bool,
                base: Double, dtype: NumPyDType?, _: Int
            ) -> Value in
            let line = try Line(start.tensor, stop.tensor, count, endpoint, in: python)
            let powers = try BinaryOperation.power(Tensor(scalar: base), line.numbers(.float64))
            return python.ndarray(try powers.cast(to: dtype?.dtype ?? .float64))
        }
        m.def("geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0)") {
            (
                python: Interpreter, start: Double, stop: Double, count: Int, endpoint: Bool,
                dtype: NumPyDType?, _: Int
            ) -> Value in
            let ends = try [start, stop].map { try UnaryOperation.log10(Tensor(scalar: $0)) }
            let line = try Line(ends[0], ends[1], count, endpoint, in: python)
            let powers = try BinaryOperation.power(Tensor(scalar: 10.0), line.numbers(.float64))
            if count > 0 { powers[[0]] = .float(start) }
            if count > 1, endpoint { powers[[count - 1]] = .float(stop) }
            return python.ndarray(try powers.cast(to: dtype?.dtype ?? .float64))
        }
        defineGrids(m)
    }

    /// `arange`: whole numbers where all three are, else floats.
    static func range(
        _ start: Value, _ stop: Value, _ step: Value, _ dtype: DType?, in python: Interpreter
    ) throws -> Tensor {
        let ends = try [start, stop, step].map { try ArrayLike.from($0, in: python).tensor }
        guard ends.allSatisfy({ $0.dtype != .string }) else {
            throw python.typeError(
                "arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.")
        }
        guard ends.allSatisfy({ $0.count == 1 }) else {
            throw python.valueError("setting an array element with a sequence.")
        }
        let common = Promotion.common(ends)
        let type = dtype ?? (common == .bool ? .int64 : common)
        if common.isInteger || common == .bool {
            let numbers = ends.map { $0.scalars[0].int }
            guard numbers[2] != 0 else {
                throw python.error("ZeroDivisionError", "division by zero")
            }
            try Tensor.requireSteps(
                (Double(numbers[1]) - Double(numbers[0])) / Double(numbers[2]), type)
            let line = Array(stride(from: numbers[0], to: numbers[1], by: numbers[2]))
            return try Tensor(line.map(Int64.init)).cast(to: type)
        }
        return try floats(ends.map { $0.scalars[0].double }, type, in: python)
    }

    /// Each number is the first plus a multiple of the rounded difference of the first two.
    private static func floats(
        _ ends: [Double], _ dtype: DType, in python: Interpreter
    ) throws -> Tensor {
        guard ends[2] != 0 else {
            throw python.error("ZeroDivisionError", "float division by zero")
        }
        let length = ((ends[1] - ends[0]) / ends[2]).rounded(.up)
        guard length.isFinite, length < 0x1p40 else {
            throw python.valueError("Maximum allowed size exceeded")
        }
        let count = max(0, Int(length))
        if dtype == .float32 {
            let first = Float(ends[0])
            let delta = Float(ends[0] + ends[2]) - first
            return Tensor((0..<count).map { first + Float($0) * delta })
        }
        let delta = (ends[0] + ends[2]) - ends[0]
        return try Tensor((0..<count).map { ends[0] + Double($0) * delta }).cast(to: dtype)
    }

    private static func defineGrids(_ m: NumPyDefinitions) {
        m.def("meshgrid(*xi, copy=True, sparse=False, indexing='xy')") {
            (python: Interpreter, lines: [ArrayLike], _: Bool, sparse: Bool, indexing: String)
                -> Value in
            guard indexing == "xy" || indexing == "ij" else {
                throw python.valueError("Valid values for `indexing` are 'xy' and 'ij'.")
            }
            let grids = try Grid.mesh(
                lines.map(\.tensor), swapped: indexing == "xy", sparse: sparse)
            return .list(grids.map { python.ndarray($0) }, in: python)
        }
        m.def("indices(dimensions, dtype=None, sparse=False)") {
            (python: Interpreter, shape: ArrayShape, dtype: NumPyDType?, _: Bool) -> Value in
            let lines = try shape.shape.dimensions.map {
                try Tensor.range(0, $0, dtype: dtype?.dtype ?? .int64)
            }
            return python.ndarray(
                try Tensor.stack(Grid.mesh(lines, swapped: false, sparse: false), axis: 0))
        }
        m.def("ix_(*args)") { (python: Interpreter, lines: [ArrayLike]) -> Value in
            let grids = try Grid.mesh(lines.map(\.tensor), swapped: false, sparse: true)
            return .tuple(grids.map { python.ndarray($0) }, in: python)
        }
    }
}

/// Numbers evenly spaced between two ends, which may be arrays.
private struct Line {
    let start: Tensor
    let stop: Tensor
    let count: Int
    let endpoint: Bool

    init(
        _ start: Tensor, _ stop: Tensor, _ count: Int, _ endpoint: Bool, in python: Interpreter
    ) throws {
        guard count >= 0 else {
            throw python.valueError("Number of samples, \(count), must be non-negative.")
        }
        self.start = try start.cast(to: .float64)
        self.stop = try stop.cast(to: .float64)
        self.count = count
        self.endpoint = endpoint
    }

    private var gaps: Int { endpoint ? count - 1 : count }

    var step: Tensor {
        get throws {
            gaps > 0
                ? try (stop - start) / Double(gaps)
                : try stop - start - (stop - start) + Tensor(scalar: Double.nan)
        }
    }

    func numbers(_ dtype: DType?) throws -> Tensor {
        let rank = max(start.rank, stop.rank)
        let spread = Shape([count] + Array(repeating: 1, count: rank))
        let places = try Tensor.range(0, count, dtype: .float64).reshaped(to: spread)
        let width = try gaps > 0 ? step : stop - start
        let line = try places * width + start
        if endpoint, count > 1 { try line.assign(stop, at: [.integer(count - 1)]) }
        guard let dtype, dtype != .float64 else { return line }
        // Whole numbers are rounded down, not toward zero.
        return try (dtype.isInteger ? UnaryOperation.floor(line) : line).cast(to: dtype)
    }
}

/// Grids of coordinates.
enum Grid {
    /// One array for each line, its numbers running along an axis of their own; `swapped` exchanges the first
    /// two axes.
    static func mesh(_ lines: [Tensor], swapped: Bool, sparse: Bool) throws -> [Tensor] {
        let rank = lines.count
        var lengths = lines.map(\.count)
        if !sparse { try Shape(lengths).requireRoom(for: .float64) }
        if swapped, rank > 1 { lengths.swapAt(0, 1) }
        return try lines.enumerated().map { place, line in
            let axis = swapped && place < 2 && rank > 1 ? 1 - place : place
            var spread = Shape(Array(repeating: 1, count: rank))
            spread[axis] = line.count
            let column = try line.flattened().reshaped(to: spread)
            return sparse ? column : column.stretched(to: Shape(lengths)).copy()
        }
    }
}
