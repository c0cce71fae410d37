import NeuralNetworks
import PythonRuntime
import Tensors

/// A layer as Python holds it.
package final class LayerObject: InstanceObject {
    /// The layer; nil until `__init__` has run.
    package var layer: Layer? {
        didSet {
            if let oldValue, oldValue !== layer, oldValue.face === self { oldValue.face = nil }
            layer?.face = self
            if !type.isBuiltin { layer?.overrides = self }
        }
    }
    /// What the layer was made with, by parameter: the values of its configuration.
    var arguments: [(name: String, value: Value)] = []
    /// The built-in class whose `__init__` made the layer, and what that was called with.
    var construction: Construction?
    /// What `__init__` was called with, for layers that are written in Python.
    var initArguments: Arguments?

    /// The objects of a layer's own class of attributes never clash with those that programs set.
    init(type: TypeObject) { super.init(type: type) }

    deinit {
        if let layer, layer.face === self { layer.face = nil }
    }

    /// Whether a class written in Python defines a method in the layer's place.
    func overridesMethod(_ name: String) -> Bool {
        guard !type.isBuiltin, let owner = type.owner(of: name) else { return false }
        return !owner.isBuiltin
    }
}

extension Value {
    /// The layer in a value that holds one.
    package var layer: Layer? { (object as? LayerObject)?.layer }

    /// The layer of a class in a value that holds one.
    package func layer<T: Layer>(as _: T.Type = T.self) -> T? { layer as? T }
}

/// The Python objects of layers that Swift code made.
enum LayerObjects {
    /// The object of a layer: its own, or a new one of the layer's class.
    static func object(of layer: Layer, in python: Interpreter) throws -> Value {
        if let face = layer.face as? LayerObject { return .object(face) }
        let layers = try KerasModule.of(python).subModule("layers")
        let known = layers.namespace[layer.className]?.object as? TypeObject
        let object = LayerObject(type: known ?? LayerTypes.of(python).type(of: layer))
        object.layer = layer
        return .object(object)
    }
}

extension Variable {
    /// The variable as a Python object; the same one while that lives.
    func object(in python: Interpreter) -> Value {
        if let face = face as? VariableObject { return .object(face) }
        let object = VariableObject(self, in: python)
        face = object
        return .object(object)
    }
}
