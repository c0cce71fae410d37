import PythonRuntime
import Tensors

/// The lengths of vectors and matrices: `np.linalg.norm`.
enum Norms {
    static func define(_ m: NumPyDefinitions) {
        m.def("norm(x, ord=None, axis=None, keepdims=False)") {
            (python: Interpreter, a: ArrayLike, order: Value, axes: AxesArgument, keeping: Bool)
                -> Value in
            let x = try a.tensor.cast(
                to: Promotion.joint(
                    a.tensor.dtype,
                    a.tensor.dtype.isInteger || a.tensor.dtype == .bool ? .float64 : a.tensor.dtype)
            )
            return python.numPyValue(try norm(x, order, axes.axes, keeping, in: python))
        }
    }

    static func norm(
        _ x: Tensor, _ order: Value, _ axes: [Int]?, _ keeping: Bool, in python: Interpreter
    ) throws -> Tensor {
        let along = axes ?? Array(0..<x.rank)
        guard axes != nil || !order.isNone else {
            return try UnaryOperation.squareRoot(squares(x, nil, keeping))
        }
        switch along.count {
        case 1: return try vectorNorm(x, order, along, keeping, in: python)
        case 2: return try matrixNorm(x, order, along, keeping, in: python)
        default: throw python.valueError("Improper number of dimensions to norm.")
        }
    }

    private static func squares(_ x: Tensor, _ axes: [Int]?, _ keeping: Bool) throws -> Tensor {
        let sizes =
            x.dtype.isComplex ? try UnaryOperation.absolute(x).cast(to: x.dtype.realPart) : x
        return try NumPyReductions.sum(sizes * sizes, axes, keeping: keeping)
    }

    private static func vectorNorm(
        _ x: Tensor, _ order: Value, _ axes: [Int], _ keeping: Bool, in python: Interpreter
    ) throws -> Tensor {
        if order.isNone { return try UnaryOperation.squareRoot(squares(x, axes, keeping)) }
        guard order.text == nil else {
            throw python.valueError("Invalid norm order '\(order.text ?? "")' for vectors")
        }
        let sizes = try UnaryOperation.absolute(x).cast(to: x.dtype.realPart)
        let p = try python.double(order)
        switch p {
        case .infinity: return try sizes.max(axes: axes, keeping: keeping)
        case -.infinity: return try sizes.min(axes: axes, keeping: keeping)
        case 0:
            return try x.truth().countTrue(axes: axes, keeping: keeping).cast(to: x.dtype.realPart)
        case 1: return try NumPyReductions.sum(sizes, axes, keeping: keeping)
        case 2: return try UnaryOperation.squareRoot(squares(x, axes, keeping))
        default:
            let powers = try BinaryOperation.power(sizes, Tensor(.float(p), sizes.dtype))
            let total = try NumPyReductions.sum(powers, axes, keeping: keeping)
            return try BinaryOperation.power(total, Tensor(.float(1 / p), total.dtype))
        }
    }

    private static func matrixNorm(
        _ x: Tensor, _ order: Value, _ axes: [Int], _ keeping: Bool, in python: Interpreter
    ) throws -> Tensor {
        let name = order.text
        if order.isNone || name == "fro" || name == "f" {
            return try UnaryOperation.squareRoot(squares(x, axes, keeping))
        }
        if name == "nuc" {
            return Tensor(scalar: OrthogonalFactors(Matrix(x)).values.reduce(0, +))
        }
        guard name == nil else { throw python.valueError("Invalid norm order for matrices.") }
        let p = try python.double(order)
        let sizes = try UnaryOperation.absolute(x).cast(to: x.dtype.realPart)
        switch p {
        case 1, -1, .infinity, -.infinity:
            let isByColumns = abs(p) == 1
            let sums = try NumPyReductions.sum(
                sizes, [isByColumns ? axes[0] : axes[1]], keeping: true)
            let ends =
                p > 0
                ? try sums.max(axes: axes, keeping: keeping)
                : try sums.min(axes: axes, keeping: keeping)
            return ends
        case 2, -2:
            let values = OrthogonalFactors(Matrix(x)).values
            return Tensor(scalar: (p > 0 ? values.first : values.last) ?? 0)
        default: throw python.valueError("Invalid norm order for matrices.")
        }
    }
}
