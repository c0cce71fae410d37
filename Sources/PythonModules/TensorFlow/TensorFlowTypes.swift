import PythonRuntime
import Tensors

/// The classes that `tensorflow` itself names: `tf.Tensor`, `tf.Variable`, `tf.TensorShape` …
enum TensorFlowTypes {
    static func define(_ m: ModuleBuilder) {
        let types = ArrayTypes.of(m.python)
        m.module.namespace["Tensor"] = .object(types.eagerTensor)
        m.module.namespace["Variable"] = .object(types.variable)
        m.module.namespace["TensorShape"] = .object(types.tensorShape)
        m.module.namespace["DType"] = .object(types.tfDType)
        m.module.namespace["newaxis"] = Value.none
        GradientTapeType.define(m)
        TensorSpecType.define(m)
        TensorArrayType.define(m)
        IndexedSlicesType.define(m)
        RaggedType.define(m)
        ModuleType.define(m)
        printing(m)
    }

    /// `tf.print`.
    private static func printing(_ m: ModuleBuilder) {
        m.raw(
            "print(*inputs, output_stream='stdout', summarize=3, sep=' ', end='\\n', name=None)\n\nPrints tensors."
        ) {
            python, arguments in
            let named = { (name: String) in arguments.keywords.first { $0.name == name }?.value }
            let summarize = named("summarize")?.integer ?? 3
            let texts = try arguments.positional.map { value -> String in
                guard
                    let tensor = (value.object as? TensorObject)?.tensor
                        ?? (value.object as? VariableObject)?.variable.value
                else { return try python.str(value) }
                return PrintedTensor.text(tensor, summarize: summarize < 0 ? nil : summarize)
            }
            let output = Tracing.of(python).runs.last?.output ?? python.output
            output.stdout(
                texts.joined(separator: named("sep")?.text ?? " ") + (named("end")?.text ?? "\n"))
            return .none
        }
    }
}
