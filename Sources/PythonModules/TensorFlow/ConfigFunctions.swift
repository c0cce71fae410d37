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
            kind == nil || kind == "CPU" ? [device(python)] : []
        }
        m.def("run_functions_eagerly(run_eagerly)") { (_: Interpreter, _: Value) in Value.none }
        let experimental = ModuleBuilder(
            "tensorflow.config.experimental", pythonWording: true, in: python)
        experimental.def("set_memory_growth(device, enable)") {
            (_: Interpreter, _: Value, _: Value) in Value.none
        }
        for name in ["list_physical_devices", "list_logical_devices"] {
            experimental.module.namespace[name] = m.module.namespace[name]
        }
        try m.set("experimental", Value.object(experimental.module))
        return m.module
    }

    private static func device(_ python: Interpreter) -> Value {
        .object(python.state(DeviceType.self) { DeviceType($0) }.device)
    }

    /// `PhysicalDevice(name='/physical_device:CPU:0', device_type='CPU')`.
    private final class DeviceType {
        let device: InstanceObject

        init(_ python: Interpreter) {
            let type = TypeObject(
                "PhysicalDevice", bases: [python.types.object],
                module: "tensorflow.python.eager.context",
                metatype: python.types.type, in: python)
            type.hasInstanceDictionary = true
            TypeBuilder(type, in: python).unary(.repr) { _, _ in
                "PhysicalDevice(name='/physical_device:CPU:0', device_type='CPU')"
            }
            device = InstanceObject(type: type)
            device.setAttribute("name", .string("/physical_device:CPU:0", in: python))
            device.setAttribute("device_type", .string("CPU", in: python))
        }
    }
}
