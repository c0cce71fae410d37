import NeuralNetworks
import PythonRuntime
import Tensors

/// Python values as layers take them, and back.
enum ArgumentValues {
    /// A value with the tensors, arrays and symbols in it; what is none of these stays a Python value.
    static func argument(
        _ value: Value, convertingNumbers: Bool = false, in python: Interpreter
    ) throws -> Argument {
        switch value {
        case .none: return .none
        case .int, .float, .bool:
            guard convertingNumbers else { return .opaque(value) }
            return .tensor(try ArrayReader.tensor(value, face: .tensorFlow, in: python))
        case .object(let object):
            return try argument(object, convertingNumbers: convertingNumbers, in: python)
        }
    }

    private static func argument(
        _ object: Object, convertingNumbers: Bool, in python: Interpreter
    ) throws -> Argument {
        func inside(_ value: Value) throws -> Argument {
            try argument(value, convertingNumbers: convertingNumbers, in: python)
        }
        switch object {
        case let tensor as TensorObject: return .tensor(tensor.tensor)
        case let symbol as KerasTensorObject: return .symbol(symbol.symbol)
        case let variable as VariableObject: return .tensor(variable.variable.value)
        case let array as ArrayObject where convertingNumbers: return .tensor(array.tensor)
        case is ScalarObject, is BoxedObject:
            guard convertingNumbers, let tensor = ArrayReader.existing(.object(object)) else {
                return .opaque(Value.object(object))
            }
            return .tensor(tensor)
        case let list as ListObject: return .list(try list.items.map(inside))
        case let tuple as TupleObject: return .tuple(try tuple.items.map(inside))
        case let dictionary as DictionaryObject
        where dictionary.keys.allSatisfy({ $0.text != nil }):
            return .dictionary(
                try dictionary.items.map { ($0.key.text ?? "", try inside($0.value)) })
        default: return .opaque(Value.object(object))
        }
    }

    /// The first argument of a call: arrays and numbers become tensors, also in lists.
    static func inputs(_ value: Value, in python: Interpreter) throws -> Argument {
        if let list = value.object as? ListObject, isNumbers(list) {
            return .tensor(try ArrayReader.tensor(value, face: .tensorFlow, in: python))
        }
        return try argument(value, convertingNumbers: true, in: python)
    }

    /// Whether a list holds nothing but plain numbers, text or lists of them.
    static func isNumbers(_ list: ListObject) -> Bool {
        !list.items.isEmpty
            && list.items.allSatisfy { item in
                switch item {
                case .int, .float, .bool: true
                case .object(let object):
                    object.kind == .string || (object as? ListObject).map(isNumbers) ?? false
                case .none: false
                }
            }
    }

    static func value(_ argument: Argument, in python: Interpreter) throws -> Value {
        switch argument {
        case .tensor(let tensor): return tensor.object(in: python)
        case .symbol(let symbol): return KerasTensorObject.value(symbol, in: python)
        case .list(let items):
            return .list(try items.map { try value($0, in: python) }, in: python)
        case .tuple(let items):
            return .tuple(try items.map { try value($0, in: python) }, in: python)
        case .dictionary(let entries):
            let dictionary = DictionaryObject(in: python)
            for (name, item) in entries { dictionary[name] = try value(item, in: python) }
            return .object(dictionary)
        case .none: return .none
        case .opaque(let value): return value as? Value ?? .none
        }
    }

    /// The shapes of an argument as `build` is given them: `TensorShape`s in the same nesting.
    static func shapeValue(_ argument: Argument, in python: Interpreter) throws -> Value {
        switch argument {
        case .list(let items), .tuple(let items):
            return .list(try items.map { try shapeValue($0, in: python) }, in: python)
        case .dictionary(let entries):
            let dictionary = DictionaryObject(in: python)
            for (name, item) in entries { dictionary[name] = try shapeValue(item, in: python) }
            return .object(dictionary)
        default:
            guard let first = argument.shapes.first else { return .none }
            let shape = LayerContext.of(python).told(first)
            return .object(ShapeObject(shape.dimensions, in: python))
        }
    }

    /// A shape, or several in lists, as layers are built with.
    static func shapes(_ value: Value, in python: Interpreter) throws -> Argument {
        if let shape = value.object as? ShapeObject {
            return .shape(PartialShape(shape.dimensions ?? []))
        }
        if let dictionary = value.object as? DictionaryObject {
            return .dictionary(
                try dictionary.items.map { ($0.key.text ?? "", try shapes($0.value, in: python)) })
        }
        if value.object is ListObject || value.object is TupleObject {
            let items = try python.list(value)
            if items.contains(where: {
                $0.object is ShapeObject || $0.object is TupleObject
                    || $0.object is ListObject
            }) {
                return .list(try items.map { try shapes($0, in: python) })
            }
        }
        return .shape(PartialShape(try ShapeType.dimensions(value, in: python) ?? []))
    }

    /// A shape as a tuple.
    static func tuple(_ shape: PartialShape, in python: Interpreter) -> Value {
        .tuple(shape.dimensions.map { $0.map(Value.int) ?? .none }, in: python)
    }

    /// The shapes of symbols as tuples in their nesting.
    static func shapeTuples(_ argument: Argument, in python: Interpreter) -> Value {
        switch argument {
        case .list(let items), .tuple(let items):
            return .list(items.map { shapeTuples($0, in: python) }, in: python)
        case .dictionary(let entries):
            let dictionary = DictionaryObject(in: python)
            for (name, item) in entries { dictionary[name] = shapeTuples(item, in: python) }
            return .object(dictionary)
        default:
            guard let first = argument.shapes.first else { return .none }
            let shape = LayerContext.of(python).told(first)
            return tuple(shape, in: python)
        }
    }
}
