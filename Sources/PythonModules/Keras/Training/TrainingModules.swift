import PythonRuntime

/// The modules of Keras that training needs, each made when it is first asked for.
enum TrainingModules {
    static var makers: [String: (Interpreter) throws -> ModuleObject] {
        [
            "optimizers": OptimizerTypes.module, "losses": LossTypes.module,
            "metrics": MetricTypes.module, "regularizers": RegularizerTypes.module,
            "constraints": ConstraintTypes.module,
        ]
    }
}
