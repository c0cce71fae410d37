extension Builtins {
    /// None, Ellipsis, NotImplemented, modules and cells as objects.
    static func defineSmallObjects(_ m: ModuleBuilder) {
        let types = m.python.types!
        let none = TypeBuilder(types.none, in: m.python)
        none.unary(.repr) { (_: Interpreter, _: Value) in "None" }
        none.unary(.bool) { (_: Interpreter, _: Value) in false }
        none.unary(.hash) { (_: Interpreter, _: Value) in NumberHash.none }
        none.variadic(.new) { python, _, arguments -> Value in
            guard arguments.isEmpty else { throw python.typeError("NoneType takes no arguments") }
            return .none
        }
        for type in [types.ellipsis, types.notImplemented, types.missing] {
            TypeBuilder(type, in: m.python).unary(.repr) { (_: Interpreter, value: Value) in
                (value.object as? SingletonObject)?.name
            }
        }
        TypeBuilder(types.notImplemented, in: m.python).unary(.bool) {
            (_: Interpreter, _: Value) in true
        }
        defineModule(TypeBuilder(types.module, in: m.python))
        let cell = TypeBuilder(types.cell, in: m.python)
        cell.property("cell_contents") { (python, value) -> Value in
            guard let cell = value.object as? CellObject, !cell.slot.isUndefined else {
                throw python.valueError("Cell is empty")
            }
            return cell.slot.value
        }
        cell.unary(.repr) { (python: Interpreter, value: Value) -> String in
            guard let cell = value.object as? CellObject else { return "" }
            let address = python.address(value)
            if cell.slot.isUndefined { return "<cell at \(address): empty>" }
            let content = cell.slot.value
            return
                "<cell at \(address): \(python.typeName(content)) object at \(python.address(content))>"
        }
    }

    private static func defineModule(_ t: TypeBuilder) {
        t.unary(.repr) { (python: Interpreter, module: ModuleObject) -> String in
            if let file = module.namespace["__file__"]?.text {
                return "<module '\(module.name)' from '\(file)'>"
            }
            return module.name == "__main__"
                ? "<module '__main__'>" : "<module '\(module.name)' (built-in)>"
        }
        t.variadic(.new) { python, _, arguments -> Value in
            guard let name = arguments.positional.first?.text else {
                throw python.typeError("module() missing required argument 'name' (pos 1)")
            }
            let module = ModuleObject(name, in: python)
            module.namespace["__doc__"] = arguments.positional.dropFirst().first ?? Value.none
            return .object(module)
        }
        t.makesCompleteInstances()
    }
}
