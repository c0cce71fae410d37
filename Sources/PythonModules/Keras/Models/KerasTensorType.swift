import NeuralNetworks
import PythonRuntime
import PythonSyntax
import Tensors

/// A `KerasTensor`: a symbol as Python holds it.
package final class KerasTensorObject: InstanceObject {
    package let symbol: Symbol

    private init(_ symbol: Symbol, in python: Interpreter) {
        self.symbol = symbol
        super.init(type: LayerTypes.of(python).kerasTensor)
    }

    /// The object of a symbol; the same one while it lives.
    static func value(_ symbol: Symbol, in python: Interpreter) -> Value {
        let faces = python.state(Faces.self) { _ in Faces() }
        let key = Faces.Key(node: ObjectIdentifier(symbol.node), index: symbol.index)
        if let face = faces.known[key]?.object, face.symbol == symbol { return .object(face) }
        let object = KerasTensorObject(symbol, in: python)
        faces.known[key] = Faces.Weak(object: object)
        return .object(object)
    }

    private final class Faces {
        struct Key: Hashable {
            let node: ObjectIdentifier
            let index: Int
        }

        struct Weak {
            weak var object: KerasTensorObject?
        }

        var known: [Key: Weak] = [:]
    }
}

/// What `KerasTensor`s do in Python.
enum KerasTensorType {
    static func define(_ t: TypeBuilder) {
        t.type.hasInstanceDictionary = true
        t.unary(.repr) { _, value in
            guard let symbol = symbol(value) else { return "" }
            return
                "<KerasTensor: shape=\(symbol.shape) dtype=\(symbol.dtype.name) (created by layer '\(symbol.layer.name)')>"
        }
        t.unary(.str) { _, value in symbol(value).map(text) ?? "" }
        facts(t)
        operators(t)
        refusals(t)
    }

    private static func symbol(_ value: Value) -> Symbol? {
        (value.object as? KerasTensorObject)?.symbol
    }

    private static func text(_ symbol: Symbol) -> String {
        let isInput = symbol.layer is InputLayer
        let name = isInput ? "'\(symbol.layer.name)'" : "None"
        let tensor = isInput ? name : "'\(OperationNames.name(of: symbol))'"
        return
            "KerasTensor(type_spec=TensorSpec(shape=\(symbol.shape), dtype=tf.\(symbol.dtype.name), name=\(name)), name=\(tensor), description=\"created by layer '\(symbol.layer.name)'\")"
    }

    private static func facts(_ t: TypeBuilder) {
        t.property("shape") { python, value in
            ShapeObject(symbol(value)?.shape.dimensions, in: python)
        }
        t.property("dtype") { python, value in
            symbol(value).map { DTypeType.value($0.dtype, in: python) }
        }
        t.property("name") { _, value in
            symbol(value).map { OperationNames.name(of: $0) }
        }
        t.def("get_shape(self)") { (python: Interpreter, value: Value) in
            ShapeObject(symbol(value)?.shape.dimensions, in: python)
        }
        t.def("set_shape(self, shape)") { (_: Interpreter, _: Value, _: Value) in Value.none }
        t.unary(.len) { python, value -> Int in
            guard let length = symbol(value)?.shape.dimensions.first ?? nil else {
                throw python.typeError(noLength)
            }
            return length
        }
    }

