import PythonRuntime
import Tensors

/// The module `numpy` and the modules in it.
enum NumPyModule {
    /// The version whose behaviour this is.
    static let version = "1.26.4"

    /// Makes `numpy` importable.
    static func register(in python: Interpreter) {
        python.modules.register("numpy") { python in try module(in: python) }
    }

    private static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("numpy", pythonWording: true, in: python)
        defineTypes(in: python)
        try NumPyNames.define(m)
        try NumPyUFuncs.define(m)
        let functions = NumPyDefinitions(m)
        let methods = [ArrayTypes.of(python).ndarray, ArrayTypes.of(python).generic].map {
            NumPyDefinitions(TypeBuilder($0, in: python))
        }
        let shared = SharedDefinitions(functions, methods: methods)
        defineShared(shared, functions)
        defineFunctions(functions)
        return m.module
    }

    private static func defineTypes(in python: Interpreter) {
        NumPyArrayType.define(in: python)
        NumPyScalarTypes.define(in: python)
        NumPyDTypeType.define(in: python)
        FlatIterator.define(in: python)
        NumPyArrayMethods.define(in: python)
    }

    private static func defineShared(_ shared: SharedDefinitions, _ m: NumPyDefinitions) {
        NumPyReductions.define(shared)
        NumPyCumulation.define(shared)
        NumPyShaping.define(shared)
        NumPyProducts.define(m, shared: shared)
    }

    private static func defineFunctions(_ m: NumPyDefinitions) {
        NumPyCreation.define(m)
        NumPyRanges.define(m)
        NumPyMatrices.define(m)
        NumPySources.define(m)
        NumPyStatistics.define(m)
        NumPyAxes.define(m)
        NumPyJoining.define(m)
        NumPyEditing.define(m)
    }
}
