/// The variables that code of `exec` runs in, which no module has.
///
/// It is made to store them, so that what they hold can lead back to the code.
package final class LooseVariables: Object, Storable {
    let namespace: Namespace

    init(_ namespace: Namespace, in python: Interpreter) {
        self.namespace = namespace
        super.init(type: python.types.object)
    }

    package func store(in writer: StateWriter) throws {}

    package static func restored(from reader: StateReader) throws -> Object {
        LooseVariables(Namespace(), in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(contentsOf: namespace)
    }

    package func restoreContents(from reader: StateReader) throws {
        try reader.restoreContents(of: namespace)
    }
}

extension StateWriter {
    /// The variables of a namespace, and the order of its names.
    func write(contentsOf namespace: Namespace) throws {
        let isMain = namespace === python.main.namespace
        let names = namespace.names.filter { !isMain || !omits($0) }
        write(names.count)
        for name in names {
            write(name)
            if isMain { self.name = name }
            try write(namespace[name] ?? .none)
        }
        // A name keeps its place among the others from when it was mentioned, not bound.
        let mentioned = namespace.mentioned.filter {
            !isMain || namespace[$0] != nil && !omits($0) || mayBeBound($0)
        }
        write(mentioned.count)
        for name in mentioned { write(name) }
    }

    /// Whether a variable of the session is left out.
    private func omits(_ name: String) -> Bool {
        omission?.surroundings.ownsName(name) ?? false
    }

    /// Whether code to come may bind a name.
    private func mayBeBound(_ name: String) -> Bool { omission?.words.contains(name) ?? true }

    /// A namespace by the object that has it.
    func write(_ namespace: Namespace) throws { try write(holder(of: namespace)) }
}

extension StateReader {
    func restoreContents(of namespace: Namespace) throws {
        var missing = Set(namespace.names)
        for _ in 0..<(try count()) {
            let name = try text()
            missing.remove(name)
            namespace[name] = try value()
        }
        for name in missing { namespace[name] = nil }
        namespace.mentioned = try (0..<count()).map { _ in try text() }
    }

    func namespace() throws -> Namespace {
        switch try object(as: Object.self) {
        case let module as ModuleObject: module.namespace
        case let loose as LooseVariables: loose.namespace
        default: throw UnreadableState()
        }
    }
}
