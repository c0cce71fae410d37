import NeuralNetworks
import PythonRuntime
import Tensors

// Layers and models. One of a built-in class is made again by the call that made it; what it kept since then is
// given back to it. Its variables are its own: it comes before whatever else holds them.

extension LayerObject: Storable {
    package func store(in writer: StateWriter) throws {
        writer.putEarly(self, rank: 0)
        try writer.write(type)
        guard let layer else { return writer.write(0) }
        if let number = writer.sharedNumber(of: ObjectIdentifier(layer)) {
            writer.write(1)
            return writer.write(number)
        }
        writer.write(2)
        try writer.write(new: layer, of: self)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let object = LayerObject(type: try reader.object())
        switch try reader.int() {
        case 0: break
        case 1: object.layer = try reader.shared(number: reader.int(), as: Layer.self)
        case 2: try reader.restoreLayer(of: object)
        default: throw UnreadableState()
        }
        return object
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(arguments.count)
        for (name, value) in arguments {
            writer.write(name)
            try writer.write(value)
        }
        writer.write(initArguments != nil)
        if let initArguments { try writer.write(initArguments) }
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        arguments = try (0..<reader.count()).map { _ in
            (name: try reader.text(), value: try reader.value())
        }
        initArguments = try reader.flag() ? try reader.arguments() : nil
        try reader.restoreAttributes(of: self)
    }
}

/// How a layer is made again.
private enum LayerForm: Int {
    case input, plain, model, sequential, functional, constructed
    /// A part of a layer that makes its parts itself.
    case part
}

/// How an argument of such a call is written.
private enum ArgumentForm: Int {
    case value, list, tuple, dictionary
}

// MARK: Writing

extension StateWriter {
    func write(new layer: Layer, of object: LayerObject?) throws {
        try share(layer) { layer in
            guard layer.memory != nil || Swift.type(of: layer) == Layer.self else {
                throw Unstorable("a \(layer.className)", name: layer.name)
            }
            guard layer.callMetrics.isEmpty, layer.lossRules.isEmpty else {
                throw Unstorable("a layer with metrics or losses of its own", name: layer.name)
            }
            guard layer.ownSpecs.isEmpty else {
                throw Unstorable("a layer with an input_spec of its own", name: layer.name)
            }
            try writeMaking(of: layer, object)
            try writeMemory(of: layer)
        }
    }

    private func writeMaking(of layer: Layer, _ object: LayerObject?) throws {
        switch layer {
        case let input as InputLayer:
            form(.input)
            try write(encoded: input.shape)
        case let model as Sequential:
            form(.sequential)
            try write(composition: model.composition)
        case let model as Functional:
            guard let graph = model.graph else { throw Unstorable("a model without a graph") }
            guard graph.extras.isEmpty else {
                throw Unstorable("a model with losses or metrics of its own", name: model.name)
            }
            form(.functional)
            try write(graph.inputs)
            try write(graph.outputs)
        default:
            let kind = ObjectIdentifier(Swift.type(of: layer))
            if kind == ObjectIdentifier(Layer.self) || kind == ObjectIdentifier(Model.self) {
                guard layer.activityPenalty == nil else {
                    throw Unstorable("a layer with a regularizer of its outputs", name: layer.name)
                }
                return form(kind == ObjectIdentifier(Model.self) ? .model : .plain)
            }
            guard let construction = object?.construction else {
                throw Unstorable("a \(layer.className) inside another layer", name: layer.name)
            }
            form(.constructed)
            try write(construction)
        }
    }

    private func form(_ form: LayerForm) { write(form.rawValue) }

    func write(_ construction: Construction) throws {
        try write(construction.type)
        write(construction.arguments.positional.count)
        for value in construction.arguments.positional { try write(argument: value) }
        write(construction.arguments.keywords.count)
        for (name, value) in construction.arguments.keywords {
            write(name)
            try write(argument: value)
        }
    }

    /// An argument with all that the lists in it hold: what is made of it looks into them at once.
    private func write(argument: Value) throws {
        switch argument.object {
        case let list as ListObject where list.kind == .list:
            write(ArgumentForm.list.rawValue)
            try write(arguments: list.items)
        case let tuple as TupleObject where tuple.kind == .tuple:
            write(ArgumentForm.tuple.rawValue)
            try write(arguments: tuple.items)
        case let dictionary as DictionaryObject where dictionary.kind == .dictionary:
            write(ArgumentForm.dictionary.rawValue)
            try write(arguments: dictionary.items.map(\.key))
            try write(arguments: dictionary.items.map(\.value))
        default:
            write(ArgumentForm.value.rawValue)
            try write(argument)
        }
    }

    private func write(arguments: [Value]) throws {
        write(arguments.count)
        for argument in arguments { try write(argument: argument) }
    }

