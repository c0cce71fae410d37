import NeuralNetworks
import PythonRuntime
import Tensors

// Models whose layers were called on symbols: which layer took what, and what came of it.

extension StateWriter {
    func write(composition: Sequential.Composition) throws {
        write(composition.stack.count)
        for layer in composition.stack { try write(layer) }
        write(composition.inputs != nil)
        if let inputs = composition.inputs, let outputs = composition.outputs {
            try write(inputs)
            try write(outputs)
        }
        write(composition.hasExplicitInput)
        try write(encoded: composition.inferredShape)
    }

    /// A layer by its object, or alone where it has none.
    private func write(_ layer: Layer) throws {
        let face = layer.face as? LayerObject
        write(face != nil)
        if let face { return try write(.object(face)) }
        try write(new: layer, of: nil)
    }

    func write(_ node: LayerNode) throws {
        try share(node) { node in
            try write(node.layer)
            try write(node.call)
            try write(encoded: node.results)
            try write(node.nesting)
            write(node.position)
        }
    }

    private func write(_ call: Call) throws {
        try write(call.inputs)
        write(call.positional.count)
        for argument in call.positional { try write(argument) }
        write(call.keywords.count)
        for (name, argument) in call.keywords {
            write(name)
            try write(argument)
        }
        try write(encoded: call.isTraining)
        try write(call.mask)
    }

    func write(_ argument: Argument) throws {
        switch argument {
        case .none: write(0)
        case .tensor(let tensor):
            write(1)
            try write(tensor)
        case .symbol(let symbol):
            write(2)
            try write(symbol.node)
            write(symbol.index)
        case .list(let items), .tuple(let items):
            if case .list = argument { write(3) } else { write(4) }
            write(items.count)
            for item in items { try write(item) }
        case .dictionary(let entries):
            write(5)
            write(entries.count)
            for (key, value) in entries {
                write(key)
                try write(value)
            }
        case .opaque(let value as Value):
            write(6)
            try write(value)
        case .opaque(let shape as PartialShape):
            write(7)
            try write(encoded: shape)
        case .opaque: throw Unstorable("an argument of a layer")
        }
    }
}

extension StateReader {
    func composition() throws -> Sequential.Composition {
        let stack = try (0..<count()).map { _ in try layer() }
        let hasGraph = try flag()
        let inputs = hasGraph ? try argument() : nil
        let outputs = hasGraph ? try argument() : nil
        let isExplicit = try flag()
        return Sequential.Composition(
            stack: stack, inputs: inputs, outputs: outputs, hasExplicitInput: isExplicit,
            inferredShape: try decoded())
    }

    private func layer() throws -> Layer {
        guard try flag() else { return try newLayer(of: nil) }
        guard let layer = try object(as: LayerObject.self).layer else { throw UnreadableState() }
        return layer
    }

    func node() throws -> LayerNode {
        try shared {
            let layer = try layer()
            let call = try call()
            let results: [LayerNode.Result] = try decoded()
            let nesting = try argument()
            return LayerNode(
                again: layer, call, results: results, nesting: nesting, position: try int())
        }
    }

    /// A result of a call.
    func symbol() throws -> Symbol {
        let symbols = try node().outputs.symbols
        let index = try int()
        guard symbols.indices.contains(index) else { throw UnreadableState() }
        return symbols[index]
    }

    private func call() throws -> Call {
        var call = Call(try argument())
        call.positional = try (0..<count()).map { _ in try argument() }
        call.keywords = try (0..<count()).map { _ in
            (name: try text(), value: try argument())
        }
        call.isTraining = try decoded()
        call.mask = try argument()
        return call
    }

    func argument() throws -> Argument {
        switch try int() {
        case 0: return .none
        case 1: return .tensor(try tensor())
        case 2:
            return .symbol(try symbol())
        case 3: return .list(try (0..<count()).map { _ in try argument() })
        case 4: return .tuple(try (0..<count()).map { _ in try argument() })
        case 5:
            return .dictionary(
                try (0..<count()).map { _ in (key: try text(), value: try argument()) })
        case 6: return .opaque(try value())
        case 7: return .shape(try decoded())
        default: throw UnreadableState()
        }
    }
}

extension KerasTensorObject: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        try writer.write(symbol.node)
        writer.write(symbol.index)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        guard let object = value(try reader.symbol(), in: reader.python).object else {
            throw UnreadableState()
        }
        return object
    }
}
