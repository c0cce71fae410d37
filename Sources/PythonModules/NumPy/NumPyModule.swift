import PythonRuntime
import Tensors

/// The module `numpy` and the modules in it.
enum NumPyModule {
    /// The version whose behaviour this is.
    static let version = "1.26.4"

    /// The functions and classes that are written in Python, and the modules that hold them.
    private static let writtenInPython: [String: String] = {
        let files = [
            "save", "savez", "savez_compressed", "load", "savetxt", "loadtxt", "genfromtxt",
            "fromfile",
        ]
        var homes = Dictionary(uniqueKeysWithValues: files.map { ($0, "numpy._files") })
        homes["poly1d"] = "numpy._polynomial"
        for name in ["frompyfunc", "object_"] { homes[name] = NumPyObjects.module }
        for name in ["datetime64", "datetime_as_string", "is_busday", "isnat", "timedelta64"] {
            homes[name] = "numpy._dates"
        }
        homes["void"] = "numpy._records"
        for name in ["asmatrix", "mat", "matrix"] { homes[name] = "numpy._matrices" }
        let rare = [
            "apply_over_axes", "asarray_chkfinite", "asfortranarray", "broadcast", "common_type",
            "disp", "finfo", "format_float_positional", "format_float_scientific", "histogram2d",
            "histogramdd", "iinfo", "infty", "isfortran", "little_endian", "mask_indices",
            "min_scalar_type", "msort", "nditer", "require", "sort_complex", "typecodes",
            "typename", "unwrap",
        ]
        for name in rare { homes[name] = "numpy._more" }
        return homes
    }()

    /// Makes `numpy` and its parts importable.
    static func register(in python: Interpreter) {
        python.modules.register("numpy") { python in try module(in: python) }
        python.modules.register("numpy.random") { python in
            try NumPyRandomModule.make(in: python)
        }
        python.modules.register("numpy.linalg") { python in
            try NumPyLinearAlgebra.make(in: python)
        }
        python.modules.register("numpy.char") { python in NumPyCharModule.make(in: python) }
        python.modules.register("numpy.lib") { python in try NumPyLibrary.make(in: python) }
        python.modules.register("numpy.lib.stride_tricks") { python in
            NumPyStrideTricks.make(in: python)
        }
        python.modules.register("numpy.testing") { python in NumPyTesting.make(in: python) }
    }

    private static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("numpy", pythonWording: true, in: python)
        defineTypes(in: python)
        try NumPyNames.define(m)
        try NumPyUFuncs.define(m)
        defineFunctions(NumPyDefinitions(m), in: python)
        NumPyPrinting.define(m)
        NumPyFunctional.define(m)
        NumPyInspection.define(m)
        try NumPyIndexTricks.define(m)
        for (alias, name) in [
            ("amax", "max"), ("amin", "min"), ("product", "prod"), ("cumproduct", "cumprod"),
            ("sometrue", "any"), ("alltrue", "all"),
        ] {
            m.module.namespace[alias] = m.module.namespace[name]
        }
        m.module.makeAttribute = { [unowned python] name in
            if let retired = RetiredNames.error(name, in: python) { throw retired }
            if let home = writtenInPython[name] {
                return try python.modules.find(home, in: python)?.namespace[name]
            }
            return try python.modules.find("numpy.\(name)", in: python).map { .object($0) }
        }
        return m.module
    }

    private static func defineTypes(in python: Interpreter) {
        NumPyArrayType.define(in: python)
        NumPyScalarTypes.define(in: python)
        NumPyDTypeType.define(in: python)
        FlatIterator.define(in: python)
    }

    private static func defineFunctions(_ m: NumPyDefinitions, in python: Interpreter) {
        let methods = [ArrayTypes.of(python).ndarray, ArrayTypes.of(python).generic].map {
            NumPyDefinitions(TypeBuilder($0, in: python))
        }
        let shared = SharedDefinitions(m, methods: methods)
        NumPyReductions.define(shared)
        NumPyCumulation.define(shared)
        NumPyShaping.define(shared)
        NumPyProducts.define(m, shared: shared)
        // Where a method differs from the function of its name, the method's own definition comes last.
        NumPyArrayMethods.define(in: python)
        for define in [
            NumPyCreation.define, NumPyRanges.define, NumPyMatrices.define, NumPySources.define,
            NumPyStatistics.define, NumPyAxes.define, NumPyJoining.define, NumPyEditing.define,
            NumPySorting.define, NumPyChoosing.define, NumPyMoreFunctions.define,
            NumPyPolynomials.define, NumPyRarerFunctions.define, NumPyPlacing.define,
            NumPySkipping.define, NumPyPolynomialArithmetic.define,
        ] { define(m) }
        NumPyRarerMethods.define(in: python)
    }
}