    /// What the layer has become since it was made, and after it the parts that it made itself.
    private func writeMemory(of layer: Layer) throws {
        guard layer.initialWeights == nil else { throw Unstorable("weights that wait") }
        try write(encoded: layer.stored)
        write(layer.ownWeights.count)
        for weight in layer.ownWeights {
            write(weight.name)
            guard weight.penalty == nil || layer.isConstructed else {
                throw Unstorable("a weight with a regularizer", name: layer.name)
            }
            try write(weight.variable, owned: layer.isConstructed)
        }
        write(layer.callLosses.count)
        for loss in layer.callLosses { try write(loss) }
        let memory = layer.memory ?? LayerMemory()
        try write(encoded: memory.seeds)
        try write(encoded: memory.sequence)
        write(memory.tensors.count)
        for group in memory.tensors {
            write(group.count)
            for tensor in group { try write(tensor) }
        }
        write(memory.states.count)
        for state in memory.states { try write(state) }
        let parts = layer.madeParts
        write(parts.count)
        for part in parts {
            let isKnown = sharedNumber(of: ObjectIdentifier(part)) != nil
            write(isKnown)
            guard !isKnown else { continue }
            try share(part) { part in try writeMemory(of: part) }
        }
    }
}

extension Layer {
    /// Whether the layer, and not the class it is written in, makes its weights.
    fileprivate var isConstructed: Bool {
        let kind = ObjectIdentifier(Swift.type(of: self))
        return kind != ObjectIdentifier(Layer.self) && kind != ObjectIdentifier(Model.self)
    }

    /// The layers inside that no program gave to this one.
    fileprivate var madeParts: [Layer] {
        isModel
            ? [] : children.filter { ($0.face as? LayerObject)?.construction == nil }
    }
}

// MARK: Reading

extension StateReader {
    fileprivate func restoreLayer(of object: LayerObject) throws {
        object.layer = try newLayer(of: object)
    }

    func newLayer(of object: LayerObject?) throws -> Layer {
        try shared {
            let layer = try madeLayer(object)
            try restoreMemory(of: layer)
            return layer
        }
    }

    private func madeLayer(_ object: LayerObject?) throws -> Layer {
        let context = LayerContext.of(python)
        switch LayerForm(rawValue: try int()) {
        case .input:
            return InputLayer(shape: try decoded(), dtype: .float32, name: "", context: context)
        case .plain: return Layer("Layer", options: LayerOptions(name: ""), context: context)
        case .model: return Model("Model", options: LayerOptions(name: ""), context: context)
        case .sequential:
            let model = try guarded {
                try Sequential([], layer: LayerOptions(name: ""), context: context)
            }
            let composition = try composition()
            try guarded { try model.restore(composition) }
            return model
        case .functional:
            let inputs = try argument()
            let outputs = try argument()
            return try guarded {
                try Functional(
                    inputs: inputs, outputs: outputs, layer: LayerOptions(name: ""),
                    className: "Functional", context: context)
            }
        case .constructed:
            let construction = try construction()
            guard let object else { throw UnreadableState() }
            try construct(object, construction)
            object.construction = construction
            guard let layer = object.layer else { throw UnreadableState() }
            return layer
        default: throw UnreadableState()
        }
    }

    /// Runs what may raise a mistake of Python's or of a layer's.
    private func guarded<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw UnreadableState() }
    }

    func construction() throws -> Construction {
        let type = try object(as: TypeObject.self)
        let positional = try givenArguments()
        let keywords = try (0..<count()).map { _ in (name: try text(), value: try givenArgument()) }
        return Construction(type, Arguments(positional, keywords: keywords), in: python)
    }

    private func givenArguments() throws -> [Value] {
        try (0..<count()).map { _ in try givenArgument() }
    }

    private func givenArgument() throws -> Value {
        switch ArgumentForm(rawValue: try int()) {
        case .value: return try value()
        case .list: return .list(try givenArguments(), in: python)
        case .tuple: return .tuple(try givenArguments(), in: python)
        case .dictionary:
            let dictionary = DictionaryObject(in: python)
            for (key, value) in zip(try givenArguments(), try givenArguments()) {
                try guarded { try dictionary.set(key, value, in: python) }
            }
            return .object(dictionary)
        case nil: throw UnreadableState()
        }
    }

    /// Does to an object what `__init__` of a built-in class does.
    func construct(_ object: Object, _ construction: Construction) throws {
        try guarded {
            let function = try python.getAttribute(.object(construction.type), "__init__")
            _ = try python.call(function, construction.arguments.prepending(.object(object)))
        }
    }

    private func restoreMemory(of layer: Layer) throws {
        let stored: Layer.Stored = try decoded()
        if layer.isConstructed, !layer.isModel, !layer.isBuilt, stored.isBuilt,
            !stored.builtShapes.isEmpty
        {
            try guarded { try layer.build(stored.builtShapes) }
        }
        try restoreWeights(of: layer)
        layer.restoreLosses(try (0..<count()).map { _ in try tensor() })
        var memory = LayerMemory()
        memory.seeds = try decoded()
        memory.sequence = try decoded()
        memory.tensors = try (0..<count()).map { _ in
            try (0..<count()).map { _ in try tensor() }
        }
        memory.states = try (0..<count()).map { _ in try variable() }
        layer.memory = memory
        let parts = layer.madeParts
        guard try count() == parts.count else { throw UnreadableState() }
        for part in parts where try !flag() {
            _ = try shared {
                try restoreMemory(of: part)
                return part
            }
        }
        layer.stored = stored
    }

    private func restoreWeights(of layer: Layer) throws {
        let count = try count()
        guard layer.isConstructed else {
            return layer.restoreWeights(
                try (0..<count).map { _ in (name: try text(), variable: try variable()) })
        }
        guard layer.ownWeights.count == count else { throw UnreadableState() }
        for weight in layer.ownWeights {
            guard try text() == weight.name else { throw UnreadableState() }
            try adopt(weight.variable)
        }
    }
}
