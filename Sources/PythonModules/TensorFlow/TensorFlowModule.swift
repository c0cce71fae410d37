import PythonRuntime
import Tensors

/// `tensorflow`: the module and those inside it.
enum TensorFlowModule {
    static let version = "2.15.1"

    static func register(in python: Interpreter) {
        python.modules.register("tensorflow") { try make(in: $0) }
        for name in ["keras", "tensorflow.keras"] {
            python.modules.register(name) {
                // Keras' tensors and variables are TensorFlow's, whoever is imported.
                _ = try $0.modules.find("tensorflow", in: $0)
                return try KerasModule.of($0).module
            }
        }
        for path in KerasModule.subModulePaths {
            for root in ["keras", "tensorflow.keras"] {
                python.modules.register("\(root).\(path)") {
                    _ = try $0.modules.find("tensorflow", in: $0)
                    return try KerasModule.of($0).subModule(path)
                }
            }
        }
    }

    private static func make(in python: Interpreter) throws -> ModuleObject {
        // What `tensor.numpy()` gives must behave like an array even where nobody imports numpy.
        _ = try python.modules.find("numpy", in: python)
        let m = ModuleBuilder("tensorflow", pythonWording: true, in: python)
        try m.set("__version__", version)
        TensorType.define(in: python)
        VariableType.define(in: python)
        ShapeType.define(in: python)
        DTypeType.define(in: python)
        try dtypes(m)
        CreationFunctions.define(m)
        ShapingFunctions.define(m)
        IndexingFunctions.define(m)
        ClippingFunctions.define(m)
        ControlFlow.define(m)
        Mapping.define(m)
        FunctionType.define(m)
        CustomGradients.define(m)
        try defineMathematics(m)
        try EnvironmentFunctions.define(m)
        try defineModules(m)
        TensorFlowTypes.define(m)
        TensorFlowRefusals.define(m)
        defineLateModules(m)
        KerasAliases.define(m)
        let parts = ["math", "nn", "linalg", "strings", "random", "debugging", "ragged"]
        for part in parts.compactMap({ m.module.namespace[$0]?.object as? ModuleObject }) {
            DispatchedFunctions.mark(part)
        }
        DispatchedFunctions.mark(m.module)
        return m.module
    }

    /// Modules that few notes need are made when they are asked for.
    private static func defineLateModules(_ m: ModuleBuilder) {
        let late: Set<String> = ["sparse", "sets", "signal", "lookup", "io", "image"]
        m.module.makeAttribute = {
            [unowned python = m.python, unowned tensorflow = m.module] name in
            func module(_ name: String) throws -> ModuleObject? {
                try python.modules.find("tensorflow.\(name)", in: python)
            }
            if name == "train" {
                let made = Value.object(try SavingModule.train(in: python))
                tensorflow.namespace[name] = made
                return made
            }
            if name.hasPrefix("SparseTensor") { return try module("sparse")?.namespace[name] }
            if writtenInPython.contains(name) { return try module("_more")?.namespace[name] }
            return late.contains(name) ? try module(name).map { .object($0) } : nil
        }
    }

    /// The functions of `tensorflow` itself that are written in Python.
    private static let writtenInPython: Set<String> = [
        "UnconnectedGradients", "autodiff", "batch_to_space", "edit_distance",
        "get_current_name_scope", "gradients", "guarantee_const",
        "hessians", "is_symbolic_tensor", "make_ndarray", "parallel_stack", "space_to_batch",
        "space_to_batch_nd", "strided_slice",
    ]

    /// Lets a module have what a module written in Python has.
    static func extend(_ module: ModuleObject, with path: String, in python: Interpreter) {
        module.makeAttribute = { [unowned python] name in
            guard !name.hasPrefix("_") else { return nil }
            let value = try python.modules.find(path, in: python)?.namespace[name]
            return value?.object is ModuleObject ? nil : value
        }
    }

