import NeuralNetworks
import PythonRuntime
import Tensors

/// A loss as Python holds it.
package final class LossObject: ConfiguredObject {
    /// nil until `__init__` ran.
    var loss: Loss?
}

extension Loss {
    /// A loss whose numbers Python computes: a function, or `call` of a class written there.
    convenience init(
        calling function: Value, name: String, reduction: LossReduction, in python: Interpreter
    ) {
        self.init(name: name, reduction: reduction) { truth, prediction in
            let arguments = [truth.object(in: python), prediction.object(in: python)]
            return try LayerContext.of(python).within(name) {
                try TensorType.tensor(python.call(function, arguments), python)
            }
        }
    }
}

/// `keras.losses`.
enum LossTypes {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.losses", pythonWording: true, in: python)
        let classes = KerasClasses(python: python, module: m.module)
        let base = classes.make("Loss", from: "losses", define)
        for kind in LossKind.all { make(kind, classes, base) }
        let functions = ModuleBuilder("keras.src.losses", pythonWording: true, in: python)
        for kind in LossKind.all {
            let function = kind.define(in: functions)
            for name in kind.functionNames { m.module.namespace[name] = function }
        }
        DispatchedFunctions.mark(functions.module, isKeras: true)
        let reduction = classes.make("Reduction", from: "utils.losses_utils") { _ in }
        for (name, value) in [
            ("AUTO", LossReduction.auto), ("NONE", .none), ("SUM", .sum),
            ("SUM_OVER_BATCH_SIZE", .sumOverBatchSize),
        ] {
            reduction.setTypeAttribute(name, .string(value.rawValue, in: python))
        }
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            try LossArgument.object(identifier, in: python)
        }
        m.module.namespace["deserialize"] = m.module.namespace["get"]
        return m.module
    }

    private static func define(_ t: TypeBuilder) {
        t.initializer(
            "__init__(self, reduction='auto', name=None)", make: { LossObject(type: $0) }
        ) { python, value, values in
            guard let object = value.object as? LossObject else { return }
            object.loss = Loss(
                name: values[1].text ?? "", reduction: try reduction(values[0], python)
            ) { _, _ in
                throw python.error("NotImplementedError", "Must be implemented in subclasses.")
            }
            object.configuration = [("reduction", values[0]), ("name", values[1])]
        }
        t.variadic(.call) { python, value, arguments -> Value in
            let function = NativeFunction(
                "__call__(self, y_true, y_pred, sample_weight=None)", owner: "Loss",
                pythonWording: true, .none { _ in .none }, in: python)
            let values = try function.bind(arguments.prepending(value), in: python)
            let loss = try loss(value, python)
            let prediction = try TensorType.tensor(values[2], python)
            let truth = try TensorLike.from(values[1], in: python)
                .matching(prediction, in: python)
            let weights = try values[3].isNone ? nil : TensorType.tensor(values[3], python)
            return try loss(truth, prediction, weights: weights).object(in: python)
        }
        t.def("call(self, y_true, y_pred)") {
            (python: Interpreter, value: Value, truth: Value, prediction: Value) -> Tensor in
            guard let loss = (value.object as? LossObject)?.loss else {
                throw python.error("NotImplementedError", "Must be implemented in subclasses.")
            }
            let prediction = try TensorType.tensor(prediction, python)
            return try loss.losses(TensorType.tensor(truth, python), prediction)
        }
        t.def("get_config(self)") { (python: Interpreter, value: Value) -> Value in
            python.dictionary((value.object as? LossObject)?.configuration ?? [])
        }
        t.classMethod(
            "from_config(cls, config)",
            .two { python, type, config in
                let items = (config.object as? DictionaryObject)?.items ?? []
                let own = items.map { ($0.key.text ?? "", $0.value) }.filter { $0.0 != "fn" }
                return try python.call(type, [], keywords: own)
            })
        t.property(
            "name",
            set: { _, value, new in (value.object as? LossObject)?.loss?.name = new.text ?? "" }
        ) { _, value in
            (value.object as? LossObject)?.loss.flatMap { $0.name.isEmpty ? nil : $0.name }
        }
        t.property("reduction") { _, value in
            (value.object as? LossObject)?.loss?.reduction.rawValue
        }
    }

    private static func make(_ kind: LossKind, _ classes: KerasClasses, _ base: TypeObject) {
        // The class's axis of the sparse entropy is always the last.
        let own =
            kind.className == "SparseCategoricalCrossentropy"
            ? "from_logits=False, ignore_class=None" : kind.parameters
        let parameters = own.isEmpty ? "" : own + ", "
        classes.make(kind.className, from: "losses", base: base) { t in
            t.initializer(
                "__init__(self, \(parameters)reduction='auto', name='\(kind.name)')",
                make: { LossObject(type: $0) }
            ) { python, value, values in
                guard let object = value.object as? LossObject else { return }
                let isSparse = kind.className == "SparseCategoricalCrossentropy"
                let names = kind.parameterNames.filter { !isSparse || $0 != "axis" }
                var own = Array(values.dropLast(2))
                let tail = Array(values.suffix(2))
                object.configuration =
                    [("reduction", tail[0]), ("name", tail[1])]
                    + zip(names, own).map { ($0.0, $0.1) }
                    + [("fn", .string(kind.functionName, in: python))]
                if isSparse { own.insert(.int(-1), at: 1) }
                object.loss = Loss(
                    try kind.make(python, own), name: tail[1].text ?? kind.name,
                    reduction: try reduction(tail[0], python))
            }
        }
    }

    private static func reduction(_ value: Value, _ python: Interpreter) throws -> LossReduction {
        if let text = value.text, let known = LossReduction(rawValue: text.lowercased()) {
            return known
        }
        throw python.valueError(
            "Invalid Reduction Key: \(try python.str(value)). Expected keys are \"('auto', 'none', 'sum', 'sum_over_batch_size')\""
        )
    }

    /// The loss of an object; what a class in Python computes goes before what it inherits.
    static func loss(_ value: Value, _ python: Interpreter) throws -> Loss {
        guard let object = value.object as? LossObject else {
            throw python.typeError("not a loss")
        }
        let isOverridden = object.type.lookUp("call")?.object is FunctionObject
        guard isOverridden else {
            if let loss = object.loss { return loss }
            throw python.error(
                "AttributeError", "'\(object.type.name)' object has no attribute 'reduction'")
        }
        let name = object.loss?.name ?? ""
        return Loss(
            calling: try python.getAttribute(value, "call"),
            name: name.isEmpty ? object.type.name.snakeCase : name,
            reduction: object.loss?.reduction ?? .auto, in: python)
    }
}

