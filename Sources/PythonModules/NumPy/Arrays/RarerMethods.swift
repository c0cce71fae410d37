import PythonRuntime
import Tensors

/// The methods and attributes of arrays that notes seldom need.
enum NumPyRarerMethods {
    static func define(in python: Interpreter) {
        let types = ArrayTypes.of(python)
        let builder = TypeBuilder(types.ndarray, in: python)
        let t = NumPyDefinitions(builder)
        changes(t)
        choices(t)
        ArrayFlags.define(t, builder)
        for type in [types.ndarray, types.generic] {
            NumPyDefinitions(TypeBuilder(type, in: python)).def("conjugate(self)") {
                (python: Interpreter, a: ArrayLike) -> Value in
                python.numPyValue(
                    a.tensor.dtype.isComplex ? try UnaryOperation.conjugate(a.tensor) : a.tensor)
            }
        }
        let real = NumPyDefinitions(TypeBuilder(types.generic, in: python))
        real.def("is_integer(self)") { (_: Interpreter, a: ArrayLike) -> Bool in
            a.tensor.item.double.rounded() == a.tensor.item.double
        }
    }

    private static func changes(_ t: NumPyDefinitions) {
        t.raw("resize(self, *new_shape, refcheck=True)") { python, call in
            let array = try NumPyArrayType.array(call.positional.first ?? .none, python)
            let given = Array(call.positional.dropFirst())
            let wish = given.count == 1 ? given[0] : .tuple(given, in: python)
            let shape = try ArrayShape.from(wish, in: python).shape
            guard shape.dimensions.allSatisfy({ $0 >= 0 }) else {
                throw python.valueError("negative dimensions not allowed")
            }
            let larger = try Tensor.filled([shape.count], with: .int(0), array.tensor.dtype)
            let kept = min(shape.count, array.tensor.count)
            let source = try array.tensor.flattened().indexed([.slice(0, kept, 1)])
            try larger.indexed([.slice(0, kept, 1)]).write(from: source)
            array.tensor = larger.view(shape: shape)
            return .none
        }
        t.def("put(self, indices, values, mode='raise')") {
            (python: Interpreter, value: Value, places: ArrayLike, values: ArrayLike, mode: String)
                -> Value in
            try NumPyPlacing.put(
                NumPyArrayType.array(value, python), places.tensor.ints, values, mode: mode,
                in: python)
            return .none
        }
        t.raw("itemset(self, *args)") { python, call in
            let array = try NumPyArrayType.array(call.positional.first ?? .none, python)
            let rest = Array(call.positional.dropFirst())
            guard let new = rest.last else {
                throw python.valueError("itemset must have at least one argument")
            }
            let number = try ArrayLike.from(new, in: python).tensor.cast(to: array.tensor.dtype)
            guard number.count == 1 else {
                throw python.valueError("setting an array element with a sequence.")
            }
            let key: Value =
                rest.count == 2
                ? rest[0] : .tuple(rest.dropLast().map { $0 }, in: python)
            let flat = rest.count == 2 && rest[0].integer != nil
            let index =
                flat
                ? try [python.index(rest[0])] : try python.list(key).map { try python.index($0) }
            let position = flat ? array.tensor.position(index[0]) : index
            guard position.count == array.tensor.rank,
                !flat || (0..<array.tensor.count).contains(index[0]),
                zip(position, array.tensor.shape.dimensions).allSatisfy({ (0..<$1).contains($0) })
            else {
                throw python.error("IndexError", "index is out of bounds for the array")
            }
            try array.writable(in: python)[position] = number.scalars[0]
            return .none
        }
        t.def("partition(self, kth, axis=-1, kind='introselect', order=None)") {
            (python: Interpreter, value: Value, _: Value, axis: Int, _: Value, _: Value) -> Value in
            let tensor = try NumPyArrayType.array(value, python)
                .writable(orElse: "partition array is read-only", in: python)
            tensor.write(from: try tensor.sorted(axis: axis))
            return .none
        }
    }

    private static func choices(_ t: NumPyDefinitions) {
        t.def("argpartition(self, kth, axis=-1, kind='introselect', order=None)") {
            (python: Interpreter, a: ArrayLike, _: Value, axis: Int?, _: Value, _: Value) -> Value
            in python.ndarray(try Selection.sortOrder(a.tensor, axis))
        }
        for name in ["compress", "choose"] {
            t.raw("\(name)(self, *args, **kwargs)") { python, call in
                guard let numpy = try python.modules.find("numpy", in: python),
                    call.positional.count > 1
                else { throw python.typeError("\(name)() missing required argument") }
                var arguments = call
                // The function takes the condition before the array.
                if name == "compress" { arguments.positional.swapAt(0, 1) }
                return try python.call(
                    python.getAttribute(.object(numpy), name), arguments)
            }
        }
        t.def("tofile(self, fid, sep='', format='%s')") {
            (python: Interpreter, array: Value, file: Value, sep: Value, format: Value) -> Value in
            let files = try python.modules.find("numpy._files", in: python)
            guard let write = files?.namespace["tofile"] else { return .none }
            return try python.call(write, [array, file, sep, format])
        }
    }
}
