import PythonRuntime
import Tensors

/// `tensorflow`: the module and those inside it.
enum TensorFlowModule {
    static let version = "2.15.1"

    static func register(in python: Interpreter) {
        python.modules.register("tensorflow") { try make(in: $0) }
        for name in ["keras", "tensorflow.keras"] {
            python.modules.register(name) { try KerasModule.of($0).module }
        }
        for path in KerasModule.subModulePaths {
            for root in ["keras", "tensorflow.keras"] {
                python.modules.register("\(root).\(path)") {
                    try KerasModule.of($0).subModule(path)
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
        let math = ModuleBuilder("tensorflow.math", pythonWording: true, in: python)
        TensorMath.define(math)
        ReductionFunctions.define(math)
        let nn = ModuleBuilder("tensorflow.nn", pythonWording: true, in: python)
        ActivationFunctions.define(nn)
        CrossEntropyFunctions.define(nn)
        for module in [m, math, nn] { SymbolicFunctions.wrap(module.module, in: python) }
        // `tf.tanh` is `tf.math.tanh`, and `tf.nn.tanh` too.
        for name in math.module.namespace.names where !name.hasPrefix("__") {
            if m.module.namespace[name] == nil {
                m.module.namespace[name] = math.module.namespace[name]
            }
        }
        for name in [
            "tanh", "sigmoid", "softplus", "l2_normalize", "top_k", "in_top_k", "zero_fraction",
        ] {
            if nn.module.namespace[name] == nil {
                nn.module.namespace[name] = math.module.namespace[name]
            }
        }
        m.module.namespace["sigmoid"] = math.module.namespace["sigmoid"]
        let linalg = ModuleBuilder("tensorflow.linalg", pythonWording: true, in: python)
        MatrixFunctions.define(linalg)
        SymbolicFunctions.wrap(linalg.module, in: python)
        for name in ["matmul", "norm", "eye", "einsum", "tensordot", "matvec"] {
            m.module.namespace[name] = m.module.namespace[name] ?? linalg.module.namespace[name]
        }
        try set(m, ["math": math.module, "nn": nn.module, "linalg": linalg.module])
        try set(
            m,
            [
                "random": RandomFunctions.module(in: python),
                "strings": StringFunctions.module(in: python),
                "errors": TensorFlowErrors.of(python).module(in: python),
                "config": ConfigFunctions.module(in: python),
                "data": DataModule.module(in: python),
                "keras": KerasModule.of(python).module,
            ])
        TensorFlowTypes.define(m)
        TensorSpecType.define(m)
        return m.module
    }

    private static func set(_ m: ModuleBuilder, _ modules: [String: ModuleObject]) throws {
        for (name, module) in modules { try m.set(name, Value.object(module)) }
    }

    private static func dtypes(_ m: ModuleBuilder) throws {
        for dtype in DType.allCases { try m.set(dtype.name, DTypeType.value(dtype, in: m.python)) }
        try m.set("half", DTypeType.value(.float16, in: m.python))
        try m.set("double", DTypeType.value(.float64, in: m.python))
    }
}
