import NeuralNetworks
import PythonRuntime
import Tensors

/// The classes that all layers and models come from.
final class LayerTypes {
    let layer, model, sequential, functional, inputLayer: TypeObject
    let kerasTensor: TypeObject
    let operationLayer, slicingLayer: TypeObject
    /// How calls of built-in classes are bound, by class.
    var bindings: [ObjectIdentifier: LayerCallBinding] = [:]

    static func of(_ python: Interpreter) -> LayerTypes {
        let types = python.state(LayerTypes.self) { LayerTypes($0) }
        types.defineOnce(in: python)
        return types
    }

    private init(_ python: Interpreter) {
        func make(_ name: String, _ module: String, _ base: TypeObject) -> TypeObject {
            let type = TypeObject(
                name, bases: [base], module: "keras.src." + module, metatype: python.types.type,
                in: python)
            type.hasInstanceDictionary = true
            return type
        }
        layer = make("Layer", "engine.base_layer", python.types.object)
        model = make("Model", "engine.training", layer)
        functional = make("Functional", "engine.functional", model)
        sequential = make("Sequential", "engine.sequential", functional)
        inputLayer = make("InputLayer", "engine.input_layer", layer)
        kerasTensor = make("KerasTensor", "engine.keras_tensor", python.types.object)
        operationLayer = make("TFOpLambda", "layers.core.tf_op_layer", layer)
        slicingLayer = make("SlicingOpLambda", "layers.core.tf_op_layer", operationLayer)
    }

    private var isDefined = false

    private func defineOnce(in python: Interpreter) {
        guard !isDefined else { return }
        isDefined = true
        LayerType.define(TypeBuilder(layer, pythonWording: true, in: python))
        ModelType.define(TypeBuilder(model, pythonWording: true, in: python), self)
        SequentialType.define(TypeBuilder(sequential, pythonWording: true, in: python))
        KerasTensorType.define(TypeBuilder(kerasTensor, pythonWording: true, in: python))
    }

    /// The class of layers that Swift code made without a class of Python.
    func type(of layer: Layer) -> TypeObject {
        switch layer {
        case is InputLayer: inputLayer
        case is Functional: functional
        case is Sequential: sequential
        case is Model: model
        default:
            switch layer.className {
            case "TFOpLambda": operationLayer
            case "SlicingOpLambda": slicingLayer
            default: self.layer
            }
        }
    }

    /// Fills `keras.layers`.
    static func define(_ m: ModuleBuilder) {
        let types = of(m.python)
        m.module.namespace["Layer"] = .object(types.layer)
        m.module.namespace["InputLayer"] = .object(types.inputLayer)
        InputFunctions.define(m, types)
        for definition in LayerDefinitions.plain { definition.define(in: m, base: types.layer) }
        for definition in LayerDefinitions.convolutionKinds {
            definition.define(in: m, base: types.layer) { t in
                guard definition.name.hasPrefix("ConvLSTM") else { return }
                t.def("reset_states(self, states=None)\n\nForgets the states.") {
                    (_: Interpreter, value: Value, _: Value) -> Value in
                    value.layer(as: ConvolutionalLSTM.self)?.resetStates()
                    return .none
                }
            }
        }
        RecurrentTypes.define(m, types)
        WrapperDefinitions.define(m, types)
        LayerDefinitions.defineMergingFunctions(m)
        PreprocessingDefinitions.define(m, types)
    }
}
