import PythonRuntime

/// What `tensorflow` names that is Keras', or that works as Keras' does.
enum KerasAliases {
    /// The modules: `tf.losses` is `tf.keras.losses`.
    private static let modules: Set<String> = ["initializers", "losses", "metrics", "optimizers"]

    static func define(_ m: ModuleBuilder) {
        let classes = [
            ("zeros_initializer", "Zeros"), ("ones_initializer", "Ones"),
            ("constant_initializer", "Constant"), ("random_normal_initializer", "RandomNormal"),
            ("random_uniform_initializer", "RandomUniform"),
        ]
        for (name, kind) in classes {
            guard let type = InitializerType.tensorFlowClass(kind, in: m.python) else { continue }
            m.module.namespace[name] = .object(type)
        }
        let others = m.module.makeAttribute
        m.module.makeAttribute = { [unowned python = m.python] name in
            guard modules.contains(name) else { return try others?(name) }
            return .object(try KerasModule.of(python).subModule(name))
        }
    }
}
