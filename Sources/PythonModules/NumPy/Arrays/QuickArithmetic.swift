import PythonRuntime
import PythonSyntax
import Tensors

/// Arithmetic of arrays of floats of one type, or of `float64` and a number, where nothing has to be converted and
/// nothing told: results that are not finite are left to the general way, which says how they came about.
enum QuickArithmetic {
    static func define(_ t: TypeBuilder) {
        t.type.quickResult = { python, object, operation, other, place in
            guard let array = (object as? ArrayObject)?.tensor, array.dtype.isFloating,
                let function = function(operation)
            else { return nil }
            if let other = (other.object as? ArrayObject)?.tensor {
                guard place != .right, other.dtype == array.dtype else { return nil }
                guard let result = finite(try? function(array, other)) else { return nil }
                guard place == .changed else { return python.numPyValue(result) }
                guard result.shape == array.shape else { return nil }
                array.write(from: result)
                return .object(object)
            }
            guard place != .changed, array.dtype == .float64, array.rank > 0,
                let number = number(other)
            else { return nil }
            let single = Tensor(scalar: number)
            let result = try? place == .left ? function(array, single) : function(single, array)
            return finite(result).map { python.numPyValue($0) }
        }
    }

    private static func finite(_ result: Tensor?) -> Tensor? {
        result.flatMap { $0.hasInfinities ? nil : $0 }
    }

    private static func function(_ operation: BinaryOperator) -> BinaryOperation? {
        switch operation {
        case .add: ElementwiseFunction.add.floatPairOperation
        case .subtract: ElementwiseFunction.subtract.floatPairOperation
        case .multiply: ElementwiseFunction.multiply.floatPairOperation
        case .divide: ElementwiseFunction.divide.floatPairOperation
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