    private static func operators(_ t: TypeBuilder) {
        // A number on the left is a constant of the symbol's type.
        func number(_ value: Value, for other: Value) -> Value {
            guard case .int(let number) = value, symbol(other)?.dtype.isFloating == true else {
                return value
            }
            return .float(Double(number))
        }
        func pair(_ operation: BinaryOperator, _ name: String) {
            t.binary(operation.special) { python, a, b -> Value in
                try SymbolicOperation(name, in: python).call(a, b) {
                    try python.binary(operation, $0, $1)
                }
            }
            t.binary(operation.reflectedSpecial) { python, a, b -> Value in
                try SymbolicOperation(name, in: python).call(number(b, for: a), a) {
                    try python.binary(operation, $0, $1)
                }
            }
        }
        pair(.add, "tf.__operators__.add")
        pair(.subtract, "tf.math.subtract")
        pair(.multiply, "tf.math.multiply")
        pair(.divide, "tf.math.truediv")
        pair(.floorDivide, "tf.math.floordiv")
        pair(.modulo, "tf.math.floormod")
        pair(.power, "tf.math.pow")
        pair(.matrixMultiply, "tf.linalg.matmul")
        for (operation, name) in [
            (ComparisonOperator.less, "tf.math.less"),
            (.lessEqual, "tf.math.less_equal"), (.greater, "tf.math.greater"),
            (.greaterEqual, "tf.math.greater_equal"),
        ] as [(ComparisonOperator, String)] {
            guard let special = Special.named(comparisonName(operation)) else { continue }
            t.binary(special) { python, a, b -> Value in
                try SymbolicOperation(name, in: python).call(a, b) {
                    try python.compare(operation, $0, $1)
                }
            }
        }
        t.unary(.neg) { python, a -> Value in
            try SymbolicOperation("tf.math.negative", in: python).call(a) {
                try python.unary(.minus, $0)
            }
        }
        t.unary(.abs) { python, a -> Value in
            try SymbolicOperation("tf.math.abs", in: python).call(a) {
                try python.applySpecial(.abs, $0) ?? $0
            }
        }
        t.binary(.getitem) { python, a, key -> Value in
            try SymbolicOperation(
                "tf.__operators__.getitem", "SlicingOpLambda",
                parameters: ["tensor", "slice_spec"], in: python
            ).call(a, key) { try python.getItem($0, $1) }
        }
        t.unary(.hash) { python, value in python.identity(value) / 16 }
    }

    private static func comparisonName(_ operation: ComparisonOperator) -> String {
        switch operation {
        case .less: "__lt__"
        case .lessEqual: "__le__"
        case .greater: "__gt__"
        case .greaterEqual: "__ge__"
        default: ""
        }
    }

    /// Truth asks for the length, which symbols do not have.
    private static let noLength =
        "Keras symbolic inputs/outputs do not implement `__len__`. You may be trying to pass Keras symbolic inputs/outputs to a TF API that does not register dispatching, preventing Keras from automatically converting the API call to a lambda layer in the Functional Model. This error will also get raised if you try asserting a symbolic input/output directly."

    private static func refusals(_ t: TypeBuilder) {
        t.unary(.bool) { python, _ -> Bool in
            throw python.typeError(noLength)
        }
        t.unary(.iter) { python, value -> Value in
            guard let length = symbol(value)?.shape.dimensions.first ?? nil else {
                throw python.typeError("Cannot iterate over a Tensor with unknown first dimension.")
            }
            let items = try (0..<length).map { try python.getItem(value, .int($0)) }
            return try python.iterator(.list(items, in: python))
        }
    }
}

/// An operation on symbols: it becomes a layer of the model.
struct SymbolicOperation {
    private let name: String
    private let className: String
    private let parameters: [String]
    private let python: Interpreter

    /// `parameters` are the names of what the operation takes.
    init(
        _ name: String, _ className: String = "TFOpLambda", parameters: [String] = ["x", "y"],
        in python: Interpreter
    ) {
        self.name = name
        self.className = className
        self.parameters = parameters
        self.python = python
    }

    func call(_ a: Value, _ body: @escaping (Value) throws -> Value) throws -> Value {
        try apply(Arguments([a])) { try body($0.positional[0]) }
    }

    func call(
        _ a: Value, _ b: Value, _ body: @escaping (Value, Value) throws -> Value
    ) throws -> Value {
        try apply(Arguments([a, b])) { try body($0.positional[0], $0.positional[1]) }
    }

    /// Makes the layer, which does `body` with tensors in the places of the symbols.
    func apply(_ arguments: Arguments, _ body: @escaping (Arguments) throws -> Value) throws
        -> Value
    {
        let context = LayerContext.of(python)
        let python = python
        let layer = FunctionLayer(
            className, layer: LayerOptions(name: context.uniqueName(name)), context: context,
            parameters: []
        ) { call in
            let values = try call.positional.map { try ArgumentValues.value($0, in: python) }
            let keywords = try call.keywords.map {
                (name: $0.name, value: try ArgumentValues.value($0.value, in: python))
            }
            return try ArgumentValues.argument(
                body(Arguments(values, keywords: keywords)), in: python)
        }
        layer.operation = FunctionLayer.Operation(
            name: name.hasPrefix("tf.") ? String(name.dropFirst(3)) : name, parameters: parameters)
        var call = Call(.none)
        call.positional = try arguments.positional.map {
            try ArgumentValues.argument($0, in: python)
        }
        call.keywords = try arguments.keywords.map {
            ($0.name, try ArgumentValues.argument($0.value, in: python))
        }
        return try ArgumentValues.value(layer.apply(call), in: python)
    }
}
