import PythonRuntime

/// `tf.config`: the answers of a machine with a CPU and nothing else.
enum ConfigFunctions {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("tensorflow.config", pythonWording: true, in: python)
        m.def("list_physical_devices(device_type=None)\n\nThe devices of a kind: one CPU.") {
            (python: Interpreter, kind: String?) -> [Value] in
            kind == nil || kind == "CPU" ? [device(python)] : []
        }
        m.def("list_logical_devices(device_type=None)") {
            (python: Interpreter, kind: String?) -> [Value] in
            kind == nil || kind == "CPU" ? [device(python, isLogical: true)] : []
        }
        settings(m)
        let experimental = ModuleBuilder(
            "tensorflow.config.experimental", pythonWording: true, in: python)
        for name in [
            "set_memory_growth(device, enable)", "enable_op_determinism()",
            "set_virtual_device_configuration(device, logical_devices)",
            "enable_tensor_float_32_execution(enabled)", "set_synchronous_execution(enable)",
        ] {
            experimental.raw(name) { _, _ in .none }
        }
        experimental.def("get_memory_growth(device)") { (_: Interpreter, _: Value) in false }
        experimental.def("get_device_details(device)") { (python: Interpreter, _: Value) in
            DictionaryObject(in: python)
        }
        for name in [
            "list_physical_devices", "list_logical_devices", "set_visible_devices",
            "get_visible_devices",
        ] {
            experimental.module.namespace[name] = m.module.namespace[name]
        }
        try m.set("experimental", Value.object(experimental.module))
        return m.module
    }

    private static func settings(_ m: ModuleBuilder) {
        for name in ["run_functions_eagerly", "experimental_run_functions_eagerly"] {
            m.def("\(name)(run_eagerly)") { (python: Interpreter, eagerly: Bool) -> Value in
                Tracing.of(python).runsEagerly = eagerly
                return .none
            }
        }
        m.def("functions_run_eagerly()") { (python: Interpreter) in
            Tracing.of(python).runsEagerly
        }
        for name in [
            "set_visible_devices(devices, device_type=None)",
            "set_soft_device_placement(enabled)",
            "set_logical_device_configuration(device, logical_devices)",
        ] {
            m.raw(name) { _, _ in .none }
        }
        m.def("get_visible_devices(device_type=None)") {
            (python: Interpreter, kind: String?) -> [Value] in
            kind == nil || kind == "CPU" ? [device(python)] : []
        }
        m.def("get_soft_device_placement()") { (_: Interpreter) in true }
        let threading = ModuleBuilder("tensorflow.config.threading", in: m.python)
        for name in ["intra_op_parallelism_threads", "inter_op_parallelism_threads"] {
            threading.def("set_\(name)(num_threads)") { (_: Interpreter, _: Value) in Value.none }
            threading.def("get_\(name)()") { (_: Interpreter) in 0 }
        }
        let optimizer = ModuleBuilder("tensorflow.config.optimizer", in: m.python)
        for name in ["set_jit(enabled)", "set_experimental_options(options)"] {
            optimizer.raw(name) { _, _ in .none }
        }
        m.module.namespace["threading"] = .object(threading.module)
        m.module.namespace["optimizer"] = .object(optimizer.module)
    }

    private static func device(_ python: Interpreter, isLogical: Bool = false) -> Value {
        let devices = python.state(Devices.self) { Devices($0) }
        return .object(isLogical ? devices.logical : devices.physical)
    }

    /// `PhysicalDevice(name='/physical_device:CPU:0', device_type='CPU')`, and what stands for it in programs.
    private final class Devices {
        let physical, logical: InstanceObject

        init(_ python: Interpreter) {
            func make(_ typeName: String, _ name: String) -> InstanceObject {
                let type = TypeObject(
                    typeName, bases: [python.types.object],
                    module: "tensorflow.python.eager.context",
                    metatype: python.types.type, in: python)
                type.hasInstanceDictionary = true
                TypeBuilder(type, in: python).unary(.repr) { _, _ in
                    "\(typeName)(name='\(name)', device_type='CPU')"
                }
                let device = InstanceObject(type: type)
                device.setAttribute("name", .string(name, in: python))
                device.setAttribute("device_type", .string("CPU", in: python))
                return device
            }
            physical = make("PhysicalDevice", "/physical_device:CPU:0")
            logical = make("LogicalDevice", "/device:CPU:0")
        }
    }
}
