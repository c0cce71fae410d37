import PythonRuntime
import Tensors

/// The methods of arrays that are no functions of `numpy`, and those that differ from them.
enum NumPyArrayMethods {
    static func define(in python: Interpreter) {
        let types = ArrayTypes.of(python)
        let array = NumPyDefinitions(TypeBuilder(types.ndarray, in: python))
        let generic = NumPyDefinitions(TypeBuilder(types.generic, in: python))
        for t in [array, generic] {
            defineConversions(t)
            defineElements(t)
        }
        defineChanges(array)
    }

    private static func defineConversions(_ t: NumPyDefinitions) {
        t.def("astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True)") {
            (
                python: Interpreter, a: ArrayLike, dtype: NumPyDType, _: Value, _: Value, _: Value,
                _: Value
            )
                -> Value in
            let result = try ElementConversion.convert(a, to: dtype, in: python)
            let fresh = result.tensor === a.tensor ? result.tensor.copy() : result.tensor
            return fresh.rank == 0
                ? python.numPyValue(fresh, isText: result.isText)
                : python.ndarray(fresh, isText: result.isText, room: result.room)
        }
        t.def("tolist(self)\n\nThe elements in nested lists of Python's own numbers.") {
            (python: Interpreter, a: ArrayLike) -> Value in
            var elements = a.tensor.scalars[...]
            return NestedList(a, in: python).value(axis: 0, &elements)
        }
        t.raw("item(self, *args)") { python, call in
            try item(call, in: python)
        }
        t.def("tobytes(self, order='C')") {
            (python: Interpreter, a: ArrayLike, _: Value) -> Value in
            let block = a.tensor.contiguous()
            guard block.dtype != .string else {
                throw python.typeError("the bytes of an array of text are not available")
            }
            let start = block.storage.base + block.offset * block.dtype.byteWidth
            let bytes = UnsafeRawBufferPointer(
                start: start, count: block.count * block.dtype.byteWidth)
            return .object(BytesObject(Array(bytes), in: python))
        }
        t.def("copy(self, order='C')") {
            (python: Interpreter, value: Value, _: Value) -> Value in
            let a = try ArrayLike.from(value, in: python)
            guard value.object is ArrayObject else {
                return python.numPyValue(a.tensor.copy(), isText: a.isText)
            }
            return python.ndarray(a.tensor.copy(), isText: a.isText)
        }
        t.def("__array__(self, dtype=None)") {
            (python: Interpreter, object: ArrayInput, dtype: NumPyDType?) -> Value in
            .object(try object.array(dtype, copy: false, in: python))
        }
    }

    private static func item(_ call: Arguments, in python: Interpreter) throws -> Value {
        let a = try ArrayLike.from(call.positional[0], in: python)
        let key = call.positional.dropFirst()
        var chosen = a.tensor
        if key.isEmpty {
            guard chosen.count == 1 else {
                throw python.valueError("can only convert an array of size 1 to a Python scalar")
            }
            chosen = try chosen.reshaped(to: [])
        } else if key.count == 1, let flat = key.first?.integer {
            chosen = try chosen.flattened().indexed([.integer(flat)])
        } else {
            let list = key.count == 1 ? try python.list(key[1]) : Array(key)
            chosen = try chosen.indexed(list.map { .integer(try python.index($0)) })
        }
        guard chosen.rank == 0 else {
            throw python.valueError("incorrect number of indices for array")
        }
        return chosen.item.plainValue(isText: a.isText, in: python)
    }

    private static func defineElements(_ t: NumPyDefinitions) {
        t.def("flatten(self, order='C')") {
            (python: Interpreter, a: ArrayLike, order: String) -> Value in
            let x = order == "F" ? try a.tensor.transposed() : a.tensor
            return python.ndarray(try x.copy().reshaped(to: [x.count]), isText: a.isText)
        }
        t.def("round(self, decimals=0, out=None)") {
            (python: Interpreter, a: ArrayLike, decimals: Int, out: Value) -> Value in
            try python.deliver(Rounding.round(a.tensor, decimals: decimals), to: out)
        }
        t.def("clip(self, min=None, max=None, out=None)") {
            (python: Interpreter, a: ArrayLike, low: Value, high: Value, out: Value) -> Value in
            try python.deliver(Rounding.clip(a.tensor, low, high, in: python), to: out)
        }
        t.def("take(self, indices, axis=None, out=None, mode='raise')") {
            (
                python: Interpreter, a: ArrayView, places: ArrayLike, axis: Int?, out: Value,
                mode: String
            )
                -> Value in
            let found = try Selection.take(a.tensor, places.tensor, axis, mode)
            return try python.deliver(ArrayLike(tensor: found, isText: a.isText), to: out)
        }
        t.def("nonzero(self)") { (python: Interpreter, a: ArrayLike) -> Value in
            try Selection.nonzero(a.tensor, in: python)
        }
        t.def("argsort(self, axis=-1, kind=None, order=None)") {
            (python: Interpreter, a: ArrayLike, axis: Int?, _: Value, _: Value) -> Value in
            python.ndarray(try Selection.sortOrder(a.tensor, axis))
        }
        t.def("searchsorted(self, v, side='left', sorter=None)") {
            (python: Interpreter, a: ArrayLike, values: ArrayLike, side: String, _: Value) -> Value
            in
            python.numPyValue(a.tensor.searchSorted(values.tensor, right: side == "right"))
        }
        t.def("conj(self)") { (python: Interpreter, a: ArrayLike) -> Value in
            python.numPyValue(
                a.tensor.dtype.isComplex ? try UnaryOperation.conjugate(a.tensor) : a.tensor)
        }
    }

