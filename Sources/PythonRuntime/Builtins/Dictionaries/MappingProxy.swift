/// `mappingproxy`: a mapping that may be read but not changed.
package final class MappingProxy: Object {
    let mapping: Value

    package init(_ mapping: Value, in python: Interpreter) {
        self.mapping = mapping
        super.init(type: python.types.containers.mappingProxy)
    }
}

extension MappingProxy: Receiver { package static var typeName: String { "mappingproxy" } }

extension Builtins {
    /// `types.MappingProxyType`, which `vars` of a class gives.
    static func defineMappingProxy(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.containers.mappingProxy, in: m.python)
        t.variadic(.new) { python, _, arguments -> Value in
            guard let mapping = arguments.positional.first, python.isMapping(mapping) else {
                throw python.typeError("mappingproxy() argument must be a mapping")
            }
            return .object(MappingProxy(mapping, in: python))
        }
        t.makesCompleteInstances()
        t.unary(.repr) { (python: Interpreter, proxy: MappingProxy) in
            "mappingproxy(\(try python.repr(proxy.mapping)))"
        }
        t.unary(.str) { (python: Interpreter, proxy: MappingProxy) in
            try python.str(proxy.mapping)
        }
        t.unary(.len) { (python: Interpreter, proxy: MappingProxy) in
            try python.length(proxy.mapping)
        }
        t.unary(.iter) { (python: Interpreter, proxy: MappingProxy) in
            try python.iterator(proxy.mapping)
        }
        t.binary(.getitem) { (python: Interpreter, proxy: MappingProxy, key: Value) in
            try python.getItem(proxy.mapping, key)
        }
        t.binary(.contains) { (python: Interpreter, proxy: MappingProxy, key: Value) in
            try python.contains(proxy.mapping, key)
        }
        t.binary(.eq) { (python: Interpreter, proxy: MappingProxy, other: Value) -> Value in
            let other = (other.object as? MappingProxy)?.mapping ?? other
            return try python.compare(.equal, proxy.mapping, other)
        }
        for name in ["keys", "values", "items", "copy"] {
            t.def("\(name)(self, /)") { (python: Interpreter, proxy: MappingProxy) in
                try python.callMethod(proxy.mapping, name)
            }
        }
        t.def("get(self, key, default=None, /)") {
            (python: Interpreter, proxy: MappingProxy, key: Value, other: Value) in
            try python.callMethod(proxy.mapping, "get", [key, other])
        }
    }
}
