import PythonRuntime
import Tensors

/// What is chosen from: the numbers below an integer, or the rows of an array.
struct Population {
    let count: Int
    private let array: ArrayLike?

    init(_ value: Value, in python: Interpreter, oneAxis: Bool) throws {
        if let number = value.integer ?? (value.object as? ScalarObject)?.scalar.int {
            guard number > 0 else {
                throw python.valueError("a must be greater than 0 unless no samples are taken")
            }
            count = number
            array = nil
            return
        }
        let like = try ArrayLike.from(value, in: python)
        guard like.tensor.rank > 0 || !oneAxis else {
            throw python.valueError("a must be 1-dimensional or an integer")
        }
        guard like.tensor.rank == 1 || (!oneAxis && like.tensor.rank > 0) else {
            throw python.valueError(
                oneAxis
                    ? "a must be 1-dimensional"
                    : "a must be a sequence or an integer, not \(python.typeName(value))")
        }
        array = like
        count = like.tensor.shape[0]
        guard count > 0 else {
            throw python.valueError("'a' cannot be empty unless no samples are taken")
        }
    }

    /// The chosen items: one of them, or as many as a shape has.
    func items(at places: [Int], _ size: DrawSize, in python: Interpreter) throws -> Value {
        let rows = Tensor(places.map(Int64.init), shape: size.shape ?? .scalar)
        guard let array else {
            return size.shape == nil ? .int(places[0]) : python.ndarray(rows)
        }
        return python.numPyValue(try array.tensor.unwatched.gathered(rows), isText: array.isText)
    }

    /// The probabilities of the items, checked; nil where none are given.
    func probabilities(_ value: Value, in python: Interpreter) throws -> [Double]? {
        if value.isNone { return nil }
        let shares = try ArrayLike.from(value, in: python).tensor
        guard shares.rank == 1 else { throw python.valueError("'p' must be 1-dimensional") }
        guard shares.count == count else {
            throw python.valueError("'a' and 'p' must have same size")
        }
        let numbers = shares.doubles
        if numbers.contains(where: \.isNaN) { throw python.valueError("probabilities contain NaN") }
        guard numbers.allSatisfy({ $0 >= 0 }) else {
            throw python.valueError("probabilities are not non-negative")
        }
        // NumPy's tolerance: the root of the type's precision.
        let type = shares.dtype.isFloating ? shares.dtype : .float64
        guard abs(numbers.reduce(0, +) - 1) <= NumberLimits(type).epsilon.squareRoot() else {
            throw python.valueError("probabilities do not sum to 1")
        }
        return numbers
    }

    /// Puts the rows of an array, or the items of a list, into another order.
    static func reorder(
        _ value: Value, axis: Int = 0, in python: Interpreter, _ order: (Int) -> [Int]
    ) throws {
        if let array = value.object as? ArrayObject {
            guard array.tensor.rank > 0 else {
                throw python.error(
                    "IndexError", "x must be an integer or at least 1-dimensional")
            }
            let length = try array.tensor.length(of: axis)
            let places = Tensor(order(length).map(Int64.init))
            let target = try array.writable(orElse: "array is read-only", in: python)
            target.write(from: try array.tensor.unwatched.gathered(places, axis: axis))
            return
        }
        guard let list = value.object as? ListObject else {
            _ = try python.length(value)
            throw python.typeError(
                "'\(python.typeName(value))' object does not support item assignment")
        }
        let items = list.items
        for (place, source) in order(items.count).enumerated() { list[place] = items[source] }
    }
}