extension LossKind {
    /// The function of Python.
    fileprivate func define(in m: ModuleBuilder) -> Value {
        let extra = parameters.isEmpty ? "" : ", " + parameters
        let make = make
        m.add(
            "\(functionName)(y_true, y_pred\(extra))",
            .bound { python, values in
                let prediction = try TensorType.tensor(values[1], python)
                let truth = try TensorLike.from(values[0], in: python)
                    .matching(prediction, in: python)
                let function = try make(python, Array(values.dropFirst(2)))
                return try function(truth, prediction).object(in: python)
            })
        return m.module.namespace[functionName] ?? .none
    }
}

extension String {
    /// `MyLoss` → `my_loss`.
    var snakeCase: String {
        var result = ""
        for (index, letter) in enumerated() {
            if letter.isUppercase, index > 0 { result += "_" }
            result += letter.lowercased()
        }
        return result
    }
}

/// A loss: an object, a name, a function.
struct LossArgument {
    /// The object or function that an identifier stands for.
    static func object(_ value: Value, in python: Interpreter) throws -> Value {
        let module = try KerasModule.of(python).subModule("losses")
        if value.isNone { return .none }
        if let dictionary = value.object as? DictionaryObject,
            let name = dictionary["class_name"]?.text, let type = module.namespace[name]
        {
            return try python.instance(of: type, from: dictionary["config"] ?? .none)
        }
        if let name = value.text {
            guard LossKind.named(name) != nil, let found = module.namespace[name] else {
                if let own = try SavingModule.customObject(name, in: python) {
                    return own.object is TypeObject ? try python.call(own) : own
                }
                throw unknown(name, python)
            }
            return found.object is TypeObject ? try python.call(found) : found
        }
        if python.isCallable(value) { return value }
        throw python.valueError(
            "Could not interpret loss function identifier: \(try python.str(value))")
    }

    /// The loss that `compile` makes of an identifier.
    static func loss(_ value: Value, in python: Interpreter) throws -> Loss {
        if let name = value.text, let kind = LossKind.named(name) {
            return Loss(try kind.make(python, kind.defaults(in: python)), name: kind.name)
        }
        if value.object is LossObject { return try LossTypes.loss(value, python) }
        let object = try object(value, in: python)
        if object.object is LossObject { return try LossTypes.loss(object, python) }
        if let native = object.object as? NativeFunction, let kind = LossKind.named(native.name),
            native.moduleName == "keras.src.losses"
        {
            return Loss(try kind.make(python, kind.defaults(in: python)), name: kind.name)
        }
        let name = try python.lookUpAttribute(object, "__name__")?.text ?? "loss"
        return Loss(calling: object, name: name, reduction: .auto, in: python)
    }

    private static func unknown(_ name: String, _ python: Interpreter) -> PythonError {
        let failure = python.valueError(
            "Unknown loss function: '\(name)'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details."
        )
        let names = LossKind.all.flatMap(\.functionNames)
        if let near = python.nearest(name, among: names) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        return failure
    }
}

extension LossKind {
    /// The values of the parameters where none are given.
    func defaults(in python: Interpreter) throws -> [Value] {
        try NativeFunction("f(\(parameters))", .none { _ in .none }, in: python).bind(
            Arguments(), in: python)
    }
}
