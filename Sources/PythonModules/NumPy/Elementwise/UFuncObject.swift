import PythonRuntime
import Tensors

/// An element-by-element function as Python holds it: `np.add`.
package final class UFuncObject: Object {
    let function: ElementwiseFunction

    init(_ function: ElementwiseFunction, in python: Interpreter) {
        self.function = function
        super.init(type: NumPyTypes.of(python).ufunc)
    }
}

/// What a call of an element-by-element function may name: `out`, `where`, `dtype`.
struct UFuncOptions {
    var out: ArrayObject?
    var condition: Tensor?
    var dtype: DType?

    /// The options among the keywords, and `out` where it is the operand after the last.
    init(_ call: Arguments, for function: ElementwiseFunction, in python: Interpreter) throws {
        if call.positional.count > function.operandCount {
            out = try Self.out(call.positional[function.operandCount], in: python)
        }
        for (name, value) in call.keywords where !value.isNone {
            switch name {
            case "out": out = try Self.out(value, in: python)
            case "where":
                if case .bool(true) = value { continue }
                condition = try ArrayLike.from(value, in: python).tensor.truth()
            case "dtype": dtype = try NumPyDType.from(value, in: python).dtype
            case "casting", "order", "subok", "signature", "extobj": continue
            default:
                throw python.typeError(
                    "\(function.name)() got an unexpected keyword argument '\(name)'")
            }
        }
    }

    private static func out(_ value: Value, in python: Interpreter) throws -> ArrayObject? {
        if value.isNone { return nil }
        if let tuple = value.object as? TupleObject, tuple.items.count == 1 {
            return try out(tuple.items[0], in: python)
        }
        guard let array = value.object as? ArrayObject else {
            throw python.typeError("return arrays must be of ArrayType")
        }
        return array
    }
}

extension UFuncObject {
    /// The call `np.add(a, b, out=…)`.
    func call(_ call: Arguments, in python: Interpreter) throws -> Value {
        let (count, given) = (function.operandCount, call.positional.count)
        if let operation = function.floatOperation, given == 1, call.keywords.isEmpty,
            let array = call.positional[0].object as? ArrayObject, array.tensor.dtype.isFloating
        {
            let result = try operation(array.tensor)
            try FloatErrors.of(python).check(function.name, [array.tensor], result)
            return python.numPyValue(result)
        }
        guard given >= count, given <= count + 1 else {
            throw python.typeError(
                "\(function.name)() takes from \(count) to \(count + 1) positional arguments but \(given) were given"
            )
        }
        let options = try UFuncOptions(call, for: function, in: python)
        let operands = try call.positional.prefix(count).map {
            try ArrayLike.from($0, in: python).tensor
        }
        let result: Tensor
        do {
            result = try run(operands, as: options.dtype, in: python)
        } catch TensorError.notBroadcastable(let operation, let shapes) {
            throw TensorError.notBroadcastable(
                operation: operation, shapes + (options.out.map { [$0.tensor.shape] } ?? []))
        }
        if options.condition == nil {
            try FloatErrors.of(python).check(function.name, operands, result)
        }
        return try finish(result, options, in: python)
    }

    private func run(_ operands: [Tensor], as dtype: DType?, in python: Interpreter) throws
        -> Tensor
    {
        if operands.count == 1 {
            return try function(
                dtype.map { try operands[0].cast(to: $0) } ?? operands[0], in: python)
        }
        return try function(operands[0], operands[1], as: dtype, in: python)
    }

    private func finish(_ result: Tensor, _ options: UFuncOptions, in python: Interpreter) throws
        -> Value
    {
        guard let out = options.out else {
            guard let condition = options.condition else { return python.numPyValue(result) }
            let shape = try python.commonShape([condition, result])
            let rest = Tensor(zeros: shape, result.dtype)
            return python.numPyValue(try Tensor.select(condition, result, rest))
        }
        try out.write(result, where: options.condition, ufunc: function.name, in: python)
        return .object(out)
    }
}

extension ArrayObject {
    /// Overwrites the elements, where a condition says so, with numbers that may be cast to their type.
    func write(
        _ result: Tensor, where condition: Tensor? = nil, ufunc: String,
        orElse refusal: String = "output array is read-only", in python: Interpreter
    ) throws {
        guard Casting.isSameKind(result.dtype, tensor.dtype) else {
            throw python.numPyError(
                "UFuncTypeError",
                "Cannot cast ufunc '\(ufunc)' output from dtype('\(result.dtype.name)') to dtype('\(tensor.dtype.name)') with casting rule 'same_kind'"
            )
        }
        guard result.shape.stretches(to: tensor.shape) else {
            throw python.valueError(
                "non-broadcastable output operand with shape \(tensor.shape.compact) doesn't match the broadcast shape \(result.shape.compact)"
            )
        }
        var values = try result.cast(to: tensor.dtype)
        if let condition { values = try Tensor.select(condition, values, tensor) }
        try writable(orElse: refusal, in: python).write(from: values.stretched(to: tensor.shape))
    }
}

/// Which conversions NumPy allows without being asked.
enum Casting {
    /// Whether numbers of a type may be cast to another of the same kind or a wider one.
    static func isSameKind(_ source: DType, _ target: DType) -> Bool {
        if source == target || source == .bool { return true }
        if source == .string || target == .string { return false }
        if source.kind == .signed, target.kind == .unsigned { return false }
        if source.kind == .unsigned, target.kind == .signed { return true }
        return source.kind <= target.kind
    }
}

extension Interpreter {
    /// The shape that tensors stretch to together.
    func commonShape(_ tensors: [Tensor]) throws -> Shape {
        var shape = Shape.scalar
        for tensor in tensors {
            guard let wider = shape.broadcast(with: tensor.shape) else {
                throw valueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape \(tensors[0].shape) and arg 1 with shape \(tensor.shape)."
                )
            }
            shape = wider
        }
        return shape
    }
}
