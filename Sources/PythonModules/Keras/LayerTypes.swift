import NeuralNetworks
import PythonRuntime
import Tensors

/// A layer as Python holds it.
package final class LayerObject: InstanceObject {
    package let layer: Layer

    init(_ layer: Layer, type: TypeObject) {
        self.layer = layer
        super.init(type: type)
        layer.face = self
    }
}

/// The classes of `keras.layers`.
final class LayerTypes {
    let layer, sequential: TypeObject

    static func of(_ python: Interpreter) -> LayerTypes {
        python.state(LayerTypes.self) { LayerTypes($0) }
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
        let model = make("Model", "engine.training", layer)
        sequential = make("Sequential", "engine.sequential", model)
        LayerAttributes.define(TypeBuilder(layer, pythonWording: true, in: python))
        SequentialType.define(TypeBuilder(sequential, pythonWording: true, in: python))
    }

    static func define(_ m: ModuleBuilder) {
        let types = of(m.python)
        m.module.namespace["Layer"] = .object(types.layer)
        SimpleRNNTypes.define(m, types)
        DropoutType.define(m, types)
    }

    /// Makes a class of `keras.layers` whose objects hold a layer.
    func make(
        _ name: String, module: String, in m: ModuleBuilder, _ define: (TypeBuilder) -> Void
    ) {
        let type = TypeObject(
            name, bases: [layer], module: "keras.src." + module, metatype: m.python.types.type,
            in: m.python)
        type.hasInstanceDictionary = true
        define(TypeBuilder(type, pythonWording: true, in: m.python))
        m.module.namespace[name] = .object(type)
    }
}

extension Value {
    /// The layer of a class in a value that holds one.
    func layer<T: Layer>(as _: T.Type = T.self) -> T? { (object as? LayerObject)?.layer as? T }
}