    /// `tf.math`, `tf.nn` and `tf.linalg`, much of which `tensorflow` itself names too.
    private static func defineMathematics(_ m: ModuleBuilder) throws {
        let python = m.python
        let math = ModuleBuilder("tensorflow.math", pythonWording: true, in: python)
        TensorMath.define(math)
        MoreMath.define(math)
        ReductionFunctions.define(math)
        SegmentFunctions.define(math)
        let nn = ModuleBuilder("tensorflow.nn", pythonWording: true, in: python)
        ActivationFunctions.define(nn)
        CrossEntropyFunctions.define(nn)
        NeuralFunctions.define(nn)
        for module in [m, math, nn] { SymbolicFunctions.wrap(module.module, in: python) }
        // `tf.tanh` is `tf.math.tanh`, and `tf.nn.tanh` too.
        let onlyInMath = Set(self.onlyInMath.split(whereSeparator: \.isWhitespace).map(String.init))
        for name in math.module.namespace.names
        where !name.hasPrefix("__") && !onlyInMath.contains(name)
            && m.module.namespace[name] == nil
        {
            m.module.namespace[name] = math.module.namespace[name]
        }
        for name in ["tanh", "sigmoid"] {
            nn.module.namespace[name] = math.module.namespace[name]
        }
        for name in ["softplus", "top_k", "zero_fraction"] {
            nn.module.namespace[name] = nn.module.namespace[name] ?? math.module.namespace[name]
        }
        for name in ["l2_normalize", "in_top_k", "log_softmax", "softmax", "softsign", "softplus"] {
            math.module.namespace[name] = nn.module.namespace[name]
        }
        let linalg = ModuleBuilder("tensorflow.linalg", pythonWording: true, in: python)
        MatrixFunctions.define(linalg)
        LinearFunctions.define(linalg)
        ClippingFunctions.defineNorm(linalg)
        SymbolicFunctions.wrap(linalg.module, in: python)
        linalg.module.namespace["l2_normalize"] = nn.module.namespace["l2_normalize"]
        for name in ["matmul", "norm", "einsum", "tensordot"] {
            m.module.namespace[name] = linalg.module.namespace[name]
        }
        for name in ["eye", "eig", "eigvals"] {
            let function = m.module.namespace[name] ?? linalg.module.namespace[name]
            m.module.namespace[name] = function
            linalg.module.namespace[name] = function
        }
        extend(math.module, with: "tensorflow._special", in: python)
        extend(nn.module, with: "tensorflow._nn", in: python)
        extend(linalg.module, with: "tensorflow._linalg", in: python)
        try set(m, ["math": math.module, "nn": nn.module, "linalg": linalg.module])
    }

    /// The functions of `tf.math` that `tensorflow` itself does not name.
    private static let onlyInMath = """
        accumulate_n angle bincount ceil confusion_matrix conj count_nonzero cumprod
        cumulative_logsumexp digamma divide_no_nan erf erfc erfcinv erfinv expm1
        floordiv floormod imag invert_permutation is_finite is_inf is_nan
        is_non_decreasing is_strictly_increasing lbeta lgamma log log1p log_sigmoid
        logical_xor mod multiply_no_nan ndtri polygamma polyval real reciprocal
        reciprocal_no_nan reduce_euclidean_norm reduce_std reduce_variance rint rsqrt
        segment_max segment_mean segment_min segment_prod segment_sum softplus
        squared_difference top_k unsorted_segment_max unsorted_segment_mean
        unsorted_segment_min unsorted_segment_prod unsorted_segment_sqrt_n
        unsorted_segment_sum xdivy xlog1py xlogy zero_fraction zeta
        """

    private static func defineModules(_ m: ModuleBuilder) throws {
        let python = m.python
        let strings = try StringFunctions.module(in: python)
        extend(strings, with: "tensorflow._strings", in: python)
        let ragged = RaggedMaking.module(in: python)
        extend(ragged, with: "tensorflow._ragged", in: python)
        let debugging = DebuggingFunctions.module(in: python)
        DebuggingFunctions.share(debugging, with: m)
        m.module.namespace["as_string"] = strings.namespace["as_string"]
        try set(
            m,
            [
                "random": RandomFunctions.module(in: python), "strings": strings,
                "errors": TensorFlowErrors.of(python).module(in: python),
                "config": ConfigFunctions.module(in: python), "debugging": debugging,
                "data": DataModule.module(in: python),
                "nest": Nest.module(in: python), "ragged": ragged,
                "bitwise": BitwiseFunctions.module(in: python),
                "dtypes": dtypesModule(m), "keras": KerasModule.of(python).module,
            ])
    }

    /// `tf.dtypes`: the types under another roof.
    private static func dtypesModule(_ m: ModuleBuilder) throws -> ModuleObject {
        let module = ModuleObject("tensorflow.dtypes", in: m.python)
        for name in DType.allCases.map(\.name) + ["as_dtype", "cast", "complex", "saturate_cast"] {
            module.namespace[name] = m.module.namespace[name]
        }
        module.namespace["DType"] = .object(ArrayTypes.of(m.python).tfDType)
        return module
    }

    /// Sets modules in the order given, which a listing of the names shows.
    private static func set(
        _ m: ModuleBuilder, _ modules: KeyValuePairs<String, ModuleObject>
    ) throws {
        for (name, module) in modules { try m.set(name, Value.object(module)) }
    }

    private static func dtypes(_ m: ModuleBuilder) throws {
        for dtype in DType.allCases { try m.set(dtype.name, DTypeType.value(dtype, in: m.python)) }
        try m.set("half", DTypeType.value(.float16, in: m.python))
        try m.set("double", DTypeType.value(.float64, in: m.python))
    }
}
