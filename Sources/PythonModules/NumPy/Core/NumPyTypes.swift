import PythonRuntime
import Tensors

/// The Python classes that only NumPy has; arrays and numbers are in `ArrayTypes`.
final class NumPyTypes {
    let text, ufunc, flatIterator: TypeObject
    let randomState, generator: TypeObject
    /// The class of the mistake that objects are where numbers must be.
    let objects: TypeObject
    private var exceptions: [String: TypeObject] = [:]
    private let python: Interpreter

    static func of(_ python: Interpreter) -> NumPyTypes {
        python.state(NumPyTypes.self) { NumPyTypes($0) }
    }

    private init(_ python: Interpreter) {
        self.python = python
        func make(_ name: String, _ module: String = "numpy", _ bases: [TypeObject]) -> TypeObject {
            TypeObject(name, bases: bases, module: module, metatype: python.types.type, in: python)
        }
        let object = [python.types.object]
        text = make("str_", "numpy", [python.types.str, ArrayTypes.of(python).generic])
        ufunc = make("ufunc", "numpy", object)
        ufunc.messageName = "numpy.ufunc"
        flatIterator = make("flatiter", "numpy", object)
        randomState = make("RandomState", "numpy.random.mtrand", object)
        randomState.messageName = "numpy.random.mtrand.RandomState"
        generator = make("Generator", "numpy.random._generator", object)
        let (value, type) = (
            python.types.exception("ValueError"), python.types.exception("TypeError")
        )
        objects = make("TypeError", "builtins", [type])
        exceptions = [
            "AxisError": make(
                "AxisError", "numpy.exceptions", [value, python.types.exception("IndexError")]),
            "LinAlgError": make("LinAlgError", "numpy.linalg", [value]),
            "UFuncTypeError": make("UFuncTypeError", "numpy.core._exceptions", [type]),
        ]
    }

    /// The exception class of a name, NumPy's or Python's.
    func exception(_ name: String) -> TypeObject {
        exceptions[name] ?? python.types.exception(name)
    }
}
