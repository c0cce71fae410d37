import PythonRuntime
import Tensors

/// `tf.Module`: an object that finds the variables of its attributes.
enum ModuleType {
    static func define(_ m: ModuleBuilder) {
        let type = TypeObject(
            "Module", bases: [m.python.types.object], module: "tensorflow.python.module.module",
            metatype: m.python.types.type, in: m.python)
        type.hasInstanceDictionary = true
        m.module.namespace["Module"] = .object(type)
        let t = TypeBuilder(type, pythonWording: true, in: m.python)
        t.def("__init__(self, name=None)") {
            (python: Interpreter, value: Value, name: Value) -> Value in
            let own = name.text ?? snakeCase(python.type(of: value).name)
            try python.setOrdinaryAttribute(value, "_name", .string(own, in: python))
            return .none
        }
        t.property("name") { python, value -> Value in
            try python.lookUpAttribute(value, "_name")
                ?? .string(snakeCase(python.type(of: value).name), in: python)
        }
        t.property("name_scope") { python, value -> Value in
            let name = try python.str(python.getAttribute(value, "name"))
            return NameScopeType.value(name + "/", in: python)
        }
        t.classMethod(
            "with_name_scope(cls, method)",
            .bound { python, values in
                let more = try python.modules.find("tensorflow._more", in: python)
                guard let wrap = more?.namespace["with_name_scope"] else { return values[1] }
                return try python.call(wrap, [values[1]])
            })
        for (name, onlyTrainable) in [("variables", false), ("trainable_variables", true)] {
            t.property(name) { python, value -> Value in
                var found = Found()
                try found.collect(value, isRoot: true, module: type, python)
                let wanted = found.variables.filter { !onlyTrainable || $0.variable.isTrainable }
                return .tuple(wanted.map { .object($0) }, in: python)
            }
        }
        t.property("non_trainable_variables") { python, value -> Value in
            var found = Found()
            try found.collect(value, isRoot: true, module: type, python)
            let wanted = found.variables.filter { !$0.variable.isTrainable }
            return .tuple(wanted.map { .object($0) }, in: python)
        }
        t.property("submodules") { python, value -> Value in
            var found = Found()
            try found.collect(value, isRoot: true, module: type, python)
            return .tuple(found.modules, in: python)
        }
    }

    /// `MyDense` as `my_dense`.
    private static func snakeCase(_ name: String) -> String {
        let scalars = Array(name.unicodeScalars)
        var result = ""
        for (place, scalar) in scalars.enumerated() {
            let isUpper = scalar.properties.isUppercase
            if isUpper, place > 0 {
                let before = scalars[place - 1].properties
                let after = place + 1 < scalars.count ? scalars[place + 1].properties : nil
                if before.isLowercase || before.numericType != nil || (after?.isLowercase ?? false)
                {
                    result += "_"
                }
            }
            result += scalar.properties.lowercaseMapping
        }
        return result
    }

    /// What a walk through attributes has found: those of a module first, in the order of their names, then
    /// those of the modules in it.
    private struct Found {
        private(set) var variables: [VariableObject] = []
        private(set) var modules: [Value] = []
        private var seen: Set<ObjectIdentifier> = []

        mutating func collect(
            _ value: Value, isRoot: Bool, module: TypeObject, _ python: Interpreter
        ) throws {
            var waiting: [Value] = []
            if let object = value.object { seen.insert(ObjectIdentifier(object)) }
            guard
                let fields = try python.lookUpAttribute(value, "__dict__")?.object
                    as? DictionaryObject
            else { return try collectLayer(value, python) }
            let entries = fields.items.compactMap { entry in
                entry.key.text.map { ($0, entry.value) }
            }
            for (_, attribute) in entries.sorted(by: { $0.0 < $1.0 }) {
                for leaf in try Nest.flatten(attribute, in: python) {
                    guard let object = leaf.object, !seen.contains(ObjectIdentifier(object)) else {
                        continue
                    }
                    if let variable = object as? VariableObject {
                        seen.insert(ObjectIdentifier(object))
                        variables.append(variable)
                    } else if try isModule(leaf, module, python) {
                        seen.insert(ObjectIdentifier(object))
                        modules.append(leaf)
                        waiting.append(leaf)
                    }
                }
            }
            for inner in waiting {
                try collect(inner, isRoot: false, module: module, python)
            }
        }

        /// Layers know their own variables.
        private mutating func collectLayer(_ value: Value, _ python: Interpreter) throws {
            guard let weights = try python.lookUpAttribute(value, "variables") else { return }
            for weight in try python.list(weights) {
                guard let variable = weight.object as? VariableObject,
                    seen.insert(ObjectIdentifier(variable)).inserted
                else { continue }
                variables.append(variable)
            }
        }

        private func isModule(
            _ value: Value, _ module: TypeObject, _ python: Interpreter
        ) throws -> Bool {
            if try python.isInstance(value, .object(module)) { return true }
            return python.type(of: value).mro.contains { $0.name == "Layer" && $0.isBuiltin }
        }
    }
}
