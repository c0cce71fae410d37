import NeuralNetworks
import PythonRuntime
import Tensors

/// What a layer's class does that is written in Python.
extension LayerObject: LayerOverrides {
    private var python: Interpreter { type.interpreter }

    package var parts: LayerParts {
        var parts = LayerParts()
        for (name, value) in ownAttributes where !name.hasPrefix("_keras") {
            collect(value, into: &parts, depth: 0)
        }
        return parts
    }

    /// Deeper than lists of layers are nested.
    private static let depthLimit = 8

    private func collect(_ value: Value, into parts: inout LayerParts, depth: Int) {
        guard depth < Self.depthLimit else { return }
        switch value.object {
        case let layer as LayerObject:
            guard let layer = layer.layer, layer !== self.layer else { return }
            if !parts.layers.contains(where: { $0 === layer }) { parts.layers.append(layer) }
        case let variable as VariableObject: parts.variables.append(variable.variable)
        case let list as ListObject:
            for item in list.items { collect(item, into: &parts, depth: depth + 1) }
        case let tuple as TupleObject:
            for item in tuple.items { collect(item, into: &parts, depth: depth + 1) }
        case let dictionary as DictionaryObject:
            for item in dictionary.values { collect(item, into: &parts, depth: depth + 1) }
        default: return
        }
    }

    package func build(_ inputs: Argument) throws -> Bool {
        guard overridesMethod("build") else { return false }
        let run = Tracing.of(python).current
        let outer = run?.isBuilding ?? false
        run?.isBuilding = true
        defer { run?.isBuilding = outer }
        try python.callMethod(
            .object(self), "build", [ArgumentValues.shapeValue(inputs, in: python)])
        return true
    }

    package func call(_ call: Call) throws -> Argument? {
        guard overridesMethod("call") else { return nil }
        let function = try python.getAttribute(.object(self), "call")
        let names = callParameters ?? []
        var keywords = try call.keywords.map {
            (name: $0.name, value: try ArgumentValues.value($0.value, in: python))
        }
        let given = names.prefix(1 + call.positional.count) + keywords.map(\.name)
        if let isTraining = call.isTraining, names.contains("training"), !given.contains("training")
        {
            keywords.append(("training", .bool(isTraining)))
        }
        if !call.mask.isNone, names.contains("mask"), !given.contains("mask") {
            keywords.append(("mask", try ArgumentValues.value(call.mask, in: python)))
        }
        let positional = try ([call.inputs] + call.positional).map {
            try ArgumentValues.value($0, in: python)
        }
        let result = try python.call(function, Arguments(positional, keywords: keywords))
        return try ArgumentValues.argument(result, in: python)
    }

    package func outputMask(_ inputs: Argument, mask: Argument) throws -> Argument? {
        guard overridesMethod("compute_mask") else { return nil }
        let values = try [inputs, mask].map { try ArgumentValues.value($0, in: python) }
        return try ArgumentValues.argument(
            python.callMethod(.object(self), "compute_mask", values), in: python)
    }

    package func defaultText(of parameter: String) -> String? {
        guard let function = type.lookUp("call")?.object as? FunctionObject else { return nil }
        if let value = function.keywordDefaults[parameter] { return try? python.repr(value) }
        let names = function.signature.positional
        let first = names.count - function.defaults.count
        guard let index = names.firstIndex(of: parameter), index >= first else { return nil }
        return try? python.repr(function.defaults[index - first])
    }

    /// The parameters of a `call` that is written in Python; nil without one.
    package var callParameters: [String]? {
        guard overridesMethod("call") else { return nil }
        guard let function = type.lookUp("call")?.object as? FunctionObject else { return [] }
        let signature = function.signature
        return Array(signature.positional.dropFirst()) + signature.keywordOnly
    }
}
