import PythonRuntime
import Tensors

/// What asks or sets TensorFlow's surroundings: devices, scopes, modes.
enum EnvironmentFunctions {
    static func define(_ m: ModuleBuilder) throws {
        m.def("device(device_name)\n\nA context for operations; all run on the CPU.") {
            (python: Interpreter, _: Value) in ContextType.value(in: python)
        }
        m.def("name_scope(name)") { (python: Interpreter, name: String) in
            NameScopeType.value(name, in: python)
        }
        m.def("control_dependencies(control_inputs)") { (python: Interpreter, _: Value) in
            ContextType.value(in: python)
        }
        m.def("init_scope()") { (python: Interpreter) in ContextType.value(in: python) }
        m.def("variable_creator_scope(variable_creator)") { (python: Interpreter, _: Value) in
            ContextType.value(in: python)
        }
        m.def("executing_eagerly()\n\nWhether operations run at once: not inside a tf.function.") {
            (python: Interpreter) in !Tracing.of(python).isInside
        }
        m.def("inside_function()") { (python: Interpreter) in Tracing.of(python).isInside }
        m.def("get_static_value(tensor, partial=False)") {
            (python: Interpreter, tensor: Value, _: Value) in try TensorType.numpy(tensor, python)
        }
        m.def("get_logger()") { (python: Interpreter) -> Value in
            let type = TypeObject(
                "Logger", bases: [python.types.object], module: "logging",
                metatype: python.types.type, in: python)
            let t = TypeBuilder(type, in: python)
            for name in ["setLevel", "info", "warning", "error", "debug"] {
                t.raw("\(name)(self, *args, **kwargs)") { _, _ in .none }
            }
            return .object(InstanceObject(type: type))
        }
        m.def("as_dtype(type_value)") { (python: Interpreter, type: DTypeArgument) in
            DTypeType.value(type.dtype, in: python)
        }
        m.def("timestamp(name=None)") { (python: Interpreter, _: Value) -> Value in
            guard let time = try python.modules.find("time", in: python) else { return .none }
            let seconds = try python.double(python.callMethod(.object(time), "time"))
            return Tensor(.float(seconds), .float64).object(in: python)
        }
        calls(m)
        let versions = ModuleBuilder("tensorflow.version", in: m.python)
        try versions.set("VERSION", TensorFlowModule.version)
        try versions.set("GIT_VERSION", "v\(TensorFlowModule.version)")
        try m.set("version", Value.object(versions.module))
        try m.set("test", Value.object(tests(m.python)))
        try m.set("autograph", Value.object(autograph(m.python)))
    }

    private static func calls(_ m: ModuleBuilder) {
        m.def("py_function(func=None, inp=None, Tout=None, name=None)") {
            (python: Interpreter, function: Value, inputs: Value, _: Value, _: Value) in
            let values = try python.list(inputs)
            try requireElements(python)
            let result = try Tracing.of(python).pausing { try python.call(function, values) }
            return try Nest.map(result, in: python) { try ControlFlow.converted($0, python) }
        }
        m.def("numpy_function(func=None, inp=None, Tout=None, stateful=True, name=None)") {
            (python: Interpreter, function: Value, inputs: Value, _: Value, _: Value, _: Value) in
            let arrays = try python.list(inputs).map { input in
                try TensorType.numpy(TensorType.tensor(input, python).object(in: python), python)
            }
            try requireElements(python)
            let result = try Tracing.of(python).pausing { try python.call(function, arrays) }
            return try Nest.map(result, in: python) { try ControlFlow.converted($0, python) }
        }
    }

    /// That there are real elements for a function of Python.
    private static func requireElements(_ python: Interpreter) throws {
        guard !Tracing.of(python).isProbing else {
            throw python.error("NotImplementedError", "functions of Python are not traced")
        }
    }

    /// `tf.test`.
    private static func tests(_ python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("tensorflow.test", pythonWording: true, in: python)
        m.def("is_gpu_available(cuda_only=False, min_cuda_compute_capability=None)") {
            (_: Interpreter, _: Value, _: Value) in false
        }
        m.def("gpu_device_name()") { (_: Interpreter) in "" }
        for name in ["is_built_with_cuda", "is_built_with_rocm", "is_built_with_xla"] {
            m.def("\(name)()") { (_: Interpreter) in name.hasSuffix("xla") }
        }
        m.def("is_built_with_gpu_support()") { (_: Interpreter) in false }
        return m.module
    }

    /// `tf.autograph`.
    private static func autograph(_ python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("tensorflow.autograph", pythonWording: true, in: python)
        m.def("set_verbosity(level, alsologtostdout=False)") {
            (_: Interpreter, _: Value, _: Value) in
            Value.none
        }
        m.def("to_graph(entity, recursive=True, experimental_optional_features=None)") {
            (_: Interpreter, entity: Value, _: Value, _: Value) in entity
        }
        let experimental = ModuleBuilder(
            "tensorflow.autograph.experimental", pythonWording: true, in: python)
        experimental.def("do_not_convert(func=None)") {
            (python: Interpreter, function: Value) -> Value in
            guard function.isNone else { return function }
            return .object(
                NativeFunction("decorator(func)", pythonWording: true, .one { $1 }, in: python))
        }
        experimental.raw("set_loop_options(**kwargs)") { _, _ in .none }
        m.module.namespace["experimental"] = .object(experimental.module)
        return m.module
    }
}
