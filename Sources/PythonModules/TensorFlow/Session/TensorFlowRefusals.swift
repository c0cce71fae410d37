import PythonRuntime

/// What TensorFlow has and notes on recurrent networks can do without: names that say so when they are used.
enum TensorFlowRefusals {
    /// TensorFlow 1's graphs and sessions.
    private static let version1 = [
        "Session", "placeholder", "global_variables_initializer", "get_variable", "variable_scope",
        "reset_default_graph", "InteractiveSession", "get_default_graph",
        "local_variables_initializer", "initialize_all_variables",
    ]

    static func define(_ m: ModuleBuilder) {
        let python = m.python
        let v1 = ModuleBuilder("tensorflow.compat.v1", pythonWording: true, in: python)
        v1.module.makeAttribute = { [unowned python, unowned module = m.module] name in
            if version1.contains(name) { return refusal("tf.compat.v1.\(name)", python) }
            return module.namespace[name] ?? refusal("tf.compat.v1.\(name)", python)
        }
        for name in ["disable_v2_behavior", "disable_eager_execution"] {
            v1.raw("\(name)()") { python, _ in throw error("tf.compat.v1.\(name)()", python) }
        }
        for name in ["enable_eager_execution", "enable_v2_behavior", "set_random_seed"] {
            v1.raw("\(name)(*args, **kwargs)") { python, arguments in
                if name == "set_random_seed", let seed = arguments.positional.first {
                    SessionRandom.of(python).session.tensorflow.setSeed(try python.index(seed))
                }
                return .none
            }
        }
        let logging = ModuleBuilder("tensorflow.compat.v1.logging", in: python)
        logging.raw("set_verbosity(*args)") { _, _ in .none }
        for (level, name) in ["DEBUG", "INFO", "WARN", "ERROR", "FATAL"].enumerated() {
            logging.module.namespace[name] = .int(10 * (level + 1))
        }
        v1.module.namespace["logging"] = .object(logging.module)
        v1.module.namespace["test"] = m.module.namespace["test"]
        let compat = ModuleBuilder("tensorflow.compat", pythonWording: true, in: python)
        compat.module.namespace["v1"] = .object(v1.module)
        compat.module.namespace["v2"] = .object(m.module)
        compat.def("as_str(bytes_or_text, encoding='utf-8')") {
            (python: Interpreter, value: Value, _: Value) -> Value in
            guard let bytes = value.object as? BytesObject else { return value }
            return .string(String(decoding: bytes.bytes, as: UTF8.self), in: python)
        }
        compat.def("as_bytes(bytes_or_text, encoding='utf-8')") {
            (python: Interpreter, value: Value, _: Value) -> Value in
            guard let text = value.text else { return value }
            return .object(BytesObject(Array(text.utf8), in: python))
        }
        m.module.namespace["compat"] = .object(compat.module)
    }

    private static func error(_ name: String, _ python: Interpreter) -> PythonError {
        python.error(
            "NotImplementedError",
            "\(name): TensorFlow 1's graphs and sessions are not supported; write the same with TensorFlow 2, where operations run at once"
        )
    }

    /// A function that refuses to be called.
    private static func refusal(_ name: String, _ python: Interpreter) -> Value {
        let own = name.split(separator: ".").last.map(String.init) ?? name
        return .object(
            NativeFunction(
                "\(own)(*args, **kwargs)", pythonWording: true,
                .raw { python, _ in throw error(name, python) }, in: python))
    }
}
