import PythonRuntime

/// `fit_generator` and its siblings, which Keras keeps for the programs of old: `fit` by another name.
enum GeneratorMethods {
    static func define(_ t: TypeBuilder) {
        let common = "max_queue_size=10, workers=1, use_multiprocessing=False"
        forward(
            "fit_generator", "fit", t,
            "generator, steps_per_epoch=None, epochs=1, verbose=1, callbacks=None, validation_data=None, validation_steps=None, validation_freq=1, class_weight=None, \(common), shuffle=True, initial_epoch=0"
        )
        forward(
            "evaluate_generator", "evaluate", t,
            "generator, steps=None, callbacks=None, \(common), verbose=0")
        forward(
            "predict_generator", "predict", t,
            "generator, steps=None, callbacks=None, \(common), verbose=0")
    }

    private static func forward(
        _ old: String, _ name: String, _ t: TypeBuilder, _ parameters: String
    ) {
        let literal = "\(old)(self, \(parameters))"
        let function = NativeFunction(
            literal, owner: "Model", pythonWording: true, .none { _ in .none }, in: t.python)
        t.raw(literal) { python, arguments in
            let values = try function.bind(arguments, in: python)
            let names = try function.signature(in: python).positional
            python.output.stderr(
                "UserWarning: `Model.\(old)` is deprecated and will be removed in a future version. Please use `Model.\(name)`, which supports generators.\n"
            )
            let keywords = zip(names, values).dropFirst().map {
                (name: $0 == "generator" ? "x" : $0, value: $1)
            }
            return try python.call(
                python.getAttribute(values[0], name), [], keywords: Array(keywords))
        }
    }
}
