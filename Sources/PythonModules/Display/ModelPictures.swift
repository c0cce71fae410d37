import Charts
import NeuralNetworks
import PythonRuntime

/// Pictures of models: `keras.utils.plot_model`, and the module `nbrun` of our own.
enum ModelPictures {
    /// `nbrun`, which notes import.
    static func register(in python: Interpreter) {
        python.modules.register("nbrun") { python in
            let m = ModuleBuilder("nbrun", pythonWording: true, in: python)
            unroll(m)
            return m.module
        }
    }

    private static func unroll(_ m: ModuleBuilder) {
        m.def(
            """
            unroll(model, steps=3)

            Draws a recurrent model through time: its layers once for every step, with the shapes of what goes
            between them, in letters and, once the model is built, in numbers.

            model is a Sequential, a functional model without branches, a recurrent layer or a cell; steps is
            how many time steps are drawn before the rest is left out.
            """
        ) { (python: Interpreter, model: Value, steps: Int) -> Value in
            guard (2...mostSteps).contains(steps) else {
                throw python.valueError("steps must be between 2 and \(mostSteps)")
            }
            guard let layer = model.layer else {
                throw python.typeError(
                    "unroll() takes a model, a recurrent layer or a cell, not \(python.typeName(model))"
                )
            }
            var drawing = try UnrolledModel.drawing(of: layer)
            drawing.shownSteps = steps
            return PictureSession.of(python).picture(
                drawing.svg, summary: "<\(layer.name), unrolled through time>")
        }
    }

    /// More steps stand side by side on no page.
    private static let mostSteps = 30

    // MARK: Keras

    /// `plot_model` and `model_to_dot`.
    static func define(_ m: ModuleBuilder) {
        let options =
            "show_shapes=False, show_dtype=False, show_layer_names=True, rankdir='TB', expand_nested=False, dpi=96, "
        m.raw(
            "plot_model(model, to_file='model.png', \(options)layer_range=None, show_layer_activations=False, show_trainable=False)\n\nDraws how the layers of a model hang together."
        ) { python, arguments in
            let call = try PlotModelCall(arguments, names: plotNames, python)
            let picture = try picture(call, python)
            if let file = call["to_file"] {
                if !file.isNone, let svg = (picture.object as? PictureObject)?.svg {
                    let path = try PathArgument.from(file, in: python).text
                    try PictureFile.save(svg, to: path, format: nil, in: python)
                }
            }
            return picture
        }
        m.raw(
            "model_to_dot(model, \(options)subgraph=False, layer_range=None, show_layer_activations=False, show_trainable=False)\n\nThe drawing of a model."
        ) { python, arguments in
            try picture(PlotModelCall(arguments, names: dotNames, python), python)
        }
    }

    private static let looks = [
        "show_shapes", "show_dtype", "show_layer_names", "rankdir", "expand_nested", "dpi",
    ]
    private static let rest = ["layer_range", "show_layer_activations", "show_trainable"]
    private static let plotNames = ["model", "to_file"] + looks + rest
    private static let dotNames = ["model"] + looks + ["subgraph"] + rest

    private static func picture(_ call: PlotModelCall, _ python: Interpreter) throws -> Value {
        guard let model = call["model"]?.layer as? Model else {
            throw python.typeError("\(call.function) takes a model of Keras")
        }
        guard call["layer_range"]?.isNone ?? true else {
            throw python.valueError("layer_range is not supported: the whole model is drawn")
        }
        guard model.hasWeights else {
            throw python.valueError(
                "This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data."
            )
        }
        let diagram = ModelDiagram(try call.options(), python).diagram(of: model)
        return PictureSession.of(python).picture(
            diagram.svg, summary: "<plot of the model \(model.name)>")
    }
}

/// The arguments of a call of `plot_model`.
private struct PlotModelCall {
    let function = "plot_model()"
    private let python: Interpreter
    private var values: [String: Value] = [:]

    init(_ arguments: Arguments, names: [String], _ python: Interpreter) throws {
        self.python = python
        guard arguments.positional.count <= names.count else {
            throw python.typeError("\(function) takes at most \(names.count) arguments")
        }
        for (name, value) in zip(names, arguments.positional) { values[name] = value }
        for (name, value) in arguments.keywords {
            guard names.contains(name) else {
                throw python.typeError(
                    "\(function) got an unexpected keyword argument '\(name)'")
            }
            values[name] = value
        }
    }

    subscript(name: String) -> Value? { values[name] }

    private func isOn(_ name: String, usual: Bool = false) throws -> Bool {
        try values[name].map { try python.isTrue($0) } ?? usual
    }

    func options() throws -> ModelDiagram.Options {
        var options = ModelDiagram.Options()
        options.showsShapes = try isOn("show_shapes")
        options.showsTypes = try isOn("show_dtype")
        options.showsNames = try isOn("show_layer_names", usual: true)
        options.expandsNested = try isOn("expand_nested")
        options.showsActivations = try isOn("show_layer_activations")
        options.showsTrainable = try isOn("show_trainable")
        if let text = values["rankdir"]?.text {
            guard let direction = Diagram.Direction(rawValue: text) else {
                let known = Diagram.Direction.allCases.map { "'\($0.rawValue)'" }
                throw python.valueError(
                    "rankdir must be one of \(known.joined(separator: ", ")). Received: '\(text)'")
            }
            options.direction = direction
        }
        return options
    }
}
