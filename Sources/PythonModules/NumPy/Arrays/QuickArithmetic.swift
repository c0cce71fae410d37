import PythonRuntime
import PythonSyntax
import Tensors

/// Arithmetic of arrays of floats of one type, or of `float64` and a number, where nothing has to be converted and
/// nothing told: results that are not finite are left to the general way, which says how they came about.
enum QuickArithmetic {
    static func define(_ t: TypeBuilder) {
        t.type.quickResult = { python, object, operation, other, place in
            guard let array = object as? ArrayObject, array.tensor.dtype.isFloating,
                let function = function(operation), let quick = function.floatPairOperation,
                let other = operand(other, beside: array.tensor)
            else { return nil }
            let tensor = array.tensor
            switch place {
            case .left: return finite(try? quick(tensor, other)).map { python.numPyValue($0) }
            case .right: return finite(try? quick(other, tensor)).map { python.numPyValue($0) }
            case .changed: return try change(array, by: other, function, in: python)
            }
        }
    }

    private static func finite(_ result: Tensor?) -> Tensor? {
        result.flatMap { $0.hasInfinities ? nil : $0 }
    }

    /// Writes the results over the array where that needs no copy; what is behind the last finite ones goes the
    /// general way.
    private static func change(
        _ array: ArrayObject, by other: Tensor, _ function: ElementwiseFunction,
        in python: Interpreter
    ) throws -> Value? {
        let tensor = array.tensor
        guard !array.isReadOnly, let done = function.floatPairOperation?.change(tensor, by: other)
        else { return nil }
        guard done < tensor.count else { return .object(array) }
        let rest = ArrayObject(tensor.elements(from: done), in: python)
        let right = other.count == 1 ? other : other.elements(from: done)
        try NumPyOperators.change(rest, by: right, function, in: python)
        return .object(array)
    }

    /// The other operand of an array: an array of its type, or a number where that becomes one of its type.
    private static func operand(_ value: Value, beside tensor: Tensor) -> Tensor? {
        if let array = value.object as? ArrayObject {
            return array.tensor.dtype == tensor.dtype ? array.tensor : nil
        }
        guard tensor.dtype == .float64, tensor.rank > 0, let number = number(value) else {
            return nil
        }
        return Tensor(scalar: number)
    }

    private static func function(_ operation: BinaryOperator) -> ElementwiseFunction? {
        switch operation {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        default: nil
        }
    }

    /// A plain number, which takes the type of any array of floats.
    private static func number(_ value: Value) -> Double? {
        switch value {
        case .float(let number): number
        case .int(let number): Double(number)
        default: nil
        }
    }
}

extension Tensor {
    /// The elements behind the first ones, as a vector over the same storage; must be contiguous.
    fileprivate func elements(from first: Int) -> Tensor {
        Tensor(storage: storage, shape: [count - first], offset: offset + first)
    }
}
