import NeuralNetworks
import PythonRuntime
import Tensors

/// A regulariser as Python holds it.
package final class RegularizerObject: ConfiguredObject {
    package var regularizer: Regularizer?
}

/// A constraint as Python holds it.
package final class ConstraintObject: ConfiguredObject {
    package var constraint: Constraint?
}

/// `keras.regularizers`.
enum RegularizerTypes {
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.regularizers", pythonWording: true, in: python)
        let classes = KerasClasses(python: python, module: m.module)
        let base = classes.make("Regularizer", from: "regularizers") { t in
            t.initializer("__init__(self)", make: { RegularizerObject(type: $0) }) { _, _, _ in }
            t.variadic(.call) { python, value, arguments -> Value in
                guard let regularizer = (value.object as? RegularizerObject)?.regularizer,
                    let weights = arguments.positional.first
                else { return .int(0) }
                return try regularizer(TensorType.tensor(weights, python)).object(in: python)
            }
            t.def("get_config(self)") { (python: Interpreter, value: Value) -> Value in
                python.dictionary((value.object as? RegularizerObject)?.configuration ?? [])
            }
            t.classMethod("from_config(cls, config)", .two { try $0.instance(of: $1, from: $2) })
        }
        func make(
            _ name: String, _ alias: String?, _ names: [String], _ defaults: [String],
            _ rule: @escaping ([Double]) -> Regularizer
        ) {
            // Those of one number look at the names of others themselves.
            let rest = alias == nil ? "" : ", **kwargs"
            let parameters = zip(names, defaults).map { "\($0)=\($1)" }.joined(separator: ", ")
            classes.make(name, from: "regularizers", base: base, aliases: alias.map { [$0] } ?? [])
            { t in
                t.initializer(
                    "__init__(self, \(parameters)\(rest))",
                    make: { RegularizerObject(type: $0) }
                ) { python, value, values in
                    if !rest.isEmpty, let extra = values.last,
                        !python.keywords(extra).isEmpty
                    {
                        throw python.typeError(
                            "Argument(s) not recognized: \(try python.str(extra))")
                    }
                    let numbers = try names.indices.map {
                        try values[$0].isNone ? 0.01 : python.double(values[$0])
                    }
                    let object = value.object as? RegularizerObject
                    object?.regularizer = rule(numbers)
                    object?.configuration = zip(names, numbers).map {
                        ($0.0, .float(Double(Float($0.1))))
                    }
                }
                for (index, name) in names.enumerated() {
                    t.property(name) { _, value -> Value in
                        (value.object as? RegularizerObject)?.configuration[index].value ?? .none
                    }
                }
            }
        }
        make("L1", "l1", ["l1"], ["0.01"]) { .l1($0[0]) }
        make("L2", "l2", ["l2"], ["0.01"]) { .l2($0[0]) }
        make("L1L2", nil, ["l1", "l2"], ["0.0", "0.0"]) { .l1l2(l1: $0[0], l2: $0[1]) }
        m.def("l1_l2(l1=0.01, l2=0.01)") { (python: Interpreter, l1: Value, l2: Value) -> Value in
            try python.call(m.module.namespace["L1L2"] ?? .none, [l1, l2])
        }
        orthogonal(classes, base)
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            try RuleNames.object(of: identifier, in: m.module, "regularizer", python)
        }
        return m.module
    }

    private static func orthogonal(_ classes: KerasClasses, _ base: TypeObject) {
        classes.make(
            "OrthogonalRegularizer", from: "regularizers", base: base,
            aliases: ["orthogonal_regularizer"]
        ) { t in
            t.initializer(
                "__init__(self, factor=0.01, mode='rows')", make: { RegularizerObject(type: $0) }
            ) { python, value, values in
                guard let mode = values[1].text, mode == "rows" || mode == "columns" else {
                    throw python.valueError(
                        "Invalid value for argument `mode`. Expected one of {\"rows\", \"columns\"}. Received: mode=\(try python.str(values[1]))"
                    )
                }
                let object = value.object as? RegularizerObject
                object?.regularizer = .orthogonal(
                    try python.double(values[0]), rows: mode == "rows")
                object?.configuration = [("factor", values[0]), ("mode", values[1])]
            }
        }
    }
}

/// `keras.constraints`.
enum ConstraintTypes {
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.constraints", pythonWording: true, in: python)
        let classes = KerasClasses(python: python, module: m.module)
        let base = classes.make("Constraint", from: "constraints") { t in
            t.initializer("__init__(self)", make: { ConstraintObject(type: $0) }) { _, _, _ in }
            t.variadic(.call) { python, value, arguments -> Value in
                guard let weights = arguments.positional.first else { return .none }
                guard let constraint = (value.object as? ConstraintObject)?.constraint else {
                    return weights
                }
                return try constraint.apply(to: TensorType.tensor(weights, python))
                    .object(in: python)
            }
            t.def("get_config(self)") { (python: Interpreter, value: Value) -> Value in
                python.dictionary((value.object as? ConstraintObject)?.configuration ?? [])
            }
            t.classMethod("from_config(cls, config)", .two { try $0.instance(of: $1, from: $2) })
        }
        func make(
            _ name: String, _ alias: String, _ parameters: String,
            _ rule: @escaping (Interpreter, [Value]) throws -> Constraint
        ) {
            classes.make(name, from: "constraints", base: base, aliases: [alias]) { t in
                let list = parameters.isEmpty ? "" : ", \(parameters)"
                t.initializer(
                    "__init__(self\(list))", make: { ConstraintObject(type: $0) }
                ) { python, value, values in
                    let names = parameters.split(separator: ",").map {
                        String($0.prefix { $0 != "=" }.filter { $0 != " " })
                    }
                    let object = value.object as? ConstraintObject
                    object?.constraint = try rule(python, values)
                    object?.configuration = zip(names, values).map { ($0.0, $0.1) }
                }
            }
        }
        make("MaxNorm", "max_norm", "max_value=2, axis=0") { python, v in
            .maxNorm(try python.double(v[0]), axes: try axes(v[1], python))
        }
        make("NonNeg", "non_neg", "") { _, _ in .nonNegative }
        make("UnitNorm", "unit_norm", "axis=0") { python, v in
            .unitNorm(axes: try axes(v[0], python))
        }
        make("MinMaxNorm", "min_max_norm", "min_value=0.0, max_value=1.0, rate=1.0, axis=0") {
            python, v in
            .minMaxNorm(
                try python.double(v[0]), try python.double(v[1]), rate: try python.double(v[2]),
                axes: try axes(v[3], python))
        }
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            try RuleNames.object(of: identifier, in: m.module, "constraint", python)
        }
        return m.module
    }

    private static func axes(_ value: Value, _ python: Interpreter) throws -> [Int] {
        try AxesArgument.from(value, in: python).axes ?? []
    }
}

/// What names of regularisers and constraints mean.
private enum RuleNames {
    static func object(
        of identifier: Value, in module: ModuleObject, _ what: String, _ python: Interpreter
    ) throws -> Value {
        guard let name = identifier.text else { return identifier }
        guard
            let found = try module.namespace[name] ?? SavingModule.customObject(name, in: python)
        else {
            // Keras keeps the name of a regulariser that it does not know.
            if what == "regularizer" { return identifier }
            throw python.valueError(
                "Unknown \(what): '\(name)'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details."
            )
        }
        return found.object is FunctionObject ? found : try python.call(found)
    }
}