    private static func defineChanges(_ t: NumPyDefinitions) {
        t.def("sort(self, axis=-1, kind=None, order=None)") {
            (python: Interpreter, value: Value, axis: Int, _: Value, _: Value) -> Value in
            let tensor = try NumPyArrayType.array(value, python)
                .writable(orElse: "sort array is read-only", in: python)
            tensor.write(from: try tensor.sorted(axis: axis))
            return .none
        }
        t.def("fill(self, value)") {
            (python: Interpreter, value: Value, number: ArrayLike) -> Value in
            let array = try NumPyArrayType.array(value, python)
            guard number.tensor.count == 1 else {
                throw python.valueError("setting an array element with a sequence.")
            }
            try array.writable(in: python).fill(with: number.tensor.scalars[0])
            return .none
        }
        t.def("view(self, dtype=None, type=None)") {
            (python: Interpreter, value: Value, wanted: Value, named: Value) -> Value in
            let array = try NumPyArrayType.array(value, python)
            if let type = (named.isNone ? wanted : named).object as? TypeObject,
                type.isSubtype(of: ArrayTypes.of(python).ndarray)
            {
                let view = ArrayObject(
                    array.tensor.unwatched, isText: array.isText, type: type, in: python)
                view.base = array.base ?? array
                return .object(view)
            }
            let dtype = wanted.isNone ? nil : try NumPyDType.from(wanted, in: python)
            guard let dtype, dtype.dtype != array.tensor.dtype else {
                return array.view(array.tensor.unwatched, in: python)
            }
            return python.ndarray(
                try Reinterpretation.view(array.tensor, as: dtype.dtype, in: python))
        }
    }
}

/// Elements in nested lists.
private struct NestedList {
    let shape: Shape
    let isText: Bool
    let python: Interpreter

    init(_ array: ArrayLike, in python: Interpreter) {
        shape = array.tensor.shape
        isText = array.isText
        self.python = python
    }

    func value(axis: Int, _ elements: inout ArraySlice<Scalar>) -> Value {
        guard axis < shape.rank else {
            return elements.removeFirst().plainValue(isText: isText, in: python)
        }
        var items: [Value] = []
        items.reserveCapacity(shape[axis])
        for _ in 0..<shape[axis] { items.append(value(axis: axis + 1, &elements)) }
        return .list(items, in: python)
    }
}

extension Scalar {
    /// The element as Python's own type, text as `str`.
    func plainValue(isText: Bool, in python: Interpreter) -> Value {
        if isText, case .bytes(let text) = self { return .string(text.text, in: python) }
        return value(in: python)
    }
}

/// The same bytes as elements of another type.
private enum Reinterpretation {
    static func view(_ tensor: Tensor, as dtype: DType, in python: Interpreter) throws -> Tensor {
        let block = tensor.contiguous()
        guard block.dtype != .string, dtype != .string else {
            throw python.typeError("the bytes of an array of text are not available")
        }
        let bytes = block.count * block.dtype.byteWidth
        var shape = block.shape
        if block.dtype.byteWidth != dtype.byteWidth {
            guard block.rank > 0, shape.innermost * block.dtype.byteWidth % dtype.byteWidth == 0
            else {
                throw python.valueError(
                    "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array."
                )
            }
            shape[shape.rank - 1] = shape.innermost * block.dtype.byteWidth / dtype.byteWidth
        }
        let result = Tensor(zeros: shape, dtype)
        result.storage.base.copyMemory(
            from: block.storage.base + block.offset * block.dtype.byteWidth, byteCount: bytes)
        return result
    }
}
