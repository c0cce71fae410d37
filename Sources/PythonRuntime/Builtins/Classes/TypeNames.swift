extension Builtins {
    /// The names of the built-in types and exceptions.
    static func defineTypeNames(_ m: ModuleBuilder) {
        let types = m.python.types!
        for type in [
            types.object, types.type, types.int, types.bool, types.float, types.complex, types.str,
            types.bytes, types.bytearray, types.list, types.tuple, types.dict, types.set,
            types.frozenset, types.range, types.slice, types.property, types.staticmethod,
            types.classmethod, types.superType,
        ] {
            m.module.namespace[type.name] = .object(type)
        }
        for (name, type) in types.exceptions.sorted(by: { $0.key < $1.key }) {
            m.module.namespace[name] = .object(type)
        }
        m.module.namespace["IOError"] = .object(types.exception("OSError"))
        m.module.namespace["EnvironmentError"] = .object(types.exception("OSError"))
        m.module.namespace["NotImplemented"] = m.python.notImplemented
        m.module.namespace["Ellipsis"] = m.python.ellipsis
        m.module.namespace["__debug__"] = .bool(true)
    }
}
