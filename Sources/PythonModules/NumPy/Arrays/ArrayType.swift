import PythonRuntime
import Tensors

/// The class `ndarray`: operators, items, conversions and text.
enum NumPyArrayType {
    static func define(in python: Interpreter) {
        let t = TypeBuilder(ArrayTypes.of(python).ndarray, in: python)
        NumPyOperators.define(t)
        NumPyOperators.defineInPlace(t)
        QuickArithmetic.define(t)
        defineContainer(t)
        defineConversions(t)
        defineText(t)
        defineAttributes(t)
        t.variadic(.new) { python, _, arguments -> Value in
            try python.newArray(arguments)
        }
    }

    /// The array that a method was called on.
    static func array(_ value: Value, _ python: Interpreter) throws -> ArrayObject {
        guard let array = value.object as? ArrayObject else {
            throw python.typeError("descriptor requires a 'numpy.ndarray' object")
        }
        return array
    }

    private static func defineContainer(_ t: TypeBuilder) {
        t.binary(.getitem) { python, value, key -> Value in
            let array = try array(value, python)
            return try python.wordedByNumPy { try array.item(key, in: python) }
        }
        t.ternary(.setitem) { python, value, key, new -> Value in
            let array = try array(value, python)
            try python.wordedByNumPy { try array.setItem(key, new, in: python) }
            return .none
        }
        t.binary(.delitem) { python, _, _ -> Value in
            throw python.valueError("cannot delete array elements")
        }
        t.unary(.len) { python, value -> Int in
            let tensor = try array(value, python).tensor
            guard tensor.rank > 0 else { throw python.typeError("len() of unsized object") }
            return tensor.shape[0]
        }
        t.unary(.iter) { python, value -> Value in
            try python.rows(of: array(value, python))
        }
        t.binary(.contains) { python, value, item -> Bool in
            let tensor = try array(value, python).tensor
            let wanted = try ArrayLike.from(item, in: python).tensor
            return try python.wordedByNumPy {
                try ElementwiseFunction.equal(tensor, wanted, in: python).any().item.isTrue
            }
        }
        t.unary(.hash) { python, _ -> Value in
            throw python.typeError("unhashable type: 'numpy.ndarray'")
        }
        t.unary(.copy) { python, value -> Value in
            let array = try array(value, python)
            return python.ndarray(array.tensor.copy(), isText: array.isText)
        }
        t.binary(.deepcopy) { python, value, _ -> Value in
            let array = try array(value, python)
            return python.ndarray(array.tensor.copy(), isText: array.isText)
        }
    }

    private static func defineConversions(_ t: TypeBuilder) {
        t.unary(.bool) { python, value -> Bool in
            let tensor = try array(value, python).tensor
            guard tensor.count <= 1 else {
                throw python.valueError(
                    "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
                )
            }
            return tensor.count == 1 && tensor.contiguous().view(shape: []).item.isTrue
        }
        t.unary(.float) { python, value -> Double in try python.single(array(value, python)).double
        }
        t.unary(.int) { python, value -> Value in
            try python.single(array(value, python)).whole(in: python)
        }
        t.unary(.complex) { python, value -> Value in
            let number = try python.single(array(value, python)).complex
            return .object(ComplexObject(number.real, number.imaginary, in: python))
        }
        t.unary(.index) { python, value -> Int in
            let tensor = try array(value, python).tensor
            guard tensor.rank == 0, tensor.dtype.isInteger else {
                throw python.typeError(
                    "only integer scalar arrays can be converted to a scalar index")
            }
            return tensor.item.int
        }
    }

    private static func defineText(_ t: TypeBuilder) {
        t.unary(.repr) { python, value -> String in
            let array = try array(value, python)
            return try python.arrayText(isText: array.isText, room: array.textRoom).repr(
                array.tensor, formatter: array.formatter(in: python))
        }
        t.unary(.str) { python, value -> String in
            let array = try array(value, python)
            return try python.arrayText(isText: array.isText).str(
                array.tensor, formatter: array.formatter(in: python))
        }
        t.binary(.format) { python, value, specification -> String in
            let array = try array(value, python)
            guard array.tensor.rank == 0 else {
                if specification.text?.isEmpty != false { return try python.str(value) }
                throw python.typeError(
                    "unsupported format string passed to numpy.ndarray.__format__")
            }
            return try python.format(array.tensor.item.value(in: python), specification.text ?? "")
        }
    }
}

extension ArrayObject {
    /// What writes the elements where the note gave functions for that.
    fileprivate func formatter(in python: Interpreter) -> ArrayText.Formatter? {
        ArrayFormatter.current(ArrayLike(tensor: tensor, isText: isText), in: python)
    }
}

extension Interpreter {
    /// How arrays are written.
    func arrayText(isText: Bool, room: Int? = nil, _ options: PrintOptions? = nil) -> ArrayText {
        ArrayText(
            options ?? ArrayTypes.of(self).printOptions,
            strings: isText ? .text(width: room) : .bytes)
    }

    /// The one element of an array of size 1.
    func single(_ array: ArrayObject) throws -> Scalar {
        guard array.tensor.count == 1 else {
            throw typeError("only length-1 arrays can be converted to Python scalars")
        }
        let item = array.tensor.contiguous().view(shape: []).item
        if case .bytes(let text) = item {
            guard let number = Double(text.text) else {
                throw valueError("could not convert string to float: '\(text.text)'")
            }
            return .float(number)
        }
        return item
    }

    /// An iterator over the elements of a vector, or the rows of an array.
    func rows(of array: ArrayObject) throws -> Value {
        guard array.tensor.rank > 0 else { throw typeError("iteration over a 0-d array") }
        var next = 0
        return .object(
            ClosureIterator(type: types.iterator) { [unowned self] in
                guard next < array.tensor.shape[0] else { return nil }
                defer { next += 1 }
                return try array.row(next, in: self)
            })
    }

    /// `np.ndarray(shape, dtype=…)`.
    func newArray(_ arguments: Arguments) throws -> Value {
        let keywords = Dictionary(arguments.keywords.map { ($0.name, $0.value) }) { $1 }
        guard let shape = arguments.positional.first ?? keywords["shape"] else {
            throw typeError("ndarray() missing required argument 'shape' (pos 0)")
        }
        let type = arguments.positional.dropFirst().first ?? keywords["dtype"]
        let dtype = try type.map { try NumPyDType.from($0, in: self) }
        return ndarray(
            Tensor(zeros: try ShapeArgument.from(shape, in: self).shape, dtype?.dtype ?? .float64),
            isText: dtype?.isText ?? false)
    }
}

extension Scalar {
    /// The number cut to a Python integer.
    func whole(in python: Interpreter) throws -> Value {
        guard case .float(let number) = self else {
            if case .unsigned(let number) = self { return python.integer(.init(number)) }
            return .int(int)
        }
        if number.isNaN { throw python.valueError("cannot convert float NaN to integer") }
        guard number.isFinite else {
            throw python.error("OverflowError", "cannot convert float infinity to integer")
        }
        return python.integer(.init(number))
    }
}
