import PythonRuntime
import PythonSyntax
import Tensors

/// Arithmetic of arrays of floats of one type, or of `float64` and a number, where nothing has to be converted and
/// nothing told: results that are not finite are left to the general way, which says how they came about.
enum QuickArithmetic {
    static func define(_ t: TypeBuilder) {
        let loops = Loops()
        t.type.quickResult = { python, object, operation, other, place in
            guard let array = object as? ArrayObject, array.tensor.dtype.isFloating,
                let function = loops[operation],
                let other = operand(other, beside: array.tensor)
            else { return nil }
            let tensor = array.tensor
            switch place {
            case .left: return finite(try? function(tensor, other)).map { python.numPyValue($0) }
            case .right: return finite(try? function(other, tensor)).map { python.numPyValue($0) }
            case .changed:
                guard !array.isReadOnly, let done = function.change(tensor, by: other) else {
                    return nil
                }
                if done < tensor.count {
                    try change(array, from: done, by: other, operation, in: python)
                }
                return .object(object)
            }
        }
    }

    private static func finite(_ result: Tensor?) -> Tensor? {
        result.flatMap { $0.hasInfinities ? nil : $0 }
    }

    /// Goes the general way for the elements behind the last finite results.
    private static func change(
        _ array: ArrayObject, from done: Int, by other: Tensor, _ operation: BinaryOperator,
        in python: Interpreter
    ) throws {
        guard let function = function(operation) else { return }
        let rest = ArrayObject(array.tensor.elements(from: done), in: python)
        let right = other.count == 1 ? other : other.elements(from: done)
        try NumPyOperators.change(rest, by: right, function, in: python)
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

    /// The operators' loops, found without touching the rest of what their functions are.
    private struct Loops {
        private let add = function(.add)?.floatPairOperation
        private let subtract = function(.subtract)?.floatPairOperation
        private let multiply = function(.multiply)?.floatPairOperation
        private let divide = function(.divide)?.floatPairOperation

        subscript(operation: BinaryOperator) -> BinaryOperation? {
            switch operation {
            case .add: add
            case .subtract: subtract
            case .multiply: multiply
            case .divide: divide
            default: nil
            }
        }
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
